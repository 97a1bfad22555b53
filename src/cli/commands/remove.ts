import { Command } from 'commander';
import { ledgerOption, withLedger } from '../ledger-options.js';

/** `onrecord remove ID`: takes an article out for good. */
export const removeCommand = (): Command =>
  new Command('remove')
    .summary('take an article out for good')
    .description(
      'Takes an article and all its versions out of the ledger, as a court may ask. What is left is its id, its hash and the reason; the record is what it would be had the article never come, and the article is not filed again.',
    ) // prettier-ignore
    .argument('<id>', 'id of the article')
    .requiredOption('--reason <text>', 'why it is taken out; kept with its hash')
    .addOption(ledgerOption())
    .exitOverride()
    .action((id: string, options: { readonly ledger: string; readonly reason: string }) =>
      withLedger(options.ledger, async (ledger) => {
        await ledger.remove(id, options.reason);
        process.stdout.write(`${id} is removed: ${options.reason}\n`);
      }),
    );
