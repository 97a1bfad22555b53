import { beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import type { Actor, Kept, Page, Problem, Statement } from '../../src/server/shapes.js';
import { readSerials } from '../ledger/serials.js';
import { served } from './serving.js';

let readings: readonly Reading[];
beforeAll(async () => {
  readings = await readSerials('truce');
});

const who = { who: 'A. Editor', why: 'we asked' };

describe('decisions over HTTP', () => {
  it('are in force at once, are listed, and are undone', async () => {
    const { json, post, ask } = await served(readings);
    const said = async (): Promise<readonly Statement[]> => (await json<Page<Statement>>('/api/statements?limit=500')).rows;
    const before = await said();
    const [one, two, three] = before;
    for (const decision of [
      { kind: 'confirm', record: one?.id },
      { kind: 'reject', record: two?.id },
      { kind: 'correct', record: three?.id, fields: { act: 'warn' } },
    ])
      expect((await post('/api/decisions', { ...decision, ...who })).status).toBe(201);
    const after = await said();
    expect(after.find(({ id }) => id === one?.id)?.verdict).toBe('confirmed');
    expect(after.some(({ id }) => id === two?.id)).toBe(false);
    expect(after.find(({ id }) => id === three?.id)).toMatchObject({ act: 'warn', verdict: 'corrected' });
    const { rows } = await json<{ rows: readonly Kept[] }>('/api/decisions');
    expect(rows.map(({ kind, who: by, undone }) => [kind, by, undone])).toEqual([['correct', 'A. Editor', false], ['reject', 'A. Editor', false], ['confirm', 'A. Editor', false]]); // prettier-ignore
    for (const { pk } of rows) expect((await ask(`/api/decisions/${pk}`, { method: 'DELETE' })).status).toBe(204);
    expect(await said()).toEqual(before);
    expect((await json<{ rows: readonly Kept[] }>('/api/decisions')).rows.every(({ undone }) => undone)).toBe(true);
  });

  it('merge, rename and split actors', async () => {
    const { json, post } = await served(readings);
    const named = async (): Promise<readonly Actor[]> => (await json<Page<Actor>>('/api/actors?limit=500')).rows;
    const id = async (name: string): Promise<string> => (await named()).find((actor) => actor.name === name)?.id ?? '';
    expect(
      (await post('/api/decisions', { kind: 'merge', actors: [await id('Ana Koe'), await id('Luis Pires')], ...who })).status,
    ).toBe(201);
    const both = (await named()).find(({ name, names }) => [name, ...names].includes('Ana Koe'));
    expect([both?.name, ...(both?.names ?? [])]).toContain('Luis Pires');
    expect((await post('/api/decisions', { kind: 'split', actor: both?.id, names: ['Luis Pires'], ...who })).status).toBe(201);
    expect((await named()).filter(({ name }) => name === 'Ana Koe' || name === 'Luis Pires')).toHaveLength(2);
    expect(
      (await post('/api/decisions', { kind: 'rename', actor: await id('Ana Koe'), name: 'Dr Ana Koe', ...who })).status,
    ).toBe(201);
    expect((await named()).map(({ name }) => name)).toContain('Dr Ana Koe');
  });

  it.each([
    [{ kind: 'confirm', record: 'x', ...who }, 404, 'no-such-record'],
    [{ kind: 'confirm', record: 'x', who: 'me' }, 400, 'bad-request'],
    [{ kind: 'delete-everything', ...who }, 400, 'bad-request'],
    [{ kind: 'merge', actors: ['a'], ...who }, 400, 'bad-request'],
  ])('are refused where they can change nothing: %j', async (body, status, code) => {
    const { post } = await served([]);
    const response = await post('/api/decisions', body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as Problem).code).toBe(code);
  });

  it('are said to those who listen, from this server and from elsewhere', async () => {
    const { ask, post, json, changes, ledger } = await served(readings);
    const response = await ask('/api/changes');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (event: string): Promise<void> => {
      while (!heard.includes(`event: ${event}`)) heard += (await reader?.read())?.value ?? '';
      heard = '';
    };
    await until('open');
    const { rows } = await json<Page<Statement>>('/api/statements?limit=1');
    await post('/api/decisions', { kind: 'confirm', record: rows[0]?.id, ...who });
    await until('change');
    await changes.watch();
    await ledger.remove(readings[0]?.document.id ?? '', 'seen elsewhere');
    await until('change');
    changes.stop();
    await reader?.cancel();
  });
});
