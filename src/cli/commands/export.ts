import { once } from 'node:events';
import { Command, Option } from 'commander';
import { articlesOf } from '../../export/exported.js';
import { FORMATS } from '../../export/formats.js';
import { TABLES } from '../../export/tables.js';
import { dayAsked } from '../../ledger/questions/filter.js';
import { storedRecord } from '../../ledger/stored-record.js';
import { asOfOption, ledgerOption, withLedger } from '../ledger-options.js';

interface ExportOptions {
  readonly ledger: string;
  readonly format: string;
  readonly table?: string;
  readonly asOf?: string;
}

/** `onrecord export`: the ledger in other people's formats. */
export const exportCommand = (): Command =>
  new Command('export')
    .summary('the ledger in other people’s formats')
    .description(
      `Prints the whole ledger in one format:\n\n${Object.entries(FORMATS)
        .map(([name, { meaning }]) => `  ${name.padEnd(12)} ${meaning}`)
        .join('\n')}`,
    ) // prettier-ignore
    .addOption(ledgerOption())
    .addOption(new Option('--format <format>', 'which one').choices(Object.keys(FORMATS)).makeOptionMandatory())
    .addOption(new Option('--table <table>', 'which table of csv').choices(Object.keys(TABLES)))
    .addOption(asOfOption())
    .exitOverride()
    .action((options: ExportOptions) =>
      withLedger(options.ledger, async ({ store }) => {
        const day = await dayAsked(store, options);
        const data = { record: await storedRecord(store, day), articles: await articlesOf(store, day) };
        const text = (FORMATS[options.format] as (typeof FORMATS)[string]).make(data, options);
        if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      }),
    );
