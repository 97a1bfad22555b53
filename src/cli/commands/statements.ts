import { Command } from 'commander';
import { statements, type StatementRow } from '../../ledger/questions/statements.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<StatementRow>[] = [
  { name: 'id', value: (s) => s.id },
  { name: 'said', value: (s) => s.said ?? `(${s.day})` },
  { name: 'speaker', value: (s) => s.speaker?.name ?? null },
  { name: 'act', value: (s) => s.act },
  { name: 'reports', value: (s) => s.reports },
  { name: 'content', value: (s) => s.content, wide: true },
];

/** `onrecord statements`: who said what, the latest first. */
export const statementsCommand = (): Command =>
  question(new Command('statements').summary('who said what').description('Statements, the latest first. A day in brackets is that of the first report, where no report says when it was said.'), ['act']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, statements, COLUMNS));
