import { Command } from 'commander';
import { verify } from '../../ledger/verify.js';
import { ledgerOption, withLedger } from '../ledger-options.js';
import { harmless } from '../terminal.js';

/** `onrecord verify`: every piece of evidence against the stored text. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('check every piece of evidence against the stored text')
    .description(
      'Checks the stored text of every article against its hash, and every piece of evidence against the text. Exit status 1 and a list where one fails.',
    ) // prettier-ignore
    .addOption(ledgerOption())
    .option('--json', 'one JSON object: articles, evidence, faults')
    .exitOverride()
    .action((options: { readonly ledger: string; readonly json?: true }) =>
      withLedger(options.ledger, async ({ store }) => {
        const found = await verify(store);
        if (options.json === true) process.stdout.write(JSON.stringify(found) + '\n');
        else {
          for (const { document, record, problem } of found.faults) process.stdout.write(harmless(`${document}${record === null ? '' : `, ${record}`}: ${problem}`) + '\n'); // prettier-ignore
          process.stdout.write(`${found.articles} articles and ${found.evidence} pieces of evidence checked, ${found.faults.length} at fault\n`); // prettier-ignore
        }
        if (found.faults.length > 0) process.exitCode = 1;
      }),
    );
