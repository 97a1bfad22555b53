#!/usr/bin/env node
import { program } from './program.js';

const WRONG_CALL = 2;

async function main(): Promise<void> {
  // A reader that has seen enough, such as head, closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await program().parseAsync();
  } catch (error) {
    const { code, exitCode, message } = error as { code?: string; exitCode?: number; message: string };
    if (typeof exitCode === 'number' && code?.startsWith('commander.') === true) {
      process.exitCode = exitCode === 0 ? 0 : WRONG_CALL;
      return;
    }
    process.stderr.write(`onrecord: ${message}\n`);
    process.exitCode = 1;
  }
}

await main();
