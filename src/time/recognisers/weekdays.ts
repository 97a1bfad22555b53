import { pattern, type Recogniser } from '../recogniser.js';
import { DAYPART, WEEKDAY, weekdayOf } from '../vocabulary.js';

const SUFFIXES: Readonly<Record<string, string>> = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI', noon: 'T12:00', midday: 'T12:00', midnight: 'T24:00', lunchtime: 'TMI', dawn: 'TMO', daybreak: 'TMO', dusk: 'TEV' }; // prettier-ignore
export const suffixOf = (part: string | undefined): string => (part === undefined ? '' : (SUFFIXES[part.toLowerCase()] ?? ''));

/** Days of the week and parts of days: "Friday", "next Monday", "Thursday night", "the following Monday", "today", "tonight". */
export const WEEKDAY_RECOGNISERS: readonly Recogniser[] = [
  {
    name: 'weekday',
    pattern: pattern(
      String.raw`(?:(?<early>[Ee]arly|[Ll]ate) (?:on )?)?(?:[Tt]he )?(?<shift>[Ll]ast |[Nn]ext |[Tt]his |[Tt]his past |[Pp]ast |[Tt]his coming |[Cc]oming |[Ff]ollowing |[Pp]revious )?(?<weekday>${WEEKDAY})(?: (?<part>${DAYPART}))?`,
    ),
    build({ shift, weekday, part }, around) {
      const name = weekday as string;
      // "Good Friday", "Black Friday" and "Sun" the newspaper are no weekdays.
      if (around.inName(around.start + around.text.slice(around.start, around.end).indexOf(name)) && part === undefined)
        return null;
      const word = (shift ?? '').trim().toLowerCase();
      const suffix = suffixOf(part);
      return {
        type: part === undefined ? 'DATE' : 'TIME',
        spec: {
          kind: 'weekday',
          weekday: weekdayOf(name),
          shift: word === 'next' ? 1 : /last|past|previous/u.test(word) ? -1 : null,
          ...(word === 'following' ? { following: true } : {}),
        },
        ...(suffix === '' ? {} : { suffix }),
      };
    },
  },
  {
    name: 'every weekday',
    pattern: pattern(String.raw`(?:[Ee]very|[Ee]ach) (?:other )?(?<weekday>${WEEKDAY})(?: ${DAYPART})?|(?<plural>${WEEKDAY})s`),
    build: ({ weekday, plural }) => ({ type: 'SET', value: `XXXX-WXX-${weekdayOf((weekday ?? plural) as string)}` }),
  },
  {
    name: 'today',
    pattern: pattern(
      String.raw`(?:[Ee]arlier |[Ll]ater |[Ee]arly |[Ll]ate )?(?<name>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]he day before yesterday|[Tt]he day after tomorrow)(?: (?<part>${DAYPART}))?`,
    ),
    build({ name, part }) {
      const word = (name as string).toLowerCase();
      const count = { yesterday: -1, tomorrow: 1, 'the day before yesterday': -2, 'the day after tomorrow': 2 }[word] ?? 0;
      const suffix = word === 'tonight' ? 'TNI' : suffixOf(part);
      return {
        type: suffix === '' ? 'DATE' : 'TIME',
        spec: { kind: 'offset', count, unit: 'day', from: 'now' },
        ...(suffix === '' ? {} : { suffix }),
      };
    },
  },
  {
    name: 'this morning',
    pattern: pattern(
      String.raw`(?:[Ee]arlier |[Ll]ater |[Ee]arly |[Ll]ate )?(?<which>[Tt]his|[Ll]ast|[Tt]hat|[Ss]ame|[Tt]he (?:same|following|next|previous)) (?<part>morning|afternoon|evening|night|midnight)|(?<over>[Oo]vernight)`,
    ),
    build({ which, part, over }) {
      if (over !== undefined) return null;
      const word = (which as string).toLowerCase();
      const count = word === 'last' ? -1 : /following|next/u.test(word) ? 1 : /previous/u.test(word) ? -1 : 0;
      const from = /that|same|following|next|previous/u.test(word) ? 'reference' : 'now';
      return { type: 'TIME', spec: { kind: 'offset', count, unit: 'day', from }, suffix: suffixOf(part) };
    },
  },
];
