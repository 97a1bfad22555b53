import { readFileSync } from 'node:fs';
import { articleFromJson } from '../../src/document/article.js';
import { identifyLanguage } from '../../src/language/identify.js';
import { Annotator } from '../../src/language/annotator.js';
import { readingOf, type Reading } from '../../src/reading/reading.js';

/** The readings of the dispatches of our own serials, as the shipped model makes them. */
export async function readSerials(...names: readonly string[]): Promise<readonly Reading[]> {
  const annotator = await Annotator.load({ threads: 1 });
  const out: Reading[] = [];
  for (const name of names) {
    const lines = readFileSync(new URL(`../../bench/serials/${name}/dispatches.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      const document = articleFromJson(Buffer.from(line), { needsDate: true });
      const annotation = await annotator.annotate(document.text);
      out.push(readingOf(document, annotation, identifyLanguage(document.text), { version: 'test', model: annotator.model }));
    }
  }
  await annotator.close();
  return out;
}

/** Another order of a list, the same one for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  let state = seed * 2_654_435_761;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296;
  return list.map((item) => [next(), item] as const).sort((a, b) => a[0] - b[0]).map(([, item]) => item); // prettier-ignore
}
