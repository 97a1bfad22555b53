import { describe, expect, it } from 'vitest';
import { daysBetween, mayAgree, rangeOf } from '../../src/ledger/dates.js';

describe('rangeOf', () => {
  it.each([
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-02-29~', '2024-02-29', '2024-02-29'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-03/2024-06', '2024-03-01', '2024-06-30'],
    ['2024-03-07/2024-03-08', '2024-03-07', '2024-03-08'],
    ['2024-21', '2024-03-01', '2024-05-30'],
    ['2024-24', '2024-12-01', '2025-02-28'],
  ])('%s', (edtf, first, last) => {
    expect(rangeOf(edtf)).toEqual({ first, last });
  });

  it.each([null, 'soon', '2024-13', '24-03'])('%s is no date', (edtf) => {
    expect(rangeOf(edtf)).toBeNull();
  });
});

it('mayAgree holds for what is unknown, and for ranges that meet', () => {
  expect(mayAgree(null, '2024-03-01')).toBe(true);
  expect(mayAgree('2024-03', '2024-03-15')).toBe(true);
  expect(mayAgree('2024-03-14', '2024-03-15')).toBe(false);
});

it('daysBetween counts over a leap day and a change of clocks', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2024-03-31', '2024-03-30')).toBe(-1);
});
