import type { Links } from '../decisions.js';
import type { Item } from '../items.js';
import { insertAll, oneOf, updateAll, type Connection } from '../store/store.js';
import { Sides } from '../who.js';
import { briefOf, mayMeet, parseBrief, writeBrief, type Brief } from './briefs.js';

/** An item as the ledger keeps it. In its data a profile is `p` and the profile's primary key. */
export interface ItemRow {
  readonly pk: number;
  readonly article: number;
  cluster: number;
  readonly item: Item;
}

/** Ids with what of each is wanted, as one text: a row from the database costs more than the characters in it. */
const briefsIn = ({ dialect }: Connection): string =>
  dialect === 'sqlite' ? `group_concat(pk || ' ' || brief, x'0a')` : `string_agg(pk || ' ' || brief, chr(10))`;

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
  readonly #briefs = new Map<number, Brief>();
  /** Clusters and articles of which all items are loaded. */
  readonly #clusters = new Set<number>();
  readonly #articles = new Set<number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  known(pk: number): ItemRow | undefined {
    return this.#rows.get(pk);
  }

  /** The brief of an item that is loaded. */
  briefOf(row: ItemRow): Brief {
    const known = this.#briefs.get(row.pk);
    if (known !== undefined) return known;
    const brief = briefOf(row.item);
    this.#briefs.set(row.pk, brief);
    return brief;
  }

  /** Of what was found for some items, what may meet one of those for which it was found. */
  async likely(
    found: readonly ReadonlySet<number>[],
    seekers: readonly (readonly ItemRow[])[],
  ): Promise<readonly ReadonlySet<number>[]> {
    const missing = [...new Set(found.flatMap((set) => [...set]))].filter((pk) => !this.#briefs.has(pk));
    if (missing.length > 0) {
      const [row] = await this.#connection.all<{ briefs: string | null }>(`select ${briefsIn(this.#connection)} as briefs from item where pk in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(missing)); // prettier-ignore
      for (const line of row?.briefs?.split('\n') ?? []) {
        const blank = line.indexOf(' ');
        this.#briefs.set(Number(line.slice(0, blank)), parseBrief(line.slice(blank + 1)));
      }
    }
    return found.map((set, i) => {
      const own = (seekers[i] as readonly ItemRow[]).map((row) => this.briefOf(row));
      return new Set(
        [...set].filter((pk) => {
          const brief = this.#briefs.get(pk);
          return brief !== undefined && own.some((other) => mayMeet(other, brief));
        }),
      );
    });
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

  /** Adds items, with primary keys from `first` on. */
  async add(
    articles: readonly { readonly article: number; readonly items: readonly Item[] }[],
    first: number,
  ): Promise<readonly ItemRow[]> {
    let next = first;
    const made = articles.flatMap(({ article, items }) =>
      items.map((item): ItemRow => ({ pk: next, article, cluster: next++, item })),
    );
    for (const { article } of articles) this.#articles.add(article);
    for (const row of made) {
      this.#rows.set(row.pk, row);
      this.#clusters.add(row.pk);
    }
    await insertAll(this.#connection, 'item', [['pk', 'integer'], ['article', 'integer'], ['cluster', 'integer'], ['brief', 'text'], ['data', 'text']], made.map((row) => [row.pk, row.article, row.cluster, writeBrief(this.briefOf(row)), write(row.item)])); // prettier-ignore
    return made;
  }

  async setClusters(changes: ReadonlyMap<number, number>): Promise<void> {
    const rows: [number, number][] = [];
    for (const [pk, cluster] of changes) {
      const row = this.#rows.get(pk);
      if (row === undefined || row.cluster === cluster) continue;
      row.cluster = cluster;
      rows.push([pk, cluster]);
    }
    await updateAll(this.#connection, 'item', 'pk', ['cluster', 'integer'], rows);
  }

  async remove(pks: readonly number[]): Promise<void> {
    for (const pk of pks) {
      this.#rows.delete(pk);
      this.#briefs.delete(pk);
    }
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
    this.decidesPairs = links.documents.size > 0;
  }

  override readonly decidesPairs: boolean;
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
