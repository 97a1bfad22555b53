import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAnchor, decide, decisions, partAnchor, recordAnchor, takeOver, undo } from '../../src/ledger/decide.js';
import type { Decision } from '../../src/ledger/decisions.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { actors } from '../../src/ledger/questions/actors.js';
import { disputes } from '../../src/ledger/questions/disputes.js';
import { statements } from '../../src/ledger/questions/statements.js';
import { newestDay, storedRecord } from '../../src/ledger/stored-record.js';
import type { LedgerRecord } from '../../src/ledger/record.js';
import type { Reading } from '../../src/reading/reading.js';
import { databases } from './databases.js';
import { readSerials } from './serials.js';

let readings: readonly Reading[];
let others: readonly Reading[];
beforeAll(async () => {
  readings = await readSerials('truce');
  others = await readSerials('dam');
});

describe.each(databases())('decisions in $name', ({ fresh }) => {
  const open: Ledger[] = [];
  const filled = async (all: readonly Reading[] = readings): Promise<Ledger> => {
    const ledger = await Ledger.open(await fresh());
    open.push(ledger);
    for (const reading of all) await ledger.add(reading);
    return ledger;
  };
  afterAll(async () => {
    for (const ledger of open) await ledger.close();
  });
  const recordIn = async ({ store }: Ledger): Promise<LedgerRecord> => storedRecord(store, (await newestDay(store)) ?? '');
  const kept = (decision: Decision, at = '2025-01-02T03:04:05Z') => ({ decision, who: 'desk', at, why: 'we asked' });
  const names = async ({ store }: Ledger): Promise<readonly string[]> =>
    (await actors(store, { limit: 500 })).rows.map(({ name }) => name);

  it('merges two actors, in articles that come later too, and takes it back', async () => {
    const ledger = await filled(readings.slice(0, 3));
    const before = await recordIn(ledger);
    const pk = await decide(ledger.store, kept({ kind: 'merge', actors: [await actorAnchor(ledger.store, 'Luis Pires'), await actorAnchor(ledger.store, 'Ana Koe')] })); // prettier-ignore
    const said = (await statements(ledger.store, { actor: 'Luis Pires' })).rows.length;
    expect((await statements(ledger.store, { actor: 'Ana Koe' })).rows).toHaveLength(said);
    for (const reading of readings.slice(3)) await ledger.add(reading);
    expect((await statements(ledger.store, { actor: 'Luis Pires' })).rows.length).toBeGreaterThan(said);
    for (const reading of readings.slice(3)) await ledger.remove(reading.document.id, 'not for this test');
    await undo(ledger.store, pk);
    expect(await recordIn(ledger)).toEqual(before);
  });

  it('leaves the record as it is where a decision says what it says already, for every actor', async () => {
    const ledger = await filled([...readings, ...others]);
    const before = await recordIn(ledger);
    for (const { id } of before.actors) {
      const actor = await actorAnchor(ledger.store, id);
      const pk = await decide(ledger.store, kept({ kind: 'merge', actors: [actor, actor] }));
      expect(await recordIn(ledger), id).toEqual(before);
      await undo(ledger.store, pk);
      expect(await recordIn(ledger), id).toEqual(before);
    }
  });

  it('splits what goes by one name from an actor', async () => {
    const ledger = await filled();
    await decide(ledger.store, kept({ kind: 'merge', actors: [await actorAnchor(ledger.store, 'Luis Pires'), await actorAnchor(ledger.store, 'Ana Koe')] })); // prettier-ignore
    const merged = await names(ledger);
    await decide(
      ledger.store,
      kept({ kind: 'split', actor: await partAnchor(ledger.store, 'Ana Koe', ['Ana Koe']) }, '2025-01-03T00:00:00Z'),
    );
    expect((await names(ledger)).length).toBe(merged.length + 1);
    expect((await statements(ledger.store, { actor: 'Ana Koe' })).rows.map((s) => s.speaker?.name)).toEqual(
      expect.arrayContaining(['Ana Koe']),
    );
  });

  it('renames an actor, and keeps the name when more articles come', async () => {
    const ledger = await filled(readings.slice(0, 2));
    await decide(
      ledger.store,
      kept({ kind: 'rename', actor: await actorAnchor(ledger.store, 'Samuel Adou'), name: 'S. K. Adou' }),
    );
    expect(await names(ledger)).toContain('S. K. Adou');
    for (const reading of readings.slice(2)) await ledger.add(reading);
    expect(await names(ledger)).toContain('S. K. Adou');
  });

  it('rejects, corrects and confirms a record, and keeps that when the article is read again', async () => {
    const ledger = await filled();
    const { rows } = await statements(ledger.store, { actor: 'Samuel Adou' });
    const [wrong, other, right] = rows as [(typeof rows)[number], (typeof rows)[number], (typeof rows)[number]];
    await decide(ledger.store, kept({ kind: 'reject', record: await recordAnchor(ledger.store, wrong.id) }));
    await decide(
      ledger.store,
      kept({ kind: 'correct', record: await recordAnchor(ledger.store, other.id), fields: { act: 'praise' } }),
    );
    const pk = await decide(ledger.store, kept({ kind: 'confirm', record: await recordAnchor(ledger.store, right.id) }));
    const check = async (): Promise<void> => {
      const now = (await statements(ledger.store, { actor: 'Samuel Adou' })).rows;
      expect(now.find((s) => s.id === wrong.id)).toBeUndefined();
      expect(now.find((s) => s.id === other.id)).toMatchObject({ act: 'praise', verdict: 'corrected' });
      expect(now.find((s) => s.id === right.id)).toMatchObject({ act: right.act, verdict: 'confirmed' });
    };
    await check();
    // A newer model: the same article under the same id, with another reading of it.
    for (const reading of readings) await ledger.reread({ ...reading, reader: { version: 'later', model: 'later' } });
    await check();
    await undo(ledger.store, pk);
    expect((await statements(ledger.store, { actor: 'Samuel Adou' })).rows.find((s) => s.id === right.id)?.verdict).toBeNull();
  });

  it('links reports of one statement, and unlinks them again', async () => {
    const ledger = await filled();
    const { rows } = await statements(ledger.store, { actor: 'Samuel Adou' });
    const [a, b] = rows as [(typeof rows)[number], (typeof rows)[number]];
    const records = [await recordAnchor(ledger.store, a.id), await recordAnchor(ledger.store, b.id)] as const;
    await decide(ledger.store, kept({ kind: 'link', records }));
    expect((await statements(ledger.store, { actor: 'Samuel Adou' })).rows).toHaveLength(rows.length - 1);
    await decide(ledger.store, kept({ kind: 'unlink', records }, '2025-01-03T00:00:00Z'));
    expect((await statements(ledger.store, { actor: 'Samuel Adou' })).rows).toHaveLength(rows.length);
  });

  it('dismisses a dispute', async () => {
    const ledger = await filled();
    const { rows } = await disputes(ledger.store, {});
    await decide(
      ledger.store,
      kept({ kind: 'reject', record: await recordAnchor(ledger.store, (rows[0] as { id: string }).id) }),
    );
    expect((await disputes(ledger.store, {})).rows).toHaveLength(rows.length - 1);
  });

  it('hands decisions to another desk, which takes each one time', async () => {
    const ledger = await filled();
    await decide(
      ledger.store,
      kept({ kind: 'rename', actor: await actorAnchor(ledger.store, 'Samuel Adou'), name: 'S. K. Adou' }),
    );
    const list = (await decisions(ledger.store)).map(({ decision, who, at, why }) => ({ decision, who, at, why }));
    const second = await filled();
    expect(await takeOver(second.store, JSON.parse(JSON.stringify(list)) as typeof list)).toBe(1);
    expect(await takeOver(second.store, list)).toBe(0);
    expect(await recordIn(second)).toEqual(await recordIn(ledger));
  });

  it('refuses a decision that could change nothing', async () => {
    const ledger = await filled();
    const { rows } = await statements(ledger.store, { limit: 1 });
    const record = await recordAnchor(ledger.store, (rows[0] as { id: string }).id);
    await expect(decide(ledger.store, kept({ kind: 'correct', record, fields: { colour: 'red' } }))).rejects.toThrow(
      'no field "colour"',
    );
    await expect(recordAnchor(ledger.store, 's-none')).rejects.toThrow('nothing with the id');
    await expect(undo(ledger.store, 99)).rejects.toThrow('decision 99');
    expect(await decisions(ledger.store)).toEqual([]);
  });
});
