import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.js';
import { recordOf } from '../../src/ledger/record-of.js';
import { newestDay, storedRecord } from '../../src/ledger/stored-record.js';
import { verify } from '../../src/ledger/verify.js';
import type { Reading } from '../../src/reading/reading.js';
import { readSerials } from './serials.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
// A hundred times by `npm run bench`; here enough to notice.
const KILLS = Number(process.env['ONRECORD_TEST_KILLS'] ?? 12);

let folder: string;
let readings: readonly Reading[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'));
  readings = await readSerials('dam', 'truce');
  writeFileSync(join(folder, 'readings.jsonl'), readings.map((r) => JSON.stringify(r) + '\n').join(''));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Files the readings and, if asked, kills the process after some milliseconds. */
const add = (where: string, after: number | null): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, 'add', '--readings', '--quiet', '--ledger', where, join(folder, 'readings.jsonl')], { stdio: 'ignore' }); // prettier-ignore
    const timer = after === null ? null : setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', () => {
      if (timer !== null) clearTimeout(timer);
      resolve();
    });
  });

it('killed at any moment, leaves nothing half-filed, and the next run goes on', async () => {
  const where = join(folder, 'killed.db');
  for (let i = 0; i < KILLS; i++) {
    // From before the file is opened to after the last article.
    await add(where, 120 + Math.floor((i * 577) % 400));
    const ledger = await Ledger.open(where);
    const filed = await ledger.store.all<{ id: string }>('select id from article order by pk');
    const known = readings.slice(0, filed.length);
    // In the order of the file, none left out and none twice.
    expect(filed.map(({ id }) => id)).toEqual(known.map((r) => r.document.id));
    expect((await verify(ledger.store)).faults).toEqual([]);
    if (known.length > 0)
      expect(await storedRecord(ledger.store, (await newestDay(ledger.store)) ?? '')).toEqual(recordOf(known));
    await ledger.close();
    if (filed.length === readings.length) rmSync(where);
  }
  await add(where, null);
  const ledger = await Ledger.open(where);
  expect(await storedRecord(ledger.store, (await newestDay(ledger.store)) ?? '')).toEqual(recordOf(readings));
  await ledger.close();
});
