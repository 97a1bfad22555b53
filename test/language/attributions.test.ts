import { describe, expect, it } from 'vitest';
import { linkAttributions, type Candidate } from '../../src/language/attributions.js';
import type { WordSpan } from '../../src/language/bio.js';

const span = (first: number, last = first): WordSpan => ({ first, last, label: '' });
const link = (
  sources: WordSpan[],
  cues: WordSpan[],
  contents: WordSpan[],
  cueOf: Record<number, Candidate[]>,
  sourceOf: Record<number, Candidate[]> = {},
): string[] =>
  linkAttributions({
    sources,
    cues,
    contents,
    cueOf: (w) => cueOf[w] ?? [],
    sourceOf: (w) => sourceOf[w] ?? [],
    phraseFrom: (w) => (w % 10 === 0 ? span(w, w + 2) : null),
  }).map(
    ({ source, cue, content }) =>
      `${source?.first ?? '–'} / ${cue.first} / ${content.map(({ first, last }) => `${first}-${last}`).join(' ')}`,
  );
const at = (word: number, probability: number): Candidate => ({ word, probability });

describe('linkAttributions', () => {
  it('links content to cue and cue to source', () => {
    expect(link([span(0)], [span(1)], [span(2, 5)], { 2: [at(1, 0.9)] }, { 1: [at(0, 0.8), at(-1, 0.2)] })).toEqual([
      '0 / 1 / 2-5',
    ]);
  });

  it('makes one attribution of a quotation that its cue interrupts', () => {
    const cueOf = { 0: [at(5, 0.9)], 7: [at(5, 0.8)] };
    expect(link([span(4)], [span(5)], [span(0, 3), span(7, 9)], cueOf, { 5: [at(4, 0.9)] })).toEqual(['4 / 5 / 0-3 7-9']);
  });

  it('adds up what points at the words of one cue', () => {
    const cueOf = { 0: [at(9, 0.4), at(5, 0.3), at(6, 0.3)] };
    expect(link([], [span(5, 6), span(9)], [span(0, 3)], cueOf)).toEqual(['– / 5 / 0-3']);
  });

  it('leaves the source out where none is likelier', () => {
    expect(link([span(0)], [span(1)], [span(2)], { 2: [at(1, 0.9)] }, { 1: [at(-1, 0.6), at(0, 0.4)] })).toEqual(['– / 1 / 2-2']);
  });

  it('leaves out a cue without content, and a content whose cue is nowhere sure', () => {
    expect(link([], [span(1)], [span(2)], { 2: [at(8, 0.4), at(1, 0.1)] })).toEqual([]);
  });

  it('takes the noun phrase that a cue surely points at where no source was tagged', () => {
    expect(link([span(0)], [span(4)], [span(5)], { 5: [at(4, 0.9)] }, { 4: [at(10, 0.7), at(0, 0.1)] })).toEqual([
      '10 / 4 / 5-5',
    ]);
  });

  it('takes no source that it only half believes in', () => {
    expect(link([span(0)], [span(4)], [span(5)], { 5: [at(4, 0.9)] }, { 4: [at(7, 0.2), at(0, 0.2)] })).toEqual(['– / 4 / 5-5']);
  });
});
