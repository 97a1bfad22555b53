import { insertAll, oneOf, type Connection } from '../store/store.js';
import type { Profile } from '../profiles.js';
import { bodyBlocks, officeBlock, peopleBlock, placeBlock } from '../who-is-who.js';

/** A profile as the ledger keeps it: with its group of places, what it is by the rules, and the actor that it is. */
export interface ProfileRow {
  readonly pk: number;
  readonly profile: Profile;
  place: string | null;
  /** Whether it is a place, or a word that some article took for a name and that is one. */
  placed: boolean;
  root: string;
  actor: number | null;
}

interface Stored {
  readonly pk: number;
  readonly data: string;
  readonly place: string | null;
  readonly placed: number;
  readonly root: string;
  readonly actor: number | null;
}

/** The blocks in which a profile can meet another one, each with the step that asks for it. */
export function blocksOfProfile(p: Profile): readonly string[] {
  const place = placeBlock(p);
  const people = peopleBlock(p);
  const office = officeBlock(p);
  return [
    ...(place === null ? [] : [`p:${place}`]),
    ...(people === null ? [] : [`s:${people}`]),
    ...bodyBlocks(p).map((block) => `b:${block}`),
    ...(office === null ? [] : [`o:${office}`]),
    ...(p.side === null ? [] : [`d:${p.side}`]),
  ];
}

/** The profiles that the filing of one article has to look at; each is loaded once, and written back where it has changed. */
export class ProfileRows {
  readonly #connection: Connection;
  readonly #rows = new Map<string, ProfileRow>();
  readonly #before = new Map<string, string>();
  readonly #blocks = new Map<string, readonly ProfileRow[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get loaded(): Iterable<ProfileRow> {
    return this.#rows.values();
  }

  known(key: string): ProfileRow | undefined {
    return this.#rows.get(key);
  }

  async byKeys(keys: Iterable<string>): Promise<readonly ProfileRow[]> {
    const all = [...new Set(keys)];
    const missing = all.filter((key) => !this.#rows.has(key));
    if (missing.length > 0) {
      const rows = await this.#connection.all<Stored>(`select pk, data, place, placed, root, actor from profile where key in ${oneOf(this.#connection, 'text')}`, JSON.stringify(missing)); // prettier-ignore
      this.#take(rows);
    }
    return all.flatMap((key) => this.#rows.get(key) ?? []);
  }

  async byActors(actors: readonly number[]): Promise<readonly ProfileRow[]> {
    if (actors.length === 0) return [];
    const rows = await this.#connection.all<Stored>(`select pk, data, place, placed, root, actor from profile where actor in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(actors)); // prettier-ignore
    return this.#take(rows);
  }

  /** All profiles of blocks; of those that are loaded already, as they are now. */
  async inBlocks(blocks: Iterable<string>): Promise<ReadonlyMap<string, readonly ProfileRow[]>> {
    const all = [...new Set(blocks)];
    const missing = all.filter((block) => !this.#blocks.has(block));
    if (missing.length > 0) {
      const found = await this.#connection.all<Stored & { block: string }>(`select b.block, p.pk, p.data, p.place, p.placed, p.root, p.actor from profile_block b join profile p on p.pk = b.profile where b.block in ${oneOf(this.#connection, 'text')}`, JSON.stringify(missing)); // prettier-ignore
      const byBlock = new Map<string, Stored[]>(missing.map((block) => [block, []]));
      for (const row of found) byBlock.get(row.block)?.push(row);
      for (const [block, rows] of byBlock) this.#blocks.set(block, this.#take(rows));
    }
    return new Map(all.map((block) => [block, this.#blocks.get(block) ?? []]));
  }

  async placesIn(groups: readonly string[]): Promise<readonly ProfileRow[]> {
    if (groups.length === 0) return [];
    const rows = await this.#connection.all<Stored>(`select pk, data, place, placed, root, actor from profile where place in ${oneOf(this.#connection, 'text')}`, JSON.stringify(groups)); // prettier-ignore
    this.#take(rows);
    const wanted = new Set(groups);
    return [...this.#rows.values()].filter((row) => row.place !== null && wanted.has(row.place));
  }

  /** All profiles of some roots, as they are now. */
  async byRoots(roots: Iterable<string>): Promise<readonly ProfileRow[]> {
    const wanted = new Set(roots);
    if (wanted.size === 0) return [];
    this.#take(await this.#connection.all<Stored>(`select pk, data, place, placed, root, actor from profile where root in ${oneOf(this.#connection, 'text')}`, JSON.stringify([...wanted]))); // prettier-ignore
    return [...this.#rows.values()].filter((row) => wanted.has(row.root));
  }

  /** Adds the profiles that are new; gives those. */
  async add(profiles: readonly Profile[]): Promise<readonly ProfileRow[]> {
    await this.byKeys(profiles.map((p) => p.key));
    const added: ProfileRow[] = [];
    let next = 0;
    for (const profile of profiles) {
      const row = this.#rows.get(profile.key);
      if (row !== undefined) continue;
      if (next === 0) next = await nextKey(this.#connection, 'profile');
      const made: ProfileRow = { pk: next++, profile, place: null, placed: false, root: profile.key, actor: null };
      this.#rows.set(profile.key, made);
      added.push(made);
    }
    if (added.length > 0) {
      await insertAll(this.#connection, 'profile', COLUMNS, added.map((row) => [row.pk, row.profile.key, JSON.stringify(row.profile), null, 0, row.root, null])); // prettier-ignore
      await insertAll(this.#connection, 'profile_block', [['block', 'text'], ['profile', 'integer']], added.flatMap((row) => blocksOfProfile(row.profile).map((block) => [block, row.pk]))); // prettier-ignore
      for (const row of added) this.#before.set(row.profile.key, stateOf(row));
    }
    return added;
  }

  /** Takes out the profiles that no article has any more; gives them. */
  async dismiss(keys: readonly string[]): Promise<readonly ProfileRow[]> {
    const rows = await this.byKeys(keys);
    const kept = await this.#connection.all<{ profile: number }>(`select distinct profile from article_profile where profile in ${oneOf(this.#connection, 'integer')}`, JSON.stringify(rows.map((row) => row.pk))); // prettier-ignore
    const still = new Set(kept.map(({ profile }) => profile));
    const gone = rows.filter((row) => !still.has(row.pk));
    for (const row of gone) this.#rows.delete(row.profile.key);
    const pks = JSON.stringify(gone.map((row) => row.pk));
    await this.#connection.run(`delete from profile where pk in ${oneOf(this.#connection, 'integer')}`, pks);
    await this.#connection.run(`delete from profile_block where profile in ${oneOf(this.#connection, 'integer')}`, pks);
    this.#blocks.clear();
    return gone;
  }

  /** Writes back the rows that have changed; gives those whose actor is another one than before. */
  async save(): Promise<readonly ProfileRow[]> {
    const changed = [...this.#rows.values()].filter((row) => this.#before.get(row.profile.key) !== stateOf(row));
    await insertAll(
      this.#connection,
      'profile',
      COLUMNS,
      changed.map((row) => [
        row.pk,
        row.profile.key,
        JSON.stringify(row.profile),
        row.place,
        row.placed ? 1 : 0,
        row.root,
        row.actor,
      ]),
      'on conflict (pk) do update set place = excluded.place, placed = excluded.placed, root = excluded.root, actor = excluded.actor',
    );
    for (const row of changed) this.#before.set(row.profile.key, stateOf(row));
    return changed;
  }

  #take(rows: readonly Stored[]): readonly ProfileRow[] {
    return rows.flatMap(({ pk, data, place, placed, root, actor }) => {
      const profile = JSON.parse(data) as Profile;
      const known = this.#rows.get(profile.key);
      if (known !== undefined) return known;
      const row: ProfileRow = { pk, profile, place, placed: placed === 1, root, actor };
      this.#rows.set(profile.key, row);
      this.#before.set(profile.key, stateOf(row));
      return row;
    });
  }
}

const COLUMNS = [['pk', 'integer'], ['key', 'text'], ['data', 'text'], ['place', 'text'], ['placed', 'integer'], ['root', 'text'], ['actor', 'integer']] as const; // prettier-ignore
const stateOf = ({ place, placed, root, actor }: ProfileRow): string => JSON.stringify([place, placed, root, actor]);

/** The next free primary key of a table; the one writer that there is takes as many as it needs from there. */
export async function nextKey(connection: Connection, table: string): Promise<number> {
  const [row] = await connection.all<{ top: number | null }>(`select max(pk) as top from ${table}`);
  return (row?.top ?? 0) + 1;
}
