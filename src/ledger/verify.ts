import { createHash } from 'node:crypto';
import { checkSpan } from '../document/span.js';
import type { Store } from './store/store.js';

/** A piece of evidence that does not hold, or an article whose text is not the one that was filed. */
export interface Fault {
  readonly document: string;
  readonly record: string | null;
  readonly problem: string;
}

export interface Verified {
  readonly articles: number;
  readonly evidence: number;
  readonly faults: readonly Fault[];
}

const CHUNK = 500;

/** Checks the stored text of every article against its hash, and every piece of evidence of the record against the text it points at. */
export async function verify(store: Store, progress: (articles: number) => void = () => undefined): Promise<Verified> {
  const faults: Fault[] = [];
  const length = new Map<string, number>();
  let articles = 0;
  for (let after = 0; ;) {
    const rows = await store.kysely.selectFrom('article').select(['pk', 'id', 'state', 'hash', 'text']).where('pk', '>', after).where('state', '<>', 'removed').orderBy('pk').limit(CHUNK).execute(); // prettier-ignore
    for (const { pk, id, state, hash, text } of rows) {
      after = pk;
      articles++;
      if (text === null || createHash('sha256').update(text, 'utf8').digest('hex') !== hash)
        faults.push({ document: id, record: null, problem: 'the stored text is not the one whose hash was kept' });
      if (state === 'current') length.set(id, text?.length ?? 0);
    }
    progress(articles);
    if (rows.length < CHUNK) break;
  }
  let evidence = 0;
  const check = (document: string, spans: string, record: string): void => {
    evidence++;
    const size = length.get(document);
    if (size === undefined) {
      faults.push({ document, record, problem: 'the article that shows it is not in the ledger' });
      return;
    }
    try {
      for (const [start, end] of JSON.parse(spans) as [number, number][]) {
        checkSpan({ start, end }, size);
        if (start === end) throw new RangeError('the span is empty');
      }
    } catch (error) {
      faults.push({ document, record, problem: (error as Error).message });
    }
  };
  const tables = [
    `select 'commitment step ' || commitment as record, document, spans from commitment_step`,
    `select 'position step ' || position as record, document, spans from position_step`,
    `select 'dispute ' || dispute as record, document, spans from dispute_side`,
  ];
  for (const table of tables) for (const row of await store.all<{ record: string; document: string; spans: string }>(table)) check(row.document, row.spans, row.record); // prettier-ignore
  for (const kind of ['statement', 'event', 'commitment']) {
    for (let after = -1; ;) {
      const rows = await store.all<{ record: number; document: string; spans: string }>('select record, document, spans from report where kind = ? and record > ? order by record limit 20000', kind, after); // prettier-ignore
      const last = rows.at(-1)?.record;
      // The last record of a chunk may be cut; it is read again with the next one.
      const whole = rows.length < 20000 ? rows : rows.filter((row) => row.record !== last);
      for (const row of whole) check(row.document, row.spans, `${kind} ${row.record}`);
      if (rows.length < 20000 || whole.length === 0) break;
      after = whole.at(-1)?.record ?? after;
    }
  }
  return { articles, evidence, faults };
}
