import { InvalidArgumentError, Option, type Command } from 'commander';
import { Ledger } from '../ledger/ledger.js';
import type { Answer, Filter } from '../ledger/questions/filter.js';
import type { Store } from '../ledger/store/store.js';
import { csv, table, type Column } from './table.js';

export const ledgerOption = (): Option =>
  new Option('--ledger <where>', 'file of the ledger, or postgres://user:password@host/database').default('onrecord.db');

const dayOption = (flags: string, meaning: string): Option =>
  new Option(flags, meaning).argParser((value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || Number.isNaN(Date.parse(value)))
      throw new InvalidArgumentError('It takes a day such as 2025-09-05.');
    return value;
  });

const countOption = (flags: string, meaning: string): Option =>
  new Option(flags, meaning).argParser((value) => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < 0 || count > 1_000_000) throw new InvalidArgumentError('It takes a whole number.');
    return count;
  });

export const asOfOption = (): Option =>
  new Option(
    '--as-of <date>',
    'what the articles published by this day say, or "today"; by default the newest publication date in the ledger',
  ).argParser((value) => {
    // prettier-ignore
    if (value === 'today') return new Date().toISOString().slice(0, 10);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || Number.isNaN(Date.parse(value))) throw new InvalidArgumentError('It takes a day such as 2025-09-05, or today.'); // prettier-ignore
    return value;
  });

export interface QuestionOptions extends Filter {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
}

/** Which filters a question takes beside those that all take. */
export type FilterName = 'act' | 'kind' | 'state' | 'stance';

const FILTERS: Readonly<Record<FilterName, readonly [flags: string, meaning: string]>> = {
  act: ['--act <act>', 'only this act, such as promise or deny'],
  kind: ['--kind <kind>', 'only this kind'],
  state: ['--state <state>', 'only this state, such as active or expired'],
  stance: ['--stance <stance>', 'only this stance: for, against, conditional or open'],
};

/** Adds what every question takes. */
export function question(command: Command, filters: readonly FilterName[]): Command {
  command
    .addOption(ledgerOption())
    .option('--actor <actor>', 'id or name; of a state or body, all who speak for it count too')
    .option('--issue <words>', 'words that the record must have');
  for (const name of filters) command.option(...FILTERS[name]);
  return command
    .addOption(dayOption('--since <date>', 'from this day on'))
    .addOption(dayOption('--until <date>', 'up to this day'))
    .addOption(asOfOption())
    .addOption(countOption('--limit <number>', 'rows at most; 50 by default'))
    .addOption(countOption('--offset <number>', 'rows to leave out first'))
    .option('--json', 'one JSON object: asOf, rows, more')
    .option('--csv', 'comma-separated values, in full')
    .exitOverride();
}

/** Opens a ledger for as long as `work` takes. */
export async function withLedger<T>(where: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await Ledger.open(where);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

const WIDEST = 160;

/** Asks a ledger and prints the answer: a table for people, JSON, or CSV. */
export async function answer<T>(
  options: QuestionOptions,
  ask: (store: Store, filter: Filter) => Promise<Answer<T>>,
  columns: readonly Column<T>[],
): Promise<void> {
  await withLedger(options.ledger, async ({ store }) => {
    const found = await ask(store, options);
    if (options.json === true) process.stdout.write(JSON.stringify(found) + '\n');
    else if (options.csv === true) process.stdout.write(csv(columns, found.rows));
    else {
      const width = Math.min(process.stdout.columns ?? 120, WIDEST);
      process.stdout.write(`As of ${found.asOf}${found.rows.length === 0 ? ': nothing that fits.' : ''}\n`);
      if (found.rows.length > 0) process.stdout.write(table(columns, found.rows, width));
      if (found.more) process.stdout.write(`There is more: --limit ${2 * found.rows.length}, or --offset ${(options.offset ?? 0) + found.rows.length}\n`); // prettier-ignore
    }
  });
}
