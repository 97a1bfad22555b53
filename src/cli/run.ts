import { once } from 'node:events';
import { InvalidArgumentError, Option } from 'commander';
import { parsePublished } from '../document/published.js';
import { readSources, type BadInput } from '../document/sources.js';
import { readBatch, type Outcome } from './batch.js';
import { Progress } from './progress.js';
import type { Output } from './render.js';
import { harmless } from './terminal.js';

/** Options that every command that reads articles has. */
export interface SharedOptions {
  readonly published?: string;
  readonly publisher?: string;
  readonly jobs?: number;
  readonly model?: string;
  readonly quiet?: true;
}

export const EXAMPLE = `
Examples:
  onrecord read article.txt
  onrecord read --json archive.jsonl > readings.jsonl
  pdftotext report.pdf - | onrecord read --published 2025-09-05 -`;

export const publishedOption = (): Option =>
  new Option('--published <date>', 'publication date of all articles, whatever they say themselves').argParser((value) => {
    try {
      return parsePublished(value);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  });

export const publisherOption = (): Option => new Option('--publisher <name>', 'publisher of all articles');

export const quietOption = (): Option => new Option('--quiet', 'no progress on standard error');

export const modelOption = (): Option => new Option('--model <folder>', 'folder of another model than the one shipped');

export const jobsOption = (): Option =>
  new Option('--jobs <number>', 'articles read side by side; by default one a core').argParser((value) => {
    const jobs = Number(value);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
      throw new InvalidArgumentError('It takes a whole number from 1 to 256.');
    return jobs;
  });

export interface BatchCall {
  readonly output: Output;
  /** Errors as lines of standard output in their place, else as lines of standard error. */
  readonly errorsAsJson: boolean;
  readonly needsDate: boolean;
}

/** Reads the sources of a command and prints an outcome for each article, in order. Sets the exit status. */
export async function runBatch(files: readonly string[], options: SharedOptions, call: BatchCall): Promise<void> {
  const paths = files.length > 0 ? files : ['-'];
  const inputs = readSources(paths, process.stdin, {
    published: options.published,
    publisher: options.publisher,
    needsDate: call.needsDate,
  });
  const progress = new Progress(options.quiet === true);
  let good = 0;
  let bad = 0;
  for await (const outcome of readBatch(inputs, { output: call.output, jobs: options.jobs, model: options.model })) {
    if ('bad' in outcome) bad++;
    else good++;
    progress.clear();
    await print(outcome, call.errorsAsJson);
    progress.show(good, bad);
  }
  progress.clear();
  if (good + bad === 0) {
    process.stderr.write('onrecord: the input is empty: give text files, JSON Lines, or text on standard input\n');
    process.exitCode = 1;
  }
  if (bad === 1 && good === 0) process.exitCode = 1;
}

async function print(outcome: Outcome, errorsAsJson: boolean): Promise<void> {
  if ('text' in outcome) await write(outcome.text);
  else if (errorsAsJson) await write(errorLine(outcome.bad));
  else process.stderr.write(errorMessage(outcome.bad));
}

export function errorLine({ id, line, failure }: BadInput): string {
  const place = line === undefined ? {} : { line };
  return JSON.stringify({ id, ...place, error: { code: failure.code, message: failure.message } }) + '\n';
}

export function errorMessage({ path, line, failure }: BadInput): string {
  const place = path === '-' ? 'standard input' : path;
  return harmless(`onrecord: ${place}${line === undefined ? '' : `, line ${line}`}: ${failure.message} [${failure.code}]`) + '\n';
}

/**
 * Writes to standard output, and waits where it is full: a slow reader never fills the memory.
 *
 * @throws what the stream failed with, such as `EPIPE` where nobody reads any more
 */
async function write(text: string): Promise<void> {
  if (process.stdout.errored !== null) throw process.stdout.errored;
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
