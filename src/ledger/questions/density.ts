import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { dayAsked, type ActorName, type Filter } from './filter.js';
import { timelineParts } from './timeline-parts.js';

/** How much the timeline holds, a period at a time: what is looked at first where there is more of it than can be drawn. */
export interface Density {
  readonly asOf: string;
  readonly total: number;
  /** Periods in which there is something, in order: `2025`, `2025-09` or `2025-09-05`. */
  readonly periods: readonly { readonly period: string; readonly statements: number; readonly events: number }[];
  /** Those who said the most in all of it, with their own periods. */
  readonly lanes: readonly {
    readonly actor: ActorName;
    readonly total: number;
    readonly periods: readonly { readonly period: string; readonly statements: number }[];
  }[];
}

export type Unit = 'year' | 'month' | 'day';
const LENGTH: Readonly<Record<Unit, number>> = { year: 4, month: 7, day: 10 };
const LANES = 15;

/** Counts of statements and events by period, and of statements by speaker. */
export async function density(store: Store, filter: Filter, unit: Unit, withLanes = false): Promise<Density> {
  const asOf = await dayAsked(store, filter);
  const { said, happened } = await timelineParts(store, filter, asOf);
  const length = sql.lit(LENGTH[unit]);
  const period = <T extends string>(column: T) => sql<string>`substr(${sql.ref(column)}, 1, ${length})`;
  const [a, b] = [
    await said.select([period('s.day').as('period'), sql<number>`count(*)`.as('n')]).groupBy('period').orderBy('period').execute(), // prettier-ignore
    await happened.select([period('e.day').as('period'), sql<number>`count(*)`.as('n')]).groupBy('period').orderBy('period').execute(), // prettier-ignore
  ];
  const periods = new Map<string, { period: string; statements: number; events: number }>();
  const at = (name: string) => periods.get(name) ?? { period: name, statements: 0, events: 0 };
  for (const { period: name, n } of a) periods.set(name, { ...at(name), statements: Number(n) });
  for (const { period: name, n } of b) periods.set(name, { ...at(name), events: Number(n) });
  const all = [...periods.values()].sort((x, y) => (x.period < y.period ? -1 : 1));
  const lanes: { actor: ActorName; total: number; periods: { period: string; statements: number }[] }[] = [];
  if (withLanes) {
    const speakers = await said.where('s.speaker', 'is not', null).select(['s.speaker', sql<number>`count(*)`.as('n')]).groupBy('s.speaker').orderBy('n', 'desc').orderBy('s.speaker').limit(LANES).execute(); // prettier-ignore
    for (const { speaker, n } of speakers) {
      const [who] = await store.all<{ id: string; name: string }>('select id, name from actor where pk = ?', speaker);
      if (who === undefined) continue;
      const own = await said.where('s.speaker', '=', speaker).select([period('s.day').as('period'), sql<number>`count(*)`.as('n')]).groupBy('period').orderBy('period').execute(); // prettier-ignore
      lanes.push({
        actor: who,
        total: Number(n),
        periods: own.map((row) => ({ period: row.period, statements: Number(row.n) })),
      });
    }
  }
  return { asOf, total: all.reduce((sum, row) => sum + row.statements + row.events, 0), periods: all, lanes };
}
