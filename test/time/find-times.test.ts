import { describe, expect, it } from 'vitest';
import { timesIn } from './times-in.js';

/** Publication date, text, what is found. 2025-03-12 is a Wednesday. */
type Case = readonly [published: string, text: string, times: readonly string[]];

const CALENDAR: readonly Case[] = [
  ['2025-03-12', 'The envoys met on 3 March 2025 in Lisse.', ['3 March 2025 → 2025-03-03']],
  ['2025-03-12', 'The envoys met on March 3, 2025, in Lisse.', ['March 3, 2025 → 2025-03-03']],
  ['2025-03-12', 'The envoys met on Friday, Feb. 28.', ['Friday, Feb. 28 → 2025-02-28']],
  ['2025-01-10', 'The gates were shut on 20 December.', ['20 December → 2024-12-20']],
  ['2025-12-20', 'The gates will open on 10 January.', ['10 January → 2026-01-10']],
  ['2025-03-12', 'The pact was signed in June 1960.', ['June 1960 → 1960-06']],
  ['2025-03-12', 'The talks began in November.', ['November → 2024-11']],
  ['2025-03-12', 'The talks will begin in November.', ['November → 2025-11']],
  ['2025-03-12', 'Voting was held on March 23-24, 2021, in the north.', ['March 23 → 2021-03-23', '24, 2021 → 2021-03-24']],
  ['2025-03-12', 'The war of 1998 is not forgotten.', ['1998 → 1998']],
  ['2025-03-12', 'The late 1990s were quiet.', ['The late 1990s → 199']],
  ['2025-03-12', 'The dam was built in the 19th century.', ['the 19th century → 18']],
  ['2025-03-12', 'The report is dated 2025-03-01.', ['2025-03-01 → 2025-03-01']],
];

const RELATIVE: readonly Case[] = [
  ['2025-03-12', 'The minister resigned on Friday.', ['Friday → 2025-03-07']],
  ['2025-03-12', 'The minister will resign on Friday.', ['Friday → 2025-03-14']],
  ['2025-03-12', 'The minister said on Friday that he would resign.', ['Friday → 2025-03-07']],
  ['2025-03-12', 'The minister resigned on Wednesday.', ['Wednesday → 2025-03-12']],
  ['2025-03-12', 'The minister resigned last Friday.', ['last Friday → 2025-03-07']],
  ['2025-03-12', 'The minister resigns next Friday.', ['next Friday → 2025-03-21']],
  ['2025-03-12', 'She spoke yesterday and leaves tomorrow.', ['yesterday → 2025-03-11', 'tomorrow → 2025-03-13']],
  ['2025-03-12', 'Prices rose last month and fell this week.', ['last month → 2025-02', 'this week → 2025-W11']],
  ['2025-03-12', 'He left office two years ago.', ['two years ago → 2023']],
  ['2025-03-12', 'The pact was signed ten days ago.', ['ten days ago → 2025-03-02']],
  [
    '2025-03-12',
    'The army took the town on 4 March. The following day it withdrew.',
    ['4 March → 2025-03-04', 'The following day → 2025-03-05'],
  ],
  ['2025-03-12', 'Elections are due next summer.', ['next summer → 2025-SU']],
  ['2025-10-12', 'Results for the third quarter were poor.', ['the third quarter → 2025-Q3']],
  ['2025-03-12', 'They will meet before Christmas.', ['Christmas → 2025-12-25']],
  ['2025-03-12', 'The troops left at 2 p.m. on Friday.', ['2 p.m. on Friday → 2025-03-07T14:00']],
];

const LENGTHS: readonly Case[] = [
  ['2025-03-12', 'The truce lasted ten days.', ['ten days → P10D']],
  ['2025-03-12', 'They signed a 30-day truce.', ['30-day → P30D']],
  ['2025-03-12', 'It took two and a half years.', ['two and a half years → P2Y6M']],
  ['2025-03-12', 'They waited for several weeks.', ['several weeks → PXW']],
  ['2025-03-12', 'Over the past four decades the river has shrunk.', ['the past four decades → P4DE']],
  ['2025-03-12', 'The commission meets once a year.', ['once a year → P1Y']],
  ['2025-03-12', 'The ferry runs every day.', ['every day → P1D']],
  ['2025-03-12', 'Nobody now knows.', ['now → PRESENT_REF']],
];

/** What looks like a time and is none. */
const TRAPS: readonly Case[] = [
  ['2025-03-12', 'Theresa May met the envoy.', []],
  ['2025-03-12', 'The crowd may march on the capital.', []],
  ['2025-03-12', 'The Sun printed the letter.', []],
  ['2025-03-12', 'A second convoy left the port.', []],
  ['2025-03-12', 'He had second thoughts.', []],
  ['2025-03-12', 'The 2020 Foundation paid for it.', []],
  ['2025-03-12', 'About 2000 people fled.', []],
  ['2025-03-12', 'The fall of the city was swift.', []],
  ['2025-03-12', 'They will march again.', []],
  ['2025-03-12', 'The bill came to $1998.', []],
];

const check = (cases: readonly Case[]): void => {
  it.each(cases)('%s: %s', async (published, text, times) => {
    expect(await timesIn(published, text)).toEqual(times);
  });
};

describe('days, months and years', () => check(CALENDAR));
describe('times counted from the day of publication and the tense', () => check(RELATIVE));
describe('lengths and what comes again', () => check(LENGTHS));
describe('what is no time', () => check(TRAPS));

describe('a text without a date', () => {
  it('keeps what the text gives and leaves the rest without a value', async () => {
    expect(await timesIn(null, 'On Friday they met; the pact is of 3 May 1999.')).toEqual([
      'Friday → null',
      '3 May 1999 → 1999-05-03',
    ]);
  });
});
