import { Command } from 'commander';
import { disputes, type DisputeRow } from '../../ledger/questions/disputes.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<DisputeRow>[] = [
  { name: 'id', value: (d) => d.id },
  { name: 'day', value: (d) => d.day },
  { name: 'kind', value: (d) => d.kind },
  { name: 'reason', value: (d) => d.reason },
  { name: 'about', value: (d) => d.about, wide: true },
];

/** `onrecord disputes`: what does not fit together; suggestions. */
export const disputesCommand = (): Command =>
  question(new Command('disputes').summary('accounts that conflict, turns, and words against deeds').description('Disputes, the latest first. Each is a suggestion with its reason; onrecord show ID puts both sides’ words next to each other.'), ['kind']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, disputes, COLUMNS));
