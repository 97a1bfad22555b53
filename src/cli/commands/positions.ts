import { Command } from 'commander';
import { positions, type PositionRow } from '../../ledger/questions/positions.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<PositionRow>[] = [
  { name: 'id', value: (p) => p.id },
  { name: 'since', value: (p) => p.since },
  { name: 'actor', value: (p) => p.actor.name },
  { name: 'stance', value: (p) => p.stance },
  {
    name: 'before',
    value: (p) =>
      p.history
        .slice(0, -1)
        .map((step) => `${step.stance} ${step.on}`)
        .join(', '),
  },
  { name: 'issue', value: (p) => p.issue, wide: true },
];

/** `onrecord positions`: where each side stands on each issue, and where it stood before. */
export const positionsCommand = (): Command =>
  question(new Command('positions').summary('where each side stands, and where it stood before').description('Positions, the one that changed last first.'), ['stance']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, positions, COLUMNS));
