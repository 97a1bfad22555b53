import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Document } from '../document/document.js';
import type { Done, Job } from './worker.js';
import type { Output } from './render.js';

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly thread: Worker;
  readonly waiting: Waiting[];
}

/** Worker threads that read articles side by side, an encoder each. A thread that dies costs its articles alone. */
export class Pool {
  readonly #start: () => Member;
  readonly #workers: Member[];
  #closed = false;

  constructor(size: number, output: Output, model: string | undefined, script = new URL('./worker.js', import.meta.url)) {
    this.#start = () => {
      const member: Member = { thread: new Worker(script, { workerData: { output, model } }), waiting: [] };
      member.thread.on('message', (done: Done) => {
        const job = member.waiting.shift();
        if ('text' in done) job?.resolve(done.text);
        else job?.reject(Object.assign(new Error(done.message), { code: done.code }));
      });
      member.thread.on('error', (error) => this.#replace(member, error));
      member.thread.on('exit', (code) => this.#replace(member, new Error(`its thread ended with ${code}`)));
      return member;
    };
    this.#workers = Array.from({ length: size }, () => this.#start());
  }

  #replace(member: Member, error: Error): void {
    const place = this.#workers.indexOf(member);
    if (this.#closed || place < 0) return;
    this.#workers[place] = this.#start();
    for (const job of member.waiting.splice(0)) job.reject(error);
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

  /** Ends the threads, each after what it is reading. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(
      this.#workers.map(({ thread }) => {
        const ended = once(thread, 'exit');
        thread.postMessage(null);
        return ended;
      }),
    );
  }
}
