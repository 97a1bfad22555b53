import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { Failure } from '../../document/failure.js';
import { readLines } from '../../document/lines.js';
import { filesOf, readSources, type BadInput, type Input } from '../../document/sources.js';
import { checkReading } from '../../ledger/check-reading.js';
import type { Filed, Ledger } from '../../ledger/ledger.js';
import type { Reading } from '../../reading/reading.js';
import { readBatch } from '../batch.js';
import { inGroups } from '../groups.js';
import { ledgerOption, withLedger } from '../ledger-options.js';
import { Progress } from '../progress.js';
import { errorLine, errorMessage, jobsOption, modelOption, publishedOption, publisherOption, quietOption, type SharedOptions } from '../run.js'; // prettier-ignore

interface AddOptions extends SharedOptions {
  readonly ledger: string;
  readonly json?: true;
  readonly readings?: true;
}

const LINE_LIMIT = 200_000_000;

/** `onrecord add`: reads articles and files them. */
export const addCommand = (): Command =>
  new Command('add')
    .summary('read articles and file them in a ledger')
    .description(
      'Reads articles and files them, each as a whole or not at all; the record is current when the command ends. The same article again changes nothing; an article with the same id or url and another text is a corrected version, and the old text is kept. Ended half-way, the next run goes on where this one stopped. Several may add to one ledger at once.\n\n' + // prettier-ignore
        'A source is a plain text file that begins with its date, a file of JSON Lines, or a folder of either.',
    )
    .argument('[sources...]', 'files and folders; - or nothing for standard input')
    .addOption(ledgerOption())
    .option('--readings', 'the sources are readings already made, lines of onrecord read --json')
    .option('--json', 'a line an article: its id and what became of it')
    .addOption(publishedOption())
    .addOption(publisherOption())
    .addOption(jobsOption())
    .addOption(modelOption())
    .addOption(quietOption())
    .exitOverride()
    .action((sources: readonly string[], options: AddOptions) =>
      withLedger(options.ledger, (ledger) => add(ledger, sources, options)),
    );

type Outcome = { readonly id: string; readonly filed: Filed; readonly size: number } | { readonly bad: BadInput };
/** A reading that waits to be filed, with where it came from. */
type Waiting = { readonly reading: Reading; readonly size: number; readonly path: string; readonly line?: number };

/** So many wait for each other where they come fast; one that comes alone is filed within this time. */
const GROUP = { count: 1000, size: 32_000_000, milliseconds: 1000 };

async function add(ledger: Ledger, sources: readonly string[], options: AddOptions): Promise<void> {
  const paths = await filesOf(sources.length > 0 ? sources : ['-']);
  const total = paths.includes('-') ? null : await sizeOf(paths);
  const progress = new Progress(options.quiet === true);
  const counts: Record<Filed | 'refused', number> = { new: 0, known: 0, corrected: 0, refused: 0 };
  let size = 0;
  for await (const outcome of filed(ledger, options.readings === true ? readings(paths) : articles(ledger, paths, options))) {
    if ('bad' in outcome) {
      counts.refused++;
      progress.clear();
      if (options.json === true) process.stdout.write(errorLine(outcome.bad));
      else process.stderr.write(errorMessage(outcome.bad));
    } else {
      counts[outcome.filed]++;
      size += outcome.size;
      if (options.json === true) process.stdout.write(JSON.stringify({ id: outcome.id, filed: outcome.filed }) + '\n');
    }
    progress.filed(
      counts.new + counts.known + counts.corrected,
      counts.refused,
      total === null || total === 0 ? null : size / total,
    );
  }
  progress.clear();
  const done = counts.new + counts.known + counts.corrected;
  if (done + counts.refused === 0) {
    process.stderr.write('onrecord: there is no article to file: give text files, JSON Lines, or a folder of them\n');
    process.exitCode = 1;
    return;
  }
  if (options.json !== true && options.quiet !== true)
    process.stdout.write(`${counts.new} new, ${counts.known} known, ${counts.corrected} corrected, ${counts.refused} refused\n`);
  if (done === 0) process.exitCode = 1;
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Files what is read, as much at a time as waits; where one cannot be filed, it alone is refused. */
async function* filed(ledger: Ledger, all: AsyncIterable<Outcome | Waiting>): AsyncGenerator<Outcome> {
  for await (const group of inGroups(all, (item) => ('size' in item ? item.size : 0), GROUP)) {
    const waiting = group.filter((item): item is Waiting => 'reading' in item);
    const outcomes = await filedTogether(ledger, waiting);
    for (const item of group) yield 'reading' in item ? (outcomes.get(item) as Outcome) : item;
  }
}

async function filedTogether(ledger: Ledger, waiting: readonly Waiting[]): Promise<ReadonlyMap<Waiting, Outcome>> {
  const out = new Map<Waiting, Outcome>();
  const done = (item: Waiting, filed: Filed): void =>
    void out.set(item, { id: item.reading.document.id, filed, size: item.size });
  try {
    const all = await ledger.addAll(waiting.map(({ reading }) => reading));
    waiting.forEach((item, i) => done(item, all[i] as Filed));
  } catch {
    for (const item of waiting) {
      try {
        done(item, await ledger.add(item.reading));
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure('internal-error', { reason: (error as Error).message }, { cause: error }); // prettier-ignore
        out.set(item, { bad: { id: item.reading.document.id, path: item.path, ...(item.line === undefined ? {} : { line: item.line }), failure } }); // prettier-ignore
      }
    }
  }
  return out;
}

/** Articles: those that are filed already are not read again. */
async function* articles(ledger: Ledger, paths: readonly string[], options: AddOptions): AsyncGenerator<Outcome | Waiting> {
  const known: Outcome[] = [];
  const fresh = async function* (): AsyncGenerator<Input> {
    const inputs = readSources(paths, process.stdin, {
      published: options.published,
      publisher: options.publisher,
      needsDate: true,
    });
    for await (const input of inputs) {
      if ('document' in input && (await ledger.lookup(input.document)) === 'known')
        known.push({ id: input.document.id, filed: 'known', size: Buffer.byteLength(input.document.text) }); // prettier-ignore
      else yield input;
    }
  };
  for await (const outcome of readBatch(fresh(), {
    output: { kind: 'reading-json' },
    jobs: options.jobs,
    model: options.model,
  })) {
    yield* known.splice(0);
    if ('bad' in outcome) yield outcome;
    else {
      const reading = JSON.parse(outcome.text) as Reading;
      yield { reading, size: Buffer.byteLength(reading.document.text), path: outcome.path };
    }
  }
  yield* known;
}

async function* readings(paths: readonly string[]): AsyncGenerator<Outcome | Waiting> {
  for (const path of paths) {
    const stream = path === '-' ? process.stdin : createReadStream(path);
    try {
      for await (const { number, bytes } of readLines(stream, LINE_LIMIT)) {
        if (bytes === null || bytes.length === 0) continue;
        yield checkedReading(path, number, bytes);
      }
    } catch (error) {
      yield {
        bad: {
          id: path,
          path,
          failure: new Failure('unreadable-file', { path, reason: (error as Error).message }, { cause: error }),
        },
      };
    }
  }
}

function checkedReading(path: string, line: number, bytes: Uint8Array): Outcome | Waiting {
  try {
    const reading = checkReading(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return { reading, size: bytes.length, path, line };
  } catch (error) {
    const failure = error instanceof Failure ? error : error instanceof SyntaxError ? new Failure('not-json', { reason: error.message }, { cause: error }) : new Failure('internal-error', { reason: (error as Error).message }, { cause: error }); // prettier-ignore
    return { bad: { id: null, path, line, failure } };
  }
}
