/**
 * Everything that can be wrong with what a user gives, by a code that stays the same from version to version.
 * A message says what was wrong, with what, and what to do next.
 */
export const FAILURES = {
  'address-taken': (d) =>
    `the desk cannot be opened at ${d['host']}, port ${d['port']} (${d['reason']}): give another one with --port, or --port 0 for any that is free`,
  'ambiguous-actor': (d) => `${quoted(d['name'])} may be any of ${d['candidates']}: give the id of one`,
  'bad-date': (d) =>
    `the publication date ${quoted(d['value'])} is not a day of the calendar: write it as 2025-09-05, or with time and zone as 2025-09-05T14:30:00Z`,
  'bad-decision': (d) => `the decision cannot be taken: ${d['problem']}`,
  'bad-reading': (d) =>
    `the line is no reading (${d['problem']}): give lines of onrecord read --json, or leave out --readings to file articles`,
  'bad-record': (d) =>
    `the field "${d['field']}" ${d['problem']}: an article is {"id", "published", "publisher", "title", "url"?, "text"}, all of them strings`,
  'empty-ledger': (d) =>
    `the ledger ${d['where']} holds no article: file some with onrecord add, or give another one with --ledger`,
  'empty-text': () => 'the article has no text: give it in the field "text", or after the header of a plain text file',
  'internal-error': (d) =>
    `Onrecord failed on this article (${d['reason']}): this is a fault of ours, please report it with the article`,
  'ledger-unreadable': (d) =>
    `the ledger ${d['where']} cannot be opened (${d['reason']}): give the path of a file that can be written, or postgres://user:password@host/database`,
  'model-unreadable': (d) => `the model in ${d['folder']} cannot be loaded (${d['reason']}): install the package again`,
  'no-date': () =>
    'the article has no publication date, which all its dates are worked out from: add a first line "date 2025-09-05", a field "published", or the option --published 2025-09-05',
  'no-such-actor': (d) => `the ledger has no actor called ${quoted(d['name'])}: onrecord actors lists them`,
  'no-such-record': (d) =>
    `the ledger has nothing with the id ${quoted(d['id'])}: see what it has with onrecord statements, or give --ledger`,
  'no-such-table': (d) => `there is no table ${quoted(d['name'])}: give --table with one of ${d['tables']}`,
  'not-json': (d) => `the line is not JSON (${d['reason']}): write one JSON object a line`,
  'not-utf8': () => 'the bytes are not UTF-8 text: save the file as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8',
  'too-large': (d) => `the article has more than ${d['limit']} bytes: split it into single articles, or give them as JSON Lines`,
  'unreadable-file': (d) => `the file ${quoted(d['path'])} cannot be read (${d['reason']}): check its name and its permissions`,
  'unsupported-format': (d) =>
    `this is ${d['format']}, which cannot be read yet: give its text as plain text with a first line "date 2025-09-05", or as JSON Lines`,
} as const satisfies Record<string, (details: Readonly<Record<string, string | number>>) => string>;

export type FailureCode = keyof typeof FAILURES;

/** An error of the catalogue: `code` is stable, `message` is for people. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, details: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(FAILURES[code](details), options);
    this.name = 'Failure';
    this.code = code;
  }
}

function quoted(value: string | number | undefined): string {
  const text = JSON.stringify(String(value));
  return text.length <= 80 ? text : `${text.slice(0, 76)}…"`;
}
