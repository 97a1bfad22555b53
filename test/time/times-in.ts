import { afterAll } from 'vitest';
import { Annotator } from '../../src/language/annotator.js';
import { findTimes } from '../../src/time/find-times.js';

const annotator = await Annotator.load({ threads: 1 });
afterAll(() => annotator.close());

/** The times of a text as `words → value`, one after the other. */
export async function timesIn(published: string | null, text: string): Promise<string[]> {
  const annotation = await annotator.annotate(text);
  return findTimes(annotation, published).map(({ start, end, value }) => `${text.slice(start, end)} → ${String(value)}`);
}

export { annotator };
