import { pattern, type Found, type Recogniser } from '../recogniser.js';
import { DATE, dateOf, MONTH, monthOf, WEEKDAY, YEAR } from '../vocabulary.js';

const OF_YEAR = String.raw`(?: of|,)? (?<relative>last|this|next|that|the same|the following|the previous|the next) year`;
const EARLY = String.raw`(?:(?:the )?(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning of|[Ss]tart of|[Mm]iddle of|[Ee]nd of|[Cc]lose of|[Ll]ast day of|[Ff]inal day of)(?:[- ]| in ))`;

export const partOf = (part: string | undefined): Found['mod'] =>
  part === undefined ? undefined : /early|beginning|start/iu.test(part) ? 'START' : /mid/iu.test(part) ? 'MID' : 'END';

function date(groups: Readonly<Record<string, string | undefined>>): Found | null {
  const { year, month, day, part } = groups;
  const mod = partOf(part);
  const inner = {
    kind: 'date' as const,
    ...(year === undefined ? {} : { year: fullYear(year) }),
    ...(month === undefined ? {} : { month: monthOf(month) }),
    ...(day === undefined ? {} : { date: dateOf(day) }),
  };
  return {
    type: 'DATE',
    spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
    ...(mod === undefined ? {} : { mod }),
  };
}

/** Two figures of a year are of this century below 50, and of the last one from there on. */
function fullYear(year: string): number {
  const figures = Number(year.replace(/\D/gu, ''));
  return figures >= 100 ? figures : figures < 50 ? 2000 + figures : 1900 + figures;
}

/** "May" and "March" are months beside a date or after a preposition, and names or verbs elsewhere. */
const OTHER_WORD = /^(?:May|March|MARCH)$/u;

/** Days, months and dates written out: `2025-09-05`, "5 September 2025", "Friday, Sept. 5", "the 30th", "early December". */
export const CALENDAR_DATES: readonly Recogniser[] = [
  {
    name: 'iso date',
    pattern: pattern(String.raw`(?<year>\d{4})-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])`),
    build: ({ year, m, day }) => ({
      type: 'DATE',
      spec: { kind: 'date', year: Number(year), month: Number(m), date: Number(day) },
    }),
  },
  {
    name: 'date in figures',
    pattern: pattern(String.raw`(?<m>0?[1-9]|1[0-2])[/-](?<day>[12]\d|3[01]|0?[1-9])[/-](?<year>\d{4}|\d{2})`),
    build: ({ year, m, day }) => ({
      type: 'DATE',
      spec: { kind: 'date', year: fullYear(year as string), month: Number(m), date: Number(day) },
    }),
  },
  {
    // March 23-24, 2021: the first day takes the year of the second, which is an expression of its own.
    name: 'first day of two',
    pattern: pattern(String.raw`(?<month>${MONTH}) (?<day>${DATE})(?= ?[-–—] ?${DATE},? (?<year>${YEAR}))`),
    build: date,
  },
  {
    name: 'month and date',
    pattern: pattern(
      String.raw`(?:${WEEKDAY},? )?(?:the )?(?<month>${MONTH}) (?<day>${DATE})(?:,? (?<year>${YEAR})|, ?'(?<short>\d\d))?`,
    ),
    build: (groups) => date({ ...groups, year: groups['year'] ?? groups['short'] }),
  },
  {
    name: 'date and month',
    pattern: pattern(
      String.raw`(?:${WEEKDAY},? )?(?:the )?(?<day>${DATE})(?: of)?[ -](?<month>${MONTH})(?:,?[ -](?<year>${YEAR}))?`,
    ),
    build: date,
  },
  {
    name: 'second day of two',
    pattern: new RegExp(
      String.raw`(?<=(?<month>${MONTH})\s+${DATE} ?[-–—] ?)(?<day>${DATE})(?:,?\s+(?<year>${YEAR}))?(?![\p{L}\p{N}])`,
      'gu',
    ),
    build: date,
  },
  {
    name: 'first date before a month',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<day>${DATE})(?=(?: ?[-–—] ?|\s+(?:and|to|or)\s+)${DATE}(?: of)?\s+(?<month>${MONTH})(?:\s+(?<year>${YEAR}))?(?![\p{L}\p{N}]))`,
      'gu',
    ),
    build: date,
  },
  {
    name: 'month and year',
    pattern: pattern(String.raw`${EARLY}?(?<month>${MONTH})(?:,? (?:of )?|-)(?<year>${YEAR})`),
    build: date,
  },
  {
    name: 'month of that year',
    pattern: pattern(String.raw`${EARLY}?(?<month>${MONTH})(?: (?<day>${DATE}))?${OF_YEAR}`),
    build({ month, day, part, relative }) {
      const word = relative as string;
      const mod = partOf(part);
      const shift: -1 | 0 | 1 = /last|previous/u.test(word) ? -1 : /next|following/u.test(word) ? 1 : 0;
      const inner = {
        kind: 'date' as const,
        month: monthOf(month as string),
        ...(day === undefined ? {} : { date: dateOf(day) }),
        yearShift: shift,
        yearFrom: /^(?:that|the )/u.test(word) ? ('reference' as const) : ('now' as const),
      };
      return {
        type: 'DATE',
        spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
        ...(mod === undefined ? {} : { mod }),
      };
    },
  },
  {
    name: 'weeks of a month',
    pattern: pattern(
      String.raw`[Tt]he (?:last|first|final|early|opening|second|third) (?:(?:two|three|few|ten) )?(?:days?|weeks?) of (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    ),
    build: date,
  },
  {
    name: 'month',
    pattern: pattern(
      String.raw`${EARLY}?(?:(?<shift>this|last|next|this past|this coming) )?(?<month>${MONTH})(?: (?<day>${DATE}))?`,
    ),
    build(groups, around) {
      const { month, part, shift, day } = groups as { month: string; part?: string; shift?: string; day?: string };
      if (day !== undefined && shift === undefined) return null;
      const word = around.wordAt(around.end - 1);
      const before = around.before(around.start);
      const alone = around.end - around.start === month.length;
      if (alone && OTHER_WORD.test(month)) {
        const introduced =
          before !== undefined &&
          /^(?:in|by|of|since|until|till|from|last|next|this|to|and|after|before|through|during|for|between|or)$/iu.test(
            before.form,
          );
        if (!introduced || word?.upos === 'VERB' || word?.upos === 'AUX') return null;
        // "by May", "of March" may still be people: a name of several words goes on.
        if (/^\p{Lu}/u.test(around.after(around.end - 1)?.form ?? '') || around.inName(around.start)) return null;
      } else if (
        alone &&
        /^\p{Lu}\p{Ll}+$/u.test(around.after(around.end - 1)?.form ?? '') &&
        around.after(around.end - 1)?.upos === 'PROPN' &&
        around.inName(around.start)
      )
        return null;
      const mod = partOf(part);
      const direction =
        shift === undefined
          ? undefined
          : /last|past/u.test(shift)
            ? ('past' as const)
            : /next|coming/u.test(shift)
              ? ('future' as const)
              : ('same' as const);
      const inner = {
        kind: 'date' as const,
        month: monthOf(month),
        ...(day === undefined ? {} : { date: dateOf(day) }),
        ...(direction === undefined ? {} : { direction }),
      };
      return {
        type: 'DATE',
        spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
        ...(mod === undefined ? {} : { mod }),
      };
    },
  },
  {
    name: 'date alone',
    pattern: pattern(String.raw`the (?<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))`),
    build({ day }, around) {
      const after = around.after(around.end - 1);
      const before = around.before(around.start);
      if (after !== undefined && !/^(?:PUNCT|ADP|CCONJ|SCONJ|VERB|AUX|PART|PRON)$/u.test(after.upos)) return null;
      if (before === undefined || !/^(?:on|by|until|till|before|after|since|from|to)$/iu.test(before.form)) return null;
      return { type: 'DATE', spec: { kind: 'date', date: dateOf(day as string) } };
    },
  },
];
