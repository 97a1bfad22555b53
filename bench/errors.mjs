// Counts, by class, what the shipped model reads wrong on the dev corpora, and writes the tables of docs/limits.md.
//   npm run errors [-- --model FOLDER] [-- --print]      expects the corpora as `npm run evaluate` does
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readJsonl } from '../training/treebank.mjs';

const root = resolve(import.meta.dirname, '..');
const shared = process.env.ONRECORD_SHARED ?? resolve(root, '../shared');
const { values: options } = parseArgs({ options: { model: { type: 'string' }, print: { type: 'boolean' } } });
const work = mkdtempSync(join(tmpdir(), 'onrecord-errors-'));

function annotated(documents) {
  const input = join(work, 'in.jsonl');
  writeFileSync(input, documents.map(({ id, text, published }) => JSON.stringify({ id, text, published })).join('\n') + '\n');
  const model = options.model ? ['--model', options.model] : [];
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'annotate', ...model, input], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(
    run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map((d) => [d.id, d]),
  );
}

const tables = [];
function table(title, counts, total) {
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  tables.push(
    `### ${title}\n\n| class | count | of ${total}, % |\n|---|---|---|\n${rows.map(([k, n]) => `| ${k} | ${n} | ${((100 * n) / total).toFixed(1)} |`).join('\n')}\n`,
  );
  console.log(tables.at(-1));
}
const counter = () => {
  const counts = new Map();
  return { counts, add: (key) => counts.set(key, (counts.get(key) ?? 0) + 1) };
};

/** Characters of a role that are not white space. */
const characters = (text, spans) => {
  const set = new Set();
  for (const [start, end] of spans) for (let i = start; i < end; i++) if (/\S/u.test(text[i])) set.add(i);
  return set;
};

function roleErrors(role, documents, read) {
  const { counts, add } = counter();
  let total = 0;
  for (const { id, text, attributions } of documents) {
    const mine = read
      .get(id)
      .attributions.filter((a) => a[role].length)
      .map((a) => ({ spans: a[role], set: characters(text, a[role]) }));
    const used = new Set();
    for (const gold of attributions) {
      if (gold[role].length === 0) continue;
      total++;
      const set = characters(text, gold[role]);
      let best = null;
      let most = 0;
      for (const m of mine) {
        let n = 0;
        for (const c of m.set) if (set.has(c)) n++;
        if (n > most) [best, most] = [m, n];
      }
      if (best === null) {
        add('missed');
        continue;
      }
      used.add(best);
      const missing = [...set].filter((c) => !best.set.has(c));
      const extra = [...best.set].filter((c) => !set.has(c));
      if (missing.length === 0 && extra.length === 0) add('right');
      else if (best.spans.length > gold[role].length) add('a span too many');
      else if (best.spans.length < gold[role].length) add('a span too few');
      else if (missing.length === 0) add('too long');
      else if (extra.length === 0) add('too short');
      else add('too long at one end, too short at the other');
    }
    for (const m of mine) if (!used.has(m)) add('found where the annotators have none');
  }
  table(`PolNeAR dev: ${role}`, counts, total);
}

const polnear = readJsonl(join(shared, 'corpora/attribution/polnear-dev.jsonl'));
const read = annotated(polnear);
for (const role of ['source', 'cue', 'content']) roleErrors(role, polnear, read);

{
  const gold = readJsonl(join(shared, 'corpora/entities/worldwide.dev.jsonl'));
  const mine = annotated(gold);
  const { counts, add } = counter();
  let total = 0;
  for (const { id, entities } of gold) {
    const wanted = entities.filter((e) => e.type !== 'Date' && e.type !== 'Money');
    const found = mine.get(id).entities;
    total += wanted.length;
    for (const e of wanted) {
      const same = found.find((f) => f.start === e.start && f.end === e.end);
      if (same?.type === e.type) add('right');
      else if (same) add(`${e.type} taken for ${same.type}`);
      else if (found.some((f) => f.start < e.end && e.start < f.end)) add('other boundaries');
      else add(`${e.type} missed`);
    }
    for (const f of found)
      if (!wanted.some((e) => f.start < e.end && e.start < f.end)) add('found where the annotators have none');
  }
  table('worldwide dev: entities', new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, 12)), total);
}

{
  const gold = readJsonl(join(shared, 'corpora/coreference/ontogum.dev.jsonl'));
  const mine = annotated(gold);
  const { counts, add } = counter();
  let total = 0;
  const pronoun =
    /^(?:i|me|my|mine|you|yours?|he|him|his|she|hers?|it|its|we|us|ours?|they|them|theirs?|this|that|these|those|who|which|\w+sel(?:f|ves))$/iu;
  const determiner = /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your)\b/iu;
  for (const { id, text, clusters } of gold) {
    const kind = ([start, end]) => {
      const words = text.slice(start, end);
      return pronoun.test(words) ? 'pronoun' : /^\p{Lu}/u.test(words) && !determiner.test(words) ? 'name' : 'noun phrase';
    };
    const found = new Set(mine.get(id).clusters.flat().map(String));
    const edges = new Set(
      mine
        .get(id)
        .clusters.flat()
        .flatMap(([start, end]) => [`s${start}`, `e${end}`]),
    );
    for (const mention of clusters.filter((cluster) => cluster.length > 1).flat()) {
      total++;
      if (found.has(String(mention))) add(`${kind(mention)}: found`);
      else if (edges.has(`s${mention[0]}`) || edges.has(`e${mention[1]}`)) add(`${kind(mention)}: other boundaries`);
      else add(`${kind(mention)}: missed`);
    }
  }
  table('OntoGUM dev: mentions that corefer', counts, total);
}

/** Readings of documents with a date, by id. */
function readings(documents) {
  const input = join(work, 'read.jsonl');
  writeFileSync(input, documents.map((d) => JSON.stringify(d)).join('\n') + '\n');
  const model = options.model ? ['--model', options.model] : [];
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'read', '--json', ...model, input], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).map((r) => [r.document.id, r])); // prettier-ignore
}

{
  const ledger = join(shared, 'ledger');
  const golds = readdirSync(ledger, { recursive: true })
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => JSON.parse(readFileSync(join(ledger, file), 'utf8')))
    .filter((gold) => gold.document);
  const mine = readings(readJsonl(join(ledger, 'articles.jsonl')));
  const found = counter();
  const acts = counter();
  let total = 0;
  let matched = 0;
  const shared2 = (a, b) =>
    a.reduce((sum, [s, e]) => sum + b.reduce((n, [x, y]) => n + Math.max(0, Math.min(e, y) - Math.max(s, x)), 0), 0);
  const size = (spans) => spans.reduce((sum, [s, e]) => sum + e - s, 0);
  for (const gold of golds) {
    const reading = mine.get(gold.document.id);
    const used = new Set();
    for (const statement of gold.statements) {
      total++;
      const best = reading.statements
        .filter((s) => !used.has(s))
        .map((s) => [s, (2 * shared2(s.content, statement.content)) / (size(s.content) + size(statement.content))])
        .sort((a, b) => b[1] - a[1])[0];
      if (best && best[1] >= 0.5) {
        used.add(best[0]);
        matched++;
        found.add('found');
        acts.add(best[0].act === statement.act ? 'right' : `${statement.act} taken for ${best[0].act}`);
      } else if (statement.cue.length === 0) found.add('missed: no cue of its own');
      else if (statement.within) found.add('missed: inside another statement');
      else found.add('missed');
    }
    for (const s of reading.statements) if (!used.has(s)) found.add('found where the annotators have none');
  }
  table('ten articles: statements', found.counts, total);
  table(
    'ten articles: acts of the statements found',
    new Map([...acts.counts].sort((a, b) => b[1] - a[1]).slice(0, 14)),
    matched,
  );
}

{
  const gold = readJsonl(join(shared, 'corpora/time/dev.jsonl'));
  const mine = annotated(gold.map(({ id, text, dct }) => ({ id, text, published: dct.slice(0, 10) })));
  const { counts, add } = counter();
  let total = 0;
  for (const { id, timexes } of gold) {
    const found = mine.get(id).timexes;
    const used = new Set();
    for (const t of timexes) {
      total++;
      const match = found.find((f) => !used.has(f) && f.start < t.end && t.start < f.end);
      if (match === undefined) {
        add(`${t.type} missed`);
        continue;
      }
      used.add(match);
      add(match.value === t.value ? 'right' : `${t.type}: another value`);
    }
    for (const f of found) if (!used.has(f)) add('found where the annotators have none');
  }
  table('TempEval-3 dev: times', counts, total);
}

if (!options.print && !options.model) {
  const limits = join(root, 'docs/limits.md');
  const block = `<!-- errors -->\n${tables.join('\n')}<!-- /errors -->`;
  writeFileSync(
    limits,
    readFileSync(limits, 'utf8').replace(/<!-- errors -->[\s\S]*<!-- \/errors -->/u, () => block),
  );
}
