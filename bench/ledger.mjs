// Measures a ledger in SQLite: how fast readings are filed, at its beginning and at its end, and how fast questions are answered.
//   npm run bench:ledger [-- --articles 60000] [--print]     writes its part of docs/speed.md
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { actors, commitments, deadlines, disputes, Ledger, positions, statements, timeline, verify } from '../dist/index.js';
import { syntheticReading } from './synthetic.mjs';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '60000' }, print: { type: 'boolean' } } });
const total = Number(values.articles);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-ledger-'));
const where = join(folder, 'ledger.db');
const WINDOW = 5000;
// As many at a time as the command takes where they come fast.
const GROUP = 1000;
const rows = [];
const row = (what, value) => {
  rows.push([what, value]);
  console.log(`${what.padEnd(64)} ${value}`);
};

let ledger = await Ledger.open(where);
const rates = [];
let spent = 0;
for (let i = 0; i < total; i += GROUP) {
  const readings = Array.from({ length: GROUP }, (_, k) => syntheticReading(i + k));
  const from = performance.now();
  await ledger.addAll(readings);
  spent += performance.now() - from;
  if ((i + GROUP) % WINDOW === 0) {
    rates.push(WINDOW / (spent / 1000));
    process.stderr.write(`\r${i + GROUP} articles, ${rates.at(-1).toFixed(0)} a second `);
    spent = 0;
  }
}
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
process.stderr.write('\n');
const memory = process.memoryUsage().rss / 1e6;
await ledger.close();
const count = async (table) => (await ledger.store.all(`select count(*) as n from ${table}`))[0].n;
ledger = await Ledger.open(where);
const [saidCount, commitmentCount] = [await count('statement'), await count('commitment')];
row(`articles filed, readings already made (statements, commitments)`, `${total} (${saidCount}, ${commitmentCount})`);
row(`articles a second, first ${WINDOW}, median, slowest ${WINDOW}`, `${rates[0].toFixed(0)}, ${median(rates).toFixed(0)}, ${Math.min(...rates).toFixed(0)}`); // prettier-ignore
const at = 100_000 / WINDOW;
if (rates.length >= at) row(`articles a second, the ${WINDOW} up to 100,000`, rates[at - 1].toFixed(0));
row(`articles a second, last ${WINDOW}`, rates.at(-1).toFixed(0));
row('memory of the process, MB', memory.toFixed(0));
row('size of the file, MB', (statSync(where).size / 1e6).toFixed(0));

const [{ id: commonest }] = (await actors(ledger.store, { limit: 1 })).rows;
const state = (await actors(ledger.store, { kind: 'state', limit: 1 })).rows[0]?.id ?? commonest;
const word = (await statements(ledger.store, { limit: 1 })).rows[0].content.split(' ')[1];
const asked = [
  ['statements, no filter', () => statements(ledger.store, {})],
  ['statements, commonest actor', () => statements(ledger.store, { actor: commonest })],
  ['statements, commonest state', () => statements(ledger.store, { actor: state })],
  ['statements, an act, long ago', () => statements(ledger.store, { act: 'threaten', until: '1998-06-01' })],
  ['statements, a word', () => statements(ledger.store, { issue: word })],
  ['commitments, no filter', () => commitments(ledger.store, {})],
  ['commitments, commonest state', () => commitments(ledger.store, { actor: state })],
  ['deadlines, no filter', () => deadlines(ledger.store, {})],
  ['deadlines, commonest state, as of an earlier day', () => deadlines(ledger.store, { actor: state, asOf: '1998-09-01' })],
  ['positions, no filter', () => positions(ledger.store, {})],
  ['positions, commonest actor', () => positions(ledger.store, { actor: commonest })],
  ['disputes, no filter', () => disputes(ledger.store, {})],
  ['actors, no filter', () => actors(ledger.store, {})],
  ['timeline, no filter', () => timeline(ledger.store, {})],
  ['timeline, commonest actor', () => timeline(ledger.store, { actor: commonest })],
];
for (const [name, ask] of asked) {
  const times = [];
  for (let i = 0; i < 25; i++) {
    const from = performance.now();
    await ask();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  row(`${name}: median, p95, ms`, `${times[12].toFixed(1)}, ${times[23].toFixed(1)}`);
}
const from = performance.now();
const { evidence, faults } = await verify(ledger.store);
row(
  `verify: pieces of evidence, faults, seconds`,
  `${evidence}, ${faults.length}, ${((performance.now() - from) / 1000).toFixed(1)}`,
);
await ledger.close();
rmSync(folder, { recursive: true });

if (!values.print) {
  const path = resolve(import.meta.dirname, '../docs/speed.md');
  const text = readFileSync(path, 'utf8').replace(/\n## The ledger[\s\S]*$/u, '');
  writeFileSync(
    path,
    `${text.trimEnd()}\n\n## The ledger\n\nPrinted by \`npm run bench:ledger\`: articles that nobody wrote (\`bench/synthetic.mjs\`), in SQLite, on this machine.\n\n| what | measured |\n|---|---|\n${rows.map(([a, b]) => `| ${a} | ${b} |`).join('\n')}\n`,
  );
}
