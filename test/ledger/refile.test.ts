import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAnchor, decide, recordAnchor } from '../../src/ledger/decide.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { statements } from '../../src/ledger/questions/statements.js';
import { newestDay, storedRecord } from '../../src/ledger/stored-record.js';
import type { Reading } from '../../src/reading/reading.js';
import { databases } from './databases.js';
import { readSerials } from './serials.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-refile-'));
afterAll(() => rmSync(folder, { recursive: true }));
let readings: readonly Reading[];
beforeAll(async () => {
  readings = await readSerials('truce');
});

describe.each(databases())('a ledger of 0.3.0 in $name', ({ name, fresh }) => {
  it('gets its record anew from its readings, and keeps what people decided', async () => {
    const where = name === 'SQLite' ? join(folder, 'old.db') : await fresh();
    const recordIn = async ({ store }: Ledger) => storedRecord(store, (await newestDay(store)) ?? '');
    const old = await Ledger.open(where);
    await old.addAll(readings);
    const said = { who: 'desk', why: 'we asked', at: '2025-01-01T00:00:00Z' };
    const [first] = (await statements(old.store, {})).rows;
    await decide(old.store, { ...said, decision: { kind: 'reject', record: await recordAnchor(old.store, first?.id ?? '') } });
    await decide(old.store, { ...said, decision: { kind: 'rename', actor: await actorAnchor(old.store, 'Samuel Adou'), name: 'S. Adou' } }); // prettier-ignore
    await decide(old.store, { ...said, decision: { kind: 'merge', actors: [await actorAnchor(old.store, 'Ana Koe'), await actorAnchor(old.store, 'Luis Pires')] } }); // prettier-ignore
    const before = await recordIn(old);
    // That version had one migration, another form of an item, and one index less.
    await old.store.write(async (connection) => {
      await connection.run('drop table item');
      await connection.run('create table item (pk integer primary key, kind text not null, article integer not null, cluster integer not null, data text not null)'); // prettier-ignore
      await connection.run('drop index dispute_side_document');
      await connection.run(`delete from migration where name <> '001-ledger'`);
      await connection.run(`delete from report`);
    });
    await old.close();
    const now = await Ledger.open(where);
    expect(await recordIn(now)).toEqual(before);
    expect(before.statements.some(({ id }) => id === first?.id)).toBe(false);
    expect(before.actors.map((actor) => actor.name)).toContain('S. Adou');
    for (const reading of readings) expect(await now.add(reading)).toBe('known');
    await now.close();
    const again = await Ledger.open(where);
    expect(await recordIn(again)).toEqual(before);
    await again.close();
  });
});
