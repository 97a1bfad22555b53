/** Pieces of patterns that several recognisers share. */
import { NUMBER } from './numbers.js';

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A month begins with a capital, or is written in capitals: "may" and "march" are other words. */
export const MONTH = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
export const WEEKDAY = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri)\b\.|(?:Sat|Sun)\.(?=,))`;
export const YEAR = String.raw`(?:1[0-9]{3}|20[0-9]{2})(?![\d%])`;
export const DATE = String.raw`(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|:\d|\.\d|,\d)`;
export const UNIT = String.raw`(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie|yr|hr)s?`;
export const SEASON = String.raw`(?:spring|summer|autumn|fall|winter)`;
export const DAYPART = String.raw`(?:morning|afternoon|evening|night|lunchtime|noon|midday|midnight|dawn|dusk|daybreak)`;
export const ABOUT = String.raw`(?:(?:about|around|nearly|almost|approximately|roughly|some|more than|less than|fewer than|at least|at most|up to|no more than|over|under|only|just|the better part of|as (?:much|many|little|few) as|another) )`;
export const COUNT = String.raw`(?:${NUMBER}(?:[ -]1/2)?(?: and a half)?|an?|half an?|a half|a couple of|a few|few|couple of|several|some|many|dozens of|hundreds of|thousands of|a dozen|numerous|a number of)`;
export const BLANK = String.raw`[ \u00a0\n\r\t]+`;

export const monthOf = (text: string): number => {
  const written = text.toLowerCase().replace('.', '').slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(written)) + 1;
};
export const weekdayOf = (text: string): number =>
  WEEKDAYS.findIndex((name) => name.startsWith(text.toLowerCase().replace('.', '').slice(0, 3))) + 1;
/** The month that a season begins with. */
export const seasonMonth = (text: string): number =>
  ({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 })[text.toLowerCase()] ?? 6;
export const dateOf = (text: string): number => Number.parseInt(text, 10);
