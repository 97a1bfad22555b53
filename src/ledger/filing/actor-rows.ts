import { givenNames } from '../decisions.js';
import { foldedName } from '../profiles.js';
import { patronOf } from '../who.js';
import { decided, reasonOf, type ActorDecisions } from '../who-is-who.js';
import { actorId, countryOfActor, displayName, kindOf } from '../work-out.js';
import { insertAll, oneOf, updateAll, type Connection } from '../store/store.js';
import { nextKey, type ProfileRow, type ProfileRows } from './profile-rows.js';

interface ActorRow {
  readonly pk: number;
  readonly root: string;
  readonly acts_for: number | null;
  readonly side: number | null;
}

/**
 * Gives every profile whose root has changed its actor, and works out again the actors that gained or lost profiles; gives the profiles
 * whose actor, or whose actor's side, is another one than before, by primary keys.
 *
 * @param lost actors of profiles that are gone
 */
export async function saveActors(
  connection: Connection,
  rows: ProfileRows,
  decisions: ActorDecisions,
  lost: readonly number[] = [],
): Promise<ReadonlySet<number>> {
  const finalRoot = await decidedRoots(rows, decisions);
  const all = [...rows.loaded];
  const roots = new Map(all.map((row) => [row.profile.key, finalRoot(row.profile.key)]));
  const moved = new Set<number>();
  const affected = new Set<number>(lost);
  const wanted = new Set(roots.values());
  const actors = new Map<string, number>();
  const found = await connection.all<{ pk: number; root: string }>(`select pk, root from actor where root in ${oneOf(connection, 'text')}`, JSON.stringify([...wanted])); // prettier-ignore
  for (const { pk, root } of found) actors.set(root, pk);
  const made: [number, string][] = [];
  let next = 0;
  for (const row of all) {
    const root = roots.get(row.profile.key) as string;
    let actor = actors.get(root);
    if (actor === undefined) {
      if (next === 0) next = await nextKey(connection, 'actor');
      actor = next++;
      actors.set(root, actor);
      made.push([actor, root]);
    }
    if (row.actor === actor) continue;
    if (row.actor !== null) affected.add(row.actor);
    affected.add(actor);
    row.actor = actor;
    moved.add(row.pk);
  }
  await insertAll(connection, 'actor', [['pk', 'integer'], ['id', 'text'], ['name', 'text'], ['kind', 'text'], ['root', 'text']], made.map(([pk, root]) => [pk, '', '', 'group', root])); // prettier-ignore
  await rows.save();
  // A state that is now another one changes for whom its people speak.
  const people = await rows.inBlocks(all.filter((row) => moved.has(row.pk)).map((row) => `d:${row.profile.key}`));
  for (const p of [...people.values()].flat()) if (p.actor !== null) affected.add(p.actor);
  const turned = await describe(connection, rows, affected, finalRoot, actors);
  for (const row of await rows.byActors([...turned])) moved.add(row.pk);
  return moved;
}

/** Roots as people have decided; of what they decided, the profiles are loaded. */
async function decidedRoots(rows: ProfileRows, decisions: ActorDecisions): Promise<(key: string) => string> {
  if (decisions.merged.length > 0) await rows.byKeys(decisions.merged.flat());
  const root = decided((key) => rows.known(key)?.root ?? key, decisions);
  return root;
}

/** Works out names, kinds and sides of actors; gives the actors whose side has changed. */
async function describe(
  connection: Connection,
  rows: ProfileRows,
  affected: ReadonlySet<number>,
  finalRoot: (key: string) => string,
  actors: Map<string, number>,
): Promise<ReadonlySet<number>> {
  if (affected.size === 0) return new Set();
  const profiles = new Map<number, ProfileRow[]>([...affected].map((pk) => [pk, []]));
  for (const row of await rows.byActors([...affected])) if (row.actor !== null) profiles.get(row.actor)?.push(row);
  for (const row of rows.loaded) {
    const own = row.actor === null ? undefined : profiles.get(row.actor);
    if (own !== undefined && !own.includes(row)) own.push(row);
  }
  for (const [pk, own] of profiles)
    profiles.set(
      pk,
      own.filter((row) => row.actor === pk),
    );
  // Whom they speak for, and the profiles that stand for these.
  const sides = await rows.byKeys([...profiles.values()].flat().flatMap((row) => row.profile.side ?? []));
  await rows.byKeys(sides.map(({ profile }) => finalRoot(profile.key)));
  const gone = [...profiles].filter(([, own]) => own.length === 0).map(([pk]) => pk);
  await connection.run(`delete from actor where pk in ${oneOf(connection, 'integer')}`, JSON.stringify(gone));
  await connection.run(`delete from actor_name where actor in ${oneOf(connection, 'integer')}`, JSON.stringify([...affected]));
  const before = await connection.all<ActorRow>(`select pk, root, acts_for, side from actor where pk in ${oneOf(connection, 'integer')}`, JSON.stringify([...affected])); // prettier-ignore
  const rootOf = new Map(before.map((row) => [row.pk, row.root]));
  const patrons = new Map<number, number | null>();
  const names: [number, string, string, string][] = [];
  const given = await givenNames(connection);
  const written = [...profiles].flatMap(([pk, own]) => {
    const root = rootOf.get(pk);
    if (own.length === 0 || root === undefined) return [];
    const list = own.map((row) => row.profile).sort((a, b) => (a.key < b.key ? -1 : 1));
    const patron = patronOf(list, finalRoot);
    const actsFor = patron === null || patron === root ? null : (actors.get(patron) ?? rows.known(patron)?.actor ?? null);
    patrons.set(pk, actsFor);
    for (const name of new Set(list.map((p) => p.name)))
      names.push([pk, name, foldedName(name), foldedName(name).split(' ').at(-1) ?? '']);
    const reason = reasonOf(list, (key) => rows.known(key)?.place ?? null);
    return [
      [
        pk,
        actorId(list, root),
        list.map((p) => given.get(p.key)).find((name) => name !== undefined) ?? displayName(list, root),
        kindOf(list),
        countryOfActor(list),
        actsFor,
        null,
        reason,
        root,
      ],
    ];
  });
  await insertAll(
    connection,
    'actor',
    [['pk', 'integer'], ['id', 'text'], ['name', 'text'], ['kind', 'text'], ['country', 'text'], ['acts_for', 'integer'], ['side', 'integer'], ['inferred', 'text'], ['root', 'text']], // prettier-ignore
    written,
    'on conflict (pk) do update set id = excluded.id, name = excluded.name, kind = excluded.kind, country = excluded.country, acts_for = excluded.acts_for, inferred = excluded.inferred',
  );
  await insertAll(
    connection,
    'actor_name',
    [
      ['actor', 'integer'],
      ['name', 'text'],
      ['folded', 'text'],
      ['last', 'text'],
    ],
    names,
    'on conflict do nothing',
  );
  return settleSides(connection, affected);
}

/** Follows for whom actors speak to the end, for those affected and for those that speak for them; gives those whose side has changed. */
async function settleSides(connection: Connection, affected: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const changed = new Set<number>();
  let last: readonly number[] = [...affected];
  for (let steps = 0; last.length > 0 && steps < 8; steps++) {
    const rows = await connection.all<{ pk: number; side: number | null }>(`select pk, side from actor where pk in ${oneOf(connection, 'integer')}`, JSON.stringify(last)); // prettier-ignore
    const own = await ends(
      connection,
      rows.map(({ pk }) => pk),
    );
    const turned = rows.filter(({ pk, side }) => own.get(pk) !== side);
    for (const { pk } of turned) changed.add(pk);
    await updateAll(connection, 'actor', 'pk', ['side', 'integer'], turned.map(({ pk }) => [pk, own.get(pk) ?? pk])); // prettier-ignore
    const dependants = await connection.all<{ pk: number }>(`select pk from actor where acts_for in ${oneOf(connection, 'integer')}`, JSON.stringify(turned.map(({ pk }) => pk))); // prettier-ignore
    last = dependants.map(({ pk }) => pk).filter((pk) => !changed.has(pk));
  }
  return changed;
}

/** Where the chain of those for whom an actor speaks ends. */
async function ends(connection: Connection, pks: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const out = new Map(pks.map((pk) => [pk, pk]));
  let open = new Set(pks);
  for (let steps = 0; open.size > 0 && steps < 6; steps++) {
    const at = [...new Set([...open].map((pk) => out.get(pk) as number))];
    const rows = await connection.all<{ pk: number; acts_for: number | null }>(`select pk, acts_for from actor where pk in ${oneOf(connection, 'integer')}`, JSON.stringify(at)); // prettier-ignore
    const next = new Map(rows.map(({ pk, acts_for }) => [pk, acts_for]));
    const going = new Set<number>();
    for (const pk of open) {
      const above = next.get(out.get(pk) as number) ?? null;
      if (above === null || above === pk) continue;
      out.set(pk, above);
      going.add(pk);
    }
    open = going;
  }
  return out;
}
