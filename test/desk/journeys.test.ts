import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRow, Commitment, Dispute, Kept, Page as Rows, Statement } from '../../src/server/shapes.js';
import { blur, CHROMIUM, Desk, EXAMPLES, query, ready, serial } from './browser.js';

describe.runIf(CHROMIUM !== null)('the desk', () => {
  let desk: Desk;
  let pages: Page[] = [];
  beforeAll(async () => {
    desk = await Desk.open([...EXAMPLES, serial('dam'), serial('truce')]);
  });
  afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    expect(desk.complaints).toEqual([]);
  });
  afterAll(() => desk.close());

  const open = async (path: string, options = {}): Promise<Page> => {
    const page = await desk.page(path, options);
    pages.push(page);
    return page;
  };
  const articleOf = async (title: string): Promise<string> => {
    const { rows } = await desk.json<Rows<ArticleRow>>('/api/articles?limit=100');
    return rows.find((row) => row.title?.includes(title) === true)?.id ?? '';
  };
  const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  describe('the reader', () => {
    it('opens an article from the list, by mouse and by keyboard', async () => {
      const page = await open('/');
      await page.getByRole('link', { name: 'Solmark and Tarvia differ' }).click();
      await page.getByRole('heading', { name: 'Solmark and Tarvia differ' }).waitFor();
      await page.goBack();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Solmark and Tarvia differ' }).waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('heading', { name: 'Aldous extends Korun deadline' }).waitFor();
    });

    it('shows the words of a record and the record of words, nested ones from the inside out', async () => {
      const page = await open(`/read/${await articleOf('differ')}`);
      await page.locator('.par .ct', { hasText: 'to release' }).first().click();
      const inner = query(page, 's');
      expect(await page.locator('.en.on .eh').innerText()).toContain('as told by Solmark');
      expect(await page.locator('.en.on .caution').innerText()).toBe('On record as Solmark’s word for it, not Tarvia’s.');
      await page.locator('.par .on-n', { hasText: 'to release' }).first().click();
      expect(query(page, 's')).not.toBe(inner);
      expect(await page.locator('.en.on .eh').innerText()).not.toContain('as told by');
      expect(await page.locator('.row:not(.rh) .par .on-so').allInnerTexts()).toEqual(["Solmark's delegation", 'Tarvia']);
      await page.locator('.en', { hasText: 'Lena Tarsk says' }).first().click();
      expect(await page.locator('.row:not(.rh) .par .on-c').allInnerTexts()).toEqual([
        '“There is a paper, and on the paper there is a question mark,”',
      ]);
    });

    it('is walked by J and K, [ and ]', async () => {
      const page = await open(`/read/${await articleOf('differ')}`);
      const on = (): Promise<string> => page.locator('.en.on .eh').innerText();
      await page.keyboard.press('j');
      await page.locator('.en.on').waitFor();
      const first = await on();
      await page.keyboard.press(']');
      await page.locator('.en.on', { hasText: 'as told by' }).waitFor();
      await page.keyboard.press('[');
      await expect.poll(on).toBe(first);
      await page.keyboard.press('j');
      await expect.poll(on).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(on).toBe(first);
    });

    it('highlights exactly what the ledger has, and copies a citation of it', async () => {
      const id = await articleOf('differ');
      const page = await open(`/read/${id}`);
      const { rows } = await desk.json<Rows<Statement>>('/api/statements?limit=500');
      const own = rows.filter(({ first }) => first?.document === id);
      expect(own.length).toBeGreaterThan(8);
      for (const { first, content } of own) {
        const place = (first?.spans ?? []).map(([from, to]) => `${from}-${to}`).join(',');
        await page.goto(`${desk.url}read/${id}?at=${place}`);
        await ready(page);
        await page.locator('.par .at').first().waitFor();
        // A span may be cut where something else begins in it; put together it is the words.
        const lit = await page.locator('.par .at').evaluateAll((all) => all.map((one) => one.textContent).join(''));
        expect(lit).toBe(content.replaceAll(' … ', ''));
      }
      await page.keyboard.press('c');
      await page.getByText('Citation copied.').waitFor();
      expect(await clipboard(page)).toMatch(
        /^“.+” — .+\. The Lakes Wire, “Solmark and Tarvia differ .+”, 28 Mar 2025\. http:\/\/127/u,
      );
    });

    it('switches layers, which stay in the address', async () => {
      const page = await open(`/read/${await articleOf('differ')}`);
      const times = page.getByRole('switch', { name: /Times/u });
      expect(await page.locator('.par .tm').count()).toBeGreaterThan(2);
      await times.click();
      await expect.poll(() => page.locator('.row:not(.rh) .par .tm').count()).toBe(0);
      await page.getByRole('switch', { name: /Actors/u }).focus();
      await page.keyboard.press('Space');
      await expect.poll(() => page.locator('.par a.ac').count()).toBeGreaterThan(3);
      await page.reload();
      await ready(page);
      expect(await page.getByRole('switch', { name: /Times/u }).getAttribute('aria-checked')).toBe('false');
      await page.locator('.par a.ac').first().click();
      await page.waitForURL(/\/actors\//u);
    });
  });

  describe('deadlines', () => {
    it('are grouped by state, open on their history, and lead to the words', async () => {
      const page = await open('/deadlines');
      const states = await page.locator('.grp h2 .st').allInnerTexts();
      expect(states.length).toBeGreaterThan(3);
      const row = page.locator('.dl', { hasText: 'stop filling the reservoir' });
      await row.getByRole('link', { name: /stop filling/u }).click();
      await row.locator('.steps .words').first().waitFor();
      expect(await row.locator('.steps .sd b').allInnerTexts()).toEqual(expect.arrayContaining(['set', 'extended']));
      await row.locator('.words a').first().click();
      await page.waitForURL(/\/read\/.+at=/u);
      await page.locator('.par .at').first().waitFor();
      await page.goBack();
      await page.locator('.dl.open').waitFor();
    });

    it('go from article to article by the arrows, and by keyboard from row to row', async () => {
      const page = await open('/deadlines');
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => query(page, 'asof')).toBe('2025-03-28');
      await ready(page);
      const left = page.locator('.dl', { hasText: 'stop filling the reservoir' }).locator('.due');
      await expect.poll(() => left.innerText()).toContain('7 days left');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => query(page, 'asof')).toBeNull();
      await page.keyboard.press('j');
      await page.locator('.dl.open').waitFor();
      const first = query(page, 'open');
      await page.keyboard.press('j');
      await expect.poll(() => query(page, 'open')).not.toBe(first);
      await page.keyboard.press('Escape');
      await expect.poll(() => query(page, 'open')).toBeNull();
    });

    it('are narrowed by actor, kind and state, in the address', async () => {
      const page = await open('/deadlines');
      await page.getByRole('searchbox', { name: /Any actor/u }).fill('aldo');
      await page.locator('.find li', { hasText: 'Hanna Aldous' }).getByRole('link').click();
      await expect.poll(() => query(page, 'actor')).toContain('hanna-aldous');
      await expect.poll(() => page.locator('.dl:not(.axis-row)').count()).toBe(2);
      await page.getByLabel('State').selectOption('satisfied');
      await page.getByText('No deadline fits').waitFor();
      await page.getByRole('link', { name: 'Show every deadline' }).click();
      await expect.poll(() => page.locator('.dl:not(.axis-row)').count()).toBeGreaterThan(5);
    });
  });

  describe('commitments', () => {
    it('are a table with the chosen one beside it, conditions in their own words', async () => {
      const page = await open('/commitments');
      expect(await page.locator('.kh').allInnerTexts()).toEqual([expect.stringMatching(/^Demands/u), expect.stringMatching(/^Threats/u), expect.stringMatching(/^Offers/u), expect.stringMatching(/^Promises/u), expect.stringMatching(/^Agreements/u)].slice(0, await page.locator('.kh').count())); // prettier-ignore
      await page.getByRole('link', { name: /Karvia will shut the gates/u }).first().click(); // prettier-ignore
      await page.locator('.detail .words').first().waitFor();
      expect(await page.locator('.detail').innerText()).toContain('unless Telland pays');
      await page.keyboard.press('j');
      await expect.poll(() => page.locator('.detail h2').innerText()).not.toContain('Karvia will shut');
      await page.locator('.detail .words a').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.detail .words a:focus').waitFor();
    });

    it('are exported as they are shown', async () => {
      const page = await open('/commitments?kind=threat');
      const { rows } = await desk.json<Rows<Commitment>>('/api/commitments?kind=threat');
      const take = async (name: string): Promise<string> => {
        await page.getByText('Export').click();
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
        return readFileSync(await file.path(), 'utf8');
      };
      expect(JSON.parse(await take('JSON of what is shown'))).toEqual(rows);
      const lines = (await take('CSV of what is shown')).trimEnd().split('\r\n');
      expect(lines[0]).toBe('id,kind,state,debtor,creditor,what,condition,day,due,days_left,history,decided');
      expect(lines).toHaveLength(rows.length + 1);
    });
  });

  describe('positions', () => {
    it('are compared between two days, and walked by the arrows', async () => {
      const page = await open('/positions?a=2024-06-10&b=2024-06-30&q=paying%20rain');
      expect(await page.locator('.matrix .chg').innerText()).toMatch(/against[\s\S]*for[\s\S]*changed/u);
      await page.locator('.pair .words').nth(1).waitFor();
      expect(await page.locator('.pair .words').allInnerTexts()).toEqual([
        expect.stringContaining('We will not pay for rain'),
        expect.stringContaining('to pay 200 million crowns'),
      ]);
      await page.goto(`${desk.url}positions`);
      await ready(page);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => query(page, 'open')).not.toBeNull();
      const first = query(page, 'open');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => query(page, 'open')).not.toBe(first);
      await page.keyboard.press('a');
      await expect.poll(() => query(page, 'a')).not.toBeNull();
      await page.locator('.cellink').first().click();
      await page.locator('.pair .acts').waitFor();
    });
  });

  describe('the timeline', () => {
    it('zooms by mouse and keyboard, and opens a record below', async () => {
      const page = await open('/timeline');
      await page.locator('.it').first().waitFor();
      const all = await page.locator('.vh p').innerText();
      await page.locator('.strip a').last().click();
      await expect.poll(() => query(page, 'since')).toBe('2025-04-01');
      await page.locator('.it').first().waitFor();
      await page.keyboard.press('-');
      await expect.poll(() => query(page, 'since')).not.toBe('2025-04-01');
      await page.keyboard.press('+');
      await page.getByRole('link', { name: 'All', exact: true }).click();
      await expect.poll(() => page.locator('.vh p').innerText()).toBe(all);
      await page.locator('.it').first().click();
      await page.locator('.tdet .words').first().waitFor();
      const first = query(page, 's');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => query(page, 's')).not.toBe(first);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('j');
      await page.locator('.tdet .words').first().waitFor();
    });

    it('tells apart what was only reported later, and what has no day', async () => {
      const page = await open('/timeline?until=2022-12-31');
      await page.locator('.it .lag').first().waitFor({ state: 'attached' });
      const labels = await page
        .locator('.it')
        .evaluateAll((all) => all.map((one) => one.querySelector('title')?.textContent ?? ''));
      expect(labels.some((label) => label.includes('day not given'))).toBe(true);
      const narrow = await open('/timeline', { viewport: { width: 400, height: 800 } });
      await narrow.locator('.tcol .lagn').first().waitFor();
      await narrow.locator('.ti a').first().click();
      await narrow.waitForURL(/\/read\//u);
    });
  });

  describe('actors', () => {
    it('have a dossier, are merged, split and put back', async () => {
      const page = await open('/actors');
      await page.getByRole('searchbox', { name: 'Find an actor' }).fill('koe');
      await page.locator('.alist li a', { hasText: 'Ana Koe' }).click();
      await page.getByRole('heading', { name: 'Ana Koe' }).waitFor();
      await page.keyboard.press('m');
      await page.getByLabel('First letters of a name').fill('pires');
      await page.getByRole('button', { name: /Luis Pires/u }).click();
      await page.getByLabel('Reason, kept with the decision').fill('the same person, we asked');
      await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
      await page.getByText('Decided.').waitFor();
      const { rows } = await desk.json<{ rows: readonly Kept[] }>('/api/decisions');
      expect(rows[0]).toMatchObject({ kind: 'merge', why: 'the same person, we asked', undone: false });
      await page.keyboard.press('z');
      await page.getByText('Undone: merge.').waitFor();
      await page.goto(`${desk.url}actors`);
      await ready(page);
      await page.locator('.alist li a', { hasText: 'Marta Lindqvist' }).click();
      await page.locator('.names label', { hasText: /^ ?Lindqvist$/u }).click();
      await page.getByRole('button', { name: 'These are somebody else…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Take apart' }).click();
      await page.getByText('Decided.').waitFor();
      await page.getByRole('button', { name: /^Undo/u }).click();
      await page.getByText('Undone: split.').waitFor();
    });
  });

  describe('search', () => {
    it('finds words everywhere, keeps them in the address, and leads to them', async () => {
      const page = await open('/deadlines');
      await page.keyboard.press('/');
      await page.getByRole('searchbox', { name: 'Search the record' }).pressSequentially('reservoir');
      await expect.poll(() => query(page, 'q')).toBe('reservoir');
      await page.locator('.res mark', { hasText: 'reservoir' }).first().waitFor();
      await page.locator('.kwic a').first().click();
      await page.waitForURL(/at=/u);
      await page
        .locator('.par .at', { hasText: /^reservoir$/iu })
        .first()
        .waitFor();
      await page.goto(`${desk.url}search?q=zebra`);
      await page.getByText('Nothing on record for “zebra”').waitFor();
      await page.goto(`${desk.url}search?act=deny`);
      await page.locator('.long .res').first().waitFor();
      for (const text of await page.locator('.long .res > p').allInnerTexts()) expect(text).toContain('denies');
      await page.getByRole('searchbox', { name: 'Search the record' }).blur();
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      await page.getByText('Citation copied.').waitFor();
    });
  });

  describe('deciding', () => {
    it('confirms, corrects and rejects from where a record is shown, with reason and undo', async () => {
      const page = await open(`/read/${await articleOf('turns down')}`);
      await page.keyboard.press('j');
      await page.locator('.en.on').waitFor();
      await page.keyboard.press('y');
      await page.locator('.en.on .verdict', { hasText: 'confirmed' }).waitFor();
      await page.keyboard.press('z');
      await expect.poll(() => page.locator('.en.on .verdict').count()).toBe(0);
      await page.keyboard.press('e');
      await page.getByRole('combobox', { name: 'act' }).selectOption('warn');
      await page.getByLabel('Reason, kept with the decision').fill('it is a warning');
      await page.getByRole('button', { name: 'Correct', exact: true }).last().click();
      await page.locator('.en.on .eh', { hasText: 'warns' }).waitFor();
      await page.getByRole('button', { name: /^Undo/u }).click();
      await expect.poll(() => page.locator('.en.on .eh').innerText()).not.toContain('warns');
      const count = await page.locator('.en').count();
      await page
        .locator('.en.on')
        .getByRole('button', { name: /^Reject/u })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
      await expect.poll(() => page.locator('.en').count()).toBe(count - 1);
      await page.keyboard.press('z');
      await expect.poll(() => page.locator('.en').count()).toBe(count);
    });

    it('takes the queue one question at a time', async () => {
      const { rows } = await desk.json<Rows<Dispute>>('/api/disputes?state=open');
      expect(rows.length).toBeGreaterThan(2);
      const page = await open('/review');
      await page.getByText(`Suggestion 1 of ${rows.length}`).waitFor();
      await page.locator('.rv .words').nth(1).waitFor();
      await page.keyboard.press('y');
      await page.getByText(`of ${rows.length - 1} ·`).waitFor();
      await page.getByRole('textbox', { name: 'Reason, kept with the decision' }).fill('two different gates');
      await page.getByRole('button', { name: /^No, dismiss/u }).click();
      await page.getByText(`of ${rows.length - 2} ·`).waitFor();
      const kept = await desk.json<{ rows: readonly Kept[] }>('/api/decisions');
      expect(kept.rows.slice(0, 2).map(({ kind, why }) => [kind, why])).toEqual([['reject', 'two different gates'], ['confirm', 'no reason given']]); // prettier-ignore
      await page.locator('.undo').getByRole('button').click();
      await page.getByText(`of ${rows.length - 1} ·`).waitFor();
      await page.keyboard.press('z');
      await page.getByText(`of ${rows.length} ·`).waitFor();
    });

    it('accepts and dismisses disputes with both sides in view', async () => {
      const page = await open('/disputes');
      await page.locator('.disp.cur .words').nth(1).waitFor();
      await page.keyboard.press('j');
      await expect.poll(() => query(page, 'open')).not.toBeNull();
      await page.keyboard.press('y');
      await page.locator('.disp.cur .verdict').waitFor();
      await page.keyboard.press('z');
      await expect.poll(() => page.locator('.disp.cur .verdict').count()).toBe(0);
    });
  });

  describe('adding', () => {
    it('reads what is pasted or chosen, asks for a date, and says why it refuses', async () => {
      const page = await open('/add');
      await page.getByLabel('Or paste an article').fill('Norway said on Monday that it would send a ship.');
      await page.keyboard.press('Control+Enter');
      const refused = page.locator('tr.bad', { hasText: 'pasted' });
      await refused.getByLabel('Published').fill('2025-04-02');
      await refused.getByRole('button', { name: 'Read it with this date' }).click();
      await page.locator('tr', { hasText: 'pasted' }).getByText('filed').waitFor();
      await page.getByLabel('Files of articles').setInputFiles([
        { name: 'treaty.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n...') },
        {
          name: 'two.jsonl',
          mimeType: 'application/jsonl',
          buffer: Buffer.from(
            '{"published":"2025-04-03","publisher":"Fjord News","text":"Norway denied on Thursday that it had sent a ship."}\n{"text":"Sweden said no."}\n',
          ),
        },
      ]);
      await page.getByText('3 of 4').or(page.getByText('4 of 4, 2 refused')).first().waitFor(); // prettier-ignore
      await page.getByText('4 of 4, 2 refused').waitFor();
      await page.locator('tr.bad', { hasText: 'treaty.pdf' }).getByText('PDF').first().waitFor();
      await page.locator('tr.bad', { hasText: 'line 2' }).getByText('no-date').waitFor();
      await page.getByRole('link', { name: /two\.jsonl, line 1/u }).click();
      await page.locator('.en', { hasText: 'Norway denies' }).waitFor();
    });

    it('shows in another window what was added in this one', async () => {
      const other = await open('/read');
      expect(await other.getByRole('link', { name: 'Ship arrives' }).count()).toBe(0);
      const page = await open('/add');
      await page
        .getByLabel('Or paste an article')
        .fill('Date: 2025-04-04\nTitle: Ship arrives\n\nNorway said on Friday that the ship had arrived.');
      await page.getByRole('button', { name: /^Read it/u }).click();
      await other.getByRole('link', { name: 'Ship arrives' }).waitFor();
    });
  });

  describe('keys', () => {
    it('change the view after G, are listed under ?, and can be switched off', async () => {
      const page = await open('/read');
      for (const [key, view] of [
        ['d', 'deadlines'],
        ['c', 'commitments'],
        ['p', 'positions'],
        ['t', 'timeline'],
        ['x', 'disputes'],
        ['a', 'actors'],
        ['n', 'add'],
        ['v', 'review'],
        ['s', 'search'],
      ] as const) {
        // prettier-ignore
        await blur(page);
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        await page.waitForURL(new RegExp(`/${view}`, 'u'));
      }
      await blur(page);
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keys and settings' }).waitFor();
      await page.getByLabel('Single letters are keys').uncheck();
      await page.keyboard.press('Escape');
      await blur(page);
      await page.keyboard.press('g');
      await page.keyboard.press('d');
      expect(new URL(page.url()).pathname).toBe('/search');
      await page.getByRole('button', { name: /all keys, settings/u }).click();
      await page.getByLabel('Colours').selectOption('dark');
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    });

    it('reach everything by Tab, and the focus is seen', async () => {
      const page = await open('/deadlines');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
      const seen = new Set<string>();
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          // After the last one the focus leaves the page.
          if (element === null || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return { text: element.textContent ?? '', seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 };
        });
        if (focus === null) break;
        expect(focus.seen, focus.text).toBe(true);
        seen.add(focus.text);
      }
      expect([...seen].some((text) => text.includes('stop filling the reservoir'))).toBe(true);
    });
  });
});
