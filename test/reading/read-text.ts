import { afterAll } from 'vitest';
import { makeDocument } from '../../src/document/document.js';
import { Annotator } from '../../src/language/annotator.js';
import { readingOf, type Reading, type SpanPair } from '../../src/reading/reading.js';

const annotator = await Annotator.load({ threads: 1 });
afterAll(() => annotator.close());

/** The reading of a text published on a day. */
export async function readText(published: string, text: string): Promise<Reading> {
  const document = makeDocument({ id: 'd', text, published, publisher: null, title: null });
  return readingOf(document, await annotator.annotate(text), 'eng', { version: '0', model: annotator.model });
}

export const wordsOf = (reading: Reading, spans: readonly SpanPair[]): string =>
  spans.map(([start, end]) => reading.document.text.slice(start, end)).join(' … ');

export const nameOf = (reading: Reading, id: string | null): string | null =>
  id === null ? null : (reading.actors.find((actor) => actor.id === id)?.name ?? id);
