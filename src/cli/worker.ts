import { parentPort, workerData } from 'node:worker_threads';
import type { Document } from '../document/document.js';
import { Annotator } from '../language/annotator.js';
import { render, type Output } from './render.js';

/** An article to read, and what comes of it. */
export interface Job {
  readonly document: Document;
}
export type Done = { readonly text: string } | { readonly code: string | null; readonly message: string };

const { output, model } = workerData as { readonly output: Output; readonly model?: string };
const port = parentPort;
if (port === null) throw new Error('worker.js runs as a worker thread');
const annotator = Annotator.load({ threads: 1, ...(model === undefined ? {} : { model }) });

/** Jobs are done one after the other, so that answers come in the order of the questions. */
let last: Promise<void> = Promise.resolve();

// Null asks the thread to end. It ends itself, as native code that is stopped half-way takes the process with it.
port.on('message', (job: Job | null) => {
  if (job === null) {
    void last
      .then(async () => (await annotator).close())
      .catch(() => undefined)
      .then(() => port.close());
    return;
  }
  last = last
    .then(async () => render(job.document, await annotator, output))
    .then((text): Done => ({ text }))
    .catch((error: unknown): Done => {
      const { code, message } = error as { code?: string; message: string };
      return { code: code ?? null, message };
    })
    .then((done) => port.postMessage(done));
});
