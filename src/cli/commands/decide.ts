import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { actorAnchor, decide, decisions, partAnchor, recordAnchor, takeOver, undo } from '../../ledger/decide.js';
import type { Decision, KeptDecision } from '../../ledger/decisions.js';
import type { Store } from '../../ledger/store/store.js';
import { ledgerOption, withLedger } from '../ledger-options.js';
import { harmless } from '../terminal.js';

interface DecideOptions {
  readonly ledger: string;
  readonly why: string;
  readonly who: string;
}

const whoAmI = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/** A command that takes one decision. */
function decision(
  name: string,
  args: string,
  summary: string,
  make: (store: Store, args: readonly string[]) => Promise<Decision>,
): Command {
  return new Command(name)
    .summary(summary)
    .description(summary)
    .arguments(args)
    .addOption(ledgerOption())
    .requiredOption('--why <text>', 'the reason, kept with the decision')
    .option('--who <name>', 'who decides', whoAmI())
    .exitOverride()
    .action(async (...all: readonly unknown[]) => {
      const command = all.at(-1) as Command;
      const { ledger, who, why } = command.opts<DecideOptions>();
      await withLedger(ledger, async ({ store }) => {
        const at = new Date().toISOString().slice(0, 19) + 'Z';
        const pk = await decide(store, { decision: await make(store, command.processedArgs.flat() as string[]), who, at, why });
        process.stdout.write(`decision ${pk} is in force\n`);
      });
    });
}

/** `field=value` pairs of a correction. */
function fields(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new InvalidArgumentError(`"${pair}" is no field=value`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** `onrecord decide`: merge and split actors, confirm and correct records; kept, shared and undone. */
export function decideCommand(): Command {
  const two = async (store: Store, [a, b]: readonly string[]) => [await recordAnchor(store, a as string), await recordAnchor(store, b as string)] as const; // prettier-ignore
  return new Command('decide')
    .summary('merge and split actors, confirm, correct and reject records')
    .description(
      'Takes a decision about the record. It is kept with who took it, when and why, stays in force when articles are filed or read again, and can be undone.',
    ) // prettier-ignore
    .exitOverride()
    .addCommand(
      decision('merge', '<actor> <other>', 'two actors are one', async (store, [a, b]) => ({
        kind: 'merge',
        actors: [await actorAnchor(store, a as string), await actorAnchor(store, b as string)],
      })),
    ) // prettier-ignore
    .addCommand(
      decision(
        'split',
        '<actor> <names...>',
        'what an actor does under some of its names is somebody else’s',
        async (store, [a, ...names]) => ({ kind: 'split', actor: await partAnchor(store, a as string, names) }),
      ),
    ) // prettier-ignore
    .addCommand(
      decision('rename', '<actor> <name>', 'an actor is shown under this name', async (store, [a, name]) => ({
        kind: 'rename',
        actor: await actorAnchor(store, a as string),
        name: name as string,
      })),
    ) // prettier-ignore
    .addCommand(
      decision('confirm', '<id>', 'a record is right', async (store, [id]) => ({
        kind: 'confirm',
        record: await recordAnchor(store, id as string),
      })),
    ) // prettier-ignore
    .addCommand(
      decision('reject', '<id>', 'a record is wrong, and no answer shows it', async (store, [id]) => ({
        kind: 'reject',
        record: await recordAnchor(store, id as string),
      })),
    ) // prettier-ignore
    .addCommand(
      decision(
        'correct',
        '<id> <fields...>',
        'fields of a record, as field=value: act and said of a statement, type and when of an event, kind of a commitment, issue of a position',
        async (store, [id, ...pairs]) => ({
          kind: 'correct',
          record: await recordAnchor(store, id as string),
          fields: fields(pairs),
        }),
      ),
    ) // prettier-ignore
    .addCommand(
      decision('link', '<id> <other>', 'two records are reports of one', async (store, ids) => ({
        kind: 'link',
        records: await two(store, ids),
      })),
    )
    .addCommand(
      decision('unlink', '<id> <other>', 'reports of two records are not one', async (store, ids) => ({
        kind: 'unlink',
        records: await two(store, ids),
      })),
    ) // prettier-ignore
    .addCommand(undoCommand());
}

const undoCommand = (): Command =>
  new Command('undo')
    .summary('take a decision back')
    .description('Takes a decision back; onrecord decisions lists their numbers.')
    .argument('<number>', 'number of the decision', Number)
    .addOption(ledgerOption())
    .exitOverride()
    .action((pk: number, options: { readonly ledger: string }) =>
      withLedger(options.ledger, async ({ store }) => {
        await undo(store, pk);
        process.stdout.write(`decision ${pk} is undone\n`);
      }),
    );

/** `onrecord decisions`: lists decisions, and takes over those of another desk. */
export const decisionsCommand = (): Command =>
  new Command('decisions')
    .summary('list decisions, export them, take over those of another desk')
    .description(
      'Lists all decisions with who took them, when and why. With --json a line each, which another desk takes over with --import.',
    ) // prettier-ignore
    .addOption(ledgerOption())
    .option('--json', 'a line a decision in force')
    .option('--import <file>', 'take over the decisions of a file that --json wrote')
    .exitOverride()
    .action((options: { readonly ledger: string; readonly json?: true; readonly import?: string }) =>
      withLedger(options.ledger, async ({ store }) => {
        if (options.import !== undefined) {
          const lines = readFileSync(options.import, 'utf8')
            .split('\n')
            .filter((line) => line.trim() !== '');
          const taken = await takeOver(
            store,
            lines.map((line) => JSON.parse(line) as KeptDecision),
          );
          process.stdout.write(`${taken} of ${lines.length} decisions taken over\n`);
          return;
        }
        for (const { pk, undone, ...kept } of await decisions(store)) {
          if (options.json === true) {
            if (!undone) process.stdout.write(JSON.stringify(kept) + '\n');
          } else process.stdout.write(harmless(`${pk}  ${kept.at}  ${kept.who}  ${kept.decision.kind}${undone ? ' (undone)' : ''}: ${about(kept.decision)} — ${kept.why}`) + '\n'); // prettier-ignore
        }
      }),
    );

function about(decision: Decision): string {
  switch (decision.kind) {
    case 'merge':
      return decision.actors.map(({ names }) => names.join(', ')).join(' and ');
    case 'split':
      return decision.actor.names.join(', ');
    case 'rename':
      return `${decision.actor.names.join(', ')} to ${decision.name}`;
    case 'link':
    case 'unlink':
      return decision.records.map(({ quote }) => `“${quote}”`).join(' and ');
    case 'correct':
      return `“${decision.record.quote}” ${Object.entries(decision.fields).map(([field, value]) => `${field}=${value}`).join(', ')}`; // prettier-ignore
    default:
      return `“${decision.record.quote}”`;
  }
}
