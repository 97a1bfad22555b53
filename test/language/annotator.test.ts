import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/language/annotation.js';
import { Annotator } from '../../src/language/annotator.js';

let annotator: Annotator;
beforeAll(async () => {
  annotator = await Annotator.load({ threads: 1 });
});
afterAll(async () => {
  await annotator.close();
});

/** Attributions as `source | cue | content`, parts of a content joined by ` + `. */
async function attributions(text: string): Promise<string[]> {
  const annotation = await annotator.annotate(text);
  return annotation.attributions.map(({ source, cue, content, mode }) => {
    const cut = (spans: readonly { start: number; end: number }[]): string =>
      spans.map(({ start, end }) => text.slice(start, end)).join(' + ');
    return `${mode}: ${cut(source)} | ${cut(cue)} | ${cut(content)}`;
  });
}

describe('attributions', () => {
  it.each<[string, string, string[]]>([
    [
      'a direct quotation',
      'BRENNICK — “We will keep the gates shut,” President Oskar Venn said on Friday.',
      ['direct: President Oskar Venn | said | “We will keep the gates shut,”'],
    ],
    [
      'indirect speech',
      'Solmark said the border would close on Friday.',
      ['indirect: Solmark | said | the border would close on Friday'],
    ],
    [
      'a curly mark closed by a straight one',
      'The minister was angry. “They have taken our water," she said.',
      ['direct: she | said | “They have taken our water,"'],
    ],
    [
      'a quotation that its cue interrupts',
      'She spoke to reporters in the capital. “Nobody wins a quarrel over water,” she said, “and nobody forgets one.”',
      ['direct: she | said | “Nobody wins a quarrel over water,” + “and nobody forgets one.”'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await attributions(text)).toEqual(expect.arrayContaining(expected));
  });
});

/** Everything that must hold of an annotation of any text. */
function expectSound(annotation: Annotation): void {
  const { text, words, tokens, sentences, entities, quotations, attributions, clusters } = annotation;
  const spans = [
    ...words,
    ...tokens,
    ...sentences,
    ...entities,
    ...quotations,
    ...clusters.flat(),
    ...attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content]),
  ];
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''));
  expect(sentences.map((s) => s.firstWord)).toEqual([
    ...(words.length > 0 ? [0] : []),
    ...sentences.slice(0, -1).map((s) => s.endWord),
  ]);
  for (const { firstWord, endWord } of sentences) {
    const heads = words.slice(firstWord, endWord).map((word) => word.head);
    expect(heads.filter((head) => head === -1)).toHaveLength(1);
    heads.forEach((_, i) => {
      let steps = 0;
      for (let w = firstWord + i; w !== -1; w = words[w]?.head ?? -1) {
        expect(w).toBeGreaterThanOrEqual(firstWord);
        expect(w).toBeLessThan(endWord);
        expect(steps++).toBeLessThanOrEqual(endWord - firstWord);
      }
    });
  }
  for (const { cue, content } of attributions) {
    expect(cue.length).toBeGreaterThan(0);
    expect(content.length).toBeGreaterThan(0);
  }
  for (const cluster of clusters) expect(cluster.length).toBeGreaterThan(1);
}

const LONG = Array.from(
  { length: 60 },
  (_, i) =>
    `On day ${i + 1}, the envoy said the talks in Vesterholm would go on. “We are not done,” she added${i % 7 === 0 ? '.\n\n' : '. '}`,
).join('');

describe('annotate', () => {
  it('reads a text of many windows, each word once', async () => {
    const annotation = await annotator.annotate(LONG);
    expectSound(annotation);
    expect(annotation.attributions.length).toBeGreaterThan(80);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['one mark', '“'],
    ['control characters', 'a\u0000b \u0007 \u200b'],
    ['an unpaired surrogate', 'talks \ud83d broke \udc00 down'],
    ['one endless word', 'ab'.repeat(3000)],
    ['one endless token of two words', '北'.repeat(700) + "'s end. " + '北'.repeat(330) + "'s"],
    ['one endless sentence', 'and they said that '.repeat(300)],
    ['many marks', '“‘"\''.repeat(200)],
    ['right to left', 'قال الوزير إن المحادثات انتهت “yes” she said'],
  ])('is sound on %s', async (_, text) => {
    expectSound(await annotator.annotate(text));
  });

  it('is sound on any text', async () => {
    const piece = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'said',
          ' ',
          ' ',
          '. ',
          '“',
          '”',
          '"',
          '\n\n',
          'Aldous ',
          'the dam ',
          'will not ',
          "don't ",
          ', ',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        expectSound(await annotator.annotate(pieces.join('')));
      }),
      { numRuns: 60, seed: 17 },
    );
  });

  it('gives the same annotation whatever was read before, and on one thread or two', async () => {
    const text = LONG.slice(0, 3000);
    const first = await annotator.annotate(text);
    await annotator.annotate('Something else, said Braam.');
    expect(await annotator.annotate(text)).toEqual(first);
    const other = await Annotator.load({ threads: 2 });
    expect(await other.annotate(text)).toEqual(first);
    await other.close();
  });

  it('gives the same annotation beside any neighbours', async () => {
    const texts = [LONG.slice(0, 1500), 'Braam refused.', LONG.slice(1500, 4000), '“No,” said Tarsk.'];
    const alone = [];
    for (const text of texts) alone.push(await annotator.annotate(text));
    expect(await Promise.all(texts.map((text) => annotator.annotate(text)))).toEqual(alone);
    expect((await Promise.all([...texts].reverse().map((text) => annotator.annotate(text)))).reverse()).toEqual(alone);
  });
});
