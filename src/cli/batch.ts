import { availableParallelism } from 'node:os';
import { Failure } from '../document/failure.js';
import type { BadInput, GoodInput, Input } from '../document/sources.js';
import { Annotator } from '../language/annotator.js';
import { Pool } from './pool.js';
import { render, type Output } from './render.js';

export interface BatchOptions {
  readonly output: Output;
  /** Articles read side by side; by default one a core. */
  readonly jobs?: number | undefined;
  /** Folder of the model; by default the one that is shipped. */
  readonly model?: string | undefined;
}

/** What came of one input, in its place. */
export type Outcome = { readonly text: string; readonly path: string } | { readonly bad: BadInput };

/** Characters of text that may be under way at once, beside the first article's. */
const CHARACTERS_UNDER_WAY = 2_000_000;

/**
 * Reads articles in order, several at a time where there are several, and gives the outcomes in the order of the inputs, each
 * as soon as it is there. Memory is bounded by the articles under way, however long the stream.
 */
export async function* readBatch(inputs: AsyncIterable<Input>, options: BatchOptions): AsyncGenerator<Outcome> {
  const jobs = options.jobs ?? availableParallelism();
  const iterator = inputs[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const second = iterator.next();
  const rest = async function* (): AsyncGenerator<Input> {
    yield first.value;
    for (let next = await second; next.done !== true; next = await iterator.next()) yield next.value;
  };
  // One article needs no workers: they cost a start each.
  const alone = jobs === 1 || (await Promise.race([second, pause(SOON)]))?.done === true;
  if (alone) yield* readInline(rest(), options, jobs);
  else yield* readPooled(rest(), options, jobs);
}

/** Whether a file has a second article is known within this many milliseconds; a stream may be slower. */
const SOON = 50;
const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds).unref());

async function* readInline(inputs: AsyncIterable<Input>, options: BatchOptions, threads: number): AsyncGenerator<Outcome> {
  let annotator: Annotator | null = null;
  for await (const input of inputs) {
    if (!('document' in input)) {
      yield { bad: input };
      continue;
    }
    annotator ??= await Annotator.load({ threads, ...(options.model === undefined ? {} : { model: options.model }) });
    yield await outcomeOf(input, render(input.document, annotator, options.output));
  }
  await annotator?.close();
}

async function* readPooled(inputs: AsyncIterable<Input>, options: BatchOptions, jobs: number): AsyncGenerator<Outcome> {
  const pool = new Pool(jobs, options.output, options.model);
  const iterator = inputs[Symbol.asyncIterator]();
  const queue: { readonly outcome: Promise<Outcome>; readonly size: number }[] = [];
  let size = 0;
  let next: Promise<IteratorResult<Input>> | null = iterator.next();
  try {
    while (next !== null || queue.length > 0) {
      const head = queue[0];
      const full = queue.length >= pool.capacity || size > CHARACTERS_UNDER_WAY;
      if (head !== undefined && (next === null || full || (await first(head.outcome, next)) === 'outcome')) {
        queue.shift();
        size -= head.size;
        yield await head.outcome;
        continue;
      }
      const result: IteratorResult<Input> = await (next as Promise<IteratorResult<Input>>);
      next = result.done === true ? null : iterator.next();
      if (result.done === true) continue;
      const entry = start(result.value, pool);
      size += entry.size;
      queue.push(entry);
    }
  } finally {
    await pool.close();
  }
}

/** Which of the two is there first. */
const first = (outcome: Promise<Outcome>, input: Promise<unknown>): Promise<'outcome' | 'input'> =>
  Promise.race([outcome.then(() => 'outcome' as const), input.then(() => 'input' as const)]);

function start(input: Input, pool: Pool): { readonly outcome: Promise<Outcome>; readonly size: number } {
  if (!('document' in input)) return { outcome: Promise.resolve({ bad: input }), size: 0 };
  const outcome = outcomeOf(input, pool.run(input.document));
  // What is thrown is thrown where its turn comes; until then it is not an unhandled one.
  outcome.catch(() => undefined);
  return { outcome, size: input.document.text.length };
}

/** What a reading comes to: its text, or the error in its place. */
const outcomeOf = (input: GoodInput, reading: Promise<string>): Promise<Outcome> =>
  reading.then(
    (text) => ({ text, path: input.path }),
    (error: unknown) => failed(input, error),
  );

/** A fault on one article costs that article alone; a model that cannot be loaded ends the batch. */
function failed({ document, path, line }: GoodInput, error: unknown): Outcome {
  if ((error as { code?: unknown }).code === 'model-unreadable') throw error as Error;
  const failure = new Failure('internal-error', { reason: (error as Error).message }, { cause: error });
  return { bad: { id: document.id, path, ...(line === undefined ? {} : { line }), failure } };
}
