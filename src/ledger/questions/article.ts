import { createHash } from 'node:crypto';
import { Failure } from '../../document/failure.js';
import type { CommitmentKind, CommitmentState } from '../../reading/obligation.js';
import type { Stance } from '../../reading/positions.js';
import type { Reading, SpanPair } from '../../reading/reading.js';
import { asOf as historyAsOf } from '../history.js';
import type { Item } from '../items.js';
import { oneOf, type Store } from '../store/store.js';
import { stepsOf } from './commitments.js';
import { newestDay } from '../stored-record.js';
import type { ActorName, Filter } from './filter.js';

/** A statement where it stands in its article. `record` is its id in the ledger; null in a version that is no longer the current one. */
export interface PlacedStatement {
  readonly local: string;
  readonly record: string | null;
  readonly speaker: ActorName | null;
  readonly source: readonly SpanPair[];
  readonly cue: readonly SpanPair[];
  readonly content: readonly SpanPair[];
  readonly condition: readonly SpanPair[];
  readonly mode: string;
  readonly act: string;
  readonly said: string | null;
  readonly to: readonly ActorName[];
  /** The statement in whose content this one stands. */
  readonly within: string | null;
  readonly inferred: Readonly<Record<string, string>>;
  readonly verdict: string | null;
  /** How many places report it. */
  readonly reports: number;
}

export interface PlacedEvent {
  readonly local: string;
  readonly record: string | null;
  readonly type: string;
  readonly agents: readonly ActorName[];
  readonly patients: readonly ActorName[];
  readonly when: string | null;
  readonly where: string | null;
  readonly evidence: readonly SpanPair[];
  readonly verdict: string | null;
  readonly reports: number;
}

/** What stands on statements of the article: a commitment with its state as of a day, or a position. */
export interface PlacedCommitment {
  readonly record: string;
  readonly kind: CommitmentKind;
  readonly state: CommitmentState;
  readonly due: string | null;
  /** Why the state was worked out of silence; null where it was read. */
  readonly inferred: string | null;
  readonly statements: readonly string[];
}
export interface PlacedPosition {
  readonly record: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly statements: readonly string[];
}
export interface PlacedDispute {
  readonly record: string;
  readonly about: string;
  readonly spans: readonly SpanPair[];
}

export interface Neighbour {
  readonly id: string;
  readonly published: string;
}

/** An article as it is read: its text, and everything that the ledger has from it. Offsets are UTF-16 code units of `text`. */
export interface ArticleShown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly versions: readonly number[];
  readonly hash: string;
  /** The text has the hash that was kept when it was filed. */
  readonly verified: boolean;
  /** The articles filed before and after it, by their days. */
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  readonly published: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly asOf: string;
  readonly text: string;
  readonly statements: readonly PlacedStatement[];
  readonly events: readonly PlacedEvent[];
  readonly commitments: readonly PlacedCommitment[];
  readonly positions: readonly PlacedPosition[];
  readonly disputes: readonly PlacedDispute[];
  readonly times: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly edtf: string | null;
  }[];
  readonly actors: readonly { readonly id: string; readonly name: string; readonly mentions: readonly SpanPair[] }[];
}

interface Row {
  readonly pk: number;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hash: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly text: string | null;
  readonly reading: string | null;
}

/**
 * One article with its record.
 *
 * @param version the current one by default
 * @throws Failure `no-such-record`
 */
export async function article(
  store: Store,
  id: string,
  { asOf, version }: Pick<Filter, 'asOf'> & { readonly version?: number | undefined } = {},
): Promise<ArticleShown> {
  const rows = await store.all<Row>(`select pk, id, version, state, hash, published, publisher, title, url, language, text, reading from article where id = ? order by version desc`, id); // prettier-ignore
  const row = version === undefined ? rows[0] : rows.find((other) => other.version === version);
  if (row === undefined || row.text === null || row.reading === null) throw new Failure('no-such-record', { id });
  const { pk, text } = row;
  const reading = JSON.parse(row.reading) as Reading;
  const day = asOf ?? (await newestDay(store)) ?? row.published.slice(0, 10);
  const who = await actorsOf(store, pk, reading);
  const name = (local: string | null): ActorName | null => (local === null ? null : (who.get(local) ?? null));
  const names = (locals: readonly string[]): readonly ActorName[] => locals.flatMap((local) => name(local) ?? []);
  const items = row.state === 'current' ? await itemsOf(store, pk) : [];
  const recordOf = new Map(items.map(({ cluster, item }) => [keyOf(item), cluster]));
  const said = await recordsOf(store, 'statement', items);
  const happened = await recordsOf(store, 'event', items);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    versions: rows.map((other) => other.version),
    hash: row.hash,
    verified: createHash('sha256').update(text, 'utf8').digest('hex') === row.hash,
    before: await neighbour(store, row, 'before'),
    after: await neighbour(store, row, 'after'),
    published: row.published,
    publisher: row.publisher,
    title: row.title,
    url: row.url,
    language: row.language,
    asOf: day,
    text,
    statements: reading.statements.map((s): PlacedStatement => {
      const record = said.get(recordOf.get(`statement ${s.id}`) ?? -1);
      const corrected = record?.verdict === 'corrected';
      return {
        local: s.id,
        record: record?.id ?? null,
        speaker: name(s.speaker),
        source: s.source,
        cue: s.cue,
        content: s.content,
        condition: s.condition,
        mode: s.mode,
        act: corrected ? (record.act ?? s.act) : s.act,
        said: corrected ? record.said : s.said,
        to: names(s.to),
        within: s.within,
        inferred: s.inferred,
        verdict: record?.verdict ?? null,
        reports: record?.reports ?? 1,
      };
    }),
    events: reading.events.map((e): PlacedEvent => {
      const record = happened.get(recordOf.get(`event ${e.id}`) ?? -1);
      return {
        local: e.id,
        record: record?.id ?? null,
        type: e.type,
        agents: names(e.agents),
        patients: names(e.patients),
        when: e.when,
        where: e.where,
        evidence: e.evidence,
        verdict: record?.verdict ?? null,
        reports: record?.reports ?? 1,
      };
    }),
    commitments: await commitmentsOf(store, items, day),
    positions: await positionsOf(store, items, day),
    disputes: await disputesOf(store, row.id, day),
    times: reading.times.map(({ start, end, type, edtf }) => ({ start, end, type, edtf })),
    actors: reading.actors.flatMap(({ id: local, mentions }) => {
      const known = who.get(local);
      return known === undefined ? [] : [{ ...known, mentions }];
    }),
  };
}

async function neighbour(store: Store, { id, published }: Row, which: 'before' | 'after'): Promise<Neighbour | null> {
  const day = published.slice(0, 10);
  const [sign, order] = which === 'before' ? ['<', 'desc'] : ['>', 'asc'];
  const [row] = await store.all<Neighbour & { published: string }>(`select id, published from article where state = 'current' and (day ${sign} ? or (day = ? and id ${sign} ?)) order by day ${order}, id ${order} limit 1`, day, day, id); // prettier-ignore
  return row ?? null;
}

interface Placed {
  readonly cluster: number;
  readonly item: Item;
}

const keyOf = (item: Item): string => `${item.kind} ${'local' in item ? item.local : ''}`;

async function itemsOf(store: Store, article: number): Promise<readonly Placed[]> {
  const rows = await store.all<{ cluster: number; data: string }>('select cluster, data from item where article = ? order by pk', article); // prettier-ignore
  return rows.map(({ cluster, data }) => ({ cluster, item: JSON.parse(data) as Item }));
}

/** Who the actors of an article are, by their ids in its reading. */
async function actorsOf(store: Store, article: number, reading: Reading): Promise<ReadonlyMap<string, ActorName>> {
  const rows = await store.all<{ local: string; id: string; name: string }>('select ap.local, a.id, a.name from article_profile ap join profile p on p.pk = ap.profile join actor a on a.pk = p.actor where ap.article = ?', article); // prettier-ignore
  const known = new Map(rows.map(({ local, id, name }) => [local, { id, name }]));
  // Of a version that has been replaced nobody is in the ledger; the names of its reading are what there is.
  return known.size > 0 ? known : new Map(reading.actors.map(({ id, name }) => [id, { id: name, name }]));
}

interface RecordFacts {
  readonly id: string;
  readonly act: string | null;
  readonly said: string | null;
  readonly verdict: string | null;
  readonly reports: number;
}

async function recordsOf(
  store: Store,
  kind: 'statement' | 'event',
  items: readonly Placed[],
): Promise<ReadonlyMap<number, RecordFacts>> {
  const pks = pksOf(items, kind);
  if (pks.length === 0) return new Map();
  const columns = kind === 'statement' ? 'act, said' : 'type as act, happened as said';
  const rows = await store.all<RecordFacts & { pk: number }>(`select pk, id, ${columns}, verdict, reports from ${kind} where pk in ${oneOf(store, 'integer')}`, JSON.stringify(pks)); // prettier-ignore
  return new Map(rows.map((row) => [row.pk, row]));
}

const pksOf = (items: readonly Placed[], kind: Item['kind']): readonly number[] => [
  ...new Set(items.filter(({ item }) => item.kind === kind).map(({ cluster }) => cluster)),
];

/** The statements of the article by which each record stands there. */
function shownBy(items: readonly Placed[], cluster: number, kind: 'commitment' | 'position'): readonly string[] {
  const own = items.filter((placed) => placed.cluster === cluster).map(({ item }) => item);
  return [...new Set(own.flatMap((item) => (item.kind === kind ? item.shownBy : [])))];
}

async function commitmentsOf(store: Store, items: readonly Placed[], day: string): Promise<readonly PlacedCommitment[]> {
  const pks = pksOf(items, 'commitment');
  if (pks.length === 0) return [];
  const rows = await store.all<{ pk: number; id: string; kind: string }>(`select pk, id, kind from commitment where (verdict is null or verdict <> 'rejected') and pk in ${oneOf(store, 'integer')} order by pk`, JSON.stringify(pks)); // prettier-ignore
  const steps = await stepsOf(store, pks);
  return rows.flatMap(({ pk, id, kind }) => {
    const last = historyAsOf(kind as CommitmentKind, steps.get(pk) ?? [], day).at(-1);
    return last === undefined ? [] : [{ record: id, kind: kind as CommitmentKind, state: last.state, due: last.due, inferred: last.inferred, statements: shownBy(items, pk, 'commitment') }]; // prettier-ignore
  });
}

async function positionsOf(store: Store, items: readonly Placed[], day: string): Promise<readonly PlacedPosition[]> {
  const pks = pksOf(items, 'position');
  if (pks.length === 0) return [];
  const rows = await store.all<{ pk: number; id: string; issue: string; stance: string }>(`select pk, id, issue, stance from position where published <= ? and (verdict is null or verdict <> 'rejected') and pk in ${oneOf(store, 'integer')} order by pk`, day, JSON.stringify(pks)); // prettier-ignore
  return rows.map(({ pk, id, issue, stance }) => ({ record: id, issue, stance: stance as Stance, statements: shownBy(items, pk, 'position') })); // prettier-ignore
}

async function disputesOf(store: Store, document: string, day: string): Promise<readonly PlacedDispute[]> {
  const rows = await store.all<{ id: string; about: string; spans: string }>(`select distinct d.id, d.about, s.spans from dispute_side s join dispute d on d.owner = s.owner and d.id = s.dispute where s.document = ? and d.published <= ? and (d.verdict is null or d.verdict <> 'rejected') order by d.id`, document, day); // prettier-ignore
  return rows.map(({ id, about, spans }) => ({ record: id, about, spans: JSON.parse(spans) as SpanPair[] }));
}
