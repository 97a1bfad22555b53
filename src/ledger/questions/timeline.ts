import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { firstReports, type FirstReport } from './places.js';
import { dayAsked, DEFAULT_LIMIT, isIn, type ActorName, type Answer, type Filter } from './filter.js';
import { timelineParts } from './timeline-parts.js';

export interface TimelineRow {
  readonly id: string;
  readonly what: 'statement' | 'event';
  readonly day: string;
  /** EDTF, as precise as the reports say; null where the day is that of the first report. */
  readonly date: string | null;
  /** The act of a statement, the type of an event. */
  readonly type: string;
  readonly actors: string;
  /** Who said it, or did it first of several, and the state or body that this one speaks for. */
  readonly lane: ActorName | null;
  readonly side: ActorName | null;
  readonly content: string;
  /** Day of the first report: later than `day` where it was only told afterwards. */
  readonly reported: string;
  readonly reports: number;
  readonly first: FirstReport | null;
}

/** Statements and events in the order of their days. */
export async function timeline(store: Store, filter: Filter): Promise<Answer<TimelineRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const offset = filter.offset ?? 0;
  const { kysely } = store;
  const { said, happened } = await timelineParts(store, filter, asOf);
  // Which of both come into the page is found first, by the indices alone where nothing is narrowed.
  const order = said
    .select(['s.pk as pk', 's.day as day', 's.id as id', sql.lit<string>('statement').as('what')])
    .unionAll(happened.select(['e.pk as pk', 'e.day as day', 'e.id as id', sql.lit<string>('event').as('what')]));
  const found = await kysely.selectFrom(order.as('both')).selectAll().orderBy('day').orderBy('id').limit(limit + 1).offset(offset).execute(); // prettier-ignore
  const page = (what: TimelineRow['what']): number[] => found.slice(0, limit).flatMap((row) => (row.what === what ? row.pk : []));
  const [saidPage, happenedPage] = [page('statement'), page('event')];
  const [a, b] = await Promise.all([
    kysely
      .selectFrom('statement as s')
      .leftJoin('actor', 'actor.pk', 's.speaker')
      .leftJoin('actor as side', 'side.pk', 's.side')
      .select([
        's.pk',
        's.id',
        's.day',
        's.said as date',
        's.act as type',
        'actor.id as laneId',
        'actor.name as actors',
        'side.id as sideId',
        'side.name as sideName',
        's.content',
        's.published as reported',
        's.reports',
      ]) // prettier-ignore
      .where(isIn(store, 's.pk', saidPage))
      .execute(),
    kysely
      .selectFrom('event as e')
      .select(['e.pk', 'e.id', 'e.day', 'e.happened as date', 'e.type', 'e.content', 'e.published as reported', 'e.reports'])
      .where(isIn(store, 'e.pk', happenedPage))
      .execute(),
  ]);
  const parts = b.length === 0 ? [] : await kysely.selectFrom('event_actor').innerJoin('actor', 'actor.pk', 'event_actor.actor').leftJoin('actor as side', 'side.pk', 'actor.side').select(['event', 'role', 'actor.id', 'actor.name', 'side.id as sideId', 'side.name as sideName']).where('event', 'in', b.map(({ pk }) => pk)).orderBy('actor.name').orderBy('actor.id').execute(); // prettier-ignore
  const names = (pk: number, role: string): string =>
    parts
      .filter((p) => p.event === pk && p.role === role)
      .map((p) => p.name)
      .join(', ');
  const one = (id: string | null, name: string | null): ActorName | null => (id === null ? null : { id, name: name ?? id });
  const rows: (TimelineRow & { readonly pk: number })[] = [
    ...a.map(({ laneId, sideId, sideName, actors, ...s }) => ({ ...s, what: 'statement' as const, actors: actors ?? '', lane: one(laneId, actors), side: one(sideId, sideName), first: null })), // prettier-ignore
    ...b.map(({ pk, ...e }) => {
      const first = parts.find((p) => p.event === pk && p.role === 'agent') ?? parts.find((p) => p.event === pk);
      return { pk, ...e, first: null, what: 'event' as const, actors: [names(pk, 'agent'), names(pk, 'patient')].filter((part) => part !== '').join(' → '), lane: first === undefined ? null : one(first.id, first.name), side: first === undefined ? null : one(first.sideId, first.sideName) }; // prettier-ignore
    }),
  ];
  rows.sort((x, y) => (x.day === y.day ? (x.id < y.id ? -1 : 1) : x.day < y.day ? -1 : 1));
  const first = { statement: await firstReports(store, 'statement', saidPage), event: await firstReports(store, 'event', happenedPage) }; // prettier-ignore
  return {
    asOf,
    rows: rows.map(({ pk, ...row }) => ({ ...row, first: first[row.what].get(pk) ?? null })),
    more: found.length > limit,
  };
}
