import { stringify } from 'csv-stringify/sync';
import { firstDay } from '../ledger/work-out.js';
import { PLOVER_OF_ACT } from '../reading/plover.js';
import type { Exported } from './exported.js';

const COLUMNS = ['event_id', 'date', 'source_name', 'source_country', 'event_type', 'target_name', 'target_country', 'coded_from', 'documents', 'text'] as const; // prettier-ignore

/**
 * Coded events as tab-separated values, a row for each pair of actors: events, and statements whose act is a PLOVER type. Event types are
 * PLOVER's; countries ISO 3166-1 alpha-3; the date is the first day that the reports leave open, empty where none is given.
 */
export function plover({ record }: Exported): string {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const sideOf = (id: string | null): { readonly name: string; readonly country: string } => {
    const actor = id === null ? undefined : actors.get(id);
    const state = actor?.actsFor == null ? undefined : actors.get(actor.actsFor);
    return { name: actor?.name ?? '', country: actor?.country ?? state?.country ?? '' };
  };
  const rows: string[][] = [];
  const add = (
    id: string,
    date: string | null,
    from: readonly (string | null)[],
    type: string,
    to: readonly (string | null)[],
    coded: string,
    reports: readonly { readonly document: string }[],
    text: string,
  ): void => {
    // prettier-ignore
    for (const source of from.length > 0 ? from : [null])
      for (const target of to.length > 0 ? to : [null]) {
        const [a, b] = [sideOf(source), sideOf(target)];
        rows.push([id, date === null ? '' : firstDay(date), a.name, a.country, type, b.name, b.country, coded, [...new Set(reports.map((r) => r.document))].join(' '), text.replace(/\s+/gu, ' ')]); // prettier-ignore
      }
  };
  for (const e of record.events) add(e.id, e.when, e.agents, e.type, e.patients, 'event', e.reports, e.text);
  for (const s of record.statements) {
    const type = PLOVER_OF_ACT[s.act];
    if (type !== null) add(s.id, s.said, [s.speaker], type, s.to, `statement: ${s.act}`, s.reports, s.content);
  }
  return stringify([[...COLUMNS], ...rows], { delimiter: '\t', escape_formulas: true });
}
