import { describe, expect, it } from 'vitest';
import { day, edtfValue, lastDay, periodOf, shifted, timexValue, type Unit } from '../../src/time/period.js';

describe('a period', () => {
  it.each<[Unit, string, string, string, string]>([
    ['day', '2025-03-12', '2025-03-12', '2025-03-12', '2025-03-12'],
    ['week', '2025-03-12', '2025-W11', '2025-03-10/2025-03-16', '2025-03-16'],
    ['weekend', '2025-03-12', '2025-W11-WE', '2025-03-15/2025-03-16', '2025-03-16'],
    ['month', '2024-02-10', '2024-02', '2024-02', '2024-02-29'],
    ['quarter', '2025-05-12', '2025-Q2', '2025-34', '2025-06-30'],
    ['season', '2025-07-01', '2025-SU', '2025-22', '2025-08-31'],
    ['season', '2025-01-05', '2024-WI', '2024-24', '2025-02-28'],
    ['half', '2025-08-01', '2025-H2', '2025-07-01/2025-12-31', '2025-12-31'],
    ['year', '2025-03-12', '2025', '2025', '2025-12-31'],
    ['decade', '1994-03-12', '199', '199X', '1999-12-31'],
    ['century', '1894-03-12', '18', '18XX', '1899-12-31'],
  ])('of a %s that holds %s', (unit, date, timex, edtf, last) => {
    const period = periodOf(day(date), unit);
    expect([timexValue(period), edtfValue(period), lastDay(period).toString()]).toEqual([timex, edtf, last]);
  });

  it('is moved by its own unit, also over the end of a year', () => {
    expect(timexValue(shifted(periodOf(day('2025-01-10'), 'month'), -1))).toBe('2024-12');
    expect(timexValue(shifted(periodOf(day('2025-12-10'), 'quarter'), 1))).toBe('2026-Q1');
    expect(timexValue(shifted(periodOf(day('2025-03-31'), 'day'), 1))).toBe('2025-04-01');
  });
});
