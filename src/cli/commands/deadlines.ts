import { Command } from 'commander';
import { deadlines, historyLine, type CommitmentRow } from '../../ledger/questions/commitments.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

/** Who set a deadline: who demands, or who promises. */
const setter = (c: CommitmentRow): string | null => (c.kind === 'demand' ? (c.creditor?.name ?? null) : (c.debtor?.name ?? null));
const addressee = (c: CommitmentRow): string | null =>
  c.kind === 'demand' ? (c.debtor?.name ?? null) : (c.creditor?.name ?? null);
const left = (days: number | null): string | null =>
  days === null ? null : days > 0 ? `${days} left` : days === 0 ? 'today' : `${-days} past`;

const COLUMNS: readonly Column<CommitmentRow>[] = [
  { name: 'id', value: (c) => c.id },
  { name: 'due', value: (c) => c.due },
  { name: 'days', value: (c) => left(c.daysLeft) },
  { name: 'state', value: (c) => c.state },
  { name: 'set by', value: setter },
  { name: 'for', value: addressee },
  { name: 'what is due', value: (c) => c.what, wide: true },
  { name: 'history', value: (c) => historyLine(c.history) },
];

/** `onrecord deadlines`: what is due, by when, who set it, and what became of it. */
export const deadlinesCommand = (): Command =>
  question(new Command('deadlines').summary('what is due by when, and what became of it').description('Commitments with a due day, the soonest due first, with the days that are left or past. --since and --until narrow the due day. A * marks what no article says: a due day that passed in silence.'), ['kind', 'state']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, deadlines, COLUMNS));
