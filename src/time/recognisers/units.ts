import { patternAnyCase, type Found, type Recogniser } from '../recogniser.js';
import { NUMBER, numberOf } from '../numbers.js';
import type { Length } from '../timex.js';
import type { Unit } from '../period.js';
import { ABOUT, COUNT, UNIT } from '../vocabulary.js';
import { partOf } from './calendar-dates.js';

const CALENDAR = String.raw`(?:day|week|weekend|month|quarter|year|decade|century)`;
const PART = String.raw`(?:(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of|close of|rest of)(?:[- ]| in ))`;

export const unitOf = (text: string): Length['unit'] => {
  const written = text.toLowerCase().replace(/s$/u, '');
  if (written === 'centurie') return 'century';
  if (written === 'yr') return 'year';
  if (written === 'hr') return 'hour';
  if (written === 'night') return 'day';
  return written as Length['unit'];
};

/** How many: a number, or null for "several". A fortnight is two weeks. */
export function lengthOf(count: string, unit: string): Length {
  const written = count.toLowerCase().trim();
  const fortnight = /^fortnight/iu.test(unit);
  const half = /half$|1\/2$/u.test(written) ? 0.5 : 0;
  const plain = /^(?:an?)$/u.test(written)
    ? 1
    : /couple of$/u.test(written)
      ? 2
      : written === 'a dozen'
        ? 12
        : /^half an?$|^a half$/u.test(written)
          ? 0.5
          : numberOf(written.replace(/ and a half$|[ -]1\/2$/u, ''));
  const number = plain === null ? null : plain + (plain === 0.5 ? 0 : half);
  return { count: number === null ? null : fortnight ? number * 2 : number, unit: fortnight ? 'week' : unitOf(unit) };
}

const CODES: Readonly<Record<string, string>> = { day: 'D', weekend: 'WE', week: 'W', month: 'M', quarter: 'Q', year: 'Y', decade: 'DE', century: 'CE', season: 'E', hour: 'H', minute: 'M', second: 'S', half: 'H' }; // prettier-ignore

/** The value of a length after TIMEX3: `P2W`, `PT36H`, `PXD`. */
export function durationValue({ count, unit }: Length): string {
  const clock = unit === 'hour' || unit === 'minute' || unit === 'second';
  if (unit === 'year' && count !== null && count % 1 === 0.5) return `P${Math.floor(count)}Y6M`;
  return `P${clock ? 'T' : ''}${count === null ? 'X' : String(count)}${CODES[unit] ?? 'D'}`;
}

const duration = (length: Length): Found => ({ type: 'DURATION', value: durationValue(length), length });

/** Units counted from the anchor, and lengths: "last week", "the coming days", "two years ago", "a day later", "30-day". */
export const UNITS: readonly Recogniser[] = [
  {
    name: 'last week',
    pattern: patternAnyCase(
      String.raw`(?:${PART})?(?<the>the )?(?<shift>last|past|previous|this|this past|current|present|next|coming|following|same|this coming|that|preceding|prior|ensuing|latest) (?<unit>${CALENDAR})(?:['’]s?)?(?: (?<end>end))?`,
    ),
    build({ shift, unit, part }, around) {
      const word = (shift as string).toLowerCase();
      const name = (unit as string).toLowerCase() as Unit;
      const definite = /^the /iu.test(around.text.slice(around.start, around.end));
      if (name === 'day' && /^(?:this|current|present|latest)$/u.test(word)) return { type: 'DATE', value: 'PRESENT_REF' };
      const mod = partOf(part === 'rest of' ? undefined : part);
      const count = /^(?:last|past|previous|this past|preceding|prior|latest)$/u.test(word)
        ? -1
        : /^(?:next|coming|following|this coming|ensuing)$/u.test(word)
          ? 1
          : 0;
      // "the past year" is a stretch that ends now, "last year" the one on the calendar.
      if (/^(?:past|this past|coming)$/u.test(word) && name !== 'weekend' && (definite || word === 'past'))
        return duration({ count: 1, unit: name });
      const reference = /^(?:previous|following|same|that|preceding|prior|ensuing)$/u.test(word) || (word === 'next' && definite);
      const inner = { kind: 'unit' as const, shift: count, unit: name, ...(reference ? { from: 'reference' as const } : {}) };
      return {
        type: 'DATE',
        spec: mod === undefined ? inner : { kind: 'part', part: mod, inner },
        ...(mod === undefined ? {} : { mod }),
      };
    },
  },
  {
    name: 'end of the month',
    pattern: patternAnyCase(
      String.raw`(?:the )?(?<part>end|close|beginning|start|middle|turn|rest) of (?:the |this )?(?<unit>week|month|quarter|year|decade|century)|(?<unit2>month|year|quarter|week)['’]s[ -](?<part2>end|start)|(?<unit3>year|month)[- ]end|(?<mid>mid)-?(?<unit4>week|month|year)`,
    ),
    build({ part, unit, unit2, part2, unit3, mid, unit4 }) {
      const name = (unit ?? unit2 ?? unit3 ?? unit4) as string;
      const position = partOf(mid ?? part ?? part2 ?? 'end') ?? 'END';
      const inner = { kind: 'unit' as const, shift: 0, unit: name.toLowerCase() as Unit };
      if (/turn/iu.test(part ?? '')) return null;
      return { type: 'DATE', spec: { kind: 'part', part: position, inner }, mod: position };
    },
  },
  {
    name: 'years ago',
    pattern: patternAnyCase(
      String.raw`${ABOUT}?(?<count>${COUNT}) (?<unit>${UNIT}) (?<way>ago|later|earlier|before|after|hence|from now|previously|prior|early|afterwards?)`,
    ),
    build({ count, unit, way }, around) {
      const length = lengthOf(count as string, unit as string);
      const direction = (way as string).toLowerCase();
      const clock = length.unit === 'hour' || length.unit === 'minute' || length.unit === 'second';
      if (/^(?:before|after)$/u.test(direction)) {
        // "two days after they met" is counted from what follows.
        const next = around.after(around.end - 1);
        if (direction === 'before' && next !== undefined && !/^[.,;:)”"]/u.test(next.form))
          return { ...duration(length), to: around.end - direction.length - 1 };
        if (direction === 'after') return { ...duration(length), to: around.end - direction.length - 1 };
      }
      if (direction === 'early' || direction === 'prior') return { ...duration(length), to: around.end - direction.length - 1 };
      const sign = /^(?:ago|earlier|before|previously)$/u.test(direction) ? -1 : 1;
      if (length.count === null || !Number.isInteger(length.count))
        return { type: 'DATE', value: direction === 'ago' ? 'PAST_REF' : sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
      if (clock) return { type: 'TIME', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
      const from =
        direction === 'ago' || direction === 'hence' || direction === 'from now' ? ('now' as const) : ('reference' as const);
      return { type: 'DATE', spec: { kind: 'offset', count: sign * length.count, unit: length.unit, from } };
    },
  },
  {
    name: 'days later',
    pattern: patternAnyCase(
      String.raw`(?:just |only )?(?<unit>moments|hours|days|weeks|months|years|decades) (?<way>ago|later|earlier)`,
    ),
    build: ({ way }) => ({ type: 'DATE', value: /later/iu.test(way as string) ? 'FUTURE_REF' : 'PAST_REF' }),
  },
  {
    // "over the weekend", "in the quarter", "for the year": the one that the verb's tense speaks of.
    name: 'the quarter',
    pattern: patternAnyCase(
      String.raw`(?:the|this) (?:current |full |fiscal |comparable |latest )*(?<unit>weekend|quarter|year|week)`,
    ),
    build({ unit }, around) {
      const name = (unit as string).toLowerCase() as Unit;
      const before = around.before(around.start)?.form ?? '';
      const next = around.after(around.end - 1)?.form ?? '';
      if (/^of$/iu.test(next) || !/^(?:in|during|for|over|throughout|of|on|at|until|by|this)$/iu.test(before)) return null;
      if (name === 'year' && /^(?:ended|ending)$/iu.test(next)) return duration({ count: 1, unit: 'year' });
      if (name === 'weekend') return { type: 'DATE', spec: { kind: 'unit', shift: -1, unit: 'weekend' } };
      return { type: 'DATE', spec: { kind: 'unit', shift: name === 'quarter' ? -1 : 0, unit: name } };
    },
  },
  {
    name: 'year-ago quarter',
    pattern: patternAnyCase(String.raw`(?:the |a )?(?:comparable |same )?year[- ](?:ago|earlier)(?: (?<unit>quarter|period))?`),
    build: () => ({ type: 'DATE', spec: { kind: 'unit', shift: -5, unit: 'quarter' } }),
  },
  {
    name: 'in three days',
    pattern: patternAnyCase(String.raw`in (?<count>${COUNT}) (?<unit>${UNIT})['’] time`),
    build({ count, unit }) {
      const length = lengthOf(count as string, unit as string);
      if (length.count === null || length.unit === 'hour' || length.unit === 'minute' || length.unit === 'second')
        return { type: 'DATE', value: 'FUTURE_REF' };
      return { type: 'DATE', spec: { kind: 'offset', count: length.count, unit: length.unit, from: 'now' } };
    },
  },
  {
    name: 'the past four decades',
    pattern: patternAnyCase(
      String.raw`(?:the |these |those )?(?<way>last|past|previous|next|coming|first|final|following|recent|remaining|intervening|preceding|latest|early)(?: (?<count>${COUNT}))? (?<unit>(?:second|minute|hour|day|weekend|week|month|quarter|year|decade|centurie)s)`,
    ),
    build({ way, count, unit }) {
      const word = (way as string).toLowerCase();
      if (word === 'recent' || (word === 'latest' && count === undefined)) return { type: 'DATE', value: 'PAST_REF' };
      if ((word === 'coming' || word === 'next') && count === undefined) return { type: 'DATE', value: 'FUTURE_REF' };
      if (word === 'early' && count === undefined) return null;
      return duration(lengthOf(count ?? 'several', unit as string));
    },
  },
  {
    name: 'recent',
    pattern: patternAnyCase(String.raw`(?:more |very )?recent (?:days|weeks|months|years|times|decades)`),
    build: () => ({ type: 'DATE', value: 'PAST_REF' }),
  },
  {
    name: 'the day before',
    pattern: patternAnyCase(
      String.raw`the (?<unit>day|week|month|year|night) (?<way>before|after|following|earlier)(?=[,.;]| that| the)|the (?<way2>next|following|previous) (?<unit2>day|night)`,
    ),
    build({ unit, way, way2 }) {
      const count = /before|earlier|previous/iu.test((way ?? way2) as string) ? -1 : 1;
      return {
        type: 'DATE',
        spec: { kind: 'offset', count, unit: (unit ?? 'day').toLowerCase().replace('night', 'day') as Unit, from: 'reference' },
      };
    },
  },
  {
    name: 'at night',
    pattern: patternAnyCase(String.raw`at (?<part>night)(?!fall)`),
    build: (_, around) => ({ type: 'TIME', value: 'XXXX-XX-XXTNI', from: around.end - 5 }),
  },
  {
    name: 'per month',
    pattern: patternAnyCase(String.raw`per (?<unit>hour|day|week|month|year)`),
    build: ({ unit }) => ({ type: 'SET', value: durationValue({ count: 1, unit: unitOf(unit as string) }) }),
  },
  {
    name: 'compound',
    pattern: patternAnyCase(
      String.raw`(?<count>\d+|${COUNT})[- ](?<unit>second|minute|hour|day|night|week|month|quarter|year|decade|century)(?:-(?:long|old))?`,
    ),
    build({ count, unit }, around) {
      const written = around.text.slice(around.start, around.end);
      const singular = !/^(?:a|an|one|1|half an?|a half)$/iu.test((count as string).trim());
      if (!written.includes('-') && singular) return null;
      // An age is how old a person is, not when something was; what lasts is "five-month-old" in hyphens.
      if (/years?-old$/iu.test(written)) return null;
      if (!written.includes('-') && /^second$/iu.test(unit as string)) return null;
      if (!written.includes('-')) return duration(lengthOf(count as string, unit as string));
      return duration(lengthOf(count as string, unit as string));
    },
  },
  {
    name: 'years',
    pattern: patternAnyCase(
      String.raw`${ABOUT}?(?<count>${COUNT}) (?:(?!(?:of|to|and|or|for|in|the|an?|per|${NUMBER})\b)[a-z]+ )?(?<unit>${UNIT})(?: and (?:a half|${COUNT} (?:months|days|hours|minutes)))?(?: old)?`,
    ),
    build({ count, unit }, around) {
      const text = around.text.slice(around.start, around.end);
      const previous = around.before(around.start);
      // "two second thoughts", "a second": an ordinal, not a unit.
      if (/^seconds?$/iu.test(unit as string) && !/seconds$/iu.test(unit as string)) return null;
      if (/^(?:some|many)$/iu.test((count as string).trim()) && !/s$/iu.test(unit as string)) return null;
      if (/^quarters?$/iu.test(unit as string) && /^(?:an?)$/iu.test((count as string).trim())) return null;
      // 700 seats a week: how often, not how long.
      if (/^an? /u.test(text) && previous !== undefined && /^(?:NOUN|NUM|SYM)$/u.test(previous.upos) && !/half/u.test(text)) {
        return { type: 'SET', value: durationValue({ count: 1, unit: unitOf(unit as string) }) };
      }
      if (/old$/u.test(text)) return null;
      return duration(lengthOf(count as string, unit as string));
    },
  },
  {
    name: 'years and years',
    pattern: patternAnyCase(
      String.raw`(?<whole>(?:for |in |over |after |of )(?<unit>days|weeks|months|years|decades|centuries|hours|minutes))(?! (?:of|after|before|later|ago|earlier|old))`,
    ),
    build({ unit }, around) {
      return { ...duration({ count: null, unit: unitOf(unit as string) }), from: around.end - (unit as string).length };
    },
  },
];
