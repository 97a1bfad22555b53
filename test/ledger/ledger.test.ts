import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.js';
import type { LedgerRecord } from '../../src/ledger/record.js';
import { recordOf } from '../../src/ledger/record-of.js';
import { newestDay, storedRecord } from '../../src/ledger/stored-record.js';
import { verify } from '../../src/ledger/verify.js';
import type { Reading } from '../../src/reading/reading.js';
import { databases } from './databases.js';
import { readSerials, shuffled } from './serials.js';

let readings: readonly Reading[];
beforeAll(async () => {
  readings = await readSerials('dam', 'truce');
});

const recordIn = async (ledger: Ledger): Promise<LedgerRecord> =>
  storedRecord(ledger.store, (await newestDay(ledger.store)) ?? '');

describe.each(databases())('a ledger in $name', ({ fresh }) => {
  let open: Ledger[] = [];
  const opened = async (where?: string): Promise<Ledger> => {
    const ledger = await Ledger.open(where ?? (await fresh()));
    open.push(ledger);
    return ledger;
  };
  afterAll(async () => {
    for (const ledger of open) await ledger.close();
    open = [];
  });
  const filled = async (all: readonly Reading[], where?: string): Promise<Ledger> => {
    const ledger = await opened(where);
    for (const reading of all) await ledger.add(reading);
    return ledger;
  };

  it.each([1, 2, 3])('comes to the same record in any order (%i)', async (seed) => {
    expect(await recordIn(await filled(shuffled(readings, seed)))).toEqual(recordOf(readings));
  });

  it('comes to the same record when articles are filed together', async () => {
    const ledger = await opened();
    const all = shuffled(readings, 5);
    const outcomes = [...(await ledger.addAll(all.slice(0, 9))), ...(await ledger.addAll([...all.slice(4), all[0] as Reading]))];
    expect(outcomes.filter((filed) => filed === 'new')).toHaveLength(readings.length);
    expect(await recordIn(ledger)).toEqual(recordOf(readings));
  });

  it('files a correction in the same go as what it corrects', async () => {
    const ledger = await opened();
    const [first, second, third] = readings as [Reading, Reading, Reading];
    const corrected: Reading = { ...third, document: { ...third.document, id: second.document.id } };
    expect(await ledger.addAll([first, second, corrected, third])).toEqual(['new', 'new', 'corrected', 'new']);
    expect(await recordIn(ledger)).toEqual(recordOf([first, corrected, third]));
  });

  it('comes to the record without an article once that is removed', async () => {
    const ledger = await filled(readings);
    let left = [...readings];
    for (const reading of shuffled(readings, 9).slice(0, 5)) {
      await ledger.remove(reading.document.id, 'a court asked');
      left = left.filter((other) => other !== reading);
      expect(await recordIn(ledger)).toEqual(recordOf(left));
    }
    const [gone] = await ledger.store.all<{ text: string | null; reading: string | null; reason: string; hash: string }>(`select text, reading, reason, hash from article where state = 'removed'`); // prettier-ignore
    expect(gone).toMatchObject({ text: null, reading: null, reason: 'a court asked' });
    expect(gone?.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('does not take a removed article again', async () => {
    const ledger = await filled(readings.slice(0, 2));
    const [first] = readings as [Reading];
    await ledger.remove(first.document.id, 'a court asked');
    expect(await ledger.add(first)).toBe('known');
    expect(await recordIn(ledger)).toEqual(recordOf(readings.slice(1, 2)));
  });

  it('changes nothing when the same article comes again', async () => {
    const ledger = await filled(readings.slice(0, 3));
    const before = await recordIn(ledger);
    expect(await ledger.add(readings[1] as Reading)).toBe('known');
    expect(await recordIn(ledger)).toEqual(before);
  });

  it('keeps the old text of a corrected article, and the record of the new one', async () => {
    const ledger = await filled(readings.slice(0, 3));
    const [, second, third] = readings as [Reading, Reading, Reading];
    // The text and reading of another dispatch under the id of this one: what a correction may come to at worst.
    const corrected: Reading = { ...third, document: { ...third.document, id: second.document.id } };
    expect(await ledger.add(corrected)).toBe('corrected');
    expect(await recordIn(ledger)).toEqual(recordOf([readings[0] as Reading, corrected, third]));
    const rows = await ledger.store.all<{ version: number; state: string; text: string }>('select version, state, text from article where id = ? order by version', second.document.id); // prettier-ignore
    expect(rows).toEqual([
      { version: 1, state: 'superseded', text: second.document.text },
      { version: 2, state: 'current', text: third.document.text },
    ]);
  });

  it('answers as of a day with what was published by then', async () => {
    const ledger = await filled(readings);
    const day = (readings[3] as Reading).document.published as string;
    const asOf = await storedRecord(ledger.store, day);
    const published = new Map(readings.map((r) => [r.document.id, r.document.published as string]));
    const shown = [...asOf.statements, ...asOf.events, ...asOf.commitments].flatMap((r) => r.reports);
    expect(shown.length).toBeGreaterThan(50);
    for (const report of [...shown, ...asOf.commitments.flatMap((c) => c.history)])
      expect((published.get(report.document) as string) <= day).toBe(true);
    // Who is who is known as of today; what was said, done and owed, as of that day.
    const known = recordOf(readings.filter((r) => (r.document.published as string) <= day));
    const reported = (record: LedgerRecord): readonly string[] =>
      record.statements.flatMap((s) => s.reports.map((r) => `${r.document} ${JSON.stringify(r.spans)}`)).sort();
    expect(reported(asOf)).toEqual(reported(known));
    expect(asOf.commitments.some((c) => c.history.at(-1)?.inferred !== null)).toBe(
      recordOf(readings, { asOf: day }).commitments.some((c) => c.history.at(-1)?.inferred !== null),
    );
  });

  it('holds evidence that checks, and says which does not', async () => {
    const ledger = await filled(readings.slice(0, 4));
    const good = await verify(ledger.store);
    expect(good.faults).toEqual([]);
    expect(good.evidence).toBeGreaterThan(40);
    await ledger.store.run(`update article set text = 'another text' where id = ?`, (readings[0] as Reading).document.id);
    const bad = await verify(ledger.store);
    expect(bad.faults.some((f) => f.problem.includes('hash'))).toBe(true);
    expect(bad.faults.some((f) => f.record !== null)).toBe(true);
  });

  it('takes articles from two writers at once, each one time', async () => {
    const where = await fresh();
    const path = where === ':memory:' ? `${await folder()}/two.db` : where;
    const [a, b] = [await opened(path), await opened(path)];
    const results = await Promise.all(
      [a, b].map(async (ledger) => {
        const filed: string[] = [];
        for (const reading of readings) filed.push(await ledger.add(reading));
        return filed;
      }),
    );
    readings.forEach((_, i) => expect(results.map((filed) => filed[i]).sort()).toEqual(['known', 'new']));
    expect(await recordIn(a)).toEqual(recordOf(readings));
  });
});

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'onrecord-ledger-'));
