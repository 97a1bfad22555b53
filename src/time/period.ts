import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;
export const day = (iso: string): Day => Temporal.PlainDate.from(iso.slice(0, 10));

/** Units of the calendar, from short to long. */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century';

/** A stretch of the calendar of one unit, by its first day. */
export interface Period {
  readonly unit: Unit;
  readonly start: Day;
}

/** The period of a unit that holds a day. */
export function periodOf(date: Day, unit: Unit): Period {
  return { unit, start: startOf(date, unit) };
}

function startOf(date: Day, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'weekend':
      // The days from Monday to Friday lie before their weekend.
      return date.add({ days: 6 - date.dayOfWeek });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 });
    case 'season': {
      // Spring begins in March; December belongs to the winter of its own year.
      const first = date.month === 12 ? 12 : date.month < 3 ? 12 : date.month - (date.month % 3);
      return date.with({ year: date.month < 3 ? date.year - 1 : date.year, month: first, day: 1 });
    }
    case 'half':
      return date.with({ month: date.month <= 6 ? 1 : 7, day: 1 });
    case 'year':
      return date.with({ month: 1, day: 1 });
    case 'decade':
      return date.with({ year: date.year - (date.year % 10), month: 1, day: 1 });
    case 'century':
      return date.with({ year: date.year - (date.year % 100), month: 1, day: 1 });
  }
}

const LENGTHS: Readonly<Record<Unit, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { days: 7 },
  weekend: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  season: { months: 3 },
  half: { months: 6 },
  year: { years: 1 },
  decade: { years: 10 },
  century: { years: 100 },
};

/** The period `count` units later, or earlier where it is below zero. */
export function shifted(period: Period, count: number): Period {
  const length = Temporal.Duration.from(LENGTHS[period.unit]);
  const total = Temporal.Duration.from({
    years: length.years * count,
    months: length.months * count,
    days: length.days * count,
  });
  return { unit: period.unit, start: startOf(period.start.add(total), period.unit) };
}

/** The last day of a period. */
export function lastDay(period: Period): Day {
  if (period.unit === 'weekend') return period.start.add({ days: 1 });
  return period.start.add(LENGTHS[period.unit]).subtract({ days: 1 });
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');
const SEASONS: Readonly<Record<number, readonly [timex: string, edtf: string]>> = {
  3: ['SP', '21'],
  6: ['SU', '22'],
  9: ['FA', '23'],
  12: ['WI', '24'],
};

/** The value of a period after TIMEX3 (Pustejovsky et al. 2003): `2013-03-22`, `2013-W12`, `2013-Q1`, `2013-SU`, `199`. */
export function timexValue({ unit, start }: Period): string {
  const year = four(start.year);
  switch (unit) {
    case 'day':
      return start.toString();
    case 'week':
      return `${four(start.yearOfWeek ?? start.year)}-W${two(start.weekOfYear ?? 1)}`;
    case 'weekend':
      return `${four(start.yearOfWeek ?? start.year)}-W${two(start.weekOfYear ?? 1)}-WE`;
    case 'month':
      return `${year}-${two(start.month)}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(start.month / 3)}`;
    case 'season':
      return `${year}-${SEASONS[start.month]?.[0] ?? 'SU'}`;
    case 'half':
      return `${year}-H${start.month === 1 ? 1 : 2}`;
    case 'year':
      return year;
    case 'decade':
      return year.slice(0, 3);
    case 'century':
      return year.slice(0, 2);
  }
}

/** The value of a period after EDTF (ISO 8601-2): seasons as `2013-22`, quarters as `2013-34`, weeks as intervals of days. */
export function edtfValue(period: Period): string {
  const { unit, start } = period;
  const year = four(start.year);
  switch (unit) {
    case 'week':
    case 'weekend':
    case 'half':
      return `${start.toString()}/${lastDay(period).toString()}`;
    case 'quarter':
      return `${year}-${32 + Math.ceil(start.month / 3)}`;
    case 'season':
      return `${year}-${SEASONS[start.month]?.[1] ?? '22'}`;
    case 'decade':
      return `${year.slice(0, 3)}X`;
    case 'century':
      return `${year.slice(0, 2)}XX`;
    default:
      return timexValue(period);
  }
}
