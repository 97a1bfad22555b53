import type { LedgerRecord } from '../ledger/record.js';
import type { Reading } from '../reading/reading.js';
import type { Store } from '../ledger/store/store.js';

/** An article as exports need it. */
export interface ExportedArticle {
  readonly id: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly reading: Reading;
}

/** What an export is made of. */
export interface Exported {
  readonly record: LedgerRecord;
  readonly articles: readonly ExportedArticle[];
}

/** Makes the text of an export: a file's worth, line ends included. */
export type Export = (data: Exported, options: { readonly table?: string | undefined }) => string;

export async function articlesOf(store: Store, day: string): Promise<readonly ExportedArticle[]> {
  const rows = await store.kysely.selectFrom('article').select(['id', 'published', 'publisher', 'title', 'url', 'text', 'reading']).where('state', '=', 'current').where('day', '<=', day).orderBy('day').orderBy('id').execute(); // prettier-ignore
  return rows.map((row) => ({ ...row, text: row.text ?? '', reading: JSON.parse(row.reading ?? '{}') as Reading }));
}
