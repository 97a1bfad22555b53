// How often the speaker is right where the source is a pronoun or a description rather than a name, on the gold readings of a folder.
//   node bench/speakers.mjs LEDGER READINGS [--json]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonl } from '../training/treebank.mjs';

const [folder, predicted, flag] = process.argv.slice(2);
const readings = new Map(readJsonl(predicted).map((r) => [r.document.id, r]));
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.gold.json'));
const plain = (name) =>
  (name ?? '')
    .toLowerCase()
    .replace(/^(?:president|prime minister|foreign minister|former|the|mr|mrs|ms)\.? /gu, '')
    .trim();
const keysOf = (reading, id) => {
  const actor = reading.actors.find((a) => a.id === id);
  if (!actor) return new Set();
  const names = [actor.name, ...(actor.aliases ?? [])].map(plain);
  if (actor.kind === 'person') names.push(...names.map((name) => name.split(/\s+/u).at(-1)));
  if (actor.kind === 'state' && actor.country) names.push(`state ${actor.country}`);
  return new Set(names);
};
const shared = (a, b) => {
  let sum = 0;
  for (const [s, e] of a) for (const [x, y] of b) sum += Math.max(0, Math.min(e, y) - Math.max(s, x));
  return sum;
};
const length = (spans) => spans.reduce((sum, [s, e]) => sum + e - s, 0);
let right = 0;
let of = 0;
for (const file of files) {
  const gold = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const reading = gold.document && readings.get(gold.document.id);
  if (!reading) continue;
  for (const statement of gold.statements) {
    if (statement.speaker === null || statement.source.length === 0) continue;
    const source = statement.source.map(([s, e]) => gold.document.text.slice(s, e)).join(' ');
    const actor = gold.actors.find((a) => a.id === statement.speaker);
    // A name in the source: the last word of the actor's own name stands in it.
    if (source.toLowerCase().includes(plain(actor.name).split(/\s+/u).at(-1))) continue;
    const match = reading.statements
      .map((s) => [s, (2 * shared(s.content, statement.content)) / (length(s.content) + length(statement.content))])
      .sort((a, b) => b[1] - a[1])[0];
    if (!match || match[1] < 0.5) continue;
    of++;
    const mine = keysOf(reading, match[0].speaker);
    if ([...keysOf(gold, statement.speaker)].some((key) => mine.has(key))) right++;
  }
}
console.log(flag === '--json' ? JSON.stringify({ right, of, accuracy: of ? right / of : 0 }) : `${right} of ${of} right`);
