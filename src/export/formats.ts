import { annotations } from './annotations.js';
import { calendar } from './calendar.js';
import { citron } from './citron.js';
import type { Export } from './exported.js';
import { followTheMoney } from './follow-the-money.js';
import { jsonLines, ledgerJson } from './ledger-json.js';
import { plover } from './plover.js';
import { tableCsv } from './tables.js';
import { timelineJs } from './timeline-js.js';

/** The formats of `onrecord export`, by name, each with what it is in a few words. */
export const FORMATS: Readonly<Record<string, { readonly make: Export; readonly meaning: string }>> = {
  ledger: { make: ledgerJson, meaning: 'the whole record as one JSON object' },
  jsonl: { make: jsonLines, meaning: 'JSON Lines, a record a line' },
  csv: { make: tableCsv, meaning: 'one table as CSV, with --table' },
  plover: { make: plover, meaning: 'coded events as tab-separated values' },
  annotations: { make: annotations, meaning: 'W3C Web Annotations, one a line' },
  citron: { make: citron, meaning: 'the quotation format of BBC Citron, a document a line' },
  ftm: { make: followTheMoney, meaning: 'FollowTheMoney entities, one a line' },
  timelinejs: { make: timelineJs, meaning: 'TimelineJS JSON' },
  ical: { make: calendar, meaning: 'iCalendar of deadlines' },
};
