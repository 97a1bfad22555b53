import { Command } from 'commander';
import { VERSION } from '../version.js';
import { actorsCommand } from './commands/actors.js';
import { addCommand } from './commands/add.js';
import { annotateCommand } from './commands/annotate.js';
import { commitmentsCommand } from './commands/commitments.js';
import { decideCommand, decisionsCommand } from './commands/decide.js';
import { deadlinesCommand } from './commands/deadlines.js';
import { disputesCommand } from './commands/disputes.js';
import { exportCommand } from './commands/export.js';
import { positionsCommand } from './commands/positions.js';
import { readCommand } from './commands/read.js';
import { removeCommand } from './commands/remove.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';
import { statementsCommand } from './commands/statements.js';
import { timelineCommand } from './commands/timeline.js';
import { verifyCommand } from './commands/verify.js';

/** The command line. Exit status: 0 when every input has its line of output, 1 when the only input was bad, 2 for a wrong call. */
export function program(): Command {
  const all = [readCommand, annotateCommand, addCommand, removeCommand, statementsCommand, commitmentsCommand, deadlinesCommand, positionsCommand, disputesCommand, actorsCommand, timelineCommand, showCommand, decideCommand, decisionsCommand, verifyCommand, exportCommand, serveCommand]; // prettier-ignore
  const command = new Command('onrecord')
    .description('Reads dated news and keeps the record: who said what, on the exact characters that say so.')
    .version(VERSION)
    .exitOverride();
  for (const make of all) command.addCommand(make());
  return command;
}
