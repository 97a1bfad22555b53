import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onrecord } from './run-cli.js';

let folder: string;
let ledger: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-ledger-'));
  ledger = ['--ledger', join(folder, 'ledger.db')];
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const line = (id: string, published: string, text: string): string =>
  JSON.stringify({ id, published, publisher: 'Wire', title: 'News', text }) + '\n';
const FIRST = line('one', '2025-03-03', 'Prime Minister Ada Lind of Norway promised on Monday that Norway would send 40 buses to Kyiv by 20 March. “The buses are packed,” Lind said.'); // prettier-ignore
const SECOND = line(
  'two',
  '2025-03-19',
  'Norway sent 40 buses to Kyiv on Tuesday, Prime Minister Ada Lind said. Ukraine thanked Norway.',
);
const answer = async (...args: readonly string[]): Promise<{ asOf: string; rows: Record<string, unknown>[]; more: boolean }> => {
  const { stdout, status, stderr } = await onrecord([...args, ...ledger, '--json']);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as never;
};

describe('onrecord add and the questions', () => {
  it('files what is new, says what is known, and refuses what is bad without losing the rest', async () => {
    mkdirSync(join(folder, 'in', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'in', 'a.jsonl'), FIRST + 'no json\n');
    writeFileSync(join(folder, 'in', 'deep', 'b.jsonl'), SECOND);
    const first = await onrecord(['add', ...ledger, join(folder, 'in')]);
    expect([first.status, first.stdout]).toEqual([0, '2 new, 0 known, 0 corrected, 1 refused\n']);
    expect(first.stderr).toContain('a.jsonl, line 2: the line is not JSON');
    const again = await onrecord(['add', ...ledger, '--json', join(folder, 'in', 'deep')]);
    expect(again.stdout).toBe('{"id":"two","filed":"known"}\n');
  });

  it('tells what became of a promise, and what was known before', async () => {
    const { asOf, rows } = await answer('deadlines');
    expect(asOf).toBe('2025-03-19');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'promise', due: '2025-03-20', daysLeft: 1, state: 'satisfied' });
    const before = await answer('deadlines', '--as-of', '2025-03-10');
    expect(before.rows[0]).toMatchObject({ due: '2025-03-20', daysLeft: 10, state: 'active' });
    expect((await answer('commitments', '--state', 'active')).rows).toEqual([]);
  });

  it('finds statements by actor, state, act, day and words', async () => {
    const all = await answer('statements');
    expect(all.rows.length).toBeGreaterThanOrEqual(3);
    const lind = (await answer('statements', '--actor', 'Lind')).rows;
    expect(lind.length).toBeGreaterThanOrEqual(2);
    expect((await answer('statements', '--actor', 'Norway')).rows.map((r) => r['id'])).toEqual(
      expect.arrayContaining(lind.map((r) => r['id'])),
    );
    expect((await answer('statements', '--act', 'promise', '--issue', 'buses')).rows).toHaveLength(1);
    expect((await answer('statements', '--until', '2025-03-01')).rows).toEqual([]);
    const [row] = (await answer('statements', '--limit', '1')).rows;
    const { stdout } = await onrecord(['show', String(row?.['id']), ...ledger]);
    expect(stdout).toMatch(/⟦.+⟧/u);
  });

  it.each(['positions', 'disputes', 'actors', 'timeline'])('answers %s as a table, JSON and CSV', async (command) => {
    const table = await onrecord([command, ...ledger]);
    expect([table.status, table.stdout.startsWith('As of 2025-03-19')]).toEqual([0, true]);
    const { rows } = await answer(command);
    const { stdout } = await onrecord([command, ...ledger, '--csv']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(rows.length + 1);
  });

  it('verifies, exports, and takes an article out', async () => {
    expect((await onrecord(['verify', ...ledger])).stdout).toMatch(
      /^2 articles and \d+ pieces of evidence checked, 0 at fault\n$/u,
    );
    const { stdout } = await onrecord(['export', ...ledger, '--format', 'ledger']);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['asOf', 'actors', 'statements', 'events', 'commitments', 'positions', 'disputes']); // prettier-ignore
    expect((await onrecord(['remove', 'two', ...ledger, '--reason', 'a court asked'])).status).toBe(0);
    const { rows } = await answer('deadlines', '--as-of', '2025-04-01');
    expect(rows[0]).toMatchObject({ state: 'violated', daysLeft: -12 });
    expect((await onrecord(['add', ...ledger, join(folder, 'in', 'deep')])).stdout).toBe(
      '0 new, 1 known, 0 corrected, 0 refused\n',
    );
  });

  it('says what is wrong, and what to do', async () => {
    const empty = ['--ledger', join(folder, 'empty.db')];
    expect((await onrecord(['statements', ...empty])).stderr).toContain('holds no article');
    expect((await onrecord(['statements', ...ledger, '--actor', 'Nobody Here'])).stderr).toContain(
      'no actor called "Nobody Here"',
    );
    expect((await onrecord(['show', 's-nothing', ...ledger])).stderr).toContain('nothing with the id "s-nothing"');
    expect((await onrecord(['statements', '--ledger', join(folder, 'no', 'such', 'x.db')])).stderr).toContain('cannot be opened');
    expect((await onrecord(['statements', ...ledger, '--since', 'May'])).status).toBe(2);
    expect((await onrecord(['remove', 'two', ...ledger])).status).toBe(2);
  });
});
