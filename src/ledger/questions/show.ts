import { Failure } from '../../document/failure.js';
import type { Item } from '../items.js';
import type { Evidence } from '../places.js';
import type { Store } from '../store/store.js';
import { historyLine, stepsOf } from './commitments.js';
import { sidesOf } from './disputes.js';
import { dayAsked, type ActorName, type Filter } from './filter.js';
import { stancesOf } from './positions.js';
import { asOf } from '../history.js';
import type { CommitmentKind } from '../../reading/obligation.js';

/** A piece of evidence in its article: the words around it, whole sentences where they are short, and where in them it lies. */
export interface Shown {
  readonly document: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly spans: Evidence['spans'];
  /** Text around the evidence, and the spans within it. */
  readonly context: string;
  readonly marked: Evidence['spans'];
  /** What the place shows: "2023-02-24 expired". */
  readonly label: string | null;
  /** The statement in whose words it lies; null where the article says it itself. */
  readonly said: SaidThere | null;
}

/** A statement of an article, by which a piece of evidence is somebody's word. */
export interface SaidThere {
  readonly id: string;
  readonly speaker: ActorName | null;
  readonly act: string;
  readonly said: string | null;
  /** Who reports it as said, where it is told within another statement: it is this one's word. */
  readonly toldBy: ActorName | null;
}

/** One record with everything that shows it. */
export interface ShownRecord {
  readonly id: string;
  readonly what: string;
  readonly asOf: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly evidence: readonly Shown[];
}

const AROUND = 160;

/** @throws Failure `no-such-record` */
export async function show(store: Store, id: string, filter: Pick<Filter, 'asOf'> = {}): Promise<ShownRecord> {
  const day = await dayAsked(store, filter);
  const found = await statementShown(store, id, day) ?? await eventShown(store, id, day) ?? await commitmentShown(store, id, day) ?? await positionShown(store, id, day) ?? await disputeShown(store, id, day) ?? await actorShown(store, id, day); // prettier-ignore
  if (found === null) throw new Failure('no-such-record', { id });
  return found;
}

type Labelled = Evidence & { readonly label: string | null };
const lines = (all: Readonly<Record<string, string | null | undefined>>): (readonly [string, string])[] =>
  Object.entries(all).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, value] as const],
  );

async function reportsOf(store: Store, kind: string, pk: number, day: string): Promise<readonly Labelled[]> {
  const rows = await store.kysely.selectFrom('report').selectAll().where('kind', '=', kind).where('record', '=', pk).where('published', '<=', day).orderBy('seq').execute(); // prettier-ignore
  return rows.map((row) => ({
    document: row.document,
    spans: JSON.parse(row.spans) as Evidence['spans'],
    label: `reported ${row.published}`,
  }));
}

async function statementShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('statement as s').leftJoin('actor', 'actor.pk', 's.speaker').selectAll('s').select('actor.name as speakerName').where('s.id', '=', id).executeTakeFirst(); // prettier-ignore
  if (row === undefined || row.published > day) return null;
  const inferred = Object.entries(JSON.parse(row.inferred) as Record<string, string>).map(([what, why]) => `${what} (${why})`).join('; '); // prettier-ignore
  return {
    id,
    what: 'statement',
    asOf: day,
    lines: lines({ speaker: row.speakerName ?? 'unknown', act: row.act, said: row.said ?? 'unknown', content: row.content, condition: row.condition, inferred, decided: row.verdict }), // prettier-ignore
    evidence: await inContext(store, await reportsOf(store, 'statement', row.pk, day)),
  };
}

async function eventShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.published > day) return null;
  const parts = await store.kysely.selectFrom('event_actor').innerJoin('actor', 'actor.pk', 'event_actor.actor').select(['role', 'name']).where('event', '=', row.pk).orderBy('name').execute(); // prettier-ignore
  const names = (role: string): string => parts.filter((p) => p.role === role).map((p) => p.name).join(', '); // prettier-ignore
  return {
    id,
    what: 'event',
    asOf: day,
    lines: lines({ type: row.type, agents: names('agent'), patients: names('patient'), when: row.happened ?? 'unknown', where: row.place, decided: row.verdict }), // prettier-ignore
    evidence: await inContext(store, await reportsOf(store, 'event', row.pk, day)),
  };
}

async function commitmentShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('commitment as c').leftJoin('actor as d', 'd.pk', 'c.debtor').leftJoin('actor as k', 'k.pk', 'c.creditor').selectAll('c').select(['d.name as debtorName', 'k.name as creditorName']).where('c.id', '=', id).executeTakeFirst(); // prettier-ignore
  if (row === undefined || row.published > day) return null;
  const history = asOf(row.kind as CommitmentKind, (await stepsOf(store, [row.pk])).get(row.pk) ?? [], day);
  const last = history.at(-1);
  const silent = history.find((step) => step.inferred !== null);
  return {
    id,
    what: 'commitment',
    asOf: day,
    lines: lines({ kind: row.kind, owes: row.debtorName ?? 'unknown', to: row.creditorName ?? 'unknown', what: row.what, condition: row.condition, state: last?.state, due: last?.due ?? 'none', history: historyLine(history), inferred: silent === undefined ? null : `${silent.state}: ${silent.inferred ?? ''}`, decided: row.verdict }), // prettier-ignore
    evidence: await inContext(
      store,
      history.filter((step) => step.inferred === null).map((step) => ({ document: step.document, spans: step.spans, label: `${step.on} ${step.state}${step.due === null ? '' : `, due ${step.due}`}` })), // prettier-ignore
    ),
  };
}

async function positionShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('position as p').innerJoin('actor', 'actor.pk', 'p.actor').selectAll('p').select('actor.name as holder').where('p.id', '=', id).executeTakeFirst(); // prettier-ignore
  if (row === undefined || row.published > day) return null;
  const history = ((await stancesOf(store, [row.pk])).get(row.pk) ?? []).filter((step) => step.published <= day);
  return {
    id,
    what: 'position',
    asOf: day,
    lines: lines({ actor: row.holder, issue: row.issue, stance: history.at(-1)?.stance, decided: row.verdict }),
    evidence: await inContext(
      store,
      history.map((step) => ({ document: step.document, spans: step.spans, label: `${step.on} ${step.stance}` })),
    ),
  };
}

async function disputeShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('dispute').selectAll().where('id', '=', id).orderBy('owner').executeTakeFirst();
  if (row === undefined || row.published > day) return null;
  const sides = (await sidesOf(store, [{ owner: row.owner, id }])).get(id) ?? [];
  return {
    id,
    what: 'dispute',
    asOf: day,
    lines: lines({ kind: row.kind, about: row.about, suggestion: row.reason, decided: row.verdict }),
    evidence: await inContext(store, sides.map((side, i) => ({ document: side.document, spans: side.spans, label: `side ${i + 1}, ${side.published}` }))), // prettier-ignore
  };
}

async function actorShown(store: Store, id: string, day: string): Promise<ShownRecord | null> {
  const row = await store.kysely.selectFrom('actor as a').leftJoin('actor as s', 's.pk', 'a.side').selectAll('a').select(['s.id as sideId', 's.name as sideName']).where('a.id', '=', id).executeTakeFirst(); // prettier-ignore
  if (row === undefined) return null;
  const names = await store.kysely
    .selectFrom('actor_name')
    .select('name')
    .distinct()
    .where('actor', '=', row.pk)
    .orderBy('name')
    .execute();
  const said = await store.kysely.selectFrom('statement').select(['pk', 'act', 'day', 'content']).where('speaker', '=', row.pk).where('published', '<=', day).orderBy('day', 'desc').limit(5).execute(); // prettier-ignore
  const evidence: Labelled[] = [];
  for (const s of said)
    evidence.push(
      ...(await reportsOf(store, 'statement', s.pk, day)).slice(0, 1).map((r) => ({ ...r, label: `${s.day} ${s.act}` })),
    );
  return {
    id,
    what: 'actor',
    asOf: day,
    lines: lines({ name: row.name, kind: row.kind, country: row.country, 'speaks for': row.sideId === id ? null : row.sideName, names: names.map(({ name }) => name).join(', '), inferred: row.inferred }), // prettier-ignore
    evidence: await inContext(store, evidence),
  };
}

async function inContext(store: Store, all: readonly Labelled[]): Promise<readonly Shown[]> {
  if (all.length === 0) return [];
  const articles = await store.kysely.selectFrom('article').select(['pk', 'id', 'published', 'publisher', 'title', 'url', 'text']).where('state', '=', 'current').where('id', 'in', [...new Set(all.map(({ document }) => document))]).execute(); // prettier-ignore
  const byId = new Map(articles.map((article) => [article.id, article]));
  const statements = await statementsIn(
    store,
    articles.map(({ pk }) => pk),
  );
  return all.flatMap(({ document, spans, label }) => {
    const article = byId.get(document);
    if (article?.text == null) return [];
    const { text } = article;
    const start = Math.min(...spans.map(([from]) => from));
    const end = Math.max(...spans.map(([, to]) => to));
    const from = sentenceStart(text, start);
    const to = sentenceEnd(text, end);
    const said = saidThere(statements.get(article.pk) ?? [], start, end);
    return [{ document, published: article.published, publisher: article.publisher, title: article.title, url: article.url, spans, context: text.slice(from, to), marked: spans.map(([a, b]) => [a - from, b - from] as const), label, said }]; // prettier-ignore
  });
}

interface StatementThere extends Omit<SaidThere, 'toldBy'> {
  readonly spans: Evidence['spans'];
  readonly local: string;
  readonly within: string | null;
}

/** The statements of articles, by the keys of these. */
async function statementsIn(store: Store, articles: readonly number[]): Promise<ReadonlyMap<number, readonly StatementThere[]>> {
  const out = new Map<number, StatementThere[]>();
  if (articles.length === 0) return out;
  const rows = await store.kysely.selectFrom('item').innerJoin('statement', 'statement.pk', 'item.cluster').leftJoin('actor', 'actor.pk', 'statement.speaker').select(['item.article', 'item.data', 'statement.id', 'statement.act', 'statement.said', 'actor.id as speakerId', 'actor.name as speakerName']).where('item.article', 'in', [...articles]).orderBy('item.pk').execute(); // prettier-ignore
  for (const { article, data, speakerId, speakerName, ...row } of rows) {
    const item = JSON.parse(data) as Item;
    if (item.kind !== 'statement') continue;
    const list = out.get(article) ?? [];
    list.push({ ...row, speaker: speakerId === null ? null : { id: speakerId, name: speakerName ?? speakerId }, spans: item.evidence.spans, local: item.local, within: item.within }); // prettier-ignore
    out.set(article, list);
  }
  return out;
}

/** The statement that covers a stretch, the one with the fewest words where several do. */
function saidThere(all: readonly StatementThere[], start: number, end: number): SaidThere | null {
  const extent = ({ spans }: StatementThere): number => (spans.at(-1)?.[1] ?? 0) - (spans[0]?.[0] ?? 0);
  const covering = all.filter(({ spans }) => (spans[0]?.[0] ?? 0) < end && (spans.at(-1)?.[1] ?? 0) > start);
  const best = covering.sort((a, b) => extent(a) - extent(b))[0];
  if (best === undefined) return null;
  const outer = best.within === null ? undefined : all.find(({ local }) => local === best.within);
  return { id: best.id, speaker: best.speaker, act: best.act, said: best.said, toldBy: outer?.speaker ?? null };
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const last = [...before.matchAll(/[.!?][”"’]?\s+|\n/gu)].at(-1);
  return last === undefined ? Math.max(0, at - AROUND) : at - before.length + last.index + last[0].length;
}

function sentenceEnd(text: string, at: number): number {
  const found = /[.!?][”"’]?(?=\s|$)|\n/u.exec(text.slice(at, at + AROUND));
  return found === null ? Math.min(text.length, at + AROUND) : at + found.index + found[0].trimEnd().length;
}
