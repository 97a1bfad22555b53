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

  it('are suggested where one side turns, with both days', async () => {
    const text = 'Kenya on Monday refused to open the border crossing. On Thursday, Kenya agreed to open the border crossing.';
    const { disputes } = await readText('2025-03-14', text);
    expect(disputes).toEqual([
      {
        id: 'd1',
        kind: 'reversal',
        between: ['s1', 's2'],
        about: 'opening border crossing',
        reason: 'against it on 2025-03-10, for it on 2025-03-13',
      },
    ]);
  });

  it('are not suggested where one side refuses and another agrees', async () => {
    const text = 'Kenya on Monday refused to open the border crossing. On Thursday, Uganda agreed to open the border crossing.';
    expect((await readText('2025-03-14', text)).disputes).toEqual([]);
  });
});
