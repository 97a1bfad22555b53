import { sql, type RawBuilder } from 'kysely';
import { Failure } from '../../document/failure.js';
import type { Store } from '../store/store.js';
import { foldedName } from '../profiles.js';
import { newestDay } from '../stored-record.js';

/** What a question may narrow its answer by. Dates are days, `2025-09-05`. */
export interface Filter {
  /** One record, by its id. */
  readonly id?: string | undefined;
  /** Id or name of an actor; of a state or body, all who speak for it count too. */
  readonly actor?: string | undefined;
  /** Words that the record must have. */
  readonly issue?: string | undefined;
  readonly act?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly stance?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** What the articles published by this day say; by default the newest publication date of the ledger. */
  readonly asOf?: string | undefined;
  /** Deadlines: the latest due first. */
  readonly latestFirst?: boolean | undefined;
  /** How many rows at most. */
  readonly limit?: number | undefined;
  /** How many rows to leave out first. */
  readonly offset?: number | undefined;
}

/** An answer: the day that it holds for, its rows, and whether there are more of them. */
export interface Answer<T> {
  readonly asOf: string;
  readonly rows: readonly T[];
  readonly more: boolean;
}

export interface ActorName {
  readonly id: string;
  readonly name: string;
}

export const DEFAULT_LIMIT = 50;

/**
 * The day as of which a question is answered.
 *
 * @throws Failure `empty-ledger`
 */
export async function dayAsked(store: Store, { asOf }: Filter): Promise<string> {
  const newest = await newestDay(store);
  if (newest === null) throw new Failure('empty-ledger', { where: store.where });
  return asOf ?? newest;
}

/**
 * The actor whom a filter names: by id, by a whole name, or by the last word of one.
 *
 * @throws Failure `no-such-actor`, `ambiguous-actor`
 */
export async function actorAsked(store: Store, name: string): Promise<{ readonly pk: number; readonly isSide: boolean }> {
  const { kysely } = store;
  const folded = foldedName(name);
  const byId = await kysely.selectFrom('actor').select(['pk', 'id', 'name']).where('id', '=', name).execute();
  const named = (column: 'folded' | 'last'): Promise<{ pk: number; id: string; name: string }[]> =>
    kysely
      .selectFrom('actor_name')
      .innerJoin('actor', 'actor.pk', 'actor_name.actor')
      .select(['actor.pk', 'actor.id', 'actor.name'])
      .distinct()
      .where(column, '=', folded)
      .orderBy('actor.id')
      .limit(9)
      .execute();
  let found = byId;
  if (found.length === 0) found = await named('folded');
  if (found.length === 0 && !folded.includes(' ')) found = await named('last');
  const [first, second] = found;
  if (first === undefined) throw new Failure('no-such-actor', { name });
  if (second !== undefined) throw new Failure('ambiguous-actor', { name, candidates: found.map(({ id }) => id).join(', ') });
  const backed = await kysely
    .selectFrom('actor')
    .select('pk')
    .where('side', '=', first.pk)
    .where('pk', '<>', first.pk)
    .limit(1)
    .execute();
  return { pk: first.pk, isSide: backed.length > 0 };
}

/** Whether a search has any words: what has none narrows nothing. */
export const hasWords = (words: string | undefined): words is string => words !== undefined && /[\p{L}\p{N}]/u.test(words);

/** Words of a search as the full-text index of the database takes them: all of them, each as it stands. */
export function searchWords(store: Store, words: string): string {
  const tokens = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return store.dialect === 'sqlite' ? tokens.map((token) => `"${token}"`).join(' ') : tokens.join(' & ');
}

/** Whether a column has all words of a search, whatever their case; SQLite folds the case of ASCII alone. */
export const hasAllWords = (column: string, words: string): RawBuilder<boolean> =>
  sql.join<boolean>(
    [...new Set(words.match(/[\p{L}\p{N}]+/gu) ?? [])].map((word) => {
      const forms = [
        ...new Set([word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(), word.toUpperCase()]),
      ];
      return sql<boolean>`(${sql.join(
        forms.map((form) => sql`lower(${sql.ref(column)}) like lower(${`%${form}%`})`),
        sql` or `,
      )})`;
    }),
    sql` and `,
  );

/** Whether a key is in a list, however long the list is. */
export const isIn = (store: Store, column: string, pks: readonly number[]): RawBuilder<boolean> =>
  store.dialect === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(pks)}))`
    : sql<boolean>`${sql.ref(column)} in (select value::bigint from json_array_elements_text(${JSON.stringify(pks)}::json))`;

/** The range of text that begins with a prefix, for an index. */
export const beginsWith = (prefix: string): readonly [from: string, before: string] => [prefix, prefix + '\uffff'];
