// Stands in for the reading worker: answers with the text, throws on "throw", ends on "exit".
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (job) => {
  if (job === null) return parentPort.close();
  const { document } = job;
  if (document.text === 'throw') throw new Error('out of memory');
  if (document.text === 'exit') process.exit(3);
  parentPort.postMessage({ text: document.text });
});
