import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ArticleRow, Page as Rows } from '../../src/server/shapes.js';
import { CHROMIUM, Desk, ready } from './browser.js';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script><style>*{display:none}</style><svg onload=alert(3)>';
const TURNED = 'Norway said \u202eyadiloh a\u202c that \u2066the bridge\u2069 would stay shut.\u0007 Sweden denied\u200f it.';
const ARTICLES = [
  { id: 'markup', published: '2025-05-01', publisher: `${MARKUP} Wire`, title: `A headline ${MARKUP}`, url: 'javascript:alert(4)', text: `Minister Ola ${MARKUP} Berg said that Norway would shut the bridge if ${MARKUP} came. “${MARKUP} is a threat,” said Ola Berg.` }, // prettier-ignore
  { id: '../../<b>"id"</b>?x=1#y', published: '2025-05-02', publisher: '=HYPERLINK("http://evil.example")', title: '@SUM(1+1)', text: '=1+1, said Ola Berg. Norway promised that it would open the bridge by 9 May.' }, // prettier-ignore
  { id: 'turned', published: '2025-05-03', publisher: 'Fjord\u202e News', title: 'A \u202eturned\u202c headline', text: TURNED },
  { id: 'entities', published: '2025-05-04', publisher: 'Wire', title: '&lt;script&gt; &amp;', text: 'Norway said &lt;b&gt;no&lt;/b&gt; &amp; left.\n\n\n\nSweden said “’; drop table article; --”.' }, // prettier-ignore
];

describe.runIf(CHROMIUM !== null)('articles whose text is an attack', () => {
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-hostile-'));
    const file = join(folder, 'hostile.jsonl');
    writeFileSync(file, ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
    desk = await Desk.open([file]);
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  const VIEWS = ['/read', '/deadlines', '/commitments', '/positions', '/timeline', '/disputes', '/actors', '/search?q=bridge', '/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', '/review']; // prettier-ignore

  it('are inert in every view', async () => {
    const { rows } = await desk.json<Rows<Actor>>('/api/actors');
    const paths = [...VIEWS, ...ARTICLES.map(({ id }) => `/read/${encodeURIComponent(id)}?s=s1&layers=statements,times,events,actors`), ...rows.map(({ id }) => `/actors/${encodeURIComponent(id)}`)]; // prettier-ignore
    for (const path of paths) {
      const page = await desk.page(path);
      const made = await page.evaluate(() => document.querySelectorAll('main script, main style, main img, main iframe, main b b, main [onerror], main [onload], main a[href^="javascript"]').length); // prettier-ignore
      expect(made, path).toBe(0);
      await page.context().close();
    }
    expect(desk.complaints).toEqual([]);
  });

  it('are readable to the last character', async () => {
    for (const { id, text, title } of ARTICLES) {
      const page = await desk.page(`/read/${encodeURIComponent(id)}`);
      // What would not be seen is shown by its code; everything else stands as it is.
      const shown = (await page.locator('.row:not(.rh) .par').evaluateAll((all) => all.map((one) => one.textContent).join('\n'))).replace(/U\+([0-9A-F]{4,5})/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16))); // prettier-ignore
      expect(shown).toBe(text);
      const head = (await page.locator('h1.hl').textContent()) ?? '';
      expect(head.replace(/U\+([0-9A-F]{4,5})/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))).toBe(title);
      await page.context().close();
    }
  });

  it('cannot turn the direction of what stands around them', async () => {
    const page = await desk.page('/read/turned');
    expect(await page.locator('.par .ctl').allInnerTexts()).toEqual(
      expect.arrayContaining(['U+202E', 'U+2066', 'U+0007', 'U+200F']),
    );
    const raw = await page.evaluate(() => document.body.innerText);
    expect(raw).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/u);
    await page.context().close();
  });

  it('do not become formulas of a spreadsheet', async () => {
    const page = await desk.page(`/read/${encodeURIComponent(ARTICLES[1]?.id ?? '')}`);
    await page.getByText('Export').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV of what is shown' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('article-2025-05-02.csv');
    const stream = await file.createReadStream();
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    expect(text).not.toMatch(/(?:^|,)"?[=@]/mu);
    await page.context().close();
  });

  it('are read and shown where a line has five million characters', async () => {
    const long = join(folder, 'long.txt');
    const sentence = 'Norway said on Friday that it would open the bridge. ';
    writeFileSync(long, `Date: 2025-05-10\nTitle: Long\n\n${sentence}${'x'.repeat(5_000_000)} ${sentence}`);
    const page = await desk.page('/add');
    await page.getByLabel('Files of articles').setInputFiles(long);
    await page.locator('tr', { hasText: 'long.txt' }).getByText('filed').waitFor({ timeout: 100_000 });
    const { rows } = await desk.json<Rows<ArticleRow>>('/api/articles');
    const id = rows.find(({ title }) => title === 'Long')?.id ?? '';
    await page.goto(`${desk.url}read/${encodeURIComponent(id)}`);
    await ready(page);
    expect(await page.locator('.row:not(.rh) .par').evaluateAll((all) => all.reduce((sum, one) => sum + (one.textContent ?? '').length, 0))).toBe(5_000_001 + 2 * sentence.length); // prettier-ignore
    await page.keyboard.press('j');
    await page.locator('.en.on', { hasText: 'Norway' }).waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
