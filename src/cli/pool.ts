import { Worker } from 'node:worker_threads';
import type { Document } from '../document/document.js';
import type { Done, Job } from './worker.js';
import type { Output } from './render.js';

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** Worker threads that read articles side by side, an encoder each. */
export class Pool {
  readonly #workers: readonly { readonly thread: Worker; readonly waiting: Waiting[] }[];

  constructor(size: number, output: Output, model: string | undefined) {
    this.#workers = Array.from({ length: size }, () => {
      const thread = new Worker(new URL('./worker.js', import.meta.url), { workerData: { output, model } });
      const waiting: Waiting[] = [];
      thread.on('message', (done: Done) => {
        const job = waiting.shift();
        if ('text' in done) job?.resolve(done.text);
        else job?.reject(Object.assign(new Error(done.message), { code: done.code }));
      });
      thread.on('error', (error) => {
        for (const job of waiting.splice(0)) job.reject(error);
      });
      return { thread, waiting };
    });
  }

  /** How many articles to have under way: enough that no worker waits for the next one. */
  get capacity(): number {
    return this.#workers.length * 3;
  }

  /** Reads one article on the worker with the least to do. */
  run(document: Document): Promise<string> {
    const worker = this.#workers.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    return new Promise((resolve, reject) => {
      worker.waiting.push({ resolve, reject });
      worker.thread.postMessage({ document } satisfies Job);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map(({ thread }) => thread.terminate()));
  }
}
