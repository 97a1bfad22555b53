import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRow, Commitment, Page as Rows, Position, TimelineEntry } from '../../src/server/shapes.js';
import { CHROMIUM, Desk, EXAMPLES, ready, serial } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.runIf(CHROMIUM !== null)('axe-core', () => {
  let desk: Desk;
  let empty: Desk;
  beforeAll(async () => {
    desk = await Desk.open([...EXAMPLES, serial('dam')]);
    empty = await Desk.open([]);
  });
  afterAll(async () => {
    await desk.close();
    await empty.close();
  });

  /** Every view, at rest and with something open in it. */
  const views = async (): Promise<readonly string[]> => {
    const first = async <T>(path: string): Promise<T> => (await desk.json<Rows<T>>(path)).rows[0] as T;
    const article = await first<ArticleRow>('/api/articles');
    const commitment = await first<Commitment>('/api/deadlines');
    const position = await first<Position>('/api/positions');
    const entry = await first<TimelineEntry>('/api/timeline?since=2025-03-01');
    return ['/read', `/read/${article.id}`, `/read/${article.id}?s=s1&layers=statements,times,events,actors`, '/deadlines', `/deadlines?open=${commitment.id}`, '/deadlines?state=cancelled', '/commitments', `/commitments?open=${commitment.id}`, '/positions', `/positions?open=${position.id}`, '/timeline', `/timeline?since=2025-03-01&until=2025-04-05&s=${entry.id}`, '/disputes', '/actors', '/search', '/search?q=dam', '/search?q=zebra', '/add', '/review', '/read/no-such-article']; // prettier-ignore
  };

  const run = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html }) => `${id} (${impact ?? ''}) ${html.slice(0, 160)}`),
    );
  };

  const MODES = [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 400 },
    { colorScheme: 'dark', width: 400 },
  ] as const;
  const everywhere = async (on: Desk, path: string): Promise<readonly string[]> => {
    const page = await on.page(path);
    const found: string[] = [];
    for (const { colorScheme, width } of MODES) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await ready(page);
      for (const one of await run(page)) found.push(`${path}, ${colorScheme}, ${width}: ${one}`);
    }
    // Nothing is wider than the window.
    for (const width of [360, 700, 701, 960, 1100, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await ready(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) found.push(`${path}: ${over} pixels too wide at ${width}`);
    }
    await page.context().close();
    return found;
  };

  it('finds nothing in any view, light and dark, wide and narrow, and nothing goes beyond the window', async () => {
    const found: string[] = [];
    for (const path of await views()) found.push(...(await everywhere(desk, path)));
    expect(found).toEqual([]);
  }, 240_000);

  it('finds nothing in the views of an empty ledger', async () => {
    const found: string[] = [];
    for (const path of ['/read', '/deadlines', '/commitments', '/positions', '/timeline', '/disputes', '/actors', '/search', '/review']) found.push(...(await everywhere(empty, path))); // prettier-ignore
    expect(found).toEqual([]);
  }, 240_000);

  it('finds nothing in the dialogs, nor in the page about the API', async () => {
    const page = await desk.page('/disputes');
    await page.locator('.disp.cur .words').nth(1).waitFor();
    for (const key of ['?', 'n', 'e']) {
      await page.keyboard.press(key);
      await page.locator('dialog[open]').waitFor();
      expect(await run(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await page.goto(`${desk.url}docs`);
    expect(await run(page)).toEqual([]);
    await page.context().close();
  });
});
