import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { firstReports, type FirstReport } from './places.js';
import {
  actorAsked,
  dayAsked,
  DEFAULT_LIMIT,
  hasAllWords,
  hasWords,
  searchWords,
  type ActorName,
  type Answer,
  type Filter,
} from './filter.js';

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
  let said = kysely
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
    .where('s.published', '<=', asOf)
    .where((eb) => eb.or([eb('s.verdict', 'is', null), eb('s.verdict', '<>', 'rejected')]));
  let happened = kysely
    .selectFrom('event as e')
    .select(['e.pk', 'e.id', 'e.day', 'e.happened as date', 'e.type', 'e.content', 'e.published as reported', 'e.reports'])
    .where('e.published', '<=', asOf)
    .where((eb) => eb.or([eb('e.verdict', 'is', null), eb('e.verdict', '<>', 'rejected')]));
  if (filter.actor !== undefined) {
    const { pk, isSide } = await actorAsked(store, filter.actor);
    said = said.where(isSide ? 's.side' : 's.speaker', '=', pk);
    const own = kysely
      .selectFrom('actor')
      .select('actor.pk')
      .where(isSide ? 'actor.side' : 'actor.pk', '=', pk);
    happened = happened.where('e.pk', 'in', kysely.selectFrom('event_actor').select('event').where('actor', 'in', own));
  }
  if (filter.since !== undefined)
    [said, happened] = [said.where('s.day', '>=', filter.since), happened.where('e.day', '>=', filter.since)];
  if (filter.until !== undefined)
    [said, happened] = [said.where('s.day', '<=', filter.until), happened.where('e.day', '<=', filter.until)];
  if (filter.act !== undefined)
    [said, happened] = [said.where('s.act', '=', filter.act), happened.where('e.type', '=', filter.act)];
  if (hasWords(filter.issue)) {
    const words = searchWords(store, filter.issue);
    said = said.where(store.dialect === 'sqlite' ? sql<boolean>`s.pk in (select rowid from statement_text where statement_text match ${words})` : sql<boolean>`s.words @@ to_tsquery('simple', ${words})`); // prettier-ignore
    happened = happened.where(hasAllWords('e.content', filter.issue));
  }
  // Which of both come into the page is found first, by the indices alone where nothing is narrowed.
  const order = said
    .clearSelect()
    .select(['s.pk as pk', 's.day as day', 's.id as id', sql.lit<string>('statement').as('what')])
    .unionAll(happened.clearSelect().select(['e.pk as pk', 'e.day as day', 'e.id as id', sql.lit<string>('event').as('what')]));
  const found = await kysely.selectFrom(order.as('both')).selectAll().orderBy('day').orderBy('id').limit(limit + 1).offset(offset).execute(); // prettier-ignore
  const pageOf = (what: TimelineRow['what']): number[] => found.slice(0, limit).filter((row) => row.what === what).map(({ pk }) => pk); // prettier-ignore
  const [a, b] = await Promise.all([
    pageOf('statement').length === 0 ? [] : said.where('s.pk', 'in', pageOf('statement')).execute(),
    pageOf('event').length === 0 ? [] : happened.where('e.pk', 'in', pageOf('event')).execute(),
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
  const pksOf = (what: TimelineRow['what']): readonly number[] => rows.filter((row) => row.what === what).map(({ pk }) => pk);
  const first = { statement: await firstReports(store, 'statement', pksOf('statement')), event: await firstReports(store, 'event', pksOf('event')) }; // prettier-ignore
  return {
    asOf,
    rows: rows.map(({ pk, ...row }) => ({ ...row, first: first[row.what].get(pk) ?? null })),
    more: found.length > limit,
  };
}
