import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/language/annotation.js';
import { joinSections, sectionsOf } from '../../src/language/sections.js';

describe('sectionsOf', () => {
  const text = 'One one.\n\nTwo two.\n\nThree three.\n\nFour.';
  const cut = (longest: number): string[] => sectionsOf(text, longest).map(({ start, end }) => text.slice(start, end));

  it('leaves a text that is not long whole', () => {
    expect(cut(100)).toEqual([text]);
  });

  it('cuts a long text at paragraphs, and loses nothing', () => {
    expect(cut(22)).toEqual(['One one.\n\nTwo two.\n\n', 'Three three.\n\nFour.']);
    expect(cut(1)).toEqual(['One one.\n\n', 'Two two.\n\n', 'Three three.\n\n', 'Four.']);
  });

  it('leaves a long text without paragraphs whole', () => {
    expect(sectionsOf('a '.repeat(50), 10)).toEqual([{ start: 0, end: 100 }]);
  });
});

describe('joinSections', () => {
  const part = (text: string): Annotation => ({
    text,
    words: [
      { start: 0, end: 2, form: text.slice(0, 2), lemma: '', upos: '', xpos: '', features: {}, head: -1, deprel: 'root' },
      { start: 3, end: 5, form: text.slice(3, 5), lemma: '', upos: '', xpos: '', features: {}, head: 0, deprel: 'dep' },
    ],
    tokens: [{ start: 0, end: 5, firstWord: 0, endWord: 2 }],
    sentences: [{ start: 0, end: 5, firstWord: 0, endWord: 2 }],
    entities: [{ start: 0, end: 2, type: 'Person' }],
    quotations: [],
    attributions: [{ source: [{ start: 0, end: 2 }], cue: [], content: [{ start: 3, end: 5 }], mode: 'indirect' }],
    clusters: [[{ start: 3, end: 5 }]],
  });

  it('moves every offset and every index', () => {
    const text = 'aa bb\ncc dd';
    const sections = [
      { start: 0, end: 6 },
      { start: 6, end: 11 },
    ];
    const joined = joinSections(text, sections, [part('aa bb\n'), part('cc dd')]);
    expect(joined.words.map(({ start, end, head, form }) => [text.slice(start, end) === form, head])).toEqual([
      [true, -1],
      [true, 0],
      [true, -1],
      [true, 2],
    ]);
    expect(joined.sentences[1]).toEqual({ start: 6, end: 11, firstWord: 2, endWord: 4 });
    expect(joined.tokens[1]).toEqual({ start: 6, end: 11, firstWord: 2, endWord: 4 });
    expect(joined.entities[1]).toEqual({ start: 6, end: 8, type: 'Person' });
    expect(joined.attributions[1]).toEqual({
      source: [{ start: 6, end: 8 }],
      cue: [],
      content: [{ start: 9, end: 11 }],
      mode: 'indirect',
    });
    expect(joined.clusters[1]).toEqual([{ start: 9, end: 11 }]);
  });
});
