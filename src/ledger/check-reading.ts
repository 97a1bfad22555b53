import { createHash } from 'node:crypto';
import { Failure } from '../document/failure.js';
import { parsePublished } from '../document/published.js';
import { checkSpan } from '../document/span.js';
import type { Reading, SpanPair } from '../reading/reading.js';

/**
 * A reading that was made elsewhere and comes as JSON, such as a line of `onrecord read --json`: checked before it is filed, so that no
 * evidence points outside its text.
 *
 * @throws Failure `bad-reading`
 */
export function checkReading(value: unknown): Reading {
  try {
    const reading = value as Reading;
    const { document } = reading;
    for (const name of ['id', 'text', 'hash', 'published'] as const)
      if (typeof document?.[name] !== 'string') throw new Error(`"document.${name}" is no string`);
    parsePublished(document.published as string);
    if (createHash('sha256').update(document.text, 'utf8').digest('hex') !== document.hash)
      throw new Error('"document.hash" is not that of its text');
    for (const name of ['actors', 'statements', 'events', 'facts', 'commitments', 'positions', 'disputes', 'times'] as const)
      if (!Array.isArray(reading[name])) throw new Error(`"${name}" is no list`);
    const check = (spans: readonly SpanPair[]): void => {
      for (const [start, end] of spans) checkSpan({ start, end }, document.text.length);
    };
    const only = (evidence: readonly (string | SpanPair)[]): readonly SpanPair[] =>
      evidence.filter((e): e is SpanPair => typeof e !== 'string');
    for (const actor of reading.actors) check(actor.mentions);
    for (const s of reading.statements) check([...s.source, ...s.cue, ...s.content, ...s.condition]);
    for (const e of reading.events) check(e.evidence);
    for (const f of reading.facts) check([f.evidence]);
    for (const c of reading.commitments) check([...c.antecedent, ...c.consequent, ...only(c.evidence)]);
    for (const p of reading.positions) check(only(p.evidence));
    return reading;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('bad-reading', { problem: (error as Error).message }, { cause: error });
  }
}
