import { fold, isAcronym, isForm, isShort } from '../reading/name-forms.js';
import { isAdjectiveOf } from '../reading/unlisted-states.js';
import type { Profile, SeatSign } from './profiles.js';
import { plainName } from './profiles.js';

/** An actor of the ledger: the profiles that are one, and what they come to. */
export interface Identity {
  /** Key of the profile that stands for all; the same for the same set of profiles, whatever their order. */
  readonly key: string;
  readonly profiles: readonly Profile[];
  /** Why profiles were put together that no name puts together; null where names do. */
  readonly inferred: string | null;
}

/** What people have decided of actors, as pairs of profile keys. */
export interface ActorDecisions {
  readonly merged: readonly (readonly [string, string])[];
  readonly split: readonly (readonly [string, string])[];
}

export const NO_DECISIONS: ActorDecisions = { merged: [], split: [] };

/** Signs for a seat, in tenths, from which on a place counts as the state's; and how many times those for any other state. */
const SEAT_WEIGHT = 20;
const SEAT_LEAD = 2;

/**
 * Who is who among profiles: a pure function of the set of profiles, the signs for seats of power and the decisions of people.
 *
 * States first: by country, by name, by an adjective built on the name, and by seats. Then people, by name: two bearers of one name whose
 * states differ stay two, and a surname alone is the one bearer that fits, or stays by itself. Then whom an office of a side means, where
 * one person holds it. Bodies by name and acronym.
 */
export function whoIsWho(
  profiles: readonly Profile[],
  signs: readonly SeatSign[],
  decisions: ActorDecisions = NO_DECISIONS,
): readonly Identity[] {
  const all = [...profiles].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const groups = new Groups(all, decisions);
  const states = all.filter((p) => p.kind === 'state');
  joinStates(all, states, groups);
  joinSeats(all, signs, groups);
  const sideOf = (p: Profile): string | null => (p.side === null ? null : groups.of(p.side));
  joinBodies(all, groups, sideOf);
  joinPeople(all, groups, sideOf);
  joinOffices(all, groups, sideOf);
  return groups.finish();
}

/** Profiles put together, step by step; what people split is never joined again. */
class Groups {
  readonly #parent = new Map<string, string>();
  readonly #byKey: ReadonlyMap<string, Profile>;
  readonly #reasons = new Map<string, string>();
  readonly #split: readonly (readonly [string, string])[];

  constructor(profiles: readonly Profile[], { merged, split }: ActorDecisions) {
    this.#byKey = new Map(profiles.map((p) => [p.key, p]));
    for (const p of profiles) this.#parent.set(p.key, p.key);
    this.#split = split;
    for (const [a, b] of merged) this.join(a, b);
  }

  /** The key that stands for a profile's group so far; the key itself where the profile is not among them. */
  of(key: string): string {
    const above = this.#parent.get(key);
    if (above === undefined || above === key) return key;
    const top = this.of(above);
    this.#parent.set(key, top);
    return top;
  }

  join(a: string, b: string, reason: string | null = null): void {
    if (!this.#parent.has(a) || !this.#parent.has(b)) return;
    const [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    if (this.#split.some(([p, q]) => (this.of(p) === x && this.of(q) === y) || (this.of(p) === y && this.of(q) === x))) return;
    const [top, below] = x < y ? [x, y] : [y, x];
    this.#parent.set(below, top);
    const reasons = [reason, this.#reasons.get(x), this.#reasons.get(y)].filter(
      (r): r is string => r !== null && r !== undefined,
    );
    if (reasons.length > 0) this.#reasons.set(top, [...new Set(reasons)].sort().join('; '));
  }

  finish(): readonly Identity[] {
    const out = new Map<string, Profile[]>();
    for (const [key, profile] of this.#byKey) {
      const top = this.of(key);
      out.set(top, [...(out.get(top) ?? []), profile]);
    }
    return [...out].map(([key, profiles]) => ({ key, profiles, inferred: this.#reasons.get(key) ?? null }));
  }
}

function joinStates(all: readonly Profile[], states: readonly Profile[], groups: Groups): void {
  const unlisted = states.filter((p) => p.by === 'name');
  for (const [i, a] of unlisted.entries()) {
    for (const b of unlisted.slice(i + 1)) {
      const [x, y] = [plainName(a.name), plainName(b.name)];
      if (x === y || isAdjectiveOf(x, y) || isAdjectiveOf(y, x)) groups.join(a.key, b.key);
    }
    // One word that some article took for a person's name is the state where no person bears it in full.
    for (const p of all) {
      if ((p.kind !== 'person' && p.kind !== 'organisation') || p.by !== 'name' || p.name.includes(' ')) continue;
      const [x, y] = [plainName(a.name), plainName(p.name)];
      const bearers = all.some((q) => q.kind === 'person' && q.name.includes(' ') && fold(q.name).split(' ').includes(y));
      if (!bearers && (x === y || isAdjectiveOf(y, x))) groups.join(a.key, p.key);
    }
  }
}

function joinSeats(all: readonly Profile[], signs: readonly SeatSign[], groups: Groups): void {
  const totals = new Map<string, Map<string, number>>();
  const known = new Set(all.map((p) => p.key));
  const places = new Map<string, Set<string>>();
  for (const { seat, state, weight } of signs) {
    if (!known.has(seat) || !known.has(state)) continue;
    const [place, of] = [groups.of(seat), groups.of(state)];
    if (place === of) continue;
    const of_ = totals.get(place) ?? new Map<string, number>();
    totals.set(place, of_.set(of, (of_.get(of) ?? 0) + weight));
    places.set(place, (places.get(place) ?? new Set()).add(seat));
  }
  for (const [place, states] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, second] = [...states].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (first === undefined || first[1] < SEAT_WEIGHT || first[1] < SEAT_LEAD * (second?.[1] ?? 0)) continue;
    const seat = all.find((p) => p.key === [...(places.get(place) ?? [])].sort()[0]);
    groups.join(place, first[0], `${seat?.name ?? ''} stands for it: its officials and its doings are the same`);
  }
}

/** Names of bodies that are the government itself: "the Ombrian foreign ministry" is an alias of the state. */
const GOVERNMENT = /\b(?:government|(?:foreign|defen[cs]e|interior) ministry|ministry of (?:foreign affairs|defen[cs]e)|cabinet|presidency|administration|prime minister[’']s office)$/iu; // prettier-ignore

function joinBodies(all: readonly Profile[], groups: Groups, sideOf: (p: Profile) => string | null): void {
  const blocks = new Map<string, Profile[]>();
  const add = (block: string, p: Profile): void => void blocks.set(block, [...(blocks.get(block) ?? []), p]);
  for (const p of all) {
    if (p.kind === 'person' || p.kind === 'state') continue;
    const side = sideOf(p);
    if (side !== null && GOVERNMENT.test(p.name)) groups.join(p.key, side);
    if (p.by !== 'name') continue;
    const name = plainName(p.name);
    add(name.split(' ')[0] as string, p);
    // An acronym is a word of its own; a long name is found by its initials too.
    const initials = initialsOf(p.name);
    if (initials.length > 1) add(initials, p);
  }
  for (const [, block] of [...blocks].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [i, a] of block.entries())
      for (const b of block.slice(i + 1)) {
        const [x, y] = [plainName(a.name), plainName(b.name)];
        const same = x === y || isAcronym(a.name, b.name) || isAcronym(b.name, a.name) || (isShort(x, y) && only(block, x, y));
        const apart = a.country !== null && b.country !== null && a.country !== b.country;
        if (same && !apart) groups.join(a.key, b.key);
      }
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toLowerCase())
    .join('');

/** Whether no third name of a block begins with the shorter of two. */
function only(block: readonly Profile[], x: string, y: string): boolean {
  const short = x.length < y.length ? x : y;
  const longer = new Set(block.map((p) => plainName(p.name)).filter((name) => name !== short && name.startsWith(`${short} `)));
  return longer.size === 1;
}

/** A surname by its consonants, so that spellings of one name fall together: "Vörös" and "Voros", "Zelensky" and "Zelenskiy". */
export function surnameKey(name: string): string {
  const last = fold(name.replace(/æ/giu, 'ae').replace(/ø/giu, 'o').replace(/ß/gu, 'ss')).split(/\s+/u).filter((w) => !/^(?:jr|sr|ii|iii)\.?$/u.test(w)).at(-1) ?? ''; // prettier-ignore
  const letters = last.replace(/[^\p{L}]/gu, '');
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyhwj]/gu, '')
      .replace(/(.)\1+/gu, '$1')
  );
}

function joinPeople(all: readonly Profile[], groups: Groups, sideOf: (p: Profile) => string | null): void {
  const blocks = new Map<string, Profile[]>();
  for (const p of all)
    if (p.kind === 'person' && p.by === 'name') {
      const key = surnameKey(p.name);
      blocks.set(key, [...(blocks.get(key) ?? []), p]);
    }
  for (const [, block] of [...blocks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const full = block.filter((p) => p.name.includes(' '));
    // Known sides first: what has none joins the only bearer there is.
    const bearers: Profile[][] = [];
    const sides = (bearer: readonly Profile[]): ReadonlySet<string> => new Set(bearer.flatMap((p) => sideOf(p) ?? []));
    const fits = (p: Profile, bearer: readonly Profile[]): boolean => bearer.some((q) => sameName(p.name, q.name));
    const clash = (p: Profile, bearer: readonly Profile[]): boolean => {
      const side = sideOf(p);
      const theirs = sides(bearer);
      const country = p.country !== null && bearer.some((q) => q.country !== null && q.country !== p.country);
      return (
        country || (side !== null && theirs.size > 0 && !theirs.has(side) && isStateKey(side) && [...theirs].some(isStateKey))
      );
    };
    for (const p of [...full.filter((q) => sideOf(q) !== null), ...full.filter((q) => sideOf(q) === null)]) {
      const open = bearers.filter((bearer) => fits(p, bearer) && !clash(p, bearer));
      const same =
        sideOf(p) === null
          ? open.length === 1
            ? open[0]
            : undefined
          : (open.find((b) => sides(b).has(sideOf(p) as string)) ?? open[0]);
      if (same === undefined) bearers.push([p]);
      else same.push(p);
    }
    for (const bearer of bearers) for (const p of bearer.slice(1)) groups.join((bearer[0] as Profile).key, p.key);
    for (const p of block.filter((q) => !q.name.includes(' '))) {
      const near = bearers.filter(
        (bearer) => bearer.some((q) => nearSpelling(lastWord(q.name), lastWord(p.name))) && !clash(p, bearer),
      );
      const side = sideOf(p);
      const known = side === null ? near : near.filter((bearer) => sides(bearer).has(side));
      const chosen = known.length === 1 ? known[0] : near.length === 1 ? near[0] : undefined;
      if (chosen !== undefined) groups.join((chosen[0] as Profile).key, p.key);
    }
    // Surnames alone that nobody bears in full are one where nothing speaks against it.
    const alone = block.filter((p) => !p.name.includes(' ') && groups.of(p.key) === p.key);
    for (const [i, a] of alone.entries())
      for (const b of alone.slice(i + 1))
        if (fold(a.name) === fold(b.name) && bearers.length === 0 && !clash(a, [b])) groups.join(a.key, b.key);
  }
}

/** Whether the key of a group is that of a state. */
const isStateKey = (key: string): boolean => /^(?:country|state) /u.test(key);

const lastWord = (name: string): string => fold(name.replace(/æ/giu, 'ae').replace(/ø/giu, 'o')).split(/\s+/u).at(-1) ?? '';

/** Two full names of one person: forms of each other, or spelled nearly alike with the same first name. */
export function sameName(a: string, b: string): boolean {
  if (isForm(a, b)) return true;
  const [x, y] = [fold(a).split(/\s+/u), fold(b).split(/\s+/u)];
  return nearSpelling(x[0] as string, y[0] as string) && nearSpelling(lastWord(a), lastWord(b));
}

/** Two spellings of one word: equal, or of the same consonants and no more than two letters apart. */
export function nearSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  return (
    Math.min(a.length, b.length) >= 3 && Math.abs(a.length - b.length) <= 2 && surnameKey(a) === surnameKey(b) && a[0] === b[0]
  );
}

/** "the Druskan premier" is the one person who is named with that office; where two have held it, it stays open. */
function joinOffices(all: readonly Profile[], groups: Groups, sideOf: (p: Profile) => string | null): void {
  const actors = new Map<string, { sides: Set<string>; offices: Set<string> }>();
  for (const p of all) {
    if (p.kind !== 'person' || p.by !== 'name') continue;
    const key = groups.of(p.key);
    const actor = actors.get(key) ?? { sides: new Set(), offices: new Set() };
    const side = sideOf(p);
    if (side !== null) actor.sides.add(side);
    if (p.office !== null) actor.offices.add(p.office);
    actors.set(key, actor);
  }
  const vacant = new Map<string, Profile[]>();
  for (const p of all) {
    if (p.by !== 'office') continue;
    const key = JSON.stringify([p.office, sideOf(p)]);
    vacant.set(key, [...(vacant.get(key) ?? []), p]);
  }
  for (const [, described] of [...vacant].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const first = described[0] as Profile;
    for (const p of described.slice(1)) groups.join(first.key, p.key);
    const side = sideOf(first);
    const holders = [...actors].filter(([, a]) => side !== null && a.sides.has(side) && a.offices.has(first.office as string));
    if (holders.length === 1)
      groups.join(first.key, (holders[0] as (typeof holders)[0])[0], `the only ${first.office ?? ''} named for that side`);
  }
}
