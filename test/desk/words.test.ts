import { describe, expect, it } from 'vitest';
import { ACTS as ALL_ACTS } from '../../src/reading/act.js';
import { PLOVER_TYPES } from '../../src/reading/plover.js';
import { ACTS, EVENT_TYPES, partiesOf, stepWord } from '../../src/desk/words.js';

describe('words of the desk', () => {
  it('have a verb for every act and every event', () => {
    expect([...ACTS].sort()).toEqual([...ALL_ACTS].sort());
    expect([...EVENT_TYPES].sort()).toEqual([...PLOVER_TYPES].sort());
  });

  it.each([
    ['demand', { state: 'active', due: '2025-03-21' }, undefined, 'set'],
    ['demand', { state: 'active', due: '2025-04-04' }, { state: 'active', due: '2025-03-21' }, 'extended'],
    ['demand', { state: 'active', due: '2025-03-10' }, { state: 'active', due: '2025-03-21' }, 'shortened'],
    ['demand', { state: 'active', due: '2025-03-10' }, { state: 'active', due: null }, 'given a day'],
    ['demand', { state: 'expired', due: '2025-03-10' }, { state: 'active', due: '2025-03-10' }, 'passed'],
    ['offer', { state: 'conditional', due: null }, undefined, 'offered'],
    ['offer', { state: 'active', due: null }, { state: 'conditional', due: null }, 'taken up'],
    ['offer', { state: 'rejected', due: null }, { state: 'conditional', due: null }, 'turned down'],
    ['threat', { state: 'conditional', due: null }, undefined, 'drawn'],
    ['threat', { state: 'satisfied', due: null }, { state: 'conditional', due: null }, 'carried out'],
    ['promise', { state: 'violated', due: null }, { state: 'active', due: null }, 'broken'],
    ['promise', { state: 'satisfied', due: null }, { state: 'active', due: null }, 'met'],
    ['promise', { state: 'active', due: null }, { state: 'conditional', due: null }, 'condition met'],
    ['agreement', { state: 'disputed', due: null }, { state: 'active', due: null }, 'disputed'],
    ['agreement', { state: 'cancelled', due: null }, { state: 'active', due: null }, 'withdrawn'],
  ])('say what a step of a %s did: %j after %j is %s', (kind, step, before, word) => {
    expect(stepWord(kind, step, before)).toBe(word);
  });

  it('put the sides of a commitment in the order in which it is said', () => {
    expect(partiesOf({ kind: 'demand', debtor: 'B', creditor: 'A' })).toEqual(['A', 'of', 'B']);
    expect(partiesOf({ kind: 'threat', debtor: 'B', creditor: 'A' })).toEqual(['B', 'against', 'A']);
    expect(partiesOf({ kind: 'agreement', debtor: 'B', creditor: 'A' })).toEqual(['B', 'with', 'A']);
    expect(partiesOf({ kind: 'promise', debtor: 'B', creditor: 'A' })).toEqual(['B', 'to', 'A']);
  });
});
