import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLemmaScript, lemmaScript } from '../../src/language/lemma-script.js';

describe('lemmaScript', () => {
  it.each([
    ['talks', 'talk', 'l|1|'],
    ['Agreed', 'agree', 'l|1|'],
    ['promising', 'promise', 'l|3|e'],
    ['Korun', 'Korun', 'k|0|'],
    ['KORUN', 'Korun', 'c|0|'],
    ['went', 'go', '=|go'],
    ["n't", 'not', '=|not'],
    ['is', 'be', '=|be'],
  ])('%s to %s', (form, lemma, script) => {
    expect(lemmaScript(form, lemma)).toBe(script);
    expect(applyLemmaScript(form, script)).toBe(lemma);
  });

  it('is undone by applyLemmaScript for any pair of words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcABCéÉß|='), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (form, lemma) => {
        expect(applyLemmaScript(form, lemmaScript(form, lemma))).toBe(lemma);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
