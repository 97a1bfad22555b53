import { describe, expect, it } from 'vitest';
import { nameOf, readText, wordsOf } from './read-text.js';

describe('events that the article itself reports', () => {
  it.each([
    [
      '2025-03-12',
      'Kenya expelled the ambassador of Uganda on Monday.',
      ['SANCTION Kenya 2025-03-10 Kenya expelled the ambassador of Uganda on Monday'],
    ],
    ['2025-03-12', 'Police arrested two journalists in Nairobi.', ['COERCE ? null Police arrested two journalists in Nairobi']],
    [
      '2025-03-12',
      'The presidents of Kenya and Uganda met in Geneva.',
      ['CONSULT ? null The presidents of Kenya and Uganda met in Geneva'],
    ],
    [
      '2025-03-12',
      'Kenya and Uganda signed an agreement on Friday.',
      ['AGREE Kenya 2025-03-07 Kenya and Uganda signed an agreement on Friday'],
    ],
  ])('%s: %s', async (published, text, expected) => {
    const reading = await readText(published, text);
    expect(
      reading.events.map(
        (e) => `${e.type} ${nameOf(reading, e.agents[0] ?? null) ?? '?'} ${String(e.when)} ${wordsOf(reading, e.evidence)}`,
      ),
    ).toEqual(expected);
  });

  it.each([
    ['what may happen', '2025-03-12', 'Kenya may expel the ambassador.'],
    ['what did not happen', '2025-03-12', 'Kenya did not expel the ambassador.'],
    ['what is planned', '2025-03-12', 'The presidents plan to meet in Geneva.'],
  ])('leave out %s', async (_, published, text) => {
    expect((await readText(published, text)).events).toEqual([]);
  });
});
