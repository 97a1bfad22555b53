import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

describe('disputes', () => {
  it('are suggested between an accusation and its denial, with the reason', async () => {
    const text = 'Kenya accused Uganda of shelling the border town. Uganda denied shelling the border town.';
    const { disputes } = await readText('2025-03-12', text);
    expect(disputes.map(({ kind, between }) => [kind, between])).toEqual([['conflicting-accounts', ['s1', 's2']]]);
    expect(disputes[0]?.reason).toContain('the other denies it');
  });

  it('are not suggested where two denials agree', async () => {
    const text = 'Kenya denied shelling the border town. Uganda said the harvest was good.';
    expect((await readText('2025-03-12', text)).disputes).toEqual([]);
  });
});
