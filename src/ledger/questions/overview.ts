import type { Store } from '../store/store.js';

/** What a ledger holds, and the publication days around the one asked for. */
export interface Overview {
  /** Where it lies, without a password. */
  readonly where: string;
  readonly articles: number;
  readonly statements: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly asOf: string | null;
  /** The nearest days before and after `asOf` on which an article was published. */
  readonly before: string | null;
  readonly after: string | null;
  /** Suggestions that wait for a decision. */
  readonly open: number;
}

/** What is in a ledger; of an empty one, zeros and nulls. */
export async function overview(store: Store, { asOf }: { readonly asOf?: string | undefined } = {}): Promise<Overview> {
  const [counts] = await store.all<{ articles: number; oldest: string | null; newest: string | null }>(`select count(*) as articles, min(day) as oldest, max(day) as newest from article where state = 'current'`); // prettier-ignore
  const [said] = await store.all<{ n: number }>('select count(*) as n from statement');
  const [open] = await store.all<{ n: number }>('select count(distinct id) as n from dispute where verdict is null');
  const newest = counts?.newest ?? null;
  const day = asOf ?? newest;
  const [around] = day === null ? [] : await store.all<{ before: string | null; after: string | null }>(`select (select max(day) from article where state = 'current' and day < ?) as before, (select min(day) from article where state = 'current' and day > ?) as after`, day, day); // prettier-ignore
  return {
    where: store.where,
    articles: counts?.articles ?? 0,
    statements: said?.n ?? 0,
    oldest: counts?.oldest ?? null,
    newest,
    asOf: day,
    before: around?.before ?? null,
    after: around?.after ?? null,
    open: open?.n ?? 0,
  };
}
