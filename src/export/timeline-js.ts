import { rangeOf } from '../ledger/dates.js';
import type { Exported } from './exported.js';

/** Text of an article is never markup: TimelineJS takes headline and text for HTML. */
const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] as string);

/** TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html): what has a date of its own, as precise as the reports are. */
export function timelineJs({ record }: Exported): string {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  const name = (id: string | null): string => (id === null ? 'Somebody' : (actors.get(id) ?? 'Somebody'));
  const date = (edtf: string): object => {
    const range = rangeOf(edtf);
    const part = (day: string, precise: string): object => {
      const [year, month, of] = day.split('-');
      const depth = precise.replace(/[~?]/gu, '').split('-').length;
      return { year: Number(year), ...(depth > 1 ? { month: Number(month) } : {}), ...(depth > 2 ? { day: Number(of) } : {}) };
    };
    if (range === null) return {};
    const [from, to] = edtf.includes('/') ? edtf.split('/') : [edtf, edtf];
    return {
      start_date: part(range.first, from as string),
      ...(range.first === range.last ? {} : { end_date: part(range.last, to as string) }),
    };
  };
  const events = [
    ...record.statements.filter((s) => s.said !== null && rangeOf(s.said) !== null).map((s) => ({ ...date(s.said as string), text: { headline: escape(`${name(s.speaker)}: ${s.act}`), text: escape(s.content) }, group: escape(name(s.speaker)), unique_id: s.id })), // prettier-ignore
    ...record.events.filter((e) => e.when !== null && rangeOf(e.when) !== null).map((e) => ({ ...date(e.when as string), text: { headline: escape(`${e.agents.map(name).join(', ') || 'Somebody'}: ${e.type}`), text: escape(e.text) }, group: 'Events', unique_id: e.id })), // prettier-ignore
  ];
  return JSON.stringify({ events }, null, 1) + '\n';
}
