import type { Item } from './items.js';
import type { Profile } from './profiles.js';
import type { Identity } from './who-is-who.js';

/** The actor for whom most profiles of an actor speak, the least of several; null for states, and for those who speak for nobody. */
export function patronOf(profiles: readonly Profile[], rootOf: (key: string) => string): string | null {
  if (profiles.some((p) => p.kind === 'state')) return null;
  const counts = new Map<string, number>();
  for (const p of profiles) if (p.side !== null) counts.set(rootOf(p.side), (counts.get(rootOf(p.side)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** Who profiles are, for asking. What comes out names actors; two of them are one where the names are equal. */
export abstract class Sides {
  /** Whether people have decided that two items show one record, or that they do not; null where nobody has. */
  readonly forced: (a: Item, b: Item) => boolean | null = () => null;
  /** Whether there is any such decision. */
  readonly decidesPairs: boolean = false;

  /** The actor behind a profile. */
  abstract actor(profile: string | null): string | null;
  /** The state or body that an actor speaks for, or the actor itself: who owes, and whose stance it is. */
  abstract side(profile: string | null): string | null;

  sameSide(a: string | null, b: string | null): boolean {
    return a !== null && b !== null && this.side(a) === this.side(b);
  }

  anySameSide(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
    return a.some((x) => b.some((y) => this.sameSide(x, y)));
  }
}

/** The identities of a whole ledger. */
export class Who extends Sides {
  readonly #identity = new Map<string, Identity>();
  readonly #sides = new Map<string, string | null>();

  constructor(identities: readonly Identity[]) {
    super();
    for (const identity of identities) for (const profile of identity.profiles) this.#identity.set(profile.key, identity);
  }

  identityOf(profile: string): Identity | undefined {
    return this.#identity.get(profile);
  }

  actor(profile: string | null): string | null {
    return profile === null ? null : (this.#identity.get(profile)?.key ?? profile);
  }

  side(profile: string | null): string | null {
    if (profile === null) return null;
    const identity = this.#identity.get(profile);
    if (identity === undefined) return profile;
    const known = this.#sides.get(identity.key);
    if (known !== undefined) return known;
    this.#sides.set(identity.key, identity.key);
    const patron = patronOf(identity.profiles, (key) => this.#identity.get(key)?.key ?? key);
    const side = patron === null || patron === identity.key ? identity.key : (this.side(patron) ?? identity.key);
    this.#sides.set(identity.key, side);
    return side;
  }
}
