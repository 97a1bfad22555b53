import { describe, expect, it } from 'vitest';
import { numberOf, ordinalOf } from '../../src/time/numbers.js';

describe('numberOf', () => {
  it.each([
    ['12', 12],
    ['1,200', 1200],
    ['2.5', 2.5],
    ['seven', 7],
    ['twenty-one', 21],
    ['two hundred', 200],
    ['some', null],
  ])('%s', (text, value) => expect(numberOf(text)).toBe(value));
});

describe('ordinalOf', () => {
  it.each([
    ['3rd', 3],
    ['twelfth', 12],
    ['twenty-first', 21],
    ['last', null],
  ])('%s', (text, value) => expect(ordinalOf(text)).toBe(value));
});
