// Accepts the present readings of the examples and dispatches as golden. `npm run golden` builds first.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { goldenReading } from './golden-reading.mjs';

const root = resolve(import.meta.dirname, '../..');
for (const folder of [resolve(root, 'examples'), resolve(import.meta.dirname, 'dispatches')]) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const base = resolve(import.meta.dirname, name.replace(/\.txt$/u, ''));
  writeFileSync(`${base}.json`, goldenReading(resolve(folder, name)));
  rmSync(`${base}.new.json`, { force: true });
  }
}
