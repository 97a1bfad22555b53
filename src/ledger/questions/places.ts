import type { Evidence } from '../places.js';
import { oneOf, type Store } from '../store/store.js';

/** Where a record was first reported. */
export interface FirstReport extends Evidence {
  readonly published: string;
  readonly publisher: string | null;
}

/** The first reports of records, by their keys. */
export async function firstReports(
  store: Store,
  kind: 'statement' | 'event',
  pks: readonly number[],
): Promise<ReadonlyMap<number, FirstReport>> {
  if (pks.length === 0) return new Map();
  const rows = await store.all<{ record: number; document: string; spans: string; published: string; publisher: string | null }>(
    `select r.record, r.document, r.spans, a.published, a.publisher from report r join article a on a.id = r.document and a.state = 'current' where r.kind = ? and r.seq = 0 and r.record in ${oneOf(store, 'integer')}`,
    kind,
    JSON.stringify(pks),
  );
  return new Map(rows.map(({ record, spans, ...row }) => [record, { ...row, spans: JSON.parse(spans) as Evidence['spans'] }]));
}
