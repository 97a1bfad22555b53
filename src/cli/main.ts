#!/usr/bin/env node
import { program } from './program.js';

const WRONG_CALL = 2;

async function main(): Promise<void> {
  // The writer looks at the stream's own error and stops reading: ending at once would stop native code half-way.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  try {
    await program().parseAsync();
  } catch (error) {
    const { code, exitCode, message } = error as { code?: string; exitCode?: number; message: string };
    if (typeof exitCode === 'number' && code?.startsWith('commander.') === true) {
      process.exitCode = exitCode === 0 ? 0 : WRONG_CALL;
      return;
    }
    // A reader that has seen enough, such as head, closes the pipe: that is no error.
    if (code === 'EPIPE') return;
    process.stderr.write(`onrecord: ${message}\n`);
    process.exitCode = 1;
  }
}

await main();
