import { Command } from 'commander';
import { actors, type ActorRow } from '../../ledger/questions/actors.js';
import { answer, question, type QuestionOptions } from '../ledger-options.js';
import type { Column } from '../table.js';

const COLUMNS: readonly Column<ActorRow>[] = [
  { name: 'id', value: (a) => a.id },
  { name: 'name', value: (a) => a.name },
  { name: 'kind', value: (a) => a.kind },
  { name: 'speaks for', value: (a) => a.actsFor?.name ?? null },
  { name: 'statements', value: (a) => a.statements },
  { name: 'also', value: (a) => a.names.join(', '), wide: true },
];

/** `onrecord actors`: who speaks and acts, under which names. */
export const actorsCommand = (): Command =>
  question(new Command('actors').summary('who speaks and acts, under which names').description('Actors, those with the most statements first. With --actor STATE, all who speak for it.'), ['kind']) // prettier-ignore
    .action((options: QuestionOptions) => answer(options, actors, COLUMNS));
