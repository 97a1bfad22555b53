import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { firstReports, type FirstReport } from './places.js';
import {
  actorAsked,
  dayAsked,
  DEFAULT_LIMIT,
  hasWords,
  searchWords,
  type ActorName,
  type Answer,
  type Filter,
} from './filter.js';

export interface StatementRow {
  readonly id: string;
  /** The first day on which it can have been said, else that of its first report. */
  readonly day: string;
  /** EDTF; null where no report says. */
  readonly said: string | null;
  readonly speaker: ActorName | null;
  readonly act: string;
  readonly content: string;
  readonly condition: string | null;
  /** How many articles and places report it. */
  readonly reports: number;
  readonly first: FirstReport | null;
  readonly verdict: string | null;
}

/** Statements, the latest first. */
export async function statements(store: Store, filter: Filter): Promise<Answer<StatementRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  let query = store.kysely
    .selectFrom('statement')
    .leftJoin('actor', 'actor.pk', 'statement.speaker')
    .select([
      'statement.pk',
      'statement.id',
      'statement.day',
      'statement.said',
      'statement.act',
      'statement.content',
      'statement.condition',
      'statement.reports',
      'statement.verdict',
      'actor.id as speakerId',
      'actor.name as speakerName',
    ]) // prettier-ignore
    .where('statement.published', '<=', asOf)
    .where((eb) => eb.or([eb('statement.verdict', 'is', null), eb('statement.verdict', '<>', 'rejected')]));
  if (filter.actor !== undefined) {
    const { pk, isSide } = await actorAsked(store, filter.actor);
    query = query.where(isSide ? 'statement.side' : 'statement.speaker', '=', pk);
  }
  if (filter.id !== undefined) query = query.where('statement.id', '=', filter.id);
  if (filter.act !== undefined) query = query.where('statement.act', '=', filter.act);
  if (filter.since !== undefined) query = query.where('statement.day', '>=', filter.since);
  if (filter.until !== undefined) query = query.where('statement.day', '<=', filter.until);
  if (hasWords(filter.issue)) {
    const words = searchWords(store, filter.issue);
    query = query.where(
      store.dialect === 'sqlite'
        ? sql<boolean>`statement.pk in (select rowid from statement_text where statement_text match ${words})`
        : sql<boolean>`statement.words @@ to_tsquery('simple', ${words})`,
    );
  }
  const rows = await query.orderBy('statement.day', 'desc').orderBy('statement.id', 'desc').limit(limit + 1).offset(filter.offset ?? 0).execute(); // prettier-ignore
  const shown = rows.slice(0, limit);
  const first = await firstReports(store, 'statement', shown.map(({ pk }) => pk)); // prettier-ignore
  return {
    asOf,
    rows: shown.map(({ pk, speakerId, speakerName, ...row }) => ({ ...row, speaker: speakerId === null ? null : { id: speakerId, name: speakerName as string }, first: first.get(pk) ?? null })), // prettier-ignore
    more: rows.length > limit,
  };
}
