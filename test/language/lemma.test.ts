import { describe, expect, it } from 'vitest';
import { lemmaOf } from '../../src/language/lemma.js';

const KNOWN = new Set(['company', 'run', 'love', 'talk', 'plan', 'early', 'clash', 'i', 'call', 'cal']);
const lemma = (form: string, upos: string, xpos: string, script: string): string =>
  lemmaOf({ form, upos, xpos, script }, (word) => KNOWN.has(word));

describe('lemmaOf', () => {
  it.each([
    ['what the rule makes', 'Talks', 'NOUN', 'NNS', 'l|1|', 'talk'],
    ['a regular plural where the rule makes no word', 'companies', 'NOUN', 'NNS', 'l|1|', 'company'],
    ['a plural in -es', 'clashes', 'NOUN', 'NNS', 'l|1|', 'clash'],
    ['a doubled consonant', 'running', 'VERB', 'VBG', 'l|3|', 'run'],
    ['a silent e', 'loved', 'VERB', 'VBD', 'l|2|', 'love'],
    ['a comparative', 'earlier', 'ADV', 'RBR', 'l|2|', 'early'],
    ['one consonant for two where the word is not known', 'flimming', 'VERB', 'VBG', 'l|3|', 'flim'],
    ['a silent e where the word is not known', 'reiterated', 'VERB', 'VBN', 'l|0|', 'reiterate'],
    ['the base of an irregular past, whatever the rule', 'said', 'VERB', 'VBD', 'l|0|', 'say'],
    ['the base of an irregular past, not the rule', 'drew', 'VERB', 'VBD', 'l|1|', 'draw'],
    ['a double consonant of the base', 'calling', 'VERB', 'VBG', 'l|4|', 'call'],
    ['a past that is its base', 'cut', 'VERB', 'VBD', 'l|0|', 'cut'],
    ['the rule for a name', 'Wendies', 'PROPN', 'NNPS', 'k|1|', 'Wendie'],
    ['the form where the rule leaves nothing', 'a', 'DET', 'DT', 'l|5|', 'a'],
    ['the pronoun i', 'i', 'PRON', 'PRP', 'l|0|', 'I'],
  ])('gives %s', (_, form, upos, xpos, script, expected) => {
    expect(lemma(form, upos, xpos, script)).toBe(expected);
  });
});
