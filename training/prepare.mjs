// Turns the corpora into the rows that train.py reads, with the very tokenizer that the runtime uses.
//   npm run build && node training/prepare.mjs CORPORA OUT
// One JSON object a line: words as piece ranges, and labels a word where the corpus has them.
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINITENESS, KINDS, mentionFacts, pronounClass } from '../dist/language/mention-match.js';
import { pieceView } from '../dist/language/pieces.js';
import { tokenize } from '../dist/language/tokenize.js';
import { WordPiece } from '../dist/language/wordpiece.js';
import { lemmaScript } from '../dist/language/lemma-script.js';
import { readJsonl, readTreebank } from './treebank.mjs';

const [corpora, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node training/prepare.mjs CORPORA OUT');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const wordPiece = new WordPiece(
  readFileSync(new URL('../models/en/vocabulary.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean),
);
const NON_COMMERCIAL = new Set(['essay', 'letter', 'podcast', 'fiction', 'whow']);
const genreOf = (id) => id.split('_')[1];
const FEATURES = ['Tense', 'VerbForm', 'Mood', 'Number', 'Polarity'];
const ENTITY_TYPES = {
  Person: 'Person',
  Organization: 'Organization',
  Location: 'Location',
  NORP: 'NORP',
  Facility: 'Facility',
  Product: 'Product',
  Misc: 'Misc',
  Date: null,
  Money: null,
  person: 'Person',
  organization: 'Organization',
  place: 'Location',
  Organisation: 'Organization',
  Nationality: 'NORP',
  MilitaryPlatform: 'Product',
  Weapon: 'Product',
  abstract: 'Misc',
  event: 'Misc',
  object: 'Product',
};

const view = (text, tokens) => {
  const v = pieceView(text, tokens, wordPiece);
  return {
    pieces: [...v.ids],
    shapes: [...v.shapes],
    first: [...v.firstPiece],
    paragraph: [...v.paragraphStart],
    words: v.words,
  };
};

/** Indices of the words that share a character with a span, as [first, last], or null. */
function covered(words, start, end) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < words.length && words[last].start < end) last++;
  return last > low ? [low, last - 1] : null;
}

function bio(words, spans) {
  const tags = new Array(words.length).fill('O');
  for (const { start, end, type } of spans) {
    const range = covered(words, start, end);
    if (!range || tags.slice(range[0], range[1] + 1).some((tag) => tag !== 'O')) continue;
    for (let i = range[0]; i <= range[1]; i++) tags[i] = (i === range[0] ? 'B-' : 'I-') + type;
  }
  return tags;
}

const outermost = (spans) =>
  [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .reduce((kept, span) => (kept.length && kept.at(-1).end >= span.end ? kept : [...kept, span]), []);

const entitySpans = (document) =>
  outermost(document.entities.map((e) => ({ start: e.start, end: e.end, type: ENTITY_TYPES[e.type] })).filter((e) => e.type));

function syntaxRow(document) {
  const tokens = document.words.map((w) => ({ start: w.start, end: w.end, words: [w] }));
  const { words, ...row } = view(document.text, tokens);
  const features = (feats) => Object.fromEntries(feats === '_' ? [] : feats.split('|').map((f) => f.split('=')));
  const feats = document.words.map((w) => features(w.feats));
  return {
    words,
    row: {
      ...row,
      sentence: document.words.map((w) => w.sentence),
      upos: document.words.map((w) => w.upos),
      xpos: document.words.map((w) => w.xpos),
      ...Object.fromEntries(FEATURES.map((f) => [f, feats.map((x) => x[f] ?? '_')])),
      lemma: document.words.map((w) => lemmaScript(w.form, w.lemma)),
      head: document.words.map((w) => w.head),
      deprel: document.words.map((w) => w.deprel),
    },
  };
}

/** Head word of a mention: the one whose head lies outside; for a coordination whose first member has that head too, the conjunction. */
function mentionHead(words, [first, last], taken) {
  let head = first;
  for (let i = first; i <= last; i++) {
    if (words[i].head < first || words[i].head > last) {
      head = i;
      break;
    }
  }
  if (!taken.has(head)) return head;
  for (let i = first; i <= last; i++) if (words[i].upos === 'CCONJ' && !taken.has(i)) return i;
  return null;
}

function corefRow(document, onto, gum) {
  // Offsets of the coreference files are moved to this text sentence by sentence.
  const move = (spans, sentences) =>
    spans.map(([start, end]) => {
      const s = sentences.findIndex(([a, b]) => start >= a && end <= b);
      if (s < 0) return null;
      const shift = document.sentences[s][0] - sentences[s][0];
      return covered(document.words, start + shift, end + shift);
    });
  const mentions = [];
  onto.clusters.forEach((cluster, c) => {
    for (const range of move(cluster, onto.sentences)) if (range) mentions.push({ range, cluster: c, kind: 'onto' });
  });
  for (const [i, range] of move(
    gum.entities.map((e) => [e.start, e.end]),
    gum.sentences,
  ).entries()) {
    if (range && gum.entities[i].link !== 'disc') mentions.push({ range, cluster: -1, kind: gum.entities[i].type });
  }
  const key = (m) => m.range.join('-');
  const named = new Set(mentions.filter((m) => m.cluster >= 0).map(key));
  const types = new Map(mentions.filter((m) => m.cluster < 0).map((m) => [key(m), m.kind]));
  const all = mentions.filter((m) => m.cluster >= 0 || !named.has(key(m)));
  all.sort((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]) || (b.cluster >= 0) - (a.cluster >= 0));
  const taken = new Map();
  const kept = [];
  const numbers = new Map();
  const numberOf = (word) => numbers.get(word) ?? numbers.set(word, numbers.size).get(word);
  for (const m of all) {
    const head = mentionHead(document.words, m.range, taken);
    if (head === null) continue;
    taken.set(head, m);
    const facts = mentionFacts(document.words, { first: m.range[0], last: m.range[1], head });
    kept.push({
      head,
      first: m.range[0],
      last: m.range[1],
      cluster: m.cluster,
      type: types.get(key(m)) ?? 'other',
      kind: KINDS.indexOf(facts.kind),
      definiteness: DEFINITENESS.indexOf(facts.definiteness),
      pronoun: pronounClass(facts),
      // Numbers of words in this document: two mentions agree where they are the same.
      headWord: numberOf(facts.head),
      core: numberOf(facts.core),
      names: [...facts.names].map(numberOf),
    });
  }
  return kept;
}

const writer = (name) => {
  const stream = createWriteStream(join(out, `${name}.jsonl`));
  let rows = 0;
  let pieces = 0;
  return {
    add(row) {
      rows++;
      pieces += row.pieces.length;
      stream.write(JSON.stringify(row) + '\n');
    },
    end() {
      stream.end();
      console.log(`${name}: ${rows} documents, ${pieces} pieces`);
    },
  };
};

for (const part of ['train', 'dev']) {
  const gz = part === 'train' ? '.gz' : '';
  const ewt = writer(`ewt.${part}`);
  for (const d of readTreebank(join(corpora, `syntax/en_ewt-ud-${part}.conllu${gz}`))) {
    ewt.add({ id: d.id, ...syntaxRow(d).row });
  }
  ewt.end();

  const gum = writer(`gum.${part}`);
  const byId = (path) => new Map(readJsonl(join(corpora, path)).map((d) => [d.id, d]));
  const onto = byId(`coreference/ontogum.${part}.jsonl`);
  const own = byId(`coreference/gum.${part}.jsonl${gz}`);
  for (const d of readTreebank(join(corpora, `syntax/en_gum-ud-${part}.conllu${gz}`))) {
    if (part === 'train' && NON_COMMERCIAL.has(genreOf(d.id))) continue;
    const { row } = syntaxRow(d);
    gum.add({ id: d.id, ...row, mentions: onto.has(d.id) ? corefRow(d, onto.get(d.id), own.get(d.id)) : null });
  }
  gum.end();

  for (const [name, path] of [
    ['worldwide', `entities/worldwide.${part}.jsonl${gz}`],
    ['gumnamed', `entities/gum-named.${part}.jsonl`],
    ['re3d', `entities/re3d.${part}.jsonl`],
  ]) {
    const file = writer(`${name}.${part}`);
    for (const d of readJsonl(join(corpora, path))) {
      if (part === 'train' && name === 'gumnamed' && NON_COMMERCIAL.has(d.genre)) continue;
      if (part === 'train' && name === 're3d' && /NC/u.test(d.licence)) continue;
      const { words, ...row } = view(d.text, tokenize(d.text));
      file.add({ id: d.id, ...row, entity: bio(words, entitySpans(d)) });
    }
    file.end();
  }

  const polnear = writer(`polnear.${part}`);
  const articles = readJsonl(join(corpora, `attribution/polnear-${part}.jsonl${gz}`));
  if (part === 'train') {
    // The other annotators' readings of the same articles, where the article is in train.
    const annotator = new Map(articles.map((d) => [d.id, d.annotator]));
    const others = readJsonl(join(corpora, 'attribution/polnear-multi.jsonl'));
    articles.push(...others.filter((d) => annotator.has(d.id) && annotator.get(d.id) !== d.annotator));
  }
  for (const d of articles) {
    const { words, ...row } = view(d.text, tokenize(d.text));
    const spans = { source: [], cue: [], content: [] };
    for (const a of d.attributions) {
      for (const role of Object.keys(spans)) for (const [start, end] of a[role]) spans[role].push({ start, end, type: role });
    }
    const tags = Object.fromEntries(
      Object.entries(spans).map(([role, list]) => [role, bio(words, outermost(list)).map((tag) => tag[0])]),
    );
    const ranges = (list) =>
      list
        .map(([start, end]) => covered(words, start, end))
        .filter(Boolean)
        .map((r) => r[0]);
    polnear.add({
      id: d.id,
      ...row,
      ...tags,
      links: d.attributions
        .filter((a) => a.cue.length > 0)
        .map((a) => ({ cue: ranges(a.cue)[0], source: ranges(a.source), content: ranges(a.content) })),
    });
  }
  polnear.end();
}
writeFileSync(join(out, 'done'), new Date(0).toISOString());
