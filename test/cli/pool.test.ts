import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Pool } from '../../src/cli/pool.js';
import { makeDocument } from '../../src/document/document.js';

describe('Pool', () => {
  it('loses the articles of a thread that dies, and no others', async () => {
    const pool = new Pool(2, { kind: 'reading-json' }, undefined, new URL('./dying-worker.mjs', import.meta.url));
    const outcome = (text: string): Promise<string> =>
      pool.run(makeDocument({ text })).catch((error: Error) => `failed: ${error.message}`);
    expect(await Promise.all(['a', 'throw'].map(outcome))).toEqual(['a', 'failed: out of memory']);
    expect(await Promise.all(['exit', 'b'].map(outcome))).toEqual(['failed: its thread ended with 3', 'b']);
    expect(await Promise.all(['c', 'd', 'e', 'f'].map(outcome))).toEqual(['c', 'd', 'e', 'f']);
    await pool.close();
  });
});

describe('a slow stream', () => {
  it.each(['1', '2'])('gives each reading before the next article comes, with --jobs %s', async (jobs) => {
    const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
    const child = spawn(process.execPath, [main, 'annotate', '--jobs', jobs], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ids: unknown[] = [];
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(JSON.stringify({ id, text: 'Venn said no.' }) + '\n');
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      ids.push((JSON.parse(chunk.toString()) as { id: unknown }).id);
    }
    child.stdin.end();
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
