import { HOLIDAY_NAMES, type Holiday } from '../data/holidays.js';
import { ordinalOf } from '../numbers.js';
import { pattern, patternAnyCase, type Found, type Recogniser } from '../recogniser.js';
import { SEASON, seasonMonth, YEAR } from '../vocabulary.js';
import { partOf } from './calendar-dates.js';

const PART = String.raw`(?:(?:the )?(?<part>early|mid|late|end of|beginning of|start of|middle of|close of)(?:[- ]| in ))`;
const SHIFT = String.raw`(?:the )?(?:(?<shift>last|this|next|past|coming|previous|following|same|this past|this coming) )?`;
const YEAR_AFTER = String.raw`(?:,? (?:of |in )?(?:(?<year>${YEAR})|(?<relative>last|this|next) year))?`;

const shiftOf = (shift: string | undefined): number | undefined => {
  const word = shift?.toLowerCase();
  if (word === undefined) return undefined;
  return /last|past|previous/u.test(word) ? -1 : /next|coming|following/u.test(word) ? 1 : 0;
};

const withPart = (part: string | undefined, inner: NonNullable<Found['spec']>): Found => {
  const mod = partOf(part);
  return {
    type: 'DATE',
    spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
    ...(mod === undefined ? {} : { mod }),
  };
};

/** Quarters, seasons and holidays: "the third quarter of 1998", "Q3", "next summer", "Christmas", "New Year's Eve". */
export const SEASONS: readonly Recogniser[] = [
  {
    name: 'quarter',
    pattern: patternAnyCase(
      String.raw`(?:(?:the )?(?<part>end of|close of|beginning of|start of) )?(?:the )?(?:${YEAR}['’]s )?(?:(?<nth>first|second|third|fourth|final|last) ?[- ]?(?:fiscal )?(?<unit>quarter)|(?<nth2>first|second|third|fourth)-quarter|Q(?<digit>[1-4])|(?<halfth>first|second) (?<half>half))(?: of (?:the )?|,? (?:in )?)?(?:(?:fiscal )?(?<year>${YEAR})|(?<relative>last|this|next) year|(?:the )?year)?`,
    ),
    build({ nth: plain, nth2, digit, year, relative, part, half }, around) {
      const nth = plain ?? nth2;
      if (half !== undefined) {
        if (year === undefined && relative === undefined) return null;
        return { type: 'DATE', value: `${year ?? 'XXXX'}-H1` };
      }
      const quarter =
        digit !== undefined ? Number(digit) : /final|last/iu.test(nth as string) ? 4 : (ordinalOf(nth as string) ?? 1);
      if (/^last$/iu.test(nth ?? '') && year === undefined) return null;
      const shift = relative === undefined ? undefined : shiftOf(relative);
      const text = around.text.slice(around.start, around.end);
      const trailing = /\s*(?:of(?:\s+the)?|,|in)?\s*$/u.exec(text)?.[0].length ?? 0;
      const spec = {
        kind: 'quarter' as const,
        quarter,
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(shift === undefined ? {} : { shift }),
      };
      return {
        ...withPart(part, spec),
        to: around.end - (year === undefined && relative === undefined && !/year$/iu.test(text) ? trailing : 0),
      };
    },
  },
  {
    name: 'season',
    pattern: patternAnyCase(String.raw`${PART}?${SHIFT}(?<season>${SEASON})${YEAR_AFTER}`),
    build({ season, shift, year, relative, part }, around) {
      const name = season as string;
      const at = around.text.slice(around.start, around.end).toLowerCase().indexOf(name.toLowerCase()) + around.start;
      const word = around.wordAt(at);
      const bare = shift === undefined && year === undefined && relative === undefined && part === undefined;
      if (word !== undefined && (word.upos === 'VERB' || word.upos === 'AUX')) return null;
      // "the fall of Kabul", "a spring", "spring rolls": only what stands like a time is one.
      if (
        /^fall$/iu.test(name) &&
        bare &&
        !/^(?:in|by|this|since|until)$/iu.test(around.before(at)?.form ?? '') &&
        !/^the$/iu.test(around.before(at)?.form ?? '')
      )
        return null;
      if (/^(?:fall|spring)$/iu.test(name) && bare && /^of$/iu.test(around.after(around.end - 1)?.form ?? '')) return null;
      if (bare && around.inName(at)) return null;
      const relativeShift = shiftOf(shift) ?? shiftOf(relative);
      return withPart(part, {
        kind: 'season',
        season: seasonMonth(name),
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(relativeShift === undefined ? {} : { shift: relativeShift }),
      });
    },
  },
  {
    name: 'holiday',
    pattern: pattern(
      String.raw`${SHIFT}(?<name>${[...HOLIDAY_NAMES]
        .sort((a, b) => b.length - a.length)
        .map(capitalised)
        .join('|')})${YEAR_AFTER}`,
    ),
    build({ name, shift, year, relative }) {
      const holiday = (name as string).toLowerCase().replace(/['’]/gu, '’') as Holiday;
      const relativeShift = shiftOf(shift) ?? shiftOf(relative);
      return {
        type: 'DATE',
        spec: {
          kind: 'holiday',
          holiday,
          ...(year === undefined ? {} : { year: Number(year) }),
          ...(relativeShift === undefined ? {} : { shift: relativeShift }),
        },
      };
    },
  },
];

function capitalised(name: string): string {
  return name
    .split(' ')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ')
    .replace(/[’']/gu, "[’']")
    .replace(/\./gu, String.raw`\.?`);
}
