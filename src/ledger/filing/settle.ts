import type { Profile, SeatSign } from '../profiles.js';
import { insertAll, oneOf, type Connection } from '../store/store.js';
import { bodyBlocks, bodyGroups, holderOf, isGovernment, officeBlock, peopleBlock, peopleGroups, placeBlock, placeGroups, seatRoot, seatTarget } from '../who-is-who.js'; // prettier-ignore
import type { ProfileRow, ProfileRows } from './profile-rows.js';

/** What an article changed of who is who: profiles that came or went, and signs for seats. */
export interface Touched {
  readonly added: readonly ProfileRow[];
  readonly gone: readonly ProfileRow[];
  readonly signs: readonly SeatSign[];
}

/**
 * Works out again who is who in the blocks that an article touches, with the steps of `whoIsWho` in their order; afterwards every profile
 * has the root that a run over all profiles would give it.
 */
export async function settle(connection: Connection, rows: ProfileRows, touched: Touched): Promise<void> {
  const seeds = [...touched.added, ...touched.gone].map(({ profile }) => profile);
  const changed = new Set<string>();
  const setRoot = (row: ProfileRow, root: string): void => {
    if (row.root === root) return;
    row.root = root;
    changed.add(row.profile.key);
  };
  const flipped = await settlePlaces(connection, rows, touched, seeds, setRoot);
  const asked = [...seeds, ...flipped.map((row) => row.profile)];
  await settleBodies(rows, asked, changed, setRoot);
  await settlePeople(rows, asked, changed, setRoot);
  await settleOffices(rows, asked, changed, setRoot);
}

type SetRoot = (row: ProfileRow, root: string) => void;

const present = (blocks: readonly (string | null)[]): readonly string[] => blocks.filter((block) => block !== null);

/** Places, and the seats of power among them; gives the profiles that have become places or are none any more. */
async function settlePlaces(
  connection: Connection,
  rows: ProfileRows,
  { gone, signs }: Touched,
  seeds: readonly Profile[],
  setRoot: SetRoot,
): Promise<readonly ProfileRow[]> {
  const blocks = present(seeds.map((p) => placeBlock(p))).map((block) => `p:${block}`);
  const affected = new Set<string>(gone.flatMap((row) => row.place ?? []));
  for (const block of (await rows.inBlocks(blocks)).values()) {
    const groups = placeGroups(block.map((row) => row.profile));
    for (const row of block) {
      const group = groups.get(row.profile.key) ?? null;
      if (row.place !== group) {
        if (row.place !== null) affected.add(row.place);
        row.place = group;
        if (group !== null) affected.add(group);
      }
    }
    // Whether a group is a place hangs on all its members.
    if (block.length > 0) for (const p of seeds) if (groups.has(p.key)) affected.add(groups.get(p.key) as string);
  }
  for (const row of await rows.byKeys(signs.map((sign) => sign.seat))) if (row.place !== null) affected.add(row.place);
  if (affected.size === 0) return [];
  await saveSeats(connection, rows, affected);
  // Seats that stand for an affected place, and seats of those.
  const groups = new Set(affected);
  for (let last: readonly string[] = [...affected]; last.length > 0;) {
    const pointing = await connection.all<{ place: string }>(`select place from seat where target in ${oneOf(connection, 'text')}`, JSON.stringify(last)); // prettier-ignore
    last = pointing.map(({ place }) => place).filter((place) => !groups.has(place));
    for (const place of last) groups.add(place);
  }
  const members = await rows.placesIn([...groups]);
  const targets = new Map<string, string>();
  for (let last: readonly string[] = [...groups]; last.length > 0;) {
    const found = await connection.all<{ place: string; target: string }>(`select place, target from seat where place in ${oneOf(connection, 'text')}`, JSON.stringify(last)); // prettier-ignore
    for (const { place, target } of found) targets.set(place, target);
    last = found.map(({ target }) => target).filter((target) => !targets.has(target) && !last.includes(target));
  }
  const states = new Set(members.filter((row) => row.profile.kind === 'state').map((row) => row.place));
  const flipped: ProfileRow[] = [];
  for (const row of members) {
    const group = row.place as string;
    const placed = states.has(group) || targets.has(group);
    if (placed !== row.placed) flipped.push(row);
    row.placed = placed;
    if (placed)
      setRoot(
        row,
        seatRoot(group, (place) => targets.get(place) ?? null),
      );
  }
  return flipped;
}

/** Works out again for which states affected places stand, and places whose signs point at affected ones. */
async function saveSeats(connection: Connection, rows: ProfileRows, affected: Set<string>): Promise<void> {
  const own = await rows.placesIn([...affected]);
  const keys = JSON.stringify(own.map((row) => row.profile.key));
  const pointing = await connection.all<{ seat: string }>(`select distinct seat from seat_sign where state in ${oneOf(connection, 'text')}`, keys); // prettier-ignore
  const others = await rows.byKeys(pointing.map(({ seat }) => seat));
  const seats = new Set([...affected, ...others.flatMap((row) => row.place ?? [])]);
  const members = await rows.placesIn([...seats]);
  const memberKeys = JSON.stringify(members.map((row) => row.profile.key));
  const signs = await connection.all<{ seat: string; state: string; weight: number }>(`select seat, state, weight from seat_sign where weight > 0 and seat in ${oneOf(connection, 'text')}`, memberKeys); // prettier-ignore
  await rows.byKeys(signs.flatMap(({ seat, state }) => [seat, state]));
  const weights = new Map<string, Map<string, number>>();
  for (const { seat, state, weight } of signs) {
    const [from, to] = [rows.known(seat)?.place ?? null, rows.known(state)?.place ?? null];
    if (from === null || to === null || from === to) continue;
    const all = weights.get(from) ?? new Map<string, number>();
    weights.set(from, all.set(to, (all.get(to) ?? 0) + weight));
  }
  const before = await connection.all<{ place: string; target: string }>(`select place, target from seat where place in ${oneOf(connection, 'text')}`, JSON.stringify([...seats])); // prettier-ignore
  const known = new Map(before.map(({ place, target }) => [place, target]));
  const present = new Set(members.map((row) => row.place));
  for (const place of seats) {
    const target = present.has(place) ? seatTarget(weights.get(place) ?? new Map<string, number>()) : null;
    if (target === (known.get(place) ?? null)) continue;
    affected.add(place);
    if (target === null) await connection.run('delete from seat where place = ?', place);
    else await connection.run('insert into seat (place, target) values (?, ?) on conflict (place) do update set target = excluded.target', place, target); // prettier-ignore
  }
}

async function settleBodies(rows: ProfileRows, seeds: readonly Profile[], changed: Set<string>, setRoot: SetRoot): Promise<void> {
  const bySide = [...(await rows.inBlocks([...changed].map((key) => `d:${key}`))).values()].flat();
  const own = await rows.byKeys(seeds.map((p) => p.key));
  const affected = new Map<string, ProfileRow>();
  for (const row of [...bySide, ...own])
    if (row.profile.kind === 'organisation' || row.profile.kind === 'group') affected.set(row.profile.key, row);
  const blocks = new Set([...seeds, ...[...affected.values()].map((row) => row.profile)].flatMap(bodyBlocks));
  // Everything that shares a name with what is affected, and so on.
  const component = new Map<string, ProfileRow>(affected);
  for (let last: readonly string[] = [...blocks]; last.length > 0;) {
    const found = [...(await rows.inBlocks(last.map((block) => `b:${block}`))).values()].flat();
    const fresh = found.filter((row) => !component.has(row.profile.key));
    for (const row of fresh) component.set(row.profile.key, row);
    last = fresh.flatMap((row) => bodyBlocks(row.profile)).filter((block) => !blocks.has(block));
    for (const block of last) blocks.add(block);
  }
  const all = [...component.values()];
  await rows.byKeys(all.flatMap((row) => row.profile.side ?? []));
  const bodies: ProfileRow[] = [];
  for (const row of all) {
    if (row.placed) continue;
    const side = row.profile.side === null ? undefined : rows.known(row.profile.side);
    if (isGovernment(row.profile) && side?.placed === true) setRoot(row, side.root);
    else bodies.push(row);
  }
  const groups = bodyGroups(bodies.map((row) => row.profile));
  for (const row of bodies)
    setRoot(row, row.profile.by === 'name' ? (groups.get(row.profile.key) ?? row.profile.key) : row.profile.key);
}

async function settlePeople(rows: ProfileRows, seeds: readonly Profile[], changed: Set<string>, setRoot: SetRoot): Promise<void> {
  const bySide = [...(await rows.inBlocks([...changed].map((key) => `d:${key}`))).values()].flat();
  const people = [...seeds, ...bySide.map((row) => row.profile)];
  // Single words that have become places leave their surname.
  const moved = (await rows.byKeys(changed)).map((row) => row.profile);
  const blocks = present([...people, ...moved].map((p) => peopleBlock(p))).map((block) => `s:${block}`);
  const found = await rows.inBlocks(blocks);
  await rows.byKeys([...found.values()].flat().flatMap((row) => row.profile.side ?? []));
  for (const block of found.values()) {
    const own = block.filter((row) => !row.placed);
    const stateOf = (p: Profile): string | null => {
      const side = p.side === null ? undefined : rows.known(p.side);
      return side?.profile.kind === 'state' ? side.root : null;
    };
    const groups = peopleGroups(
      own.map((row) => row.profile),
      stateOf,
    );
    for (const row of own) setRoot(row, groups.get(row.profile.key) ?? row.profile.key);
  }
}

async function settleOffices(
  rows: ProfileRows,
  seeds: readonly Profile[],
  changed: Set<string>,
  setRoot: SetRoot,
): Promise<void> {
  const bySide = [...(await rows.inBlocks([...changed].map((key) => `d:${key}`))).values()].flat();
  const moved = await rows.byKeys(changed);
  const offices = new Set<string>();
  const sides = new Set<string>();
  for (const p of [...seeds, ...moved.map((row) => row.profile), ...bySide.map((row) => row.profile)]) {
    if (officeBlock(p) === null) continue;
    offices.add(p.office as string);
    sides.add(p.side as string);
  }
  // A side goes by all keys of its group.
  const sideRows = await rows.byKeys(sides);
  for (const row of await rows.byRoots(sideRows.map((side) => side.root))) sides.add(row.profile.key);
  const blocks = [...offices].flatMap((office) => [...sides].map((side) => `o:${office}|${side}`));
  const found = [...(await rows.inBlocks(blocks)).values()].flat();
  const pairs = new Map<string, { holders: Set<string>; described: ProfileRow[] }>();
  for (const row of new Set(found)) {
    const side = row.profile.side as string;
    const key = JSON.stringify([row.profile.office, rows.known(side)?.root ?? side]);
    const pair = pairs.get(key) ?? { holders: new Set(), described: [] };
    if (row.profile.by === 'office') pair.described.push(row);
    else pair.holders.add(row.root);
    pairs.set(key, pair);
  }
  for (const { holders, described } of pairs.values()) {
    const ordered = [...described].sort((a, b) => (a.profile.key < b.profile.key ? -1 : 1));
    for (const row of ordered) setRoot(row, holderOf(holders) ?? (ordered[0] as ProfileRow).profile.key);
  }
}

/** Adds signs to those that are kept, or takes them off (`sign` -1). */
export async function keepSigns(connection: Connection, signs: readonly SeatSign[], sign: 1 | -1): Promise<void> {
  const sums = new Map<string, readonly [string, string, number]>();
  for (const { seat, state, weight } of signs) {
    const key = JSON.stringify([seat, state]);
    sums.set(key, [seat, state, (sums.get(key)?.[2] ?? 0) + sign * weight]);
  }
  await insertAll(connection, 'seat_sign', [['seat', 'text'], ['state', 'text'], ['weight', 'integer']], [...sums.values()], 'on conflict (seat, state) do update set weight = seat_sign.weight + excluded.weight'); // prettier-ignore
}
