import ical, { ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { rangeOf } from '../ledger/dates.js';
import { historyLine } from '../ledger/questions/commitments.js';
import type { Exported } from './exported.js';

/** iCalendar (RFC 5545) of deadlines: a day of its own for every commitment with a due day. */
export function calendar({ record }: Exported): string {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  const name = (id: string | null): string => (id === null ? 'somebody' : (actors.get(id) ?? 'somebody'));
  const out = ical({ name: `Deadlines on record as of ${record.asOf}`, prodId: { company: 'Onrecord', product: 'ledger' } });
  const stamp = new Date(`${record.asOf}T00:00:00Z`);
  for (const c of record.commitments) {
    const day = c.due === null ? null : (rangeOf(c.due)?.last ?? null);
    if (day === null) continue;
    const start = new Date(`${day}T00:00:00Z`);
    out.createEvent({
      id: `${c.id}@onrecord`,
      stamp,
      start,
      end: new Date(`${Temporal.PlainDate.from(day).add({ days: 1 }).toString()}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: `${name(c.debtor)}: ${c.what}`.slice(0, 200),
      description: `${c.kind}, ${c.state}. ${historyLine(c.history)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return out.toString() + '\r\n';
}
