import { pattern, patternAnyCase, type Recogniser } from '../recogniser.js';
import { WEEKDAY, weekdayOf } from '../vocabulary.js';

const ZONE = String.raw`(?: ?(?:\(?(?:GMT|UTC|EST|EDT|CST|CDT|MST|PST|PDT|ET|CET|CEST|BST|MSK|IST|local time|Eastern(?: time)?|Moscow time)\)?))?`;
const DAY = String.raw`(?:,? (?:\(\d{4} GMT\) )?(?:on )?(?<weekday>${WEEKDAY}))?`;

const two = (n: number): string => String(n).padStart(2, '0');

/** Hours of the day: "2 p.m.", "14:30", "1800 GMT on Saturday", "noon", "midnight on Thursday". The day is that of the text. */
export const CLOCK: readonly Recogniser[] = [
  {
    name: 'o’clock',
    pattern: pattern(String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))? ?(?<half>[AaPp]\.?[Mm]\b\.?)${ZONE}${DAY}`),
    build({ hour, minute, half, weekday }) {
      const base = Number(hour) % 12;
      if (Number(hour) > 12) return null;
      return clock(base + (/p/iu.test(half as string) ? 12 : 0), Number(minute ?? 0), weekday);
    },
  },
  {
    name: 'hours and minutes',
    pattern: pattern(String.raw`(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::[0-5]\d)?(?: (?:hours|hrs))?${ZONE}${DAY}`),
    build: ({ hour, minute, weekday }) => clock(Number(hour), Number(minute), weekday),
  },
  {
    name: 'four figures with a zone',
    pattern: pattern(String.raw`(?<hour>[01]\d|2[0-4])(?<minute>[0-5]\d) ?(?:GMT|UTC|hours|hrs|EST|EDT|local time)${DAY}`),
    build: ({ hour, minute, weekday }) => clock(Number(hour), Number(minute), weekday),
  },
  {
    name: 'noon',
    pattern: patternAnyCase(
      String.raw`(?<name>noon|midday|midnight)(?: (?:local time|GMT|UTC))?(?: (?:on )?(?<weekday>${WEEKDAY}))?`,
    ),
    build: ({ name, weekday }) => clock(/midnight/iu.test(name as string) ? 24 : 12, 0, weekday),
  },
];

function clock(hour: number, minute: number, weekday: string | undefined): ReturnType<Recogniser['build']> {
  if (hour > 24) return null;
  return {
    type: 'TIME',
    spec:
      weekday === undefined
        ? { kind: 'offset', count: 0, unit: 'day', from: 'now' }
        : { kind: 'weekday', weekday: weekdayOf(weekday), shift: null },
    suffix: `T${two(hour)}:${two(minute)}`,
  };
}
