import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goldenReading } from './golden-reading.mjs';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const articles = ['../../examples', './dispatches'].flatMap((folder) =>
  readdirSync(path(folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, path(`${folder}/${file}`)] as const),
);

describe('the readings of the examples and dispatches', () => {
  it('are all kept', () => {
    const kept = readdirSync(path('.')).filter((file) => /(?<!\.new)\.json$/u.test(file));
    expect(kept.sort()).toEqual(articles.map(([file]) => file.replace(/\.txt$/u, '.json')).sort());
  });

  it.each(articles)('%s', (name, article) => {
    const base = path(`./${name.replace(/\.txt$/u, '')}`);
    const now = goldenReading(article);
    const kept = existsSync(`${base}.json`) ? readFileSync(`${base}.json`, 'utf8') : '';
    if (now !== kept) writeFileSync(`${base}.new.json`, now);
    expect(now).toBe(kept);
  });
});
