#!/usr/bin/env node
import { Command } from 'commander';
import { VERSION } from '../version.js';
import { annotateCommand } from './commands/annotate.js';
import { readCommand } from './commands/read.js';

/** The command line. Exit status: 0 when every input has its line of output, 1 when the only input was bad, 2 for a wrong call. */
export function program(): Command {
  return new Command('onrecord')
    .description('Reads dated news and keeps the record: who said what, on the exact characters that say so.')
    .version(VERSION)
    .configureHelp({ sortSubcommands: true })
    .addCommand(readCommand())
    .addCommand(annotateCommand())
    .exitOverride();
}

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
