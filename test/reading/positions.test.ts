import { describe, expect, it } from 'vitest';
import { nameOf, readText } from './read-text.js';

describe('positions', () => {
  it.each([
    ['2025-03-12', 'Kenya rejected the peace plan.', ['Kenya against peace plan']],
    ['2025-03-12', 'Kenya called for a new round of talks.', ['Kenya for new round of talks']],
    ['2025-03-12', 'Kenya condemned the shelling of the port.', ['Kenya against shelling of the port']],
    ['2025-03-12', 'Kenya demanded the withdrawal of all troops.', ['Kenya for withdrawal of all troops']],
    ['2025-03-12', 'Kenya said the bridge is long.', []],
  ])('%s: %s', async (published, text, expected) => {
    const reading = await readText(published, text);
    expect(reading.positions.map((p) => `${nameOf(reading, p.actor)} ${p.stance} ${p.issue}`)).toEqual(expected);
  });

  it('keep one position with all its evidence where an actor says the same twice', async () => {
    const { positions } = await readText(
      '2025-03-12',
      'Kenya rejected the peace plan. Kenya said it would never accept the peace plan.',
    );
    expect(positions.map(({ evidence }) => evidence)).toEqual([['s1', 's2']]);
  });
});
