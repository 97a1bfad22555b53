import { describe, expect, it } from 'vitest';
import { nameOf, readText, wordsOf } from './read-text.js';

/** Commitments as `kind debtor → creditor: what · due · state`. */
async function owed(published: string, text: string): Promise<string[]> {
  const reading = await readText(published, text);
  return reading.commitments.map(
    (c) =>
      `${c.kind} ${nameOf(reading, c.debtor) ?? '?'} → ${nameOf(reading, c.creditor) ?? '?'}: ${wordsOf(reading, c.consequent)} · ${c.due ?? 'no day'} · ${c.state}`,
  );
}

describe('what an act leaves owed', () => {
  it.each([
    ['2025-03-12', 'Ukraine promised to release the sailors.', ['promise Ukraine → ?: release the sailors · no day · active']],
    [
      '2025-03-12',
      'Ukraine promised to release the sailors by 1 April.',
      ['promise Ukraine → ?: release the sailors by 1 April · 2025-04-01 · active'],
    ],
    ['2025-03-12', 'Kenya threatened to close the border.', ['threat Kenya → ?: close the border · no day · active']],
    [
      '2025-03-12',
      'Kenya told Uganda to open the border within ten days.',
      ['demand Uganda → Kenya: open the border · 2025-03-22 · active'],
    ],
    [
      '2025-03-12',
      'Kenya gave Uganda ten more days to open the border, moving the deadline from Friday to 26 March.',
      ['demand Uganda → Kenya: open the border, moving the deadline from Friday to 26 March · 2025-03-26 · active'],
    ],
    [
      '2025-03-12',
      'Kenya gave Uganda another week, until 25 March, to open the border.',
      ['demand Uganda → Kenya: open the border · 2025-03-25 · active'],
    ],
    [
      '2025-03-12',
      'Kenya has until Friday to open the border, Uganda said.',
      ['demand Kenya → Uganda: open the border · 2025-03-14 · active'],
    ],
    [
      '2025-03-12',
      'Kenya offered to open the border. Uganda rejected the offer to open the border.',
      ['offer Kenya → ?: open the border · no day · rejected'],
    ],
  ])('%s: %s', async (published, text, expected) => {
    expect(await owed(published, text)).toEqual(expected);
  });
});

describe('nothing owed', () => {
  it.each([
    ['a request', '2025-03-12', 'Joost Braam asked the guests to sit down.'],
    ['what was so until a day', '2025-03-12', 'The bridge was shut until last Friday.'],
    ['what is on the calendar', '2025-03-12', 'Talks are scheduled for Thursday in Geneva.'],
    ['a forecast', '2025-03-12', 'Prices could double before Christmas.'],
    ['how long something lasts', '2025-03-12', 'The two-week truce held.'],
  ])('%s', async (_, published, text) => {
    expect(await owed(published, text)).toEqual([]);
  });
});

it('a day that has passed leaves a demand expired, and says that this was worked out', async () => {
  const { commitments } = await readText('2025-03-12', 'Kenya had told Uganda to open the border by 1 March.');
  expect(commitments.map(({ due, state, inferred }) => [due, state, inferred['state']])).toEqual([
    ['2025-03-01', 'expired', 'its day passed before 2025-03-12'],
  ]);
});
