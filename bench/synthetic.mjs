// Readings of articles that nobody wrote, for measuring a ledger: actors and words by Zipf's law, a fifth of the statements repeated by
// another outlet, one actor in twenty a namesake of another, later news on one commitment in twenty. The same number gives the same article.
import { createHash } from 'node:crypto';

const SYLLABLES = ['ba', 'den', 'kor', 'li', 'mar', 'no', 'pel', 'ri', 'sto', 'tan', 'ul', 'ver', 'wes', 'zor', 'gim', 'hal', 'jun', 'fen', 'cas', 'dro']; // prettier-ignore
const OUTLETS = ['Northern Post', 'Daily Ledger', 'Harbour Times', 'Radio Plain', 'Evening Wire', 'The Courier'];
const ACTS = ['assert', 'assert', 'assert', 'announce', 'accuse', 'promise', 'demand', 'refuse', 'criticise', 'predict', 'warn', 'deny', 'accept', 'offer', 'threaten']; // prettier-ignore
const VERBS = ['moved', 'closed', 'opened', 'paid', 'signed', 'broke', 'left', 'built', 'sold', 'took'];
const STATES = 120;
const PEOPLE = 6000;
const WORDS = 20000;
const SHIFT = 150;
/** Articles a day: an archive of a million is 27 years of them. */
const PER_DAY = 100;

/** Mulberry32: the same number gives the same row everywhere. */
function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A rank from 0 to n - 1 by Zipf's law with exponent 1, by inverting its continuous form. */
const zipf = (r, n) => Math.min(n - 1, Math.floor(Math.exp(r() * Math.log(n + 1))) - 1);

/** A rank by the law of Zipf and Mandelbrot: the commonest words, which no search looks at, are left out. */
const anyWord = (r) => Math.min(WORDS - 1, Math.floor(SHIFT * Math.exp(r() * Math.log((WORDS + SHIFT) / SHIFT)) - SHIFT));

function word(i) {
  let out = '';
  for (let n = i + 20; n > 0; n = Math.floor(n / SYLLABLES.length)) out += SYLLABLES[n % SYLLABLES.length];
  return out;
}
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const stateName = (i) => capital(word(i * 7 + 400)) + 'ia';

/** A person of the cast; one in twenty bears the name of another one and speaks for another state. */
function person(i) {
  const namesake = i % 20 === 19 && i > 40;
  const named = namesake ? i - 13 : i;
  return { name: `${capital(word(named * 3 + 9000))} ${capital(word(named * 5 + 30000))}`, state: (i * 31) % STATES };
}

const dayOf = (i) => new Date(Date.UTC(1998, 0, 1) + Math.floor(i / PER_DAY) * 864e5).toISOString().slice(0, 10);

/** What a statement is, by its number: its words hang on nothing else, so that a later article can repeat it. */
function statement(article, slot) {
  const r = random(article * 64 + slot + 1);
  const speaker = zipf(r, PEOPLE);
  const act = ACTS[Math.floor(r() * ACTS.length)];
  const topic = anyWord(r);
  const content = Array.from({ length: 9 }, (_, k) => word(k === 0 ? topic : anyWord(r))).join(' ');
  return { speaker, act, content, topic: word(topic) };
}

/** The reading of the article of a number, as `onrecord read --json` would print one. */
export function syntheticReading(i) {
  const r = random(i + 7_000_003);
  const day = dayOf(i);
  const actors = [];
  const ids = new Map();
  let text = '';
  const put = (words) => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const actorOf = (key, make) => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const facts = make();
    const actor = {
      id: `a${actors.length + 1}`,
      aliases: [],
      actsFor: null,
      country: null,
      office: null,
      mentions: [],
      seatOf: [],
      ...facts,
    };
    ids.set(key, actor);
    actors.push(actor);
    return actor;
  };
  const state = (n) => actorOf(`s${n}`, () => ({ name: stateName(n), kind: 'state' }));
  const speaker = (n) => {
    const { name, state: of } = person(n);
    return actorOf(`p${n}`, () => ({ name, kind: 'person', actsFor: state(of).id }));
  };
  const mention = (actor) => {
    const span = put(actor.name);
    actor.mentions.push(span);
    return span;
  };
  const statements = [];
  const commitments = [];
  const positions = [];
  const count = 3 + Math.floor(r() * 5);
  for (let slot = 0; slot < count; slot++) {
    // A fifth of them were said in an article of the last two days.
    const repeated = i > 200 && r() < 0.2;
    const from = repeated ? i - 1 - Math.floor(r() * 150) : i;
    const s = statement(from, repeated ? Math.floor(r() * 3) : slot);
    const who = speaker(s.speaker);
    const source = mention(who);
    put(' ');
    const cue = put('said');
    put(' that ');
    const said = put(s.content);
    put('. ');
    const id = `s${statements.length + 1}`;
    statements.push({ id, speaker: who.id, source: [source], cue: [cue], content: [said], mode: 'indirect', act: s.act, said: dayOf(from), to: [], within: null, condition: [], inferred: {} }); // prettier-ignore
    const kind = { promise: 'promise', demand: 'demand', offer: 'offer', threaten: 'threat' }[s.act];
    if (kind !== undefined)
      commitments.push({ id: `c${commitments.length + 1}`, kind, debtor: who.actsFor, creditor: null, antecedent: [], consequent: [said], made: dayOf(from), due: r() < 0.4 ? dayOf(from + PER_DAY * 20) : null, state: kind === 'offer' || kind === 'threat' ? 'conditional' : 'active', evidence: [id], inferred: {} }); // prettier-ignore
    const stance = { promise: 'for', demand: 'for', refuse: 'against', accuse: 'against', accept: 'for' }[s.act];
    if (stance !== undefined && r() < 0.5)
      positions.push({
        actor: who.id,
        issue: s.content.split(' ').slice(0, 2).join(' '),
        stance,
        since: dayOf(from),
        evidence: [id],
      });
  }
  const facts = [];
  const events = [];
  const tell = (agent, verb, words) => {
    const start = text.length;
    mention(agent);
    put(` ${verb} ${words}`);
    const evidence = [start, text.length];
    put('. ');
    facts.push({ id: `f${facts.length + 1}`, verb: verb.replace(/ed$/u, ''), negated: false, agents: [agent.id], patients: [], when: day, within: null, evidence }); // prettier-ignore
    return evidence;
  };
  for (let k = 0; k < 3; k++) {
    const agent = state(zipf(r, STATES));
    const evidence = tell(
      agent,
      VERBS[Math.floor(r() * VERBS.length)],
      Array.from({ length: 6 }, () => word(anyWord(r))).join(' '),
    );
    if (k === 0)
      events.push({ id: 'e1', type: 'CONSULT', agents: [agent.id], patients: [], when: day, where: null, evidence: [evidence] });
  }
  // News of a commitment of the last month, for one in twenty of them.
  if (i > 3000 && r() < 0.05) {
    const s = statement(i - 1 - Math.floor(r() * 2900), Math.floor(r() * 3));
    tell(state(person(s.speaker).state), 'moved', s.content);
  }
  const document = {
    id: `syn-${i}`,
    published: day,
    publisher: OUTLETS[i % OUTLETS.length],
    title: null,
    text: text.trim(),
    url: null,
    hash: createHash('sha256').update(text.trim(), 'utf8').digest('hex'),
  };
  return { document, language: 'eng', reader: { version: '0', model: 'synthetic' }, actors, statements, events, facts, commitments, positions, disputes: [], times: [] }; // prettier-ignore
}
