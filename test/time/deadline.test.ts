import { describe, expect, it } from 'vitest';
import { TreeView } from '../../src/language/tree-view.js';
import { dueOf, findDeadlines } from '../../src/time/deadline.js';
import { findTimes } from '../../src/time/find-times.js';
import { day } from '../../src/time/period.js';
import { annotator } from './times-in.js';

/** The deadline phrases of a text as `words → due`, counted from a day. */
async function deadlinesIn(said: string, text: string): Promise<string[]> {
  const annotation = await annotator.annotate(text);
  const tree = new TreeView(annotation);
  return findDeadlines(tree, findTimes(annotation, said, tree)).map((phrase) => {
    const due = dueOf(phrase, day(said), day(said));
    return `${text.slice(phrase.start, phrase.end)} → ${due?.due ?? 'none'}`;
  });
}

describe('deadline phrases and the last day in time', () => {
  // 2026-07-15 is a Wednesday.
  it.each([
    ['2026-07-15', 'They have until Friday to leave.', ['until Friday → 2026-07-17']],
    ['2026-07-15', 'They have until Wednesday to leave.', ['until Wednesday → 2026-07-22']],
    ['2026-07-15', 'They must leave by the end of the month.', ['by the end of the month → 2026-07-31']],
    ['2026-07-15', 'They must leave before 1 August.', ['before 1 August → 2026-07-31']],
    ['2026-07-15', 'They must leave within ten days.', ['within ten days → 2026-07-25']],
    ['2026-07-15', 'They must leave within 48 hours.', ['within 48 hours → 2026-07-17']],
    ['2026-07-15', 'He set them a 50-day deadline.', ['a 50-day deadline → 2026-09-03']],
    ['2026-07-15', 'The emissions must end by 2030.', ['by 2030 → 2030']],
    ['2026-07-15', 'They must vote by early December.', ['by early December → 2026-12~']],
    ['2026-07-15', 'They must vote before the end of the year.', ['before the end of the year → 2026-12-31']],
    ['2026-07-15', 'They must vote by next summer.', ['by next summer → 2027-08']],
    ['2026-07-15', 'They must vote no later than Q3.', ['no later than Q3 → 2026-09']],
    ['2026-07-15', 'They must vote until midnight on Thursday.', ['until midnight on Thursday → 2026-07-16']],
    ['2026-07-15', 'They must answer by Christmas.', ['by Christmas → 2026-12-25']],
    ['2026-07-15', 'They have five days to answer.', ['five days → 2026-07-20']],
  ])('%s: %s', async (said, text, expected) => {
    expect(await deadlinesIn(said, text)).toEqual(expected);
  });

  it.each([
    ['2026-07-15', 'The truce held for ten days.'],
    ['2026-07-15', 'They met on Friday.'],
    ['2026-07-15', 'She has led the party since March.'],
    ['2026-07-15', 'He signed on transfer deadline day.'],
  ])('none in %s: %s', async (said, text) => {
    expect(await deadlinesIn(said, text)).toEqual([]);
  });
});
