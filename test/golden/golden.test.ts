import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goldenReading } from './golden-reading.mjs';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const examples = readdirSync(path('../../examples')).filter((file) => file.endsWith('.txt'));

describe('the readings of the examples', () => {
  it('are all kept', () => {
    const kept = readdirSync(path('.')).filter((file) => /^\d.*(?<!\.new)\.json$/u.test(file));
    expect(kept).toEqual(examples.map((file) => file.replace(/\.txt$/u, '.json')));
  });

  it.each(examples)('%s', (name) => {
    const base = path(`./${name.replace(/\.txt$/u, '')}`);
    const now = goldenReading(path(`../../examples/${name}`));
    const kept = existsSync(`${base}.json`) ? readFileSync(`${base}.json`, 'utf8') : '';
    if (now !== kept) writeFileSync(`${base}.new.json`, now);
    expect(now).toBe(kept);
  });
});
