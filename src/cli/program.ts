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
