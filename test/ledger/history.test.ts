import { describe, expect, it } from 'vitest';
import { asOf } from '../../src/ledger/history.js';
import { recordOf } from '../../src/ledger/record-of.js';
import type { CommitmentRecord, CommitmentStep } from '../../src/ledger/record.js';
import { articleFromJson } from '../../src/document/article.js';
import { Annotator } from '../../src/language/annotator.js';
import { readingOf } from '../../src/reading/reading.js';

/** The commitments of a few sentences, each an article of its own. */
async function commitmentsOf(
  ...articles: readonly (readonly [published: string, text: string])[]
): Promise<readonly CommitmentRecord[]> {
  const annotator = await Annotator.load({ threads: 1 });
  const readings = [];
  for (const [i, [published, text]] of articles.entries()) {
    const document = articleFromJson(Buffer.from(JSON.stringify({ id: `a${i}`, published, text })), { needsDate: true });
    readings.push(readingOf(document, await annotator.annotate(text), 'eng', { version: 't', model: 't' }));
  }
  await annotator.close();
  return recordOf(readings).commitments;
}
const line = (c: CommitmentRecord | undefined): string => (c?.history ?? []).map((h) => `${h.on} ${h.state}${h.due === null ? '' : ` ${h.due}`}`).join(', '); // prettier-ignore

describe('the life of a commitment', () => {
  it('a promise that is kept', async () => {
    const [c] = await commitmentsOf(
      ['2025-03-03', 'Norway promised on Monday to send 40 buses to Kyiv by 20 March.'],
      ['2025-03-19', 'Norway sent 40 buses to Kyiv on Tuesday.'],
    );
    expect(line(c)).toBe('2025-03-03 active 2025-03-20, 2025-03-18 satisfied 2025-03-20');
  });

  it('a promise whose day passes in silence, marked as inferred', async () => {
    const [c] = await commitmentsOf(
      ['2025-03-03', 'Norway promised on Monday to send 40 buses to Kyiv by 20 March.'],
      ['2025-04-02', 'It rained in Oslo on Tuesday, the weather service said.'],
    );
    expect(line(c)).toBe('2025-03-03 active 2025-03-20, 2025-03-20 violated 2025-03-20');
    expect(c?.history.at(-1)?.inferred).toContain('nothing that was read says');
  });

  it('a promise not to do something, and the deed', async () => {
    const [c] = await commitmentsOf(
      ['2025-05-05', 'President Erdogan promised on Monday that no Turkish soldier would enter the harbour of Latakia.'],
      ['2025-05-23', 'Turkish soldiers entered the harbour of Latakia on Thursday.'],
    );
    expect(line(c)).toBe('2025-05-05 active, 2025-05-22 violated');
  });
});

describe('asOf', () => {
  const step = (on: string, state: CommitmentStep['state'], due: string | null, published = on): CommitmentStep => ({ on, state, due, published, document: 'd', spans: [[0, 1]], inferred: null }); // prettier-ignore

  it('knows only what was published by the day', () => {
    const all = [step('2025-01-01', 'active', '2025-02-01'), step('2025-01-20', 'satisfied', '2025-02-01', '2025-03-01')];
    expect(asOf('promise', all, '2025-01-15').map((s) => s.state)).toEqual(['active']);
    expect(asOf('promise', all, '2025-02-10').map((s) => s.state)).toEqual(['active', 'violated']);
    expect(asOf('promise', all, '2025-03-01').map((s) => s.state)).toEqual(['active', 'satisfied']);
  });

  it('lets a demand and an offer expire, and a threat be', () => {
    const one = [step('2025-01-01', 'active', '2025-02-01')];
    expect(asOf('demand', one, '2025-02-02').at(-1)?.state).toBe('expired');
    expect(asOf('offer', one, '2025-02-02').at(-1)?.state).toBe('expired');
    expect(asOf('threat', one, '2025-02-02').at(-1)?.state).toBe('active');
    expect(asOf('demand', one, '2025-02-01').at(-1)?.state).toBe('active');
  });
});
