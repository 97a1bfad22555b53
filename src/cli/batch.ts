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
export type Outcome = { readonly text: string } | { readonly bad: BadInput };

/** Characters of text that may be under way at once, beside the first article's. */
const CHARACTERS_UNDER_WAY = 2_000_000;

/**
 * Reads articles in order, several at a time where there are several, and gives the outcomes in the order of the inputs.
 * Memory is bounded by the articles under way, however long the stream.
 */
export async function* readBatch(inputs: AsyncIterable<Input>, options: BatchOptions): AsyncGenerator<Outcome> {
  const jobs = options.jobs ?? availableParallelism();
  const iterator = inputs[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const second = await iterator.next();
  const rest = async function* (): AsyncGenerator<Input> {
    yield first.value;
    if (second.done === true) return;
    yield second.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  };
  if (second.done === true || jobs === 1) yield* readInline(rest(), options, jobs);
  else yield* readPooled(rest(), options, jobs);
}

async function* readInline(inputs: AsyncIterable<Input>, options: BatchOptions, threads: number): AsyncGenerator<Outcome> {
  let annotator: Annotator | null = null;
  for await (const input of inputs) {
    if (!('document' in input)) {
      yield { bad: input };
      continue;
    }
    annotator ??= await Annotator.load({ threads, ...(options.model === undefined ? {} : { model: options.model }) });
    yield await render(input.document, annotator, options.output).then(
      (text): Outcome => ({ text }),
      (error: unknown) => failed(input, error),
    );
  }
  await annotator?.close();
}

async function* readPooled(inputs: AsyncIterable<Input>, options: BatchOptions, jobs: number): AsyncGenerator<Outcome> {
  const pool = new Pool(jobs, options.output, options.model);
  const queue: { readonly outcome: Promise<Outcome>; readonly size: number }[] = [];
  let size = 0;
  try {
    for await (const input of inputs) {
      const good = 'document' in input;
      const outcome = good
        ? pool.run(input.document).then(
            (text): Outcome => ({ text }),
            (error: unknown) => failed(input, error),
          )
        : Promise.resolve<Outcome>({ bad: input });
      // What is thrown is thrown where its turn comes; until then it is not an unhandled one.
      outcome.catch(() => undefined);
      queue.push({ outcome, size: good ? input.document.text.length : 0 });
      size += queue.at(-1)?.size ?? 0;
      while (queue.length >= pool.capacity || size > CHARACTERS_UNDER_WAY) {
        const next = queue.shift();
        if (next === undefined) break;
        size -= next.size;
        yield await next.outcome;
      }
    }
    for (const { outcome } of queue) yield await outcome;
  } finally {
    await pool.close();
  }
}

/** A fault on one article costs that article alone; a model that cannot be loaded ends the batch. */
function failed({ document, path, line }: GoodInput, error: unknown): Outcome {
  if ((error as { code?: unknown }).code === 'model-unreadable') throw error as Error;
  const failure = new Failure('internal-error', { reason: (error as Error).message }, { cause: error });
  return { bad: { id: document.id, path, ...(line === undefined ? {} : { line }), failure } };
}
