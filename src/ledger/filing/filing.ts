import type { Reading } from '../../reading/reading.js';
import { alludes, bearingOn, denies, isBetter, tellsOf, tieOf } from '../bearings.js';
import { byReport, clustersOf, sameRecord } from '../clusters.js';
import type { Development } from '../history.js';
import { isYesToOffer, itemsOf, type CommitmentItem, type EventItem, type FactItem, type Item, type LocalDispute, type PositionItem, type StatementItem } from '../items.js'; // prettier-ignore
import { isReply, type News } from '../outcomes.js';
import { profilesOf, type SeatSign } from '../profiles.js';
import { LONGEST, LONGEST_HELD, LONGEST_OWED } from '../same.js';
import { insertAll, oneOf, type Connection, type Value } from '../store/store.js';
import { disputeOfDenial, disputesOfArticle, disputesOfCommitment, disputesOfPosition, positionOf } from '../work-out.js';
import { actorDecisions, Links } from '../decisions.js';
import { applyDisputeVerdicts, applyVerdicts } from '../verdicts.js';
import type { ActorDecisions } from '../who-is-who.js';
import { saveActors } from './actor-rows.js';
import { FiledSides, ItemRows, profilesIn, renamed, type ItemRow } from './item-rows.js';
import { allusiveTo, dayNumber, find, likeItself, lookIn, ownKeys, type Lookup } from './keys.js';
import { nextKey, ProfileRows, type ProfileRow } from './profile-rows.js';
import {
  clear,
  saveCommitments,
  saveDisputes,
  saveEvents,
  savePositions,
  saveStatements,
  type OwnedDisputes,
} from './record-rows.js';
import { keepSigns, settle } from './settle.js';

const REACH = { statement: LONGEST, event: LONGEST, commitment: LONGEST_OWED, position: LONGEST_HELD, fact: 0 } as const;
/** Days through which a denial or an allusion looks back. */
const LOOK_BACK = 400;
type Kind = 'statement' | 'event' | 'commitment' | 'position';
const KINDS: readonly Kind[] = ['statement', 'event', 'commitment', 'position'];

interface Chosen {
  readonly source: number;
  readonly target: number;
  readonly outcome: string;
}

/**
 * Files articles into the record, one in a transaction: works out again who is who where the article touches it, puts its items with those
 * that show the same, and writes the records that come out otherwise. What it writes is what `recordOf` gives for all articles at once.
 */
export class Filing {
  readonly #connection: Connection;
  readonly #decisions: ActorDecisions;
  readonly #profiles: ProfileRows;
  readonly #items: ItemRows;
  readonly #who: FiledSides;
  readonly #links: Links;
  #firstNew = Infinity;

  private constructor(connection: Connection, decisions: ActorDecisions, links: Links) {
    this.#connection = connection;
    this.#decisions = decisions;
    this.#links = links;
    this.#profiles = new ProfileRows(connection);
    this.#items = new ItemRows(connection);
    this.#who = new FiledSides(connection, links);
  }

  /** Ready to file, with the decisions that are in force. */
  static async over(connection: Connection): Promise<Filing> {
    return new Filing(connection, await actorDecisions(connection), await Links.load(connection));
  }

  /** Files the readings of articles whose rows are `article`, all at once: the more at a time, the less each costs. */
  async add(articles: readonly { readonly article: number; readonly reading: Reading }[]): Promise<void> {
    const parts = articles.map(({ article, reading }) => ({ article, reading, ...profilesOf(reading) }));
    const own = [...new Map(parts.flatMap(({ of }) => [...of.values()]).map((p) => [p.key, p])).values()];
    const added = await this.#profiles.add(own);
    const refile = await this.#settle({ added, gone: [], signs: parts.flatMap(({ signs }) => signs) }, 1);
    const pkOf = new Map((await this.#profiles.byKeys(own.map((p) => p.key))).map((row) => [row.profile.key, row.pk]));
    await insertAll(this.#connection, 'article_profile', [['profile', 'integer'], ['article', 'integer'], ['local', 'text']], parts.flatMap(({ article, of }) => [...of].map(([local, p]) => [pkOf.get(p.key) as number, article, local]))); // prettier-ignore
    this.#firstNew = await nextKey(this.#connection, 'item');
    const filed = parts.map(({ article, reading, of }) => {
      const all = itemsOf(reading, of);
      const items: Item[] = [
        ...all.statements,
        ...all.events,
        ...all.commitments.filter((c) => !isYesToOffer(c)),
        ...all.positions,
        ...all.facts,
      ];
      const named = items.map((item) => renamed(item, (key) => `p${pkOf.get(key) ?? 0}`));
      return { article, items: named, disputes: all.disputes };
    });
    const rows = await this.#items.add(filed, this.#firstNew);
    const old = await this.#itemsToRefile(
      refile,
      articles.map(({ article }) => article),
    );
    await this.#refile([...rows, ...old], old);
    await this.#articleDisputes(filed);
  }

  /** Takes an article out: the record is then what it would be without it. */
  async remove(article: number): Promise<void> {
    const rows = await this.#items.ofArticles([article]);
    const locals = await this.#connection.all<{ key: string }>('select distinct p.key from article_profile a join profile p on p.pk = a.profile where a.article = ?', article); // prettier-ignore
    const [{ reading }] = (await this.#connection.all<{ reading: string }>('select reading from article where pk = ?', article)) as [{ reading: string }]; // prettier-ignore
    const clusters = new Set(rows.map((row) => row.cluster));
    await this.#unkey(rows);
    await this.#items.remove(rows.map((row) => row.pk));
    await this.#connection.run('delete from article_profile where article = ?', article);
    const gone = await this.#profiles.dismiss(locals.map(({ key }) => key));
    const { signs } = profilesOf(JSON.parse(reading) as Reading);
    const refile = await this.#settle({ added: [], gone, signs }, -1);
    const old = await this.#itemsToRefile(refile, [article]);
    await this.#refile(old, old, { clusters, items: rows });
    await saveDisputes(this.#connection, this.#who, [], [`article ${article}`]);
  }

  /** Works out again what a decision touches: actors by profiles, records by the articles that show them. */
  async decide(keys: readonly string[], documents: readonly string[] = []): Promise<void> {
    const rows = await this.#profiles.byKeys(keys);
    const actors = rows.flatMap((row) => row.actor ?? []);
    await this.#profiles.byActors(actors);
    const moved = await saveActors(this.#connection, this.#profiles, this.#decisions, actors);
    const old = new Set(await this.#itemsToRefile(moved, []));
    for (const row of await this.#ofDocuments(documents)) old.add(row);
    const all = [...old];
    await this.#refile(all, all);
  }

  async #ofDocuments(documents: readonly string[]): Promise<readonly ItemRow[]> {
    if (documents.length === 0) return [];
    const articles = await this.#connection.all<{ pk: number }>(`select pk from article where state = 'current' and id in ${oneOf(this.#connection, 'text')}`, JSON.stringify([...new Set(documents)])); // prettier-ignore
    return this.#items.ofArticles(articles.map(({ pk }) => pk));
  }

  async #settle(
    touched: { readonly added: readonly ProfileRow[]; readonly gone: readonly ProfileRow[]; readonly signs: readonly SeatSign[] },
    sign: 1 | -1,
  ): Promise<ReadonlySet<number>> {
    if (touched.signs.length > 0) await keepSigns(this.#connection, touched.signs, sign);
    if (touched.added.length === 0 && touched.gone.length === 0 && touched.signs.length === 0) return new Set();
    await settle(this.#connection, this.#profiles, touched);
    const lost = touched.gone.flatMap((row) => row.actor ?? []);
    return saveActors(this.#connection, this.#profiles, this.#decisions, lost);
  }

  /** Items of other articles whose actors are others than before. */
  async #itemsToRefile(profiles: ReadonlySet<number>, except: readonly number[]): Promise<readonly ItemRow[]> {
    if (profiles.size === 0) return [];
    const articles = await this.#connection.all<{ article: number }>(`select distinct article from article_profile where article not in ${oneOf(this.#connection, 'integer')} and profile in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(except), JSON.stringify([...profiles])); // prettier-ignore
    const rows = await this.#items.ofArticles(articles.map(({ article }) => article));
    const names = new Set([...profiles].map((pk) => `p${pk}`));
    return rows.filter((row) => profilesIn(row.item).some((name) => names.has(name)));
  }

  async #unkey(rows: readonly ItemRow[]): Promise<void> {
    if (rows.length === 0) return;
    const pks = JSON.stringify(rows.map((row) => row.pk));
    await this.#connection.run(`delete from item_key where item in ${oneOf(this.#connection, 'integer')}`, pks);
  }

  /** Puts items, new ones and `old` ones whose actors have changed, with those that show the same, and writes what that changes. */
  async #refile(
    rows: readonly ItemRow[],
    old: readonly ItemRow[],
    gone: { readonly clusters: ReadonlySet<number>; readonly items: readonly ItemRow[] } = { clusters: new Set(), items: [] },
  ): Promise<void> {
    await this.#who.know(rows.map((row) => row.item));
    await this.#unkey(old);
    await insertAll(
      this.#connection,
      'item_key',
      [
        ['key', 'integer'],
        ['day', 'integer'],
        ['item', 'integer'],
      ],
      rows.flatMap((row) =>
        [...new Set(ownKeys(row.item, this.#who))].map((key): Value[] => [key, dayNumber(row.item.published), row.pk]),
      ),
      'on conflict do nothing',
    );
    const dirty = await this.#cluster(rows, [...old.map((row) => row.cluster), ...gone.clusters]);
    await this.#bear(rows, gone.items, dirty);
    await this.#write(dirty);
  }

  /** Works out clusters again where items came, changed or went; gives all that have to be written, by kind, those that are no more included. */
  async #cluster(rows: readonly ItemRow[], touched: readonly number[]): Promise<Dirty> {
    const lookups = rows.map((row) => (row.item.kind === 'fact' ? [] : likeItself(row.item, this.#who, REACH[row.item.kind])));
    const found = await this.#items.likely(
      await find(this.#connection, lookups),
      rows.map((row) => [row]),
    );
    const near = [...(await this.#items.byKeys(found.flatMap((set) => [...set]))), ...(await this.#ofDocuments(rows.flatMap((row) => this.#links.partnersOf(row.item))))]; // prettier-ignore
    await this.#who.know(near.map((row) => row.item));
    const affected = new Set(touched);
    rows.forEach((row, i) => {
      if (row.item.kind === 'fact') return;
      affected.add(row.cluster);
      const linked = this.#links.partnersOf(row.item).length > 0 ? near.map((other) => other.pk) : [];
      for (const pk of [...(found[i] as ReadonlySet<number>), ...linked]) {
        const other = this.#items.known(pk);
        if (other !== undefined && other.pk !== row.pk && sameRecord(row.item, other.item, this.#who))
          affected.add(other.cluster);
      }
    });
    const members = (await this.#items.inClusters([...affected])).filter((row) => row.item.kind !== 'fact');
    await this.#who.know(members.map((row) => row.item));
    const dirty: Dirty = { statement: new Set(), event: new Set(), commitment: new Set(), position: new Set() };
    const changes = new Map<number, number>();
    const rowOf = new Map(members.map((row) => [row.item, row]));
    const left = new Set(affected);
    for (const kind of KINDS) {
      const own = members.filter((row) => row.item.kind === kind).map((row) => row.item);
      for (const group of clustersOf(own, this.#who)) {
        const pks = group.map((item) => (rowOf.get(item) as ItemRow).pk);
        const cluster = Math.min(...pks);
        for (const pk of pks) changes.set(pk, cluster);
        dirty[kind].add(cluster);
        left.delete(cluster);
      }
    }
    await this.#items.setClusters(changes);
    // A number that no cluster has any more: its rows go, of whatever kind they were.
    for (const cluster of left) for (const kind of KINDS) dirty[kind].add(cluster);
    return dirty;
  }

  /** Works out what items tell of commitments and statements, and which commitments and statements that changes. */
  async #bear(rows: readonly ItemRow[], goneItems: readonly ItemRow[], dirty: Dirty): Promise<void> {
    const connection = this.#connection;
    const among = oneOf(connection, 'integer');
    const before = await this.#forget(
      [...rows, ...goneItems].map((row) => row.pk),
      dirty,
    );
    const commitments = await this.#clustersOf<CommitmentItem>([...dirty.commitment], 'commitment');
    const statements = await this.#clustersOf<StatementItem>([...dirty.statement], 'statement');
    const events = await this.#clustersOf<EventItem>([...dirty.event], 'event');
    const fresh = new Map<string, Value[]>();
    const put = (kind: string, source: number, target: number, outcome: string, score: number, tie: string): void =>
      void fresh.set(`${kind} ${source} ${target}`, [kind, source, target, outcome, score, tie]);

    // From the commitments and statements that have changed, forward to the news.
    const forward = [
      ...commitments.map(({ items }) => [...new Map(items.flatMap((item) => [...lookIn('n', item, this.#who, 0, LOOK_BACK), ...lookIn('r', item, this.#who, 0, LOOK_BACK)]).map((l) => [`${l[0]} ${l[1]}`, l])).values()] as Lookup[]), // prettier-ignore
      ...statements.map(({ items }) => items.flatMap((item) => lookIn('a', item, this.#who, 0, LONGEST))),
      ...events.map(({ items }) => items.flatMap((item) => lookIn('n', item, this.#who, LONGEST, LONGEST))),
    ];
    const ahead = await this.#items.likely(
      await find(connection, forward),
      [...commitments, ...statements, ...events].map(({ rows }) => rows),
    );
    // And from the items, back to what they may tell of.
    const backward = rows.flatMap((row): { readonly row: ItemRow; readonly lookups: readonly Lookup[] }[] => {
      const { item } = row;
      if (item.kind === 'statement') return [{ row, lookups: [...(isReply(item) ? lookIn('c', item, this.#who, LOOK_BACK, 0) : []), ...(item.act === 'deny' ? lookIn('n', item, this.#who, LOOK_BACK, 0) : [])] }]; // prettier-ignore
      if (item.kind === 'fact') return [{ row, lookups: [...lookIn('c', item, this.#who, LOOK_BACK, 0), ...allusiveTo(item, this.#who, LONGEST), ...lookIn('e', item, this.#who, LONGEST, LONGEST), ...lookIn('r', item, this.#who, 0, LOOK_BACK)] }]; // prettier-ignore
      return [];
    });
    const sought = await find(
      connection,
      backward.map(({ lookups }) => lookups),
    );
    const behind = await this.#items.likely(
      sought,
      backward.map(({ row }) => [row]),
    );
    const near = await this.#items.byKeys([...ahead, ...behind].flatMap((set) => [...set]));
    // What stands in one article meets without a key.
    const inArticles = await this.#items.ofArticles([...new Set([...rows.map((row) => row.article), ...commitments.flatMap(({ articles }) => articles), ...statements.flatMap(({ articles }) => articles)])]); // prettier-ignore
    await this.#who.know([...near, ...inArticles].map((row) => row.item));
    const byArticle = new Map<number, ItemRow[]>();
    for (const row of inArticles) byArticle.set(row.article, [...(byArticle.get(row.article) ?? []), row]);

    commitments.forEach(({ pk, items, articles }, i) => {
      const tie = tieOf(items[0] as CommitmentItem);
      const candidates = new Set([
        ...(ahead[i] as ReadonlySet<number>),
        ...articles.flatMap((article) => (byArticle.get(article) ?? []).map((row) => row.pk)),
      ]);
      for (const candidate of candidates) {
        const news = this.#items.known(candidate)?.item;
        if (news === undefined || (news.kind !== 'fact' && news.kind !== 'statement')) continue;
        const bearing = bearingOn(items, news, this.#who);
        if (bearing !== null) put('c', candidate, pk, bearing.outcome, bearing.score, tie);
      }
    });
    statements.forEach(({ pk, items }, i) => {
      const tie = tieOf(items[0] as StatementItem);
      for (const candidate of ahead[commitments.length + i] as ReadonlySet<number>) {
        const fact = this.#items.known(candidate)?.item;
        if (fact?.kind !== 'fact') continue;
        const score = alludes(items, fact, this.#who);
        if (score > 0) put('a', candidate, pk, 'allusion', score, tie);
      }
    });
    events.forEach(({ pk, items }, i) => {
      const tie = tieOf(items[0] as EventItem);
      for (const candidate of ahead[commitments.length + statements.length + i] as ReadonlySet<number>) {
        const fact = this.#items.known(candidate)?.item;
        if (fact?.kind !== 'fact') continue;
        const score = tellsOf(items, fact, this.#who);
        if (score > 0) put('e', candidate, pk, 'told', score, tie);
      }
    });
    const others = { c: new Set<number>(), a: new Set<number>(), e: new Set<number>() };
    const wants: {
      readonly row: ItemRow;
      readonly commitments: ReadonlySet<number>;
      readonly statements: ReadonlySet<number>;
      readonly events: ReadonlySet<number>;
    }[] = [];
    backward.forEach(({ row }, i) => {
      const found = [
        ...(behind[i] as ReadonlySet<number>),
        ...(byArticle.get(row.article) ?? []).map((other) => other.pk),
      ].flatMap((pk) => this.#items.known(pk) ?? []);
      const own = { row, commitments: new Set<number>(), statements: new Set<number>(), events: new Set<number>() };
      for (const other of found) {
        if (other.item.kind === 'commitment' && !dirty.commitment.has(other.cluster)) own.commitments.add(other.cluster);
        if (other.item.kind === 'statement' && row.item.kind === 'fact' && !dirty.statement.has(other.cluster))
          own.statements.add(other.cluster);
        if (other.item.kind === 'event' && row.item.kind === 'fact' && !dirty.event.has(other.cluster))
          own.events.add(other.cluster);
        if (row.item.kind === 'statement' && other.item.kind === 'fact') this.#putDenial(put, row, row.item, other, other.item);
        if (row.item.kind === 'fact' && other.item.kind === 'statement') this.#putDenial(put, other, other.item, row, row.item);
      }
      for (const cluster of own.commitments) others.c.add(cluster);
      for (const cluster of own.statements) others.a.add(cluster);
      for (const cluster of own.events) others.e.add(cluster);
      wants.push(own);
    });
    const known = new Map((await this.#clustersOf<CommitmentItem>([...others.c], 'commitment')).map((c) => [c.pk, c]));
    const said = new Map((await this.#clustersOf<StatementItem>([...others.a], 'statement')).map((s) => [s.pk, s]));
    const happened = new Map((await this.#clustersOf<EventItem>([...others.e], 'event')).map((e) => [e.pk, e]));
    for (const { row, commitments: c, statements: s, events: e } of wants) {
      for (const cluster of e) {
        const items = happened.get(cluster)?.items ?? [];
        const score = items.length === 0 ? 0 : tellsOf(items, row.item as FactItem, this.#who);
        if (score > 0) put('e', row.pk, cluster, 'told', score, tieOf(items[0] as EventItem));
      }
      for (const cluster of c) {
        const items = known.get(cluster)?.items ?? [];
        const bearing = items.length === 0 ? null : bearingOn(items, row.item as News, this.#who);
        if (bearing !== null) put('c', row.pk, cluster, bearing.outcome, bearing.score, tieOf(items[0] as CommitmentItem));
      }
      for (const cluster of s) {
        const items = said.get(cluster)?.items ?? [];
        const score = items.length === 0 ? 0 : alludes(items, row.item as FactItem, this.#who);
        if (score > 0) put('a', row.pk, cluster, 'allusion', score, tieOf(items[0] as StatementItem));
      }
    }
    await insertAll(connection, 'bearing', [['kind', 'text'], ['source', 'integer'], ['target', 'integer'], ['outcome', 'text'], ['score', 'real'], ['tie', 'text']], [...fresh.values()]); // prettier-ignore

    // Whatever a source bears on, before or now, may have won or lost it.
    const sources = new Set<number>([...before.filter(({ kind }) => kind !== 'd').map(({ source }) => source), ...[...fresh.values()].filter(([kind]) => kind !== 'd').map((b) => b[1] as number)]); // prettier-ignore
    const targets = await connection.all<{ kind: string; target: number }>(`select distinct kind, target from bearing where kind in ('a', 'c', 'e') and source in ${among}`, JSON.stringify([...sources])); // prettier-ignore
    for (const { kind, target } of [...targets, ...before]) {
      if (kind === 'c') dirty.commitment.add(target);
      if (kind === 'a') dirty.statement.add(target);
      if (kind === 'e') dirty.event.add(target);
    }
    const denials = new Set([...before.filter(({ kind }) => kind === 'd').map(({ source }) => source), ...[...fresh.values()].filter(([kind]) => kind === 'd').map((b) => b[1] as number)]); // prettier-ignore
    await this.#denials([...denials]);
  }

  /** Takes out what moved items bore on, and what bore on changed records; gives it, as it was. */
  async #forget(
    moved: readonly number[],
    dirty: Dirty,
  ): Promise<readonly { readonly kind: string; readonly source: number; readonly target: number }[]> {
    const lists = [
      this.#filed(moved),
      this.#filed(dirty.commitment),
      this.#filed(dirty.statement),
      this.#filed(dirty.event),
      this.#filed(moved),
    ];
    if (lists.every((list) => list.length === 0)) return [];
    const among = oneOf(this.#connection, 'integer');
    const where = `source in ${among} or (kind = 'c' and target in ${among}) or (kind = 'a' and target in ${among}) or (kind = 'e' and target in ${among}) or (kind = 'd' and target in ${among})`; // prettier-ignore
    const parameters = lists.map((list) => JSON.stringify(list));
    const before = await this.#connection.all<{ kind: string; source: number; target: number }>(`select kind, source, target from bearing where ${where}`, ...parameters); // prettier-ignore
    if (before.length > 0) await this.#connection.run(`delete from bearing where ${where}`, ...parameters);
    return before;
  }

  #putDenial(
    put: (kind: string, source: number, target: number, outcome: string, score: number, tie: string) => void,
    denial: ItemRow,
    statement: StatementItem,
    fact: ItemRow,
    clause: FactItem,
  ): void {
    const score = denies(statement, clause, this.#who);
    if (score > 0) put('d', denial.pk, fact.pk, 'denial', score, tieOf(clause));
  }

  async #clustersOf<T extends Item>(
    pks: readonly number[],
    kind: T['kind'],
  ): Promise<
    readonly {
      readonly pk: number;
      readonly items: readonly T[];
      readonly rows: readonly ItemRow[];
      readonly articles: readonly number[];
    }[]
  > {
    if (pks.length === 0) return [];
    const out = new Map<number, ItemRow[]>();
    for (const row of await this.#items.inClusters(pks))
      if (row.item.kind === kind) out.set(row.cluster, [...(out.get(row.cluster) ?? []), row]);
    await this.#who.know([...out.values()].flat().map((row) => row.item));
    return [...out].map(([pk, rows]) => ({
      pk,
      items: rows.map((row) => row.item as T).sort(byReport),
      rows,
      articles: [...new Set(rows.map((row) => row.article))],
    }));
  }

  /** Of all that sources bear on, what each bears on most; of the sources of these targets. */
  async #chosen(kind: 'c' | 'a' | 'd' | 'e', column: 'source' | 'target', pks: readonly number[]): Promise<readonly Chosen[]> {
    if (pks.length === 0) return [];
    const among = oneOf(this.#connection, 'integer');
    const where =
      column === 'source'
        ? `source in ${among}`
        : `source in (select source from bearing where kind = '${kind}' and target in ${among})`;
    const rows = await this.#connection.all<Chosen & { score: number; tie: string }>(`select source, target, outcome, score, tie from bearing where kind = '${kind}' and ${where}`, JSON.stringify(pks)); // prettier-ignore
    const best = new Map<number, Chosen & { score: number; tie: string }>();
    for (const row of rows) if (isBetter(row, best.get(row.source) ?? null)) best.set(row.source, row);
    return [...best.values()];
  }

  /** Of items or clusters, those that were there before this article: only they have rows to take out. */
  #filed(pks: Iterable<number>): readonly number[] {
    return [...pks].filter((pk) => pk < this.#firstNew);
  }

  async #write(dirty: Dirty): Promise<void> {
    for (const kind of KINDS) await clear(this.#connection, kind, this.#filed(dirty[kind]));
    const statements = await this.#clustersOf<StatementItem>([...dirty.statement], 'statement');
    const allusions = await this.#grouped(
      'a',
      statements.map(({ pk }) => pk),
    );
    await saveStatements(this.#connection, this.#who, statements.map((s) => ({ ...s, allusions: (allusions.get(s.pk) ?? []).map(({ item }) => item as FactItem).sort(byReport) }))); // prettier-ignore
    const events = await this.#clustersOf<EventItem>([...dirty.event], 'event');
    const told = await this.#grouped(
      'e',
      events.map(({ pk }) => pk),
    );
    await saveEvents(this.#connection, this.#who, events.map((e) => ({ ...e, told: (told.get(e.pk) ?? []).map(({ item }) => item as FactItem).sort(byReport) }))); // prettier-ignore
    const commitments = await this.#clustersOf<CommitmentItem>([...dirty.commitment], 'commitment');
    const news = await this.#grouped(
      'c',
      commitments.map(({ pk }) => pk),
    );
    const owned: OwnedDisputes[] = [];
    const full = commitments.map((c) => {
      const developments = (news.get(c.pk) ?? []).map(({ item, outcome }): Development => ({ news: item as News, outcome: outcome as Development['outcome'] })).sort((a, b) => byReport(a.news, b.news)); // prettier-ignore
      const parties = [...new Set([...c.items.flatMap((item) => item.parties), ...developments.flatMap((d) => (d.news.kind === 'statement' ? d.news.parties : d.news.agents))])]; // prettier-ignore
      owned.push({ owner: `commitment ${c.pk}`, disputes: disputesOfCommitment(c.items, developments), parties });
      return { ...c, developments };
    });
    await saveCommitments(this.#connection, this.#who, full);
    const positions = await this.#clustersOf<PositionItem>([...dirty.position], 'position');
    await savePositions(this.#connection, this.#who, positions);
    for (const { pk, items } of positions) owned.push({ owner: `position ${pk}`, disputes: disputesOfPosition(positionOf(items)), parties: items.flatMap((item) => item.parties) }); // prettier-ignore
    const stale = [
      ...this.#filed(dirty.commitment).map((pk) => `commitment ${pk}`),
      ...this.#filed(dirty.position).map((pk) => `position ${pk}`),
    ];
    await saveDisputes(this.#connection, this.#who, owned, stale);
    for (const kind of KINDS) await applyVerdicts(this.#connection, kind, [...dirty[kind]]);
    await applyDisputeVerdicts(this.#connection);
  }

  /** The items that bear most on each of some records. */
  async #grouped(
    kind: 'c' | 'a' | 'e',
    pks: readonly number[],
  ): Promise<ReadonlyMap<number, readonly { readonly item: Item; readonly outcome: string }[]>> {
    const wanted = new Set(pks);
    const chosen = (await this.#chosen(kind, 'target', pks)).filter(({ target }) => wanted.has(target));
    const rows = new Map((await this.#items.byKeys(chosen.map(({ source }) => source))).map((row) => [row.pk, row]));
    await this.#who.know([...rows.values()].map((row) => row.item));
    const out = new Map<number, { readonly item: Item; readonly outcome: string }[]>();
    for (const { source, target, outcome } of chosen) {
      const row = rows.get(source);
      if (row !== undefined) out.set(target, [...(out.get(target) ?? []), { item: row.item, outcome }]);
    }
    return out;
  }

  async #denials(pks: readonly number[]): Promise<void> {
    if (pks.length === 0) return;
    const chosen = await this.#chosen('d', 'source', pks);
    await this.#items.byKeys(chosen.flatMap(({ source, target }) => [source, target]));
    const owned: OwnedDisputes[] = [];
    for (const { source, target } of chosen) {
      const [denial, fact] = [this.#items.known(source)?.item, this.#items.known(target)?.item];
      if (denial?.kind !== 'statement' || fact?.kind !== 'fact') continue;
      await this.#who.know([denial, fact]);
      owned.push({
        owner: `denial ${source}`,
        disputes: [disputeOfDenial(denial, fact)],
        parties: [...denial.parties, ...fact.agents],
      });
    }
    await saveDisputes(
      this.#connection,
      this.#who,
      owned,
      this.#filed(pks).map((pk) => `denial ${pk}`),
    );
  }

  async #articleDisputes(
    filed: readonly { readonly article: number; readonly items: readonly Item[]; readonly disputes: readonly LocalDispute[] }[],
  ): Promise<void> {
    const owned = filed.flatMap(({ article, items, disputes }): OwnedDisputes[] => {
      if (disputes.length === 0) return [];
      const statements = items.filter((item) => item.kind === 'statement');
      const parties = statements.filter((s) => disputes.some((d) => d.between.includes(s.local))).flatMap((s) => s.parties);
      return [{ owner: `article ${article}`, disputes: disputesOfArticle({ statements, disputes }), parties }];
    });
    await saveDisputes(this.#connection, this.#who, owned, []);
  }
}

type Dirty = Readonly<Record<Kind, Set<number>>>;
