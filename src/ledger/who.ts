import type { Identity } from './who-is-who.js';

/** Who the profiles of the ledger are, for asking: all keys that come out are keys of identities. */
export class Who {
  readonly #identity = new Map<string, Identity>();
  readonly #sides = new Map<string, string | null>();

  constructor(identities: readonly Identity[]) {
    for (const identity of identities) for (const profile of identity.profiles) this.#identity.set(profile.key, identity);
  }

  identityOf(profile: string): Identity | undefined {
    return this.#identity.get(profile);
  }

  /** The actor behind a profile. */
  actor(profile: string | null): string | null {
    return profile === null ? null : (this.#identity.get(profile)?.key ?? profile);
  }

  /** The state or body that an actor speaks for, or the actor itself: who owes, and whose stance it is. */
  side(profile: string | null): string | null {
    if (profile === null) return null;
    const identity = this.#identity.get(profile);
    if (identity === undefined) return profile;
    const known = this.#sides.get(identity.key);
    if (known !== undefined) return known;
    this.#sides.set(identity.key, identity.key);
    const counts = new Map<string, number>();
    for (const p of identity.profiles) if (p.side !== null) counts.set(p.side, (counts.get(p.side) ?? 0) + 1);
    const [patron] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const side =
      identity.profiles.some((p) => p.kind === 'state') || patron === undefined
        ? identity.key
        : (this.side(patron[0]) ?? identity.key);
    this.#sides.set(identity.key, side);
    return side;
  }

  sameSide(a: string | null, b: string | null): boolean {
    return a !== null && b !== null && this.side(a) === this.side(b);
  }

  anySameSide(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
    return a.some((x) => b.some((y) => this.sameSide(x, y)));
  }
}
