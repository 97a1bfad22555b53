// Scores the shipped model on the dev corpora with their own scorers, and writes docs/accuracy.md.
//   npm run evaluate            expects the corpora in ../shared, or in the folder that ONRECORD_SHARED names
//   npm run evaluate -- --model FOLDER --print    another model, nothing written
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readJsonl, readTreebank } from '../training/treebank.mjs';

const root = resolve(import.meta.dirname, '..');
const shared = process.env.ONRECORD_SHARED ?? resolve(root, '../shared');
const { values: options } = parseArgs({
  options: { model: { type: 'string' }, print: { type: 'boolean' }, only: { type: 'string' } },
});
if (!existsSync(join(shared, 'corpora'))) {
  console.error(
    `no corpora in ${shared}: the scores need them; set ONRECORD_SHARED to the folder that holds corpora/ and ledger/`,
  );
  process.exit(1);
}
const work = mkdtempSync(join(tmpdir(), 'onrecord-evaluate-'));
const corpora = (path) => join(shared, 'corpora', path);

/** Runs a command of onrecord over a file of JSON Lines. */
async function onrecord(args, input, output) {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli/main.js'), ...args, ...(options.model ? ['--model', options.model] : []), '-'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  createReadStream(input).pipe(child.stdin);
  child.stdout.pipe(createWriteStream(output));
  const status = await new Promise((done) => child.on('close', done));
  if (status !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${status}`);
}

function score(script, ...args) {
  const run = spawnSync(process.execPath, [script, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const texts = (name, documents) => {
  const path = join(work, `${name}.jsonl`);
  const lines = documents.map(({ id, text, published, dct }) =>
    JSON.stringify({ id, text, published: published ?? dct?.slice(0, 10) }),
  );
  writeFileSync(path, lines.join('\n') + '\n');
  return path;
};

async function annotated(name, documents) {
  const out = join(work, `${name}.out.jsonl`);
  await onrecord(['annotate'], texts(name, documents), out);
  return out;
}

async function treebank(name, file) {
  const out = join(work, `${name}.conllu`);
  await onrecord(['annotate', '--format', 'conllu'], texts(name, readTreebank(file)), out);
  return score(corpora('syntax/score.mjs'), file, out);
}

/** The reading of documents with a date, a line each. */
async function read(name, documents) {
  const out = join(work, `${name}.readings.jsonl`);
  await onrecord(['read', '--json', '--quiet'], texts(name, documents), out);
  return out;
}

/** Scorers give shares, percentages, or an object that holds either. */
const valueOf = (score) => {
  const value = typeof score === 'number' ? score : (score.f1 ?? score.F1 ?? score.accuracy ?? score.share ?? score.clean);
  return value <= 1 ? 100 * value : value;
};

const rows = [];
const row = (part, measure, value, least, aim) => {
  rows.push({ part, measure, value, least, aim });
  console.log(
    `${part.padEnd(34)} ${measure.padEnd(26)} ${value.toFixed(1).padStart(5)}   least ${least ?? '–'}, aim ${aim ?? '–'}`,
  );
};
const wanted = (name) => !options.only || options.only.split(',').includes(name);

if (wanted('polnear')) {
  const gold = corpora('attribution/polnear-dev.jsonl');
  const a = score(corpora('attribution/score.mjs'), gold, await annotated('polnear', readJsonl(gold)));
  row('PolNeAR dev', 'exact F1, source', 100 * a.exact.source.f1, 72, 83);
  row('PolNeAR dev', 'exact F1, cue', 100 * a.exact.cue.f1, 68, 75);
  row('PolNeAR dev', 'exact F1, content', 100 * a.exact.content.f1, 60, 73);
  row('PolNeAR dev', 'relation F1', 100 * a.relation.f1, 66, 77);
  row('PolNeAR dev', 'token F1, content', 100 * a.token.content.f1);
  const wikinews = corpora('attribution/gum-wikinews-shared.jsonl');
  const b = score(corpora('attribution/score.mjs'), wikinews, await annotated('wikinews', readJsonl(wikinews)));
  row('GUM Wikinews', 'relation recall', 100 * b.relation.r);
}
if (wanted('syntax')) {
  const ewt = await treebank('ewt', corpora('syntax/en_ewt-ud-dev.conllu'));
  for (const [name, key, least, aim] of [
    ['words', 'Words'],
    ['sentences', 'Sentences', 75, 90],
    ['UPOS', 'UPOS', 95, 97],
    ['XPOS', 'XPOS', 94, 96.5],
    ['lemmas', 'Lemmas', 95, 98],
    ['UAS', 'UAS'],
    ['LAS', 'LAS', 84, 90],
  ]) {
    row('EWT dev, from raw text', `F1, ${name}`, ewt[key].f1, least, aim);
  }
  const gum = await treebank('gum', corpora('syntax/en_gum-ud-dev.conllu'));
  for (const [name, key, least, aim] of [
    ['words', 'Words'],
    ['sentences', 'Sentences'],
    ['UPOS', 'UPOS'],
    ['XPOS', 'XPOS'],
    ['lemmas', 'Lemmas'],
    ['UAS', 'UAS'],
    ['LAS', 'LAS', 84, 91],
  ]) {
    row('GUM dev, from raw text', `F1, ${name}`, gum[key].f1, least, aim);
  }
}
if (wanted('entities')) {
  const world = corpora('entities/worldwide.dev.jsonl');
  const map = join(work, 'map.json');
  writeFileSync(map, JSON.stringify({ Date: null, Money: null }));
  const e = score(corpora('entities/score.mjs'), world, await annotated('worldwide', readJsonl(world)), '--gold-map', map);
  row('entities, worldwide dev', 'span and type F1', e.typed.f1, 80, 90);
  const uner = corpora('entities/uner-ewt.dev.jsonl');
  const to = join(work, 'to.json');
  writeFileSync(
    to,
    JSON.stringify({
      Person: 'PER',
      Location: 'LOC',
      Organization: 'ORG',
      NORP: null,
      Facility: null,
      Product: null,
      Misc: null,
    }),
  );
  const u = score(
    corpora('entities/score.mjs'),
    uner,
    await annotated('uner', readJsonl(uner)),
    '--map',
    to,
    '--types',
    'PER,ORG,LOC',
  );
  row('entities, UNER EWT dev', 'span and type F1', u.typed.f1);
}
if (wanted('coreference')) {
  const onto = corpora('coreference/ontogum.dev.jsonl');
  const c = score(corpora('coreference/score.mjs'), onto, await annotated('ontogum', readJsonl(onto)), '--no-singletons');
  row('coreference, OntoGUM dev', 'CoNLL F1', c.conll, 42, 62);
  row('coreference, OntoGUM dev', 'mentions F1', c.mentions.f1);
}
if (wanted('times')) {
  for (const [name, file, measures] of [
    [
      'TempEval-3 dev',
      'dev',
      [
        ['relaxed', 'relaxed F1', 90, 95],
        ['valueF1', 'value F1', 76, 84],
        ['strict', 'strict F1'],
      ],
    ],
    [
      'WikiWars dev',
      'wikiwars',
      [
        ['relaxed', 'relaxed F1', 85, 94],
        ['valueF1', 'value F1'],
      ],
    ],
  ]) {
    const gold = corpora(`time/${file}.jsonl`);
    const t = score(corpora('time/score.mjs'), gold, await annotated(`times-${file}`, readJsonl(gold)));
    for (const [key, measure, least, aim] of measures) row(`times, ${name}`, measure, valueOf(t[key]), least, aim);
  }
}
if (wanted('deadlines')) {
  const gold = corpora('deadlines/dev.jsonl');
  const d = score(corpora('deadlines/score.mjs'), gold, await read('deadlines', readJsonl(gold)));
  row('deadlines', 'found, F1', valueOf(d.found), 72, 93);
  row('deadlines', 'due day right', valueOf(d.due), 65, 92);
  row('deadlines', 'setter right', valueOf(d.setter), 60, 88);
  row('deadlines', 'addressee right', valueOf(d.addressee), 55, 85);
  row('deadlines', 'traps left alone', valueOf(d.negatives), 70, 95);
}
if (wanted('events')) {
  // The dev part is every fifth line; the other lines are what the lexicon was made on.
  const lines = readJsonl(corpora('events/plover_plv_train.jsonl')).filter((_, i) => i % 5 === 4);
  const gold = join(work, 'plv.gold.jsonl');
  writeFileSync(gold, lines.map((line) => JSON.stringify(line)).join('\n') + '\n');
  const dated = lines.map(({ id, text }) => ({ id, text, published: '2020-01-01' }));
  const e = score(corpora('events/score.mjs'), gold, await read('plv', dated));
  row('coded events, PLV dev part', 'accuracy', valueOf(e.accuracy), 50, 80);
  row('coded events, PLV dev part', 'macro F1', valueOf(e.macroF1));
}
if (wanted('ledger')) {
  const out = join(work, 'readings.jsonl');
  await onrecord(['read', '--json'], join(shared, 'ledger/articles.jsonl'), out);
  const one = score(join(shared, 'ledger/score.mjs'), join(shared, 'ledger/red-line.gold.json'), out);
  row('red-line.txt', 'statements F1', 100 * one.statements.f1, 85, 97);
  row('red-line.txt', 'with speaker and act, F1', 100 * one['statements with speaker and act'].f1, 65, 90);
  const all = score(join(shared, 'ledger/score.mjs'), join(shared, 'ledger'), out);
  row('ten articles', 'statements F1', 100 * all.statements.f1, 72, 90);
  row('ten articles', 'speaker, of those', 100 * all['statement.speaker'].accuracy, 80, 95);
  row('ten articles', 'act, of those', 100 * all['statement.act'].accuracy, 66, 88);
  row('ten articles', 'mode, of those', 100 * all['statement.mode'].accuracy, 92, 97);
  row('ten articles', 'said, of those', 100 * all['statement.said'].accuracy, 72, 95);
  row('ten articles', 'with speaker and act, F1', 100 * all['statements with speaker and act'].f1, 45, 78);
  const pronouns = score(join(root, 'bench/speakers.mjs'), join(shared, 'ledger'), out);
  row('ten articles', 'speaker, no name in source', 100 * pronouns.accuracy, 70, 92);
  row('ten articles', 'actors F1', 100 * all['actors (of those in the gold; splits cost precision)'].f1);
  row('ten articles', 'events F1', 100 * all.events.f1, 40, 70);
  row('ten articles', 'commitments F1', 100 * all.commitments.f1, 45, 80);
  row('ten articles', 'commitments in full, F1', 100 * all['commitments with debtor, kind, due and state'].f1, 22, 60);
  row('ten articles', 'positions with stance, F1', 100 * all['positions, with stance'].f1, 40, 70);
  row('ten articles', 'disputes found, of 9', Math.round(9 * all.disputes.recall), 3, 7);
  row('ten articles', 'disputes, precision', 100 * all.disputes.precision, 30, 70);
  row('ten articles', 'times F1', 100 * all.times.f1);
  row('ten articles', 'time values, of those', 100 * all['time.value'].accuracy);
}

if (wanted('serials')) {
  // Two serials of our own, on which the ledger was developed, and one that only checks it: filed, exported, compared with their ledgers.
  const serials = [
    ['serial “dam”, our own', join(root, 'bench/serials/dam'), false],
    ['serial “truce”, our own', join(root, 'bench/serials/truce'), false],
    ['serial A, for checking', join(shared, 'ledger/serial-a'), true],
  ];
  for (const [part, folder, asked] of serials) {
    const where = join(work, `${part.replace(/\W/gu, '')}.db`);
    const out = join(work, `${part.replace(/\W/gu, '')}.json`);
    await onrecord(['add', '--quiet', '--ledger', where], join(folder, 'dispatches.jsonl'), join(work, 'added.txt'));
    const exported = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'export', '--ledger', where, '--format', 'ledger'], { maxBuffer: 1 << 28 }); // prettier-ignore
    writeFileSync(out, exported.stdout);
    const s = score(join(shared, 'ledger/score-serial.mjs'), join(folder, 'ledger.gold.json'), out);
    const put = (measure, value, least, aim) => row(part, measure, 100 * value, ...(asked ? [least, aim] : []));
    put('commitments found, F1', s['commitments found'].f1, 45, 85);
    put('commitments found, precision', s['commitments found'].precision);
    put('final state', s['commitments: final state right'].accuracy, 35, 80);
    put('due, where there is one', s['commitments: due right, where there is one'].accuracy, 40, 85);
    put('full history', s['commitments: full history right'].accuracy, 15, 60);
    put('actors merged, F1', s['actors merged (B-cubed over mentions)'].f1, 75, 96);
    put('bearers kept apart', s['bearers of one name kept apart'].accuracy, 66, 100);
    put('statements merged, F1', s['statements: duplicates merged (pairs of reports)'].f1, 45, 85);
    put('statements merged, precision', s['statements: duplicates merged (pairs of reports)'].precision);
    put('events merged, F1', s['events: duplicates merged (pairs of reports)'].f1, 45, 85);
    put('events merged, precision', s['events: duplicates merged (pairs of reports)'].precision);
    put('positions found', s['positions: found'].accuracy, 50, 85);
    put('final stance', s['positions: final stance right'].accuracy, 40, 75);
    put('disputes found, F1', s['disputes found'].f1, 20, 70);
    put('disputes found, precision', s['disputes found'].precision);
  }
}

if (!options.print && !options.only && !options.model) {
  const model = JSON.parse(readFileSync(join(work, 'readings.jsonl'), 'utf8').split('\n')[0]).reader.model;
  const table = rows
    .map((r) => `| ${r.part} | ${r.measure} | ${r.value.toFixed(1)} | ${r.least ?? ''} | ${r.aim ?? ''} |`)
    .join('\n');
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(
    join(root, 'docs/accuracy.md'),
    `# Accuracy\n\nPrinted by \`npm run evaluate\` with model \`${model}\`. Dev data only: test files are held out. Every scorer is the corpus's own.\n"Least" and "aim" are what this version set out to reach.\n\n| data | measure | F1 or accuracy, % | least | aim |\n|---|---|---|---|---|\n${table}\n`,
  );
  const card = join(root, 'models/en/MODEL_CARD.md');
  const scores = `<!-- scores -->\nModel \`${model}\`.\n\n| data | measure | F1 or accuracy, % |\n|---|---|---|\n${rows
    .map((r) => `| ${r.part} | ${r.measure} | ${r.value.toFixed(1)} |`)
    .join('\n')}\n<!-- /scores -->`;
  writeFileSync(card, readFileSync(card, 'utf8').replace(/<!-- scores -->[\s\S]*<!-- \/scores -->/u, scores));
}
