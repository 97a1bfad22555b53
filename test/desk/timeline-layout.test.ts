import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/desk/dates.js';
import { layOut, type LayoutOptions } from '../../src/desk/timeline-layout.js';
import type { TimelineEntry } from '../../src/server/shapes.js';

const FIRST = dayOf('2025-01-01');
const options: LayoutOptions = { first: FIRST, last: FIRST + 100, width: 1000, verbOf: (type) => type, measure: (text) => text.length * 6, most: 4, unfolded: new Set() }; // prettier-ignore

const entry = fc
  .record({
    on: fc.integer({ min: 0, max: 100 }),
    after: fc.nat(20),
    lane: fc.constantFrom('a', 'b', null),
    precise: fc.constantFrom('day', 'month', 'none'),
    words: fc.string({ maxLength: 80 }),
  }) // prettier-ignore
  .map(({ on, after, lane, precise, words }): Omit<TimelineEntry, 'id'> => {
    const day = isoOf(FIRST + on);
    const who = lane === null ? null : { id: lane, name: lane.toUpperCase() };
    return { what: 'statement', day, date: precise === 'none' ? null : precise === 'month' ? day.slice(0, 7) : day, type: 'assert', actors: '', lane: who, side: who === null ? null : { id: 'a', name: 'A' }, content: words, reported: isoOf(FIRST + on + after), reports: 1, first: null }; // prettier-ignore
  });
const entries = fc.array(entry, { maxLength: 40 }).map((all) => all.map((one, i): TimelineEntry => ({ ...one, id: `s-${i}` })));

describe('the timeline', () => {
  it('lays nothing on anything else, and folds what has no room', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const lanes = layOut(all, options).flatMap((side) => side.lanes);
        let shown = 0;
        for (const { placed, rows, folded } of lanes) {
          shown += placed.length + folded;
          expect(rows).toBeLessThanOrEqual(options.most);
          for (const one of placed)
            for (const other of placed)
              if (one !== other && one.row === other.row) expect(one.right <= other.left || other.right <= one.left).toBe(true);
        }
        expect(shown).toBe(all.length);
      }),
    );
  });

  it('folds nothing in a lane that is asked for whole', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const lanes = layOut(all, { ...options, unfolded: new Set(['a', 'b', '']) }).flatMap((side) => side.lanes);
        expect(lanes.every(({ folded }) => folded === 0)).toBe(true);
      }),
    );
  });

  it('puts the lane of a state before those who speak for it, and those not named last', () => {
    const one = (id: string, lane: string | null): TimelineEntry => ({ id, what: 'statement', day: '2025-01-05', date: '2025-01-05', type: 'assert', actors: '', lane: lane === null ? null : { id: lane, name: lane }, side: lane === null ? null : { id: 'state', name: 'State' }, content: 'x', reported: '2025-01-05', reports: 1, first: null }); // prettier-ignore
    const sides = layOut([one('1', 'envoy'), one('2', 'envoy'), one('3', 'state'), one('4', null)], options);
    expect(sides.map(({ id, lanes }) => [id, lanes.map((lane) => lane.id)])).toEqual([['state', ['state', 'envoy']], ['', ['']]]); // prettier-ignore
  });

  it('draws what was only reported later to the day of its report, and nothing after it', () => {
    const late: TimelineEntry = { id: '1', what: 'event', day: '2025-01-11', date: '2025-01-11', type: 'MEET', actors: '', lane: null, side: null, content: 'x', reported: '2025-01-31', reports: 1, first: null }; // prettier-ignore
    const [placed] = layOut([late], options)[0]?.lanes[0]?.placed ?? [];
    expect([placed?.x, placed?.late, placed?.lateDays]).toEqual([100, 300, 20]);
    const month = layOut([{ ...late, date: '2025-01', reported: '2025-01-21' }], options)[0]?.lanes[0]?.placed[0];
    expect([month?.from, month?.to, month?.x, month?.late]).toEqual([0, 200, 100, null]);
  });
});
