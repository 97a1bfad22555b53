import { ALLUSIONS } from '../data/outcome-words.js';
import type { Links } from '../decisions.js';
import { keyOf, type Space } from '../gate.js';
import type { FactItem, Item } from '../items.js';
import { insertAll, oneOf, type Connection, type Value } from '../store/store.js';
import { Sides } from '../who.js';

/** An item as the ledger keeps it. In its data a profile is `p` and the profile's primary key. */
export interface ItemRow {
  readonly pk: number;
  readonly article: number;
  cluster: number;
  readonly item: Item;
}

/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 864e5);

const PREFIX: Readonly<Record<Item['kind'], string>> = { statement: 's', event: 'e', commitment: 'c', position: 'p', fact: 'f' };

/** Writes an item: maps of terms as lists of pairs. */
const write = (item: Item): string => JSON.stringify(item, (_, value: unknown) => (value instanceof Map ? [...value] : value));

function parse(data: string): Item {
  const item = JSON.parse(data) as Record<string, unknown>;
  for (const name of ['terms', 'context', 'condition']) {
    const list = item[name];
    if (Array.isArray(list) && (name !== 'condition' || item['kind'] === 'commitment'))
      item[name] = new Map(list as [string, number][]);
  }
  return item as unknown as Item;
}

/** The items that the filing of one article has to look at. */
export class ItemRows {
  readonly #connection: Connection;
  readonly #rows = new Map<number, ItemRow>();
  /** Clusters and articles of which all items are loaded. */
  readonly #clusters = new Set<number>();
  readonly #articles = new Set<number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  known(pk: number): ItemRow | undefined {
    return this.#rows.get(pk);
  }

  async byKeys(pks: Iterable<number>): Promise<readonly ItemRow[]> {
    const all = [...new Set(pks)];
    await this.#load(
      'pk',
      all.filter((pk) => !this.#rows.has(pk)),
    );
    return all.flatMap((pk) => this.#rows.get(pk) ?? []);
  }

  async inClusters(clusters: readonly number[]): Promise<readonly ItemRow[]> {
    const wanted = new Set(clusters);
    await this.#load(
      'cluster',
      [...wanted].filter((cluster) => !this.#clusters.has(cluster)),
    );
    for (const cluster of wanted) this.#clusters.add(cluster);
    return [...this.#rows.values()].filter((row) => wanted.has(row.cluster)).sort((a, b) => a.pk - b.pk);
  }

  async ofArticles(articles: readonly number[]): Promise<readonly ItemRow[]> {
    const wanted = new Set(articles);
    await this.#load(
      'article',
      [...wanted].filter((article) => !this.#articles.has(article)),
    );
    for (const article of wanted) this.#articles.add(article);
    return [...this.#rows.values()].filter((row) => wanted.has(row.article)).sort((a, b) => a.pk - b.pk);
  }

  async add(items: readonly Item[], article: number, first: number): Promise<readonly ItemRow[]> {
    const made = items.map((item, i): ItemRow => ({ pk: first + i, article, cluster: first + i, item }));
    this.#articles.add(article);
    for (const row of made) {
      this.#rows.set(row.pk, row);
      this.#clusters.add(row.pk);
    }
    await insertAll(this.#connection, 'item', [['pk', 'integer'], ['kind', 'text'], ['article', 'integer'], ['cluster', 'integer'], ['data', 'text']], made.map((row) => [row.pk, PREFIX[row.item.kind], article, row.cluster, write(row.item)])); // prettier-ignore
    return made;
  }

  async setClusters(changes: ReadonlyMap<number, number>): Promise<void> {
    const rows: Value[][] = [];
    for (const [pk, cluster] of changes) {
      const row = this.#rows.get(pk);
      if (row === undefined || row.cluster === cluster) continue;
      row.cluster = cluster;
      rows.push([pk, cluster]);
    }
    if (rows.length === 0) return;
    const pairs = this.#connection.dialect === 'sqlite' ? 'select value->>0 as pk, value->>1 as cluster from json_each(?)' : 'select (value->>0)::bigint as pk, (value->>1)::bigint as cluster from json_array_elements(?::json) as t(value)'; // prettier-ignore
    await this.#connection.run(`update item set cluster = (select c.cluster from (${pairs}) c where c.pk = item.pk) where pk in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(rows), JSON.stringify(rows.map(([pk]) => pk as number))); // prettier-ignore
  }

  async remove(pks: readonly number[]): Promise<void> {
    for (const pk of pks) this.#rows.delete(pk);
    await this.#connection.run(`delete from item where pk in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(pks));
  }

  async #load(column: 'pk' | 'cluster' | 'article', values: readonly number[]): Promise<void> {
    if (values.length === 0) return;
    const rows = await this.#connection.all<{ pk: number; article: number; cluster: number; data: string }>(`select pk, article, cluster, data from item where ${column} in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(values)); // prettier-ignore
    for (const { pk, article, cluster, data } of rows)
      if (!this.#rows.has(pk)) this.#rows.set(pk, { pk, article, cluster, item: parse(data) });
  }
}

/** Who the profiles of items are, by primary keys: a profile is `p12`, an actor the number of its row. */
export class FiledSides extends Sides {
  readonly #connection: Connection;
  readonly #links: Links;
  readonly #actors = new Map<string, string>();
  readonly #sides = new Map<string, string>();

  constructor(connection: Connection, links: Links) {
    super();
    this.#connection = connection;
    this.#links = links;
  }

  override readonly forced = (a: Item, b: Item): boolean | null => this.#links.forced(a, b);

  /** Looks up the profiles of items, so that they can be asked for. */
  async know(items: readonly Item[]): Promise<void> {
    const missing = new Set<number>();
    for (const item of items)
      for (const profile of profilesIn(item)) if (!this.#actors.has(profile)) missing.add(Number(profile.slice(1)));
    if (missing.size === 0) return;
    const rows = await this.#connection.all<{ pk: number; actor: number; side: number }>(`select p.pk, p.actor, a.side from profile p join actor a on a.pk = p.actor where p.pk in ${oneOf(this.#connection, 'integer')}`, JSON.stringify([...missing])); // prettier-ignore
    for (const { pk, actor, side } of rows) {
      this.#actors.set(`p${pk}`, String(actor));
      this.#sides.set(`p${pk}`, String(side));
    }
  }

  actor(profile: string | null): string | null {
    return profile === null ? null : (this.#actors.get(profile) ?? profile);
  }

  side(profile: string | null): string | null {
    return profile === null ? null : (this.#sides.get(profile) ?? profile);
  }
}

export function profilesIn(item: Item): readonly string[] {
  switch (item.kind) {
    case 'statement':
      return [...item.parties, ...item.to];
    case 'event':
      return item.parties;
    case 'commitment':
      return item.parties;
    case 'position':
      return item.parties;
    case 'fact':
      return [...item.parties, ...item.agents, ...item.patients];
  }
}

/** The same item with its profiles named otherwise. */
export function renamed(item: Item, name: (profile: string) => string): Item {
  const one = (profile: string | null): string | null => (profile === null ? null : name(profile));
  const parties = item.parties.map(name);
  switch (item.kind) {
    case 'statement':
      return { ...item, parties, speaker: one(item.speaker), to: item.to.map(name) };
    case 'event':
      return { ...item, parties, agents: item.agents.map(name), patients: item.patients.map(name) };
    case 'commitment':
      return { ...item, parties, debtor: one(item.debtor), creditor: one(item.creditor) };
    case 'position':
      return { ...item, parties, actor: name(item.actor) };
    case 'fact':
      return { ...item, parties, agents: item.agents.map(name), patients: item.patients.map(name) };
  }
}

const SPACE: Readonly<Record<Item['kind'], Space>> = { statement: 's', event: 'e', commitment: 'c', position: 'p', fact: 'n' };

const keys = (space: Space, terms: readonly string[], sides: readonly string[]): number[] =>
  [...new Set(sides)].flatMap((side) => terms.map((term) => keyOf(space, Number(side), term)));

const mayAllude = (fact: FactItem): boolean => ALLUSIONS.has(fact.verb) || fact.verb === 'give';

export const sidesOf = (item: Item, who: Sides): readonly string[] => [
  ...new Set(item.parties.map((p) => who.side(p) as string)),
];
const agentSides = (fact: FactItem, who: Sides): readonly string[] => [...new Set(fact.agents.map((p) => who.side(p) as string))];

/** The keys by which an item is found. */
export function ownKeys(item: Item, who: Sides): readonly number[] {
  const own = keys(SPACE[item.kind], item.chief, sidesOf(item, who));
  return item.kind === 'fact' && mayAllude(item) ? [...own, ...keys('a', item.chiefContext, agentSides(item, who))] : own;
}

/** Keys to look up, each with the days between which what it finds was published. */
export type Lookup = readonly [key: number, from: number, to: number];

/** Where an item looks for others of its own kind. */
export const likeItself = (item: Item, who: Sides, reach: number): readonly Lookup[] =>
  lookIn(SPACE[item.kind], item, who, reach, reach);

export const around = (all: readonly number[], day: number, before: number, after: number): readonly Lookup[] =>
  all.map((key) => [key, day - before, day + after]);

export const lookIn = (
  space: Space,
  item: Item,
  who: Sides,
  before: number,
  after: number,
  terms: readonly string[] = item.chief,
  sides = sidesOf(item, who),
): readonly Lookup[] => around(keys(space, terms, sides), dayNumber(item.published), before, after);

export const allusiveTo = (fact: FactItem, who: Sides, reach: number): readonly Lookup[] =>
  mayAllude(fact) ? lookIn('s', fact, who, reach, 0, fact.chiefContext, agentSides(fact, who)) : [];

/** The items that lookups find, by the index of the list that found them. */
export async function find(
  connection: Connection,
  lists: readonly (readonly Lookup[])[],
): Promise<readonly ReadonlySet<number>[]> {
  const out = lists.map(() => new Set<number>());
  const rows = lists.flatMap((list, i) => list.map(([key, from, to]) => [i, key, from, to]));
  if (rows.length === 0) return out;
  const text =
    connection.dialect === 'sqlite'
      ? 'select q.value->>0 as list, k.item from json_each(?) q cross join item_key k where k.key = q.value->>1 and k.day between q.value->>2 and q.value->>3'
      : 'select (q.value->>0)::bigint as list, k.item from json_array_elements(?::json) as q(value) join item_key k on k.key = (q.value->>1)::bigint and k.day between (q.value->>2)::bigint and (q.value->>3)::bigint';
  for (const { list, item } of await connection.all<{ list: number; item: number }>(text, JSON.stringify(rows)))
    out[list]?.add(item);
  return out;
}
