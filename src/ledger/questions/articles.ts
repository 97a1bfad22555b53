import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import { dayAsked, DEFAULT_LIMIT, hasWords, searchWords, type Answer, type Filter } from './filter.js';

export interface ArticleRow {
  readonly id: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** ISO 639-3; what is not `eng` is kept and not read. */
  readonly language: string;
  readonly version: number;
  /** The first words of the text. */
  readonly opening: string;
}

const OPENING = 160;

/** Articles that are filed, the latest first; those whose words fit, with `issue`. */
export async function articles(store: Store, filter: Filter): Promise<Answer<ArticleRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  let query = store.kysely
    .selectFrom('article as a')
    .select(['a.id', 'a.published', 'a.publisher', 'a.title', 'a.url', 'a.language', 'a.version'])
    .select(sql<string>`substr(a.text, 1, ${sql.lit(OPENING)})`.as('opening'))
    .where('a.state', '=', 'current')
    .where('a.day', '<=', asOf);
  if (filter.since !== undefined) query = query.where('a.day', '>=', filter.since);
  if (filter.until !== undefined) query = query.where('a.day', '<=', filter.until);
  if (hasWords(filter.issue)) {
    const words = searchWords(store, filter.issue);
    query = query.where(
      store.dialect === 'sqlite'
        ? sql<boolean>`a.pk in (select rowid from article_text where article_text match ${words})`
        : sql<boolean>`a.words @@ to_tsquery('simple', ${words})`,
    );
  }
  const rows = await query.orderBy('a.day', 'desc').orderBy('a.id').limit(limit + 1).offset(filter.offset ?? 0).execute(); // prettier-ignore
  return {
    asOf,
    rows: rows.slice(0, limit).map((row) => ({ ...row, opening: row.opening.replace(/\s+/gu, ' ').trim() })),
    more: rows.length > limit,
  };
}
