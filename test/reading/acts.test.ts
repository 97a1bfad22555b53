import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

/** Publication date, text, the acts of its statements in order. */
type Case = readonly [published: string, text: string, acts: readonly string[]];

/** Cues that name the act. */
const NAMED: readonly Case[] = [
  ['2025-03-12', 'Solmark promised to release the sailors.', ['promise']],
  ['2025-03-12', 'Solmark offered to share the river data.', ['offer']],
  ['2025-03-12', 'Kenya is willing to share the river data.', ['offer']],
  ['2025-03-12', 'Solmark threatened to close the border.', ['threaten']],
  ['2025-03-12', 'Solmark demanded the withdrawal of all troops.', ['demand']],
  ['2025-03-12', 'Minister Joost Braam urged the rebels to lay down their arms.', ['request']],
  ['2025-03-12', 'Minister Joost Braam called for a new round of talks.', ['propose']],
  ['2025-03-12', 'Solmark accepted the plan of the mediators.', ['accept']],
  ['2025-03-12', 'Solmark rejected the plan of the mediators.', ['refuse']],
  ['2025-03-12', 'Solmark ruled out any talks with the rebels.', ['refuse']],
  ['2025-03-12', 'Minister Joost Braam denied that his troops had crossed the river.', ['deny']],
  ['2025-03-12', 'Minister Joost Braam accused Tarvia of breaking the truce.', ['accuse']],
  ['2025-03-12', 'Minister Joost Braam praised the work of the mediators.', ['praise']],
  ['2025-03-12', 'Minister Joost Braam expressed doubts about the plan.', ['doubt']],
  ['2025-03-12', 'Minister Joost Braam warned that the dam could break.', ['warn']],
  ['2025-03-12', 'Minister Joost Braam predicted that the talks would last for weeks.', ['predict']],
  ['2025-03-12', 'Minister Joost Braam voiced concern about the shelling.', ['criticise']],
];

/** Cues that tell nothing: what is said decides. */
const NEUTRAL: readonly Case[] = [
  ['2025-03-12', '“We will strike any ship that enters the strait,” President Oskar Venn said.', ['threaten']],
  ['2025-03-12', '“If they meet with us, we are ready to talk,” President Oskar Venn said.', ['offer']],
  ['2025-03-12', '“We will send engineers to the dam,” President Oskar Venn said.', ['promise']],
  ['2025-03-12', '“Tarvia must withdraw its troops,” President Oskar Venn said.', ['demand']],
  ['2025-03-12', 'President Oskar Venn said that Tarvia should withdraw its troops.', ['request']],
  ['2025-03-12', 'President Oskar Venn said that there was no such agreement.', ['deny']],
  ['2025-03-12', 'President Oskar Venn said that Tarvia had violated the truce.', ['accuse']],
  ['2025-03-12', 'President Oskar Venn said that he supported the plan.', ['accept']],
  ['2025-03-12', 'President Oskar Venn said that the harvest will be small.', ['predict']],
  ['2025-03-12', 'President Oskar Venn said that the bridge is forty metres long.', ['assert']],
];

/** What looks like an act and is none: not said, not done, or left open. */
const NONE: readonly Case[] = [
  ['2025-03-12', 'President Oskar Venn did not rule out talks.', []],
  ['2025-03-12', 'Solmark has not announced a date.', []],
  ['2025-03-12', 'The bridge was shut on Friday and the ferries ran.', []],
  ['2025-03-12', 'The farmers carried the boats to the river.', []],
];

const check = (cases: readonly Case[]): void => {
  it.each(cases)('%s: %s', async (published, text, acts) => {
    expect((await readText(published, text)).statements.map(({ act }) => act)).toEqual(acts);
  });
};

describe('acts that the cue names', () => check(NAMED));
describe('acts that the content shows', () => check(NEUTRAL));
describe('no act', () => check(NONE));
