import { describe, expect, it } from 'vitest';
import { phraseFrom } from '../../src/language/phrases.js';

/** Words written `form/UPOS/head/deprel`, heads counted from 1, 0 for the root. */
function phrase(notation: string, first: number): string | null {
  const words = notation.split(' ').map((part) => part.split('/') as [string, string, string, string]);
  const span = phraseFrom(first, {
    length: words.length,
    head: (w) => Number(words[w]?.[2]) - 1,
    upos: (w) => words[w]?.[1] ?? '',
    deprel: (w) => words[w]?.[3] ?? '',
  });
  return span === null
    ? null
    : words
        .slice(span.first, span.last + 1)
        .map(([form]) => form)
        .join(' ');
}

describe('phraseFrom', () => {
  const sentence =
    'Foreign/ADJ/2/amod Minister/PROPN/5/nsubj Lena/PROPN/2/flat Tarsk/PROPN/2/flat told/VERB/0/root a/DET/7/det court/NOUN/5/obj of/ADP/9/case Solmark/PROPN/7/nmod ,/PUNCT/5/punct who/PRON/12/nsubj left/VERB/7/acl:relcl';

  it.each<[string, number, string | null]>([
    ['a title and a name', 0, 'Foreign Minister Lena Tarsk'],
    ['a noun with what belongs to it, without the clause', 5, 'a court of Solmark'],
    ['no phrase at a verb', 4, null],
    ['no phrase at a preposition', 7, null],
    ['a pronoun', 10, 'who'],
  ])('%s', (_, first, expected) => {
    expect(phrase(sentence, first)).toBe(expected);
  });
});
