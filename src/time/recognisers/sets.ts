import { patternAnyCase, type Recogniser } from '../recogniser.js';
import { NUMBER, numberOf } from '../numbers.js';

const VALUES: Readonly<Record<string, string>> = { hourly: 'PT1H', daily: 'P1D', nightly: 'P1D', weekly: 'P1W', fortnightly: 'P2W', monthly: 'P1M', annually: 'P1Y', annual: 'P1Y', yearly: 'P1Y', biweekly: 'P2W', bimonthly: 'P2M', biannual: 'P6M', biennial: 'P2Y', semiannual: 'P6M' }; // prettier-ignore
const CODES: Readonly<Record<string, string>> = { hour: 'T1H', day: '1D', night: '1D', week: '1W', weekend: '1WE', month: '1M', quarter: '1Q', year: '1Y', morning: '1D', minute: 'T1M' }; // prettier-ignore

/** What comes again and again: "daily", "every week", "once a year", "each month". */
export const SETS: readonly Recogniser[] = [
  {
    name: 'daily',
    pattern: patternAnyCase(String.raw`(?<word>${Object.keys(VALUES).join('|')})`),
    build({ word }, around) {
      // The Daily Star, a weekly, a quarterly: names and nouns.
      if (around.inName(around.start)) return null;
      return { type: 'SET', value: VALUES[(word as string).toLowerCase()] as string };
    },
  },
  {
    name: 'every week',
    pattern: patternAnyCase(
      String.raw`(?:every|each)(?: (?<count>${NUMBER}|other))? (?<unit>hour|day|night|weekend|week|month|quarter|year|morning|minute)s?`,
    ),
    build({ count, unit }) {
      const number = count === undefined ? 1 : count === 'other' ? 2 : (numberOf(count) ?? 1);
      return { type: 'SET', value: `P${(CODES[(unit as string).toLowerCase()] as string).replace('1', String(number))}` };
    },
  },
  {
    name: 'once a year',
    pattern: patternAnyCase(
      String.raw`(?:once|twice|(?<times>${NUMBER}) times) (?:a|an|per|every|each) (?<unit>hour|day|night|week|month|quarter|year)`,
    ),
    build: ({ unit }) => ({ type: 'SET', value: `P${CODES[(unit as string).toLowerCase()] as string}` }),
  },
];
