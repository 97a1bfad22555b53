// Measures speed and memory of the built command on this machine, and writes docs/speed.md.
//   npm run bench [-- --print]      reads the examples, repeated; needs nothing but this checkout
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const main = join(root, 'dist/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const texts = readdirSync(join(root, 'examples'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(root, 'examples', file), 'utf8').replace(/^[\s\S]*?\n\n/u, ''));
const words = (text) => text.split(/\s+/u).filter(Boolean).length;

/** Articles of three examples each, about 620 words, every one with another number in it so that none repeats. */
function archive(name, articles) {
  const path = join(work, name);
  let count = 0;
  const lines = [];
  for (let i = 0; i < articles; i++) {
    const text = [0, 1, 2].map((k) => texts[(i + k) % texts.length]).join('\n\n') + `\nItem ${i}.`;
    count += words(text);
    lines.push(JSON.stringify({ id: `a${i}`, published: '2025-03-03', text }));
  }
  writeFileSync(path, lines.join('\n') + '\n');
  return { path, count };
}

/** Seconds and peak resident memory (MB, all threads) of one run. */
function run(args, threads) {
  return new Promise((done, fail) => {
    const from = performance.now();
    const child = spawn(
      '/usr/bin/time',
      ['-f', '%M', ...(threads === 1 ? ['taskset', '-c', '0'] : []), process.execPath, main, ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let err = '';
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', fail);
    child.on('close', (status) => {
      if (status !== 0) return fail(new Error(err));
      done({ seconds: (performance.now() - from) / 1000, memory: Number(err.trim().split('\n').at(-1)) / 1024 });
    });
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
async function repeat(times, args, threads) {
  const results = [];
  for (let i = 0; i < times; i++) results.push(await run(args, threads));
  return { seconds: median(results.map((r) => r.seconds)), memory: Math.max(...results.map((r) => r.memory)) };
}

const small = archive('small.jsonl', 20);
const large = archive('large.jsonl', 100);
const rows = [];
const row = (what, value) => {
  rows.push(`| ${what} | ${value} |`);
  console.log(what.padEnd(64), value);
};
const figure = (n) => Math.round(n).toLocaleString('en-US');

const cold = await repeat(5, ['read', join(root, 'examples/05-two-accounts.txt')], 2);
row('`onrecord read` on one article of 209 words, cold', `${cold.seconds.toFixed(2)} s`);
for (const [name, jobs] of [
  ['one core', 1],
  ['two cores', 2],
]) {
  const a = await repeat(3, ['read', '--json', '--jobs', String(jobs), small.path], jobs);
  const b = await repeat(3, ['read', '--json', '--jobs', String(jobs), large.path], jobs);
  // The difference of two lengths leaves the start-up out.
  row(`words a second from JSON Lines, ${name}`, figure((large.count - small.count) / (b.seconds - a.seconds)));
  row(`peak memory, ${figure(large.count)} words, ${name}`, `${figure(b.memory)} MB`);
}
const one = archive('one.jsonl', 1);
const big = join(work, 'big.jsonl');
const line = JSON.parse(readFileSync(one.path, 'utf8'));
writeFileSync(
  big,
  JSON.stringify({
    ...line,
    text: Array.from({ length: 800 }, () => line.text)
      .join('\n\n')
      .slice(0, 3_000_000),
  }) + '\n',
);
if (!process.argv.includes('--quick')) {
  const whole = await run(['read', '--json', big], 2);
  row('peak memory, one article of 3 MB (about 500,000 words)', `${figure(whole.memory)} MB`);
}

if (!process.argv.includes('--print')) {
  const day = new Date().toISOString().slice(0, 10);
  mkdirSync(join(root, 'docs'), { recursive: true });
  const path = join(root, 'docs/speed.md');
  // What `npm run bench:ledger` printed stays.
  const ledger = existsSync(path) ? (/\n## The ledger[\s\S]*$/u.exec(readFileSync(path, 'utf8'))?.[0] ?? '') : '';
  writeFileSync(
    path,
    `# Speed\n\nPrinted by \`npm run bench\` on ${day}: ${cpus().length} cores of ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.\nMedians of three to five runs; words are counted by blanks; memory is the largest of the runs, all threads together.\n\n| measure | value |\n|---|---|\n${rows.join('\n')}\n${ledger}`,
  );
}
