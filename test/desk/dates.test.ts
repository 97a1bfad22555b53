import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, extentOf, inWords, isoOf, ticks } from '../../src/desk/dates.js';

describe('dates of the record', () => {
  it.each([
    ['2025-09-05', '5 Sep 2025', '2025-09-05', '2025-09-05', 'day', false],
    ['2025-09', 'Sep 2025', '2025-09-01', '2025-09-30', 'month', false],
    ['2024-02', 'Feb 2024', '2024-02-01', '2024-02-29', 'month', false],
    ['2025', '2025', '2025-01-01', '2025-12-31', 'year', false],
    ['2025-03-03~', 'about 3 Mar 2025', '2025-03-03', '2025-03-03', 'day', true],
    ['2025-03-07/2025-03-08', '7–8 Mar 2025', '2025-03-07', '2025-03-08', 'interval', false],
    ['2025-03-30/2025-04-02', '30 Mar – 2 Apr 2025', '2025-03-30', '2025-04-02', 'interval', false],
    ['2024-12-30/2025-01-02', '30 Dec 2024 – 2 Jan 2025', '2024-12-30', '2025-01-02', 'interval', false],
    ['2022-21', 'spring 2022', '2022-03-01', '2022-05-31', 'month', false],
    ['2022-24', 'winter 2022', '2022-12-01', '2023-02-28', 'month', false],
    ['2022-34', 'second quarter of 2022', '2022-04-01', '2022-06-30', 'month', false],
  ])('%s is %s', (edtf, words, first, last, precision, about) => {
    expect(inWords(edtf)).toBe(words);
    expect(extentOf(edtf)).toEqual({ first: dayOf(first), last: dayOf(last), precision, about });
  });

  it('are said to be unknown where there is none, and kept as they are where they cannot be said', () => {
    expect(inWords(null)).toBe('day not given');
    expect(inWords('2025-99')).toBe('2025-99');
    for (const none of [null, '', 'soon', '2025-99', '../2025-01-01']) expect(extentOf(none)).toBeNull();
  });

  it('are counted in days without loss', () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => dayOf(isoOf(day)) === day));
  });

  it('are marked on an axis no closer than they can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 200, max: 1200 }), (length, pixels) => {
        const first = dayOf('2020-01-05');
        const marks = ticks(first, first + length, pixels).filter(({ name, chief }) => chief && name !== '');
        const gaps = marks.slice(1).map(({ day }, i) => ((day - (marks[i]?.day ?? 0)) / length) * pixels);
        return gaps.every((gap) => gap >= 24);
      }),
    );
  });
});
