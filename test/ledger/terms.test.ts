import { describe, expect, it } from 'vitest';
import { chiefTerms, keyOf } from '../../src/ledger/gate.js';
import { sameWords } from '../../src/ledger/same.js';
import { covered, sharedWeight, termsOf } from '../../src/ledger/terms.js';

describe('termsOf', () => {
  it('counts synonyms as one, and dates as none', () => {
    const [a, b] = [termsOf('to release the hostages by 3 May 2024'), termsOf('the captives were freed on May 3')];
    expect([...a.keys()].sort()).toEqual([...b.keys()].sort());
    expect(covered(a, b)).toBe(1);
  });

  it('gives names of actors little weight, and leaves out those of the speaker', () => {
    const terms = termsOf('Norway will rebuild the Ostra bridge', new Set(['norway']), new Set(['ostra']));
    expect(terms.has('norway')).toBe(false);
    expect(terms.get('ostra')).toBeLessThan(0.5);
  });

  it('finds nothing in common where there is nothing', () => {
    expect(sharedWeight(termsOf('a bridge'), termsOf('an amnesty'))).toBe(0);
  });
});

it('chiefTerms are the weightiest, then the longest, and no more than asked for', () => {
  expect(chiefTerms(new Map([['bridge', 1], ['a', 1], ['Ostra', 1.2], ['month', 0.25]]), 2)).toEqual(['Ostra', 'bridge']); // prettier-ignore
});

it('keys are whole numbers that a double holds, and differ by space, side and term', () => {
  const keys = [keyOf('s', 1, 'dam'), keyOf('c', 1, 'dam'), keyOf('s', 2, 'dam'), keyOf('s', 1, 'gate')];
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(Number.isSafeInteger(key)).toBe(true);
});

describe('sameWords', () => {
  it.each([
    ['“I said it, and I was wrong, and I say so,”', 'I said it, and I was wrong.', true],
    ['We will pay by Friday', 'We will pay by Friday', true],
    ['no comment', 'no comment', false],
    ['We will pay for the bridge at last', 'They will not pay for the road', false],
  ])('%s / %s', (a, b, same) => {
    expect(sameWords(a, b)).toBe(same);
  });
});
