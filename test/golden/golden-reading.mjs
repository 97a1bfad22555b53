import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../dist/cli/main.js');

/** The reading of an example as it is kept: a line a record, with the words beside every span, without the text and what made it. */
export function goldenReading(path) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [main, 'read', '--json', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { document, ...reading } = JSON.parse(stdout);
  const words = ([start, end]) => `${start}-${end} ${document.text.slice(start, end)}`;
  const shown = (value) => {
    if (Array.isArray(value)) return value.length === 2 && value.every(Number.isInteger) ? words(value) : value.map(shown);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(part)]));
  };
  const list = (name) => `"${name}": [\n${reading[name].map((item) => `  ${JSON.stringify(shown(item))}`).join(',\n')}\n]`;
  const parts = ['actors', 'statements', 'events', 'commitments', 'positions', 'disputes'];
  const times = reading.times.map((time) => `  ${JSON.stringify({ ...time, words: words([time.start, time.end]) })}`);
  return `{\n"document": ${JSON.stringify({ ...document, text: undefined })},\n${parts.map(list).join(',\n')},\n"times": [\n${times.join(',\n')}\n]\n}\n`;
}
