import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/language/annotation.js';
import {
  agreement,
  mentionFacts,
  pronounClass,
  type AgreementWeights,
  type MentionFacts,
} from '../../src/language/mention-match.js';

/** Words written `form/UPOS`; the head is the last one, or the one marked with `*`. */
function factsOf(notation: string): MentionFacts {
  let head = -1;
  const words = notation.split(' ').map((part, i): Word => {
    const [form = '', upos = ''] = part.replace('*', '').split('/');
    if (part.endsWith('*')) head = i;
    return {
      start: 0,
      end: 0,
      form,
      lemma: form.replace(/s$/u, ''),
      upos,
      xpos: form === "'s" ? 'POS' : '',
      features: {},
      head: -1,
      deprel: '',
    };
  });
  return mentionFacts(words, { first: 0, last: words.length - 1, head: head < 0 ? words.length - 1 : head, label: '' });
}

const zeros = [0, 0, 0];
/** Counts against names and new nouns, for what is the same. */
const WEIGHTS: AgreementWeights = {
  kind: [
    [zeros, zeros, zeros],
    [zeros, [-3, -3, -3], zeros],
    [zeros, zeros, [-1, 0, -1]],
  ],
  core: [zeros, [2, 2, 2], [6, 2, 0]],
  head: [zeros, [2, 2, 2], [0, 3, 0]],
  name: [3],
  pronoun: [],
};

describe('pronounClass', () => {
  it('tells the personal pronouns apart', () => {
    expect(
      ['dam/NOUN', 'me/PRON', 'our/PRON', 'your/PRON', 'his/PRON', 'her/PRON', 'its/PRON', 'them/PRON']
        .map(factsOf)
        .map(pronounClass),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('agreement', () => {
  it.each<[string, string, string]>([
    ['the same name', 'Tarsk/PROPN', 'Tarsk/PROPN'],
    ['a name and its possessive', 'Solmark/PROPN', "Solmark/PROPN* 's/PART"],
    ['a surname after the full name', 'Lena/PROPN Tarsk/PROPN', 'Tarsk/PROPN'],
    ['an acronym', 'the/DET River/PROPN Water/PROPN Board/PROPN', 'the/DET RWB/PROPN'],
    ['a noun phrase again', 'the/DET long/ADJ deadline/NOUN', 'the/DET long/ADJ deadline/NOUN'],
    ['a definite noun', 'a/DET new/ADJ dam/NOUN', 'the/DET dam/NOUN'],
    ['a plural', 'growers/NOUN', 'the/DET growers/NOUN'],
  ])('speaks for %s', (_, earlier, later) => {
    expect(agreement(factsOf(later), factsOf(earlier), WEIGHTS)).toBeGreaterThan(0);
  });

  it.each<[string, string, string]>([
    ['other names', 'Lena/PROPN Tarsk/PROPN', 'Braam/PROPN'],
    ['a noun phrase that is new', 'the/DET dam/NOUN', 'a/DET dam/NOUN'],
    ['"he" and "she"', 'she/PRON', 'he/PRON'],
    ['"it" and "they"', 'they/PRON', 'it/PRON'],
  ])('speaks against %s', (_, earlier, later) => {
    expect(agreement(factsOf(later), factsOf(earlier), WEIGHTS)).toBeLessThan(0);
  });

  it.each<[string, string, string]>([
    ['a pronoun and a name', 'Tarsk/PROPN', 'she/PRON'],
    ['forms of one pronoun', 'she/PRON', 'her/PRON'],
    ['two people who share a first name', 'Lena/PROPN Tarsk/PROPN', 'Lena/PROPN Orso/PROPN'],
  ])('has no say on %s', (_, earlier, later) => {
    expect(agreement(factsOf(later), factsOf(earlier), WEIGHTS)).toBe(0);
  });
});
