import { Command } from 'commander';
import { show, type ShownRecord } from '../../ledger/questions/show.js';
import { asOfOption, ledgerOption, withLedger } from '../ledger-options.js';
import { hang, harmless } from '../terminal.js';

interface ShowOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly json?: true;
}

/** `onrecord show ID`: one record, its history, and its evidence in context. */
export const showCommand = (): Command =>
  new Command('show')
    .summary('one record, its history and its evidence in context')
    .description(
      'Shows the statement, event, commitment, position, dispute or actor of an id, with the sentences that show it; the words themselves stand between ⟦ and ⟧.',
    ) // prettier-ignore
    .argument('<id>', 'id as the other commands print it')
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .option('--json', 'one JSON object')
    .exitOverride()
    .action((id: string, options: ShowOptions) =>
      withLedger(options.ledger, async ({ store }) => {
        const record = await show(store, id, options);
        process.stdout.write(
          options.json === true ? JSON.stringify(record) + '\n' : view(record, Math.min(process.stdout.columns ?? 100, 110)),
        );
      }),
    );

function view({ id, what, asOf, lines, evidence }: ShownRecord, width: number): string {
  const indent = Math.max(...lines.map(([name]) => name.length)) + 3;
  const head = lines.map(([name, value]) => hang(harmless(value), `  ${name}`, indent, width));
  const places = evidence.flatMap(({ document, published, publisher, title, label, context, marked, url }) => {
    let text = context;
    for (const [start, end] of [...marked].sort((a, b) => b[0] - a[0]))
      text = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    const source = [publisher, published.slice(0, 10), title === null ? null : `“${title}”`, document, url]
      .filter((part) => part !== null)
      .join(', ');
    return [
      '',
      hang(harmless(text), '    ', 4, width),
      hang(harmless(`— ${source}${label === null ? '' : ` (${label})`}`), '    ', 6, width),
    ];
  });
  return [`${what} ${id}, as of ${asOf}`, ...head, ...places].join('\n') + '\n';
}
