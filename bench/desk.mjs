// Measures the desk: what the page weighs, how soon it can be used over a large ledger, and how fast the API answers many at once.
//   npm run bench:desk [-- --articles 24000] [--ledger FILE] [--print]     writes its part of docs/speed.md
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { actors, Ledger } from '../dist/index.js';
import { syntheticReading } from './synthetic.mjs';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '24000' }, ledger: { type: 'string' }, print: { type: 'boolean' } },
});
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-desk-'));
const where = values.ledger ?? join(folder, 'ledger.db');
const TIMES = 15;
const CLIENTS = 50;
const rows = [];
const row = (what, value) => {
  rows.push([what, value]);
  console.log(`${what.padEnd(72)} ${value}`);
};
const sorted = (all) => [...all].sort((a, b) => a - b);
const median = (all) => sorted(all)[Math.floor(all.length / 2)];
const p95 = (all) => sorted(all)[Math.ceil(all.length * 0.95) - 1];
const both = (all) => `${median(all).toFixed(0)}, ${p95(all).toFixed(0)}`;

const assets = join(root, 'dist/desk/assets');
const weight = readdirSync(assets).reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0);
row('script and style of the whole page, gzip, kB', (weight / 1000).toFixed(1));

const fresh = !existsSync(where);
const ledger = await Ledger.open(where);
if (fresh)
  for (let i = 0; i < Number(values.articles); i += 500) {
    await ledger.addAll(Array.from({ length: 500 }, (_, k) => syntheticReading(i + k)));
    process.stderr.write(`\r${i + 500} articles `);
  }
const [{ n: statements }] = await ledger.store.all('select count(*) as n from statement');
const [{ id: commonest }] = (await actors(ledger.store, { limit: 1 })).rows;
await ledger.close();
process.stderr.write('\n');
row('statements of the ledger', String(statements));

const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--ledger', where]);
const url = await new Promise((done) => server.stdout.on('data', (chunk) => done(/http:\/\/\S+/u.exec(String(chunk))[0])));
const browser = await chromium.launch({
  executablePath: process.env.ONRECORD_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

/** Milliseconds from the beginning of a visit in a browser that has nothing of it yet, until what is asked for is there. */
async function visit(path, there) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.locator(there).first().waitFor();
  const took = await page.evaluate(() => performance.now());
  await context.close();
  return took;
}
/** Milliseconds from an act until every question it led to is answered and drawn, as the page itself sees it. */
async function act(page, event) {
  return page.evaluate(
    (event) =>
      new Promise((done) => {
        const from = performance.now();
        const asked = window.asked.begun;
        let [frames, quiet, drawn] = [0, 0, 0];
        const look = () => {
          frames++;
          const still = window.asked.begun === window.asked.ended && document.querySelector('[aria-busy=true]') === null;
          // What is answered from memory asks nothing; a question is asked within two frames.
          if (!still || (window.asked.begun === asked && frames < 3)) quiet = 0;
          else if (quiet++ === 0) drawn = performance.now() - from;
          // Three still frames later nothing comes any more.
          if (quiet === 4) done(drawn);
          else requestAnimationFrame(look);
        };
        if (event.key !== undefined) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true }));
        else {
          const field = document.querySelector(event.select);
          field.value = event.value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
        requestAnimationFrame(look);
      }),
    event,
  );
}
/** A page that counts its questions. */
async function counting() {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(() => {
    window.asked = { begun: 0, ended: 0 };
    const ask = window.fetch;
    window.fetch = async (...args) => {
      if (String(args[0]).includes('/api/changes')) return ask(...args);
      window.asked.begun++;
      try {
        const response = await ask(...args);
        await response.clone().text();
        return response;
      } finally {
        window.asked.ended++;
      }
    };
  });
  return page;
}

for (const [name, path, there] of [
  ['first view, the articles', 'read', '.art-row'],
  ['deadlines', 'deadlines', '.dl:not(.axis-row)'],
  ['commitments', 'commitments', '.cm td'],
  ['positions', 'positions', '.matrix td .st'],
  ['timeline', 'timeline', '.dense-row, .it'],
  ['search, all statements', 'search', '.res'],
]) {
  const all = [];
  for (let i = 0; i < TIMES; i++) all.push(await visit(path, there));
  row(`${name}, usable from an empty cache: median, p95, ms`, both(all));
}

const page = await counting();
const filters = [];
await page.goto(`${url}search`);
await page.locator('.res').first().waitFor();
for (const value of ['deny', 'threaten', 'promise', 'accuse', 'offer', 'refuse', 'demand', 'warn']) {
  filters.push(await act(page, { select: 'select', value }));
}
row('list of statements narrowed to an act: median, p95, ms', both(filters));
const states = [];
await page.goto(`${url}commitments`);
await page.locator('.cm td').first().waitFor();
for (const value of ['satisfied', 'violated', 'expired', 'active', 'rejected', 'conditional'])
  states.push(await act(page, { select: '.tools label:nth-of-type(2) select', value }));
row('list of commitments narrowed to a state: median, p95, ms', both(states));
const zooms = [];
await page.goto(`${url}timeline`);
await page.locator('.dense-row, .it').first().waitFor();
for (const key of ['+', '+', '+', '+', '-', '-', '+', '+', '+', '-']) zooms.push(await act(page, { key }));
row('timeline zoomed in or out: median, p95, ms', both(zooms));
const scrolls = [];
await page.goto(`${url}search`);
await page.locator('.res').first().waitFor();
for (let i = 0; i < 60; i++)
  scrolls.push(await page.evaluate(() => new Promise((done) => { const from = performance.now(); scrollBy(0, 900); requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from))); }))); // prettier-ignore
row(
  `two frames of scrolling through ${await page.locator('.long [role=listitem]').last().getAttribute('aria-posinset')} statements: median, p95, ms`,
  both(scrolls),
);
await browser.close();

const questions = [
  'statements',
  `statements?actor=${commonest}`,
  'statements?act=threaten',
  'statements?issue=border',
  'deadlines?limit=40',
  'commitments?state=active',
  'positions',
  'disputes',
  'actors',
  'timeline?since=1998-03-01&until=1998-03-31',
  'articles',
  'ledger',
];
for (const question of questions) await fetch(`${url}api/${question}`).then((r) => r.text());
const times = [];
await Promise.all(
  Array.from({ length: CLIENTS }, async (_, client) => {
    for (let i = 0; i < 24; i++) {
      const from = performance.now();
      const response = await fetch(`${url}api/${questions[(client + i) % questions.length]}`);
      await response.text();
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      times.push(performance.now() - from);
    }
  }),
);
row(`API, ${CLIENTS} clients at once, ${questions.length} kinds of question: median, p95, ms`, both(times));
server.kill();
rmSync(folder, { recursive: true });

if (!values.print) {
  const path = join(root, 'docs/speed.md');
  const part = `## The desk\n\nPrinted by \`npm run bench:desk\`: articles that nobody wrote, in SQLite; browser, server and clients share this machine.\n\n| what | measured |\n|---|---|\n${rows.map(([a, b]) => `| ${a} | ${b} |`).join('\n')}\n`;
  const text = readFileSync(path, 'utf8').replace(/\n## The desk\n[\s\S]*?(?=\n## |$)/u, '');
  writeFileSync(path, `${text.trimEnd()}\n\n${part}`);
}
