/** The first and the last day of an EDTF date of this project's profile: a day, a month, a year, an interval, each perhaps `~`. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const OPEN: DayRange = { first: '0000-01-01', last: '9999-12-31' };

/** The days that an EDTF value may mean; null for a value that is no date of ours. */
export function rangeOf(edtf: string | null): DayRange | null {
  if (edtf === null) return null;
  const bare = edtf.replace(/[~?%]/gu, '');
  if (bare.includes('/')) {
    const [from, to] = bare.split('/');
    const [a, b] = [
      from === '' || from === '..' ? OPEN : rangeOf(from as string),
      to === '' || to === '..' ? OPEN : rangeOf(to as string),
    ];
    return a === null || b === null ? null : { first: a.first, last: b.last };
  }
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(bare);
  if (found === null) return null;
  const [, year, month, day] = found;
  if (day !== undefined) return { first: bare.slice(0, 10), last: bare.slice(0, 10) };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const number = Number(month);
  // Seasons of EDTF: 21 spring to 24 winter, which ends in the next year.
  if (number >= 21 && number <= 24) {
    const first = [3, 6, 9, 12][number - 21] as number;
    const end = number === 24 ? `${Number(year) + 1}-02-28` : `${year}-${String(first + 2).padStart(2, '0')}-30`;
    return { first: `${year}-${String(first).padStart(2, '0')}-01`, last: end };
  }
  if (number < 1 || number > 12) return null;
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${String(last).padStart(2, '0')}` };
}

export const isDay = (edtf: string | null): edtf is string => edtf !== null && /^\d{4}-\d{2}-\d{2}[~?]?$/u.test(edtf);

/** Whether two dates can be the same day; what is unknown can be any. */
export function mayAgree(a: string | null, b: string | null): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x === null || y === null || (x.first <= y.last && y.first <= x.last);
}

/** Whole days from one day to another; negative where the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 864e5);

export const dayOf = (published: string): string => published.slice(0, 10);
