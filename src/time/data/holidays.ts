import { Temporal } from 'temporal-polyfill';

/**
 * Holidays that news dates things by: a fixed day `[month, day]`, the nth weekday of a month `[month, weekday, n]` (n of -1 is the last
 * one; weekdays count from Monday), or days from Easter Sunday. After the calendars of the United States and of the Western churches.
 */
const HOLIDAYS = {
  'all saints’ day': [11, 1],
  'april fools’ day': [4, 1],
  'ash wednesday': { easter: -46 },
  'boxing day': [12, 26],
  christmas: [12, 25],
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'columbus day': [10, 1, 2],
  easter: { easter: 0 },
  'easter monday': { easter: 1 },
  'easter sunday': { easter: 0 },
  'good friday': { easter: -2 },
  halloween: [10, 31],
  'independence day': [7, 4],
  'labor day': [9, 1, 1],
  'martin luther king day': [1, 1, 3],
  'may day': [5, 1],
  'memorial day': [5, 1, -1],
  'new year': [1, 1],
  'new year’s': [1, 1],
  'new year’s day': [1, 1],
  'new year’s eve': [12, 31],
  'palm sunday': { easter: -7 },
  pentecost: { easter: 49 },
  'st. patrick’s day': [3, 17],
  thanksgiving: [11, 4, 4],
  'thanksgiving day': [11, 4, 4],
  'valentine’s day': [2, 14],
  'veterans day': [11, 11],
} as const;

export type Holiday = keyof typeof HOLIDAYS;
export const HOLIDAY_NAMES = Object.keys(HOLIDAYS) as readonly Holiday[];

/** The day of a holiday in a year. */
export function holidayIn(holiday: Holiday, year: number): Temporal.PlainDate {
  const rule: { readonly easter: number } | readonly number[] = HOLIDAYS[holiday];
  if (!('length' in rule)) return easter(year).add({ days: rule.easter });
  const [month, second, nth] = rule as readonly [number, number, number?];
  if (nth === undefined) return Temporal.PlainDate.from({ year, month, day: second });
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const offset = (second - first.dayOfWeek + 7) % 7;
  if (nth > 0) return first.add({ days: offset + (nth - 1) * 7 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - second + 7) % 7 });
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
