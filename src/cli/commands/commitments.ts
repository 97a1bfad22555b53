import { Command } from 'commander';
import { commitments, historyLine, type CommitmentRow } from '../../ledger/questions/commitments.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<CommitmentRow>[] = [
  { name: 'id', value: (c) => c.id },
  { name: 'made', value: (c) => c.day },
  { name: 'kind', value: (c) => c.kind },
  { name: 'who owes', value: (c) => c.debtor?.name ?? null },
  { name: 'to', value: (c) => c.creditor?.name ?? null },
  { name: 'state', value: (c) => c.state },
  { name: 'due', value: (c) => c.due },
  { name: 'what', value: (c) => c.what + (c.condition === null ? '' : ` [${c.condition}]`), wide: true },
  { name: 'history', value: (c) => historyLine(c.history) },
];

/** `onrecord commitments`: promises, offers, threats, demands and agreements, and what became of them. */
export const commitmentsCommand = (): Command =>
  question(new Command('commitments').summary('what was promised, offered, threatened, demanded and agreed, and what became of it').description('Commitments, the latest first, each with its state as of the day asked for and its history in one line. A * marks a step that no article says: a due day that passed in silence.'), ['kind', 'state']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, (store, filter) => commitments(store, filter), options.csv === true ? COLUMNS : COLUMNS.slice(0, -1))); // prettier-ignore
