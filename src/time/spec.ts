import { Temporal } from 'temporal-polyfill';
import { holidayIn, type Holiday } from './data/holidays.js';
import { lastDay, periodOf, shifted, type Day, type Period, type Unit } from './period.js';

/** Whether what a time belongs to lies before or after the day that it is counted from. */
export type Direction = 'past' | 'future' | 'unknown';

/** What a relative time is counted from. */
export interface Anchor {
  /** The day that "today" is. */
  readonly day: Day;
  /** Tense of the governing verb. */
  readonly direction: Direction;
  /** The date named last before this one, for "the following day" and dates without a year in a narrative. */
  readonly reference: Period | null;
  /** Whether the text tells history, so that a date without a year follows the reference. */
  readonly narrative?: boolean;
  /** Whether the day must lie on the side that the direction says: a deadline is never past when it is set. */
  readonly strict?: boolean;
}

/** Which part of a period is meant: TIMEX3's START, MID and END. */
export type Part = 'START' | 'MID' | 'END';

/** What a time expression says of the calendar, before it is counted from any day. */
export type Spec =
  | {
      readonly kind: 'date';
      readonly year?: number;
      readonly month?: number;
      readonly date?: number;
      /** "of last year", "of that year". */
      readonly yearShift?: -1 | 0 | 1;
      readonly yearFrom?: 'now' | 'reference';
      /** "last October", "next May". */
      readonly direction?: 'past' | 'same' | 'future';
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly shift: -1 | 0 | 1 | null; readonly following?: boolean }
  | { readonly kind: 'offset'; readonly count: number; readonly unit: Unit; readonly from: 'now' | 'reference' }
  | { readonly kind: 'unit'; readonly shift: number; readonly unit: Unit; readonly from?: 'reference' }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year?: number; readonly shift?: number }
  | { readonly kind: 'season'; readonly season: number; readonly year?: number; readonly shift?: number }
  | { readonly kind: 'holiday'; readonly holiday: Holiday; readonly year?: number; readonly shift?: number }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'part'; readonly part: Part; readonly inner: Spec };

/** A spec counted from an anchor: the period, and whether a year or day was worked out rather than read. */
export interface Resolved {
  readonly period: Period;
  readonly inferred: boolean;
}

/** The period that a spec means, counted from an anchor; null where it names no day of the calendar. */
export function resolve(spec: Spec, anchor: Anchor): Resolved | null {
  switch (spec.kind) {
    case 'period':
      return { period: spec.period, inferred: false };
    case 'part':
      return resolve(spec.inner, anchor);
    case 'date':
      return resolveDate(spec, anchor);
    case 'weekday':
      return inferred(periodOf(weekdayFrom(spec, anchor), 'day'));
    case 'offset': {
      // A decade ago is a year, ten years back.
      if (spec.unit === 'decade') return resolve({ ...spec, unit: 'year', count: spec.count * 10 }, anchor);
      if (spec.unit === 'weekend' || spec.unit === 'half' || spec.unit === 'season') return null;
      const from = spec.from === 'reference' && anchor.reference !== null ? anchor.reference.start : anchor.day;
      return inferred(shifted(periodOf(from, spec.unit), spec.count));
    }
    case 'unit': {
      const from = spec.from === 'reference' && anchor.reference !== null ? anchor.reference.start : anchor.day;
      return inferred(shifted(periodOf(from, spec.unit), spec.shift));
    }
    case 'quarter':
      return quarterOf(spec, anchor);
    case 'season': {
      const years = [-1, 0, 1].map((k) => seasonOf(anchor.day.year + k, spec.season));
      if (spec.year !== undefined) return { period: seasonOf(spec.year, spec.season), inferred: false };
      return inferred(pick(years, anchor, spec.shift));
    }
    case 'holiday': {
      if (spec.year !== undefined) return { period: periodOf(holidayIn(spec.holiday, spec.year), 'day'), inferred: false };
      const days = [-1, 0, 1].map((k) => periodOf(holidayIn(spec.holiday, anchor.day.year + k), 'day'));
      return inferred(pick(days, anchor, spec.shift));
    }
  }
}

const inferred = (period: Period): Resolved => ({ period, inferred: true });

const seasonOf = (year: number, month: number): Period => periodOf(Temporal.PlainDate.from({ year, month, day: 1 }), 'season');

function quarterOf(spec: Spec & { kind: 'quarter' }, anchor: Anchor): Resolved {
  const of = (year: number): Period =>
    periodOf(Temporal.PlainDate.from({ year, month: spec.quarter * 3 - 2, day: 1 }), 'quarter');
  if (spec.year !== undefined) return { period: of(spec.year), inferred: false };
  if (spec.shift !== undefined) return inferred(of(anchor.day.year + spec.shift));
  // "third-quarter results" that are still to come are those of the quarter that has begun last.
  const [before, same] = [of(anchor.day.year - 1), of(anchor.day.year)];
  const ahead = same.start.since(anchor.day, { largestUnit: 'days' }).days;
  return inferred(ahead > 200 || (ahead > 0 && anchor.direction === 'past') ? before : same);
}

/** Of three periods a year apart, the one that tense and day agree on. */
function pick(years: readonly Period[], { day, direction }: Anchor, shift?: number): Period {
  const [before, same, after] = years as readonly [Period, Period, Period];
  const begun = (period: Period): boolean => Temporal.PlainDate.compare(period.start, day) <= 0;
  const ended = (period: Period): boolean => Temporal.PlainDate.compare(lastDay(period), day) < 0;
  if (shift === -1) return ended(same) ? same : before;
  if (shift === 1) return begun(same) ? after : same;
  if (shift === 0) return same;
  if (direction === 'future') return ended(same) ? after : same;
  if (direction === 'past') return begun(same) ? same : before;
  return same;
}

function weekdayFrom({ weekday, shift, following }: Spec & { kind: 'weekday' }, { day, direction, reference }: Anchor): Day {
  if (following === true && reference !== null) {
    const from = reference.start;
    return from.add({ days: ((weekday - from.dayOfWeek + 6) % 7) + 1 });
  }
  const back = (day.dayOfWeek - weekday + 7) % 7;
  const ahead = (weekday - day.dayOfWeek + 7) % 7;
  if (shift === -1) return day.subtract({ days: back === 0 ? 7 : back });
  if (shift === 1) return day.add({ days: 8 - day.dayOfWeek + (weekday - 1) });
  if (direction === 'future') return day.add({ days: ahead });
  return day.subtract({ days: back });
}

function resolveDate(spec: Spec & { kind: 'date' }, anchor: Anchor): Resolved | null {
  const { month, date } = spec;
  const from = spec.yearFrom === 'reference' && anchor.reference !== null ? anchor.reference.start : anchor.day;
  const year = spec.year ?? (spec.yearShift === undefined ? undefined : from.year + spec.yearShift);
  if (year !== undefined) {
    if (month === undefined)
      return { period: periodOf(Temporal.PlainDate.from({ year, month: 1, day: 1 }), 'year'), inferred: false };
    if (date === undefined)
      return { period: periodOf(Temporal.PlainDate.from({ year, month, day: 1 }), 'month'), inferred: false };
    const day = dayIn(year, month, date);
    return day === null ? null : { period: periodOf(day, 'day'), inferred: false };
  }
  const at = narrativeYear(anchor);
  const unit: Unit = date === undefined ? 'month' : 'day';
  if (month === undefined) {
    if (date === undefined) return null;
    const months = [-1, 0, 1].flatMap((k) => {
      const of = anchor.day.with({ day: 1 }).add({ months: k });
      return dayIn(of.year, of.month, date) ?? [];
    });
    const past = months.findLast((day) => Temporal.PlainDate.compare(day, anchor.day) <= 0);
    const future = months.find((day) => Temporal.PlainDate.compare(day, anchor.day) > 0);
    const chosen = (anchor.direction === 'future' ? future : past) ?? months[0];
    return chosen === undefined ? null : inferred(periodOf(chosen, 'day'));
  }
  if (at !== null) {
    const day = dayIn(at, month, date ?? 1);
    return day === null ? null : inferred(periodOf(day, unit));
  }
  const years = [-1, 0, 1].map((k) => dayIn(anchor.day.year + k, month, date ?? 1) ?? dayIn(anchor.day.year + k, month, 28));
  if (years.includes(null)) return null;
  const periods = (years as Day[]).map((day) => periodOf(day, unit));
  if (spec.direction === 'same') return inferred(pick(periods, anchor, 0));
  if (spec.direction === 'past') return inferred(pick(periods, anchor, -1));
  if (spec.direction === 'future') return inferred(pick(periods, anchor, 1));
  return inferred(nearestYear(periods, anchor));
}

/** Days within which a date without a year is this year's, though the tense would have it a year away. */
const NEAR = 60;

/** A date without a year is the last one before the anchor, or the next one for what is to come; six months decide where tense does not. */
function nearestYear(periods: readonly Period[], anchor: Anchor): Period {
  const [before, same, after] = periods as readonly [Period, Period, Period];
  const distance = same.start.since(anchor.day, { largestUnit: 'days' }).days;
  if (anchor.strict === true) return pick(periods, anchor);
  // A date without a year is seldom most of a year away, whatever the tense.
  if (anchor.direction === 'past') return distance > NEAR ? before : same;
  if (anchor.direction === 'future') return distance < -NEAR ? after : same;
  return distance > 183 ? before : distance < -300 ? after : same;
}

const narrativeYear = ({ reference, narrative }: Anchor): number | null =>
  narrative === true && reference !== null ? reference.start.year : null;

function dayIn(year: number, month: number, date: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
