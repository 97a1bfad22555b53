import { partOf } from './calendar-dates.js';
import { pattern, patternAnyCase, type Found, type Recogniser } from '../recogniser.js';
import { Temporal } from 'temporal-polyfill';
import { periodOf } from '../period.js';
import { numberOf, ordinalOf } from '../numbers.js';
import { MONTH, SEASON, YEAR } from '../vocabulary.js';

const PART = String.raw`(?:(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of|close of|turn of)(?:[- ]| in ))`;
const INTRODUCED =
  /^(?:in|since|by|from|until|till|of|during|before|after|late|early|mid|to|and|through|for|between|or|than|circa|year|fiscal|around|about|back|last|spring|summer|fall|autumn|winter|the|christmas|as|early-|mid-|late-)$/iu;

const year = (text: string, part: string | undefined): Found => {
  const mod = partOf(part);
  const inner = { kind: 'date' as const, year: Number(text) };
  return {
    type: 'DATE',
    spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
    ...(mod === undefined ? {} : { mod }),
  };
};

const decade = (start: number, part: string | undefined): Found => {
  const mod = partOf(part);
  const inner = {
    kind: 'period' as const,
    period: periodOf(Temporal.PlainDate.from({ year: start, month: 1, day: 1 }), 'decade'),
  };
  return {
    type: 'DATE',
    spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
    ...(mod === undefined ? {} : { mod }),
  };
};

const DECADES: Readonly<Record<string, number>> = { twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90 }; // prettier-ignore

/** Years, decades and centuries: "1998", "fiscal 1989", "2015-16", "the late 1990s", "the 19th century", "480 BC". */
export const YEARS: readonly Recogniser[] = [
  {
    name: 'year',
    pattern: patternAnyCase(String.raw`${PART}?(?:(?:the )?(?:fiscal |calendar )?(?:year )?)?(?<year>${YEAR})`),
    build({ year: figures, part }, around) {
      const at = around.end - 1;
      const before = around.before(around.start)?.form ?? '';
      const after = around.after(at);
      const character = around.text[around.start - 1] ?? ' ';
      // $1998, 1998%, No. 1998, 1.1998, and 1998 in the name of a company are no years.
      if (/[$€£#.,:/]/u.test(character) || around.inName(at)) return null;
      if (/^(?:[%$€£]|[.,:]\d)/u.test(around.text.slice(around.end))) return null;
      // The 2020 Foundation, the 1984 Group: a body that is called after a year.
      if (
        /^\s+(?:\p{Lu}\p{L}+\s+){0,2}(?:Foundation|Group|Club|Institute|Movement|Fund|Initiative|Project|Alliance|Society|Network)\b/u.test(
          around.text.slice(around.end),
        )
      )
        return null;
      const alone = around.end - around.start === 4;
      const counted = after !== undefined && /^(?:NNS|CD)$/u.test(after.xpos) && after.start - around.end <= 1;
      const parenthesis = /[(–—-]/u.test(character);
      if (alone && !parenthesis) {
        if (before !== '' && !INTRODUCED.test(before) && !/^[,;:“"'‘’(–—-]|^\p{Lu}/u.test(before) && counted) return null;
        if (counted && !/^(?:in|since|by|during|until)$/iu.test(before)) return null;
        const word = around.wordAt(at);
        if (
          before !== '' &&
          !INTRODUCED.test(before) &&
          /^(?:NOUN|VERB|ADJ|ADV|NUM)$/u.test(around.before(around.start)?.upos ?? '') &&
          word?.deprel !== 'nmod' &&
          word?.deprel !== 'obl' &&
          word?.deprel !== 'nmod:unmarked' &&
          word?.deprel !== 'obl:unmarked'
        )
          return null;
      }
      return year(figures as string, part);
    },
  },
  {
    // 1914-18, 2015–16: the second year in two figures.
    name: 'second year of two',
    pattern: new RegExp(String.raw`(?<=(?<![\d,.$])(?<century>1\d|20)\d\d[-–/])(?<short>\d\d)(?![\d%,.]\d|\p{L})`, 'gu'),
    build: ({ century, short }) => year(`${century}${short}`, undefined),
  },
  {
    name: 'decade in figures',
    pattern: patternAnyCase(String.raw`(?:the )?${PART}?(?<start>1[5-9]\d0|20\d0)['’]?s`),
    build: ({ start, part }) => decade(Number(start), part),
  },
  {
    name: 'decade in two figures',
    pattern: pattern(String.raw`(?:the )?${PART}?['’](?<start>[2-9]0)s`),
    build: ({ start, part }) => decade(1900 + Number(start), part),
  },
  {
    name: 'decade in words',
    pattern: patternAnyCase(
      String.raw`(?:the )${PART}?(?:nineteen[- ])?(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)`,
    ),
    build: ({ word, part }) => decade(1900 + (DECADES[(word as string).toLowerCase()] as number), part),
  },
  {
    name: 'century',
    pattern: patternAnyCase(
      String.raw`(?:the )?${PART}?(?<nth>\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second)|eighteenth|nineteenth|seventeenth|sixteenth|fifteenth|twentieth)[ -]century(?<era> (?:BCE?|B\.C\.))?`,
    ),
    build({ nth, part, era }) {
      const number = ordinalOf(nth as string);
      if (number === null || number < 1 || number > 30) return null;
      if (era !== undefined) return { type: 'DATE', value: `BC${String(number - 1).padStart(2, '0')}` };
      const mod = partOf(part);
      const period = periodOf(Temporal.PlainDate.from({ year: (number - 1) * 100 + 1, month: 1, day: 1 }), 'century');
      return { type: 'DATE', spec: { kind: 'period', period }, ...(mod === undefined ? {} : { mod }) };
    },
  },
  {
    name: 'year before Christ',
    pattern: patternAnyCase(
      String.raw`(?:(?:the |${PART})?(?:${MONTH}|${SEASON}) (?:of )?)?(?<year>\d{1,4})(?<decade>s)? ?(?:BCE?|B\.C\.(?:E\.)?)`,
    ),
    build: ({ year: figures, decade: of }) => ({
      type: 'DATE',
      value: `BC${(figures as string).padStart(4, '0').slice(0, of === undefined ? 4 : 3)}`,
    }),
  },
  {
    name: 'year in words',
    pattern: patternAnyCase(
      String.raw`(?<century>nineteen|eighteen|twenty)[- ](?<tens>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)|(?:the year )?two thousand(?: and)?(?: (?<rest>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?`,
    ),
    build({ century, tens, rest }, around) {
      if (century !== undefined)
        return year(String((numberOf(century) ?? 19) * 100 + (numberOf(tens as string) ?? 0)), undefined);
      if (!/^the year/iu.test(around.text.slice(around.start))) return null;
      return year(String(2000 + (rest === undefined ? 0 : (numberOf(rest) ?? 0))), undefined);
    },
  },
];
