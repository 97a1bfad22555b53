import { fold, isForm } from '../reading/name-forms.js';
import { isAdjectiveOf } from '../reading/unlisted-states.js';
import { plainName, type Profile, type SeatSign } from './profiles.js';

/*
 * Who is who among profiles, in steps, each over a block of profiles that no other block can change: places by the beginning of their name,
 * seats of power by the signs for them, bodies by their names and acronyms, people by their surname, offices by side. A step is a pure
 * function of its block and of what the steps before it gave; a ledger runs again only the blocks that a new article touches, and gets
 * what a run over everything would give.
 */

/** Names of groups: the least key of the profiles that are one. */
export type Groups = ReadonlyMap<string, string>;

/** Unlisted places and single words that may be one of them, by the first letters of their names. */
export const placeBlock = (p: Profile): string | null =>
  p.by === 'country' || (p.by === 'name' && (p.kind === 'state' || !p.name.includes(' ')) && p.kind !== 'group')
    ? p.by === 'country'
      ? `country ${p.country ?? ''}`
      : plainName(p.name).slice(0, 3)
    : null;

/** People by their surname: spellings of one name fall together. */
export const peopleBlock = (p: Profile): string | null => (p.kind === 'person' && p.by === 'name' ? surnameKey(p.name) : null);

/** Bodies by each of their names. */
export const bodyBlocks = (p: Profile): readonly string[] =>
  p.by === 'name' && (p.kind === 'organisation' || p.kind === 'group')
    ? [...new Set([plainName(p.name), ...(p.short === null ? [] : [plainName(p.short)])])]
    : [];

/** The least key of each group of a union-find over keys. */
class Unions {
  readonly #parent = new Map<string, string>();

  constructor(keys: readonly string[]) {
    for (const key of keys) this.#parent.set(key, key);
  }

  of(key: string): string {
    let at = key;
    for (let above = this.#parent.get(at); above !== undefined && above !== at; above = this.#parent.get(at)) at = above;
    return at;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parent.set(x < y ? y : x, x < y ? x : y);
  }

  get groups(): Groups {
    return new Map([...this.#parent.keys()].map((key) => [key, this.of(key)]));
  }
}

const byKey = (a: Profile, b: Profile): number => (a.key < b.key ? -1 : 1);

/**
 * Places of one block: equal names, and an adjective with the name it is built on. A single word that some article took for a person's or a
 * body's name is the state of that name.
 */
export function placeGroups(block: readonly Profile[]): Groups {
  const all = [...block].sort(byKey);
  const unions = new Unions(all.map((p) => p.key));
  const states = all.filter((p) => p.kind === 'state');
  for (const a of states)
    for (const b of all) {
      if (a === b) continue;
      const [x, y] = [plainName(a.name), plainName(b.name)];
      if (x === y || isAdjectiveOf(y, x) || (b.kind === 'state' && isAdjectiveOf(x, y))) unions.join(a.key, b.key);
    }
  return unions.groups;
}

/** Signs for a seat, in tenths, from which on a place counts as the state's; and how many times those for any other state. */
const SEAT_WEIGHT = 20;
const SEAT_LEAD = 2;

/** The state for which a place stands, by the signs of all articles; null where they do not say. */
export function seatTarget(weights: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first !== undefined && first[1] >= SEAT_WEIGHT && first[1] >= SEAT_LEAD * (second?.[1] ?? 0) ? first[0] : null;
}

/** Follows seats to their states; of a ring of places that point at each other, the least key. */
export function seatRoot(place: string, targetOf: (place: string) => string | null): string {
  const seen: string[] = [];
  for (let at = place; ;) {
    const again = seen.indexOf(at);
    if (again >= 0) return seen.slice(again).sort()[0] as string;
    seen.push(at);
    const next = targetOf(at);
    if (next === null) return at;
    at = next;
  }
}

/** Names of bodies that are the government itself: "the Ombrian foreign ministry" is an alias of the state. */
const GOVERNMENT = /\b(?:government|(?:foreign|defen[cs]e|interior) ministry|ministry of (?:foreign affairs|defen[cs]e)|cabinet|presidency|administration|prime minister[’']s office)$/iu; // prettier-ignore
export const isGovernment = (p: Profile): boolean => p.kind === 'organisation' && p.side !== null && GOVERNMENT.test(p.name);

/**
 * Bodies that share a name or an acronym that an article gives with the name. An acronym that two long names bear belongs to neither where
 * it stands alone, and bodies of two countries stay two.
 */
export function bodyGroups(component: readonly Profile[]): Groups {
  const all = [...component].sort(byKey);
  const unions = new Unions(all.map((p) => p.key));
  const apart = (a: Profile, b: Profile): boolean => a.country !== null && b.country !== null && a.country !== b.country;
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      if (apart(a, b)) continue;
      if (plainName(a.name) === plainName(b.name)) unions.join(a.key, b.key);
      for (const [long, short] of [
        [a, b],
        [b, a],
      ] as const) {
        if (long.short === null || plainName(long.short) !== plainName(short.name)) continue;
        const bearers = new Set(
          all.filter((p) => p.short !== null && plainName(p.short) === plainName(short.name)).map((p) => plainName(p.name)),
        );
        if (bearers.size === 1) unions.join(long.key, short.key);
      }
    }
  return unions.groups;
}

/** A surname by its consonants: "Vörös" and "Voros", "Zelensky" and "Zelenskiy" fall together. */
export function surnameKey(name: string): string {
  const letters = lastWord(name).replace(/[^\p{L}]/gu, '');
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyhwj]/gu, '')
      .replace(/(.)\1+/gu, '$1')
  );
}

const plainLetters = (name: string): string => fold(name.replace(/æ/giu, 'ae').replace(/ø/giu, 'o').replace(/ß/gu, 'ss'));
const lastWord = (name: string): string =>
  plainLetters(name)
    .split(/\s+/u)
    .filter((w) => !/^(?:jr|sr|ii|iii)\.?$/u.test(w))
    .at(-1) ?? '';

/**
 * People of one surname. Full names that are forms of each other are one, unless their states differ: two bearers of one name stay two. A
 * name without a state, or a surname alone, is the one bearer that fits, or stays by itself.
 *
 * @param stateOf the group of the state that a profile speaks for; null where it speaks for none, or for a body
 */
export function peopleGroups(block: readonly Profile[], stateOf: (p: Profile) => string | null): Groups {
  const all = [...block].sort(byKey);
  const unions = new Unions(all.map((p) => p.key));
  const bearers: Profile[][] = [];
  const states = (bearer: readonly Profile[]): ReadonlySet<string> => new Set(bearer.flatMap((p) => stateOf(p) ?? []));
  const clash = (p: Profile, bearer: readonly Profile[]): boolean => {
    const state = stateOf(p);
    const theirs = states(bearer);
    const country = p.country !== null && bearer.some((q) => q.country !== null) && !bearer.some((q) => q.country === p.country);
    return country || (state !== null && theirs.size > 0 && !theirs.has(state));
  };
  const full = all.filter((p) => p.name.includes(' '));
  const known = (p: Profile): boolean => stateOf(p) !== null || p.country !== null;
  for (const p of [...full.filter(known), ...full.filter((q) => !known(q))]) {
    const open = bearers.filter((bearer) => bearer.some((q) => sameName(p.name, q.name)) && !clash(p, bearer));
    const state = stateOf(p);
    const same = known(p)
      ? (open.find((b) => state !== null && states(b).has(state)) ?? open[0])
      : open.length === 1
        ? open[0]
        : undefined;
    if (same === undefined) bearers.push([p]);
    else same.push(p);
  }
  for (const bearer of bearers) for (const p of bearer.slice(1)) unions.join((bearer[0] as Profile).key, p.key);
  const alone = all.filter((p) => !p.name.includes(' '));
  for (const p of alone) {
    const near = bearers.filter(
      (bearer) => bearer.some((q) => nearSpelling(lastWord(q.name), lastWord(p.name))) && !clash(p, bearer),
    );
    const state = stateOf(p);
    const same = state === null ? near : near.filter((bearer) => states(bearer).has(state));
    const chosen = same.length === 1 ? same[0] : near.length === 1 ? near[0] : undefined;
    if (chosen !== undefined) unions.join((chosen[0] as Profile).key, p.key);
  }
  // Surnames that nobody bears in full are one where nothing speaks against it.
  if (bearers.length === 0)
    for (const [i, a] of alone.entries())
      for (const b of alone.slice(i + 1)) if (lastWord(a.name) === lastWord(b.name) && !clash(a, [b])) unions.join(a.key, b.key);
  return unions.groups;
}

/** Two full names of one person: forms of each other, or spelled nearly alike with the same first name. */
export function sameName(a: string, b: string): boolean {
  if (isForm(a, b)) return true;
  const first = (name: string): string => plainLetters(name).split(/\s+/u)[0] ?? '';
  return nearSpelling(first(a), first(b)) && nearSpelling(lastWord(a), lastWord(b));
}

/** Two spellings of one word: equal, or of the same consonants and no more than two letters apart. */
export function nearSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  return (
    Math.min(a.length, b.length) >= 3 && Math.abs(a.length - b.length) <= 2 && a[0] === b[0] && surnameKey(a) === surnameKey(b)
  );
}

/** People by office and side, where one profile gives both; and descriptions by office. */
export const officeBlock = (p: Profile): string | null =>
  p.kind === 'person' && p.office !== null && p.side !== null && p.by !== 'article' ? `${p.office}|${p.side}` : null;

/** Why profiles were put together that no name puts together: an office, or a seat of power. */
export function reasonOf(profiles: readonly Profile[], placeOf: (key: string) => string | null): string | null {
  const reasons: string[] = [];
  const described = profiles.find((p) => p.by === 'office');
  if (described !== undefined && profiles.some((p) => p.by === 'name'))
    reasons.push(`the only ${described.office ?? ''} named for that side`);
  const places = new Map<string, string>();
  for (const p of [...profiles].sort(byKey)) {
    const place = placeOf(p.key);
    if (place !== null && !places.has(place)) places.set(place, p.name);
  }
  if (places.size > 1) reasons.push(`${[...places.values()].sort().join(', ')}: what officials say and do there is the state's`);
  return reasons.length === 0 ? null : reasons.join('; ');
}

/** Whom an office of a side means: the one person who is named with it; null where none or several are. */
export const holderOf = (holders: ReadonlySet<string>): string | null =>
  holders.size === 1 ? ([...holders][0] as string) : null;

/** An actor of the ledger: the profiles that are one. */
export interface Identity {
  /** The least key of its profiles by the rules; the same for the same set of profiles, whatever their order. */
  readonly key: string;
  readonly profiles: readonly Profile[];
  /** Why profiles were put together that no name puts together; null where names do. */
  readonly inferred: string | null;
}

/** What people have decided of actors: pairs of profile keys that are one, or that are not. */
export interface ActorDecisions {
  readonly merged: readonly (readonly [string, string])[];
  /** Profiles that are taken out of their actor, and are one of their own. */
  readonly split: readonly (readonly string[])[];
}

export const NO_DECISIONS: ActorDecisions = { merged: [], split: [] };

/** Who is who among all profiles of a ledger, in one go. */
export function whoIsWho(
  profiles: readonly Profile[],
  signs: readonly SeatSign[],
  decisions: ActorDecisions = NO_DECISIONS,
): readonly Identity[] {
  const all = [...profiles].sort(byKey);
  const byProfile = new Map(all.map((p) => [p.key, p]));
  const places = new Map<string, string>();
  for (const block of blocksOf(all, (p) => [placeBlock(p)].filter((b) => b !== null)).values())
    for (const [key, group] of placeGroups(block)) places.set(key, group);
  const targets = new Map<string, string | null>();
  for (const [seat, weights] of seatWeights(signs, (key) => places.get(key))) targets.set(seat, seatTarget(weights));
  const placeRoot = (key: string): string | null => {
    const group = places.get(key);
    return group === undefined ? null : seatRoot(group, (place) => targets.get(place) ?? null);
  };
  const isPlace = placesOf(all, places);
  const roots = new Map<string, string>();
  for (const p of all) {
    const place = isPlace.has(places.get(p.key) ?? '') || targets.get(places.get(p.key) ?? '') != null ? placeRoot(p.key) : null;
    if (place !== null) roots.set(p.key, place);
  }
  for (const p of all)
    if (isGovernment(p) && roots.has(p.side as string)) roots.set(p.key, roots.get(p.side as string) as string);
  const bodies = blocksOf(
    all.filter((p) => !roots.has(p.key)),
    bodyBlocks,
  );
  for (const component of joined([...bodies.values()])) for (const [key, group] of bodyGroups(component)) roots.set(key, group);
  const stateOf = (p: Profile): string | null =>
    p.side === null || byProfile.get(p.side)?.kind !== 'state' ? null : (roots.get(p.side) ?? null);
  for (const block of blocksOf(
    all.filter((p) => !roots.has(p.key)),
    (p) => [peopleBlock(p)].filter((b) => b !== null),
  ).values())
    for (const [key, group] of peopleGroups(block, stateOf)) roots.set(key, group);
  const sideRoot = (p: Profile): string => roots.get(p.side as string) ?? (p.side as string);
  const offices = new Map<string, { holders: Set<string>; described: Profile[] }>();
  for (const p of all) {
    if (officeBlock(p) === null) continue;
    const key = JSON.stringify([p.office, sideRoot(p)]);
    const office = offices.get(key) ?? { holders: new Set(), described: [] };
    if (p.by === 'office') office.described.push(p);
    else office.holders.add(roots.get(p.key) ?? p.key);
    offices.set(key, office);
  }
  for (const { holders, described } of offices.values())
    for (const p of described) roots.set(p.key, holderOf(holders) ?? (described[0] as Profile).key);
  const root = decided((key) => roots.get(key) ?? key, decisions);
  const out = new Map<string, Profile[]>();
  for (const p of all) {
    const key = root(p.key);
    const known = out.get(key);
    if (known === undefined) out.set(key, [p]);
    else known.push(p);
  }
  return [...out].map(([key, own]) => ({ key, profiles: own, inferred: reasonOf(own, (k) => places.get(k) ?? null) }));
}

/** Roots as people have decided: what was split stands apart, what was merged is one. The last split of a profile counts. */
export function decided(rootOf: (key: string) => string, { merged, split }: ActorDecisions): (key: string) => string {
  const apart = new Map(split.flatMap((keys) => keys.map((key) => [key, `split ${[...keys].sort()[0] ?? key}`] as const)));
  const plain = (key: string): string => apart.get(key) ?? rootOf(key);
  const unions = new Unions([...new Set(merged.flat().map(plain))]);
  for (const [a, b] of merged) unions.join(plain(a), plain(b));
  return (key) => unions.of(plain(key));
}

/** Groups of places that hold a state: the others are people and bodies of one word. */
function placesOf(all: readonly Profile[], places: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(all.filter((p) => p.kind === 'state').map((p) => places.get(p.key) as string));
}

/** The signs for every seat, summed over the groups of places that they point at. */
export function seatWeights(
  signs: readonly SeatSign[],
  groupOf: (key: string) => string | undefined,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const { seat, state, weight } of signs) {
    const [from, to] = [groupOf(seat), groupOf(state)];
    if (from === undefined || to === undefined || from === to) continue;
    const weights = out.get(from) ?? new Map<string, number>();
    out.set(from, weights.set(to, (weights.get(to) ?? 0) + weight));
  }
  return out;
}

function blocksOf(
  profiles: readonly Profile[],
  blocks: (p: Profile) => readonly string[],
): ReadonlyMap<string, readonly Profile[]> {
  const out = new Map<string, Profile[]>();
  for (const p of profiles)
    for (const block of blocks(p)) {
      const known = out.get(block);
      if (known === undefined) out.set(block, [p]);
      else known.push(p);
    }
  return out;
}

/** Blocks that share a profile are one component. */
function joined(blocks: readonly (readonly Profile[])[]): readonly (readonly Profile[])[] {
  const unions = new Unions([...new Set(blocks.flat().map((p) => p.key))]);
  for (const block of blocks) for (const p of block.slice(1)) unions.join((block[0] as Profile).key, p.key);
  const out = new Map<string, Map<string, Profile>>();
  for (const p of blocks.flat()) {
    const key = unions.of(p.key);
    out.set(key, (out.get(key) ?? new Map<string, Profile>()).set(p.key, p));
  }
  return [...out.values()].map((component) => [...component.values()]);
}
