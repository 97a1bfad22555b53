import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading, SpanPair } from '../../src/reading/reading.js';
import { onrecord } from '../cli/run-cli.js';
import { readText } from './read-text.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const texts = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(EXAMPLES + file, 'utf8').replace(/^[\s\S]*?\n\n/u, ''));

/** Every span and id of a reading points at something. */
function expectSound(reading: Reading): void {
  const { text } = reading.document;
  const actors = new Set(reading.actors.map(({ id }) => id));
  const statements = new Set(reading.statements.map(({ id }) => id));
  const span = ([start, end]: SpanPair): void => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  };
  const actor = (id: string | null): void => void (id !== null && expect(actors).toContain(id));
  const evidence = (e: string | SpanPair): void => (typeof e === 'string' ? expect(statements).toContain(e) : span(e));
  for (const a of reading.actors) {
    a.mentions.forEach(span);
    actor(a.actsFor);
  }
  for (const s of reading.statements) {
    [...s.source, ...s.cue, ...s.content, ...s.condition].forEach(span);
    [s.speaker, ...s.to].forEach(actor);
    if (s.within !== null) expect(statements).toContain(s.within);
    expect(s.within).not.toBe(s.id);
  }
  for (const e of reading.events) {
    e.evidence.forEach(span);
    [...e.agents, ...e.patients].forEach(actor);
  }
  for (const c of reading.commitments) {
    [...c.antecedent, ...c.consequent].forEach(span);
    [c.debtor, c.creditor].forEach(actor);
    c.evidence.forEach(evidence);
  }
  for (const p of reading.positions) {
    actor(p.actor);
    p.evidence.forEach(evidence);
  }
  for (const d of reading.disputes) d.between.forEach(evidence);
  for (const t of reading.times) span([t.start, t.end]);
}

describe('a reading', () => {
  it('never points outside its text, whatever the text', async () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.”])\s+/u));
    const words = fc.constantFrom(
      ...sentences,
      '“',
      '”',
      '\n\n',
      '—',
      '😀',
      'He said',
      'until Friday',
      ',',
      'by 31 February',
      '(',
      'Mr. ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 12 }), async (parts) => {
        expectSound(await readText('2025-03-12', parts.join(' ') || 'x'));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('stays sound on lists, where the parser hangs words on the wrong heads', async () => {
    const list = [
      '“We are ready,” the minister said.\n',
      '- March 14: Chair of the Joint Heads of Staff Olsen’s promise to President Orsova',
      '- March 10: Commander of the Armed Forces Moreau’s call to Minister of Foreign Affairs Ito',
      '- January 23: Chair of the Joint Heads of Staff Berg’s demand to Commander-in-Chief of the Vellish Armed Forces Lt. Gen. Lund',
      '- December 13: Commander of the Armed Forces Torvald’s call to Chief of the General Staff Gen. Torvald',
    ];
    expectSound(await readText('2025-01-10', list.join('\n')));
  });

  it('is the same bytes again, in another time zone, and in any order of a batch', async () => {
    const lines = texts.map((text, i) => JSON.stringify({ id: `t${i}`, published: '2025-03-12', text }));
    const read = async (input: readonly string[], zone: string): Promise<string[]> => {
      const { stdout } = await onrecord(['read', '--json', '-'], input.join('\n'), { TZ: zone });
      return stdout.trim().split('\n').sort();
    };
    const first = await read(lines, 'UTC');
    expect(await read(lines, 'Pacific/Auckland')).toEqual(first);
    expect(await read([...lines].reverse(), 'America/Los_Angeles')).toEqual(first);
  });
});
