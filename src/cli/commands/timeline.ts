import { Command } from 'commander';
import { timeline, type TimelineRow } from '../../ledger/questions/timeline.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<TimelineRow>[] = [
  { name: 'day', value: (r) => r.date ?? `(${r.day})` },
  { name: 'what', value: (r) => r.type },
  { name: 'who', value: (r) => r.actors },
  { name: 'content', value: (r) => r.content, wide: true },
  { name: 'id', value: (r) => r.id },
];

/** `onrecord timeline`: what was said and what happened, in order. */
export const timelineCommand = (): Command =>
  question(new Command('timeline').summary('what was said and what happened, in order').description('Statements and events in the order of their days. A day in brackets is that of the first report.'), ['act']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, timeline, COLUMNS));
