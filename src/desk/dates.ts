/** Dates as the record has them, EDTF: `2025-09-05`, `2025-09`, `2025`, `2025-09-05~`, `2025-03-07/2025-03-08`. Days are counted from 1970. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

/** EDTF level 1 and 2: seasons (of the north, as news in English has them) and quarters, by the month they begin with, counted from 0. */
const SEASONS: Readonly<Record<number, { readonly name: string; readonly from: number }>> = {
  21: { name: 'spring', from: 2 },
  22: { name: 'summer', from: 5 },
  23: { name: 'autumn', from: 8 },
  24: { name: 'winter', from: 11 },
  33: { name: 'first quarter of', from: 0 },
  34: { name: 'second quarter of', from: 3 },
  35: { name: 'third quarter of', from: 6 },
  36: { name: 'fourth quarter of', from: 9 },
};

export type Precision = 'day' | 'month' | 'year' | 'interval';

/** The days that a date can be. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly precision: Precision;
  readonly about: boolean;
}

export const dayOf = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10) + 'T00:00:00Z') / DAY);
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Null for what is no date, or for one without an end. */
export function extentOf(edtf: string | null): Extent | null {
  if (edtf === null) return null;
  if (edtf.includes('/')) {
    const [from, to] = edtf.split('/').map((part) => extentOf(part));
    return from == null || to == null ? null : { first: from.first, last: to.last, precision: 'interval', about: false };
  }
  const about = /[~?%]/u.test(edtf);
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(edtf.replace(/[~?%]/gu, ''));
  if (found === null) return null;
  const [, year, month, day] = found.map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return null;
  if (month === undefined) return { first: utc(year, 0, 1), last: utc(year, 11, 31), precision: 'year', about };
  const season = SEASONS[month];
  if (season !== undefined)
    return { first: utc(year, season.from, 1), last: utc(year, season.from + 3, 0), precision: 'month', about };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { first: utc(year, month - 1, 1), last: utc(year, month, 0), precision: 'month', about };
  const on = utc(year, month - 1, day);
  return { first: on, last: on, precision: 'day', about };
}

const utc = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / DAY;

/** A date in words: "5 Sep 2025", "about 3 Mar 2025", "7–8 Mar 2025", "Sep 2025"; "day not given" for none. */
export function inWords(edtf: string | null, withYear = true): string {
  if (edtf === null || edtf === '') return 'day not given';
  if (edtf.includes('/')) {
    const [from = '', to = ''] = edtf.split('/');
    if (from === '..' || from === '') return `until ${inWords(to, withYear)}`;
    if (to === '..' || to === '') return `from ${inWords(from, withYear)}`;
    if (from.slice(0, 7) === to.slice(0, 7) && from.length === 10) return `${Number(from.slice(8))}–${inWords(to, withYear)}`;
    return `${inWords(from, from.slice(0, 4) !== to.slice(0, 4))} – ${inWords(to, withYear)}`;
  }
  const [year = '', month, day] = edtf.replace(/[~?%]/gu, '').slice(0, 10).split('-');
  const name = month === undefined ? undefined : (MONTHS[Number(month) - 1] ?? SEASONS[Number(month)]?.name);
  if (month !== undefined && name === undefined) return edtf;
  const words = [day === undefined ? '' : String(Number(day)), name ?? '', withYear || name === undefined ? year : ''];
  return (/[~?%]/u.test(edtf) ? 'about ' : '') + words.filter((word) => word !== '').join(' ');
}

/** Whether it is one day and nothing else. */
export const isDay = (edtf: string | null): edtf is string => edtf !== null && /^\d{4}-\d{2}-\d{2}$/u.test(edtf);

export const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;

/** A mark on an axis of time. */
export interface Tick {
  readonly day: number;
  readonly name: string;
  /** The beginning of a month or a year, which is named larger. */
  readonly chief: boolean;
}

/** Marks for days from one to another, as many as can be read on so many pixels. */
export function ticks(first: number, last: number, pixels: number): readonly Tick[] {
  const perDay = pixels / Math.max(1, last - first);
  const out: Tick[] = [];
  const step = perDay > 28 ? 1 : perDay > 12 ? 2 : 7;
  const [from, to] = [new Date(first * DAY), new Date(last * DAY)];
  // So many years to a name, where not every one has room.
  const years = Math.max(1, 10 ** Math.ceil(Math.log10(Math.max(1, 40 / (perDay * 365)))));
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year++) {
    if (perDay * 365 < 40 && year % years !== 0) continue;
    for (let month = 0; month < 12; month++) {
      const start = utc(year, month, 1);
      const name = MONTHS[month] ?? '';
      const inside = start >= first && start <= last;
      if (month === 0 && inside)
        out.push({ day: start, name: perDay * 31 >= 34 ? `${name} ${year}` : String(year), chief: true });
      else if (inside && (perDay * 31 >= 34 || (perDay * 92 >= 34 && month % 3 === 0)))
        out.push({ day: start, name, chief: true });
      if (perDay * step < 18) continue;
      const end = utc(year, month + 1, 0);
      for (let date = 1 + step; date < 30 && start + date - 1 <= end; date += step) {
        const day = start + date - 1;
        if (day >= first && day <= last) out.push({ day, name: String(date), chief: false });
      }
    }
  }
  return out;
}
