import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRow, Commitment, Page as Rows, TimelineEntry } from '../../src/server/shapes.js';
import { CHROMIUM, Desk, EXAMPLES } from './browser.js';

// `npm run screenshots` puts them into the docs; otherwise they are made and thrown away.
const KEPT = fileURLToPath(new URL('../../docs/desk', import.meta.url));
const folder = process.env['ONRECORD_SCREENSHOTS'] === undefined ? mkdtempSync(join(tmpdir(), 'onrecord-screenshots-')) : KEPT;

describe.runIf(CHROMIUM !== null)('the pictures of docs/desk.md', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(EXAMPLES);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => desk.close());

  it('are made of the examples', async () => {
    const articles = (await desk.json<Rows<ArticleRow>>('/api/articles')).rows;
    const article = (title: string): string =>
      encodeURIComponent(articles.find((row) => row.title?.includes(title) === true)?.id ?? '');
    const due = (await desk.json<Rows<Commitment>>('/api/deadlines?limit=100')).rows;
    const moved = due.find(({ what }) => what.includes('reservoir'))?.id ?? '';
    const entry =
      (await desk.json<Rows<TimelineEntry>>('/api/timeline?limit=200')).rows.find(({ type }) => type === 'warn')?.id ?? '';
    const pictures: readonly (readonly [name: string, path: string, options?: BrowserContextOptions])[] = [
      ['reader', `/read/${article('differ')}?s=s1`],
      ['deadlines', `/deadlines?open=${moved}`],
      ['commitments', `/commitments?open=${moved}`],
      ['positions', '/positions'],
      ['timeline', `/timeline?since=2025-02-25&until=2025-04-10&s=${entry}`],
      ['search', '/search?q=deadline'],
      ['add', '/add'],
      ['deadlines-dark', '/deadlines', { colorScheme: 'dark' }],
      ['reader-400', `/read/${article('differ')}?s=s1`, { viewport: { width: 400, height: 800 } }],
    ];
    for (const [name, path, options = {}] of pictures) {
      const page = await desk.page(path, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      await page.evaluate(() => document.fonts.ready);
      const picture = await page.screenshot({ path: join(folder, `${name}.png`) });
      expect(picture.length).toBeGreaterThan(10_000);
      await page.context().close();
    }
    const shown = readFileSync(new URL('../../docs/desk.md', import.meta.url), 'utf8');
    for (const [name] of pictures) expect(shown).toContain(`desk/${name}.png`);
    expect(desk.complaints).toEqual([]);
  });
});
