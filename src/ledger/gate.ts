import type { Terms } from './terms.js';

/**
 * Two items can only meet where an actor's side and one of their chief terms is common to both, or the article: so that what a new article
 * may touch is found by looking up a few keys, in a ledger of any size.
 */
export interface Gated {
  readonly document: string;
  /** The chief terms, see `chiefTerms`. */
  readonly chief: readonly string[];
  /** Profiles whose sides the item is looked up by. */
  readonly parties: readonly string[];
}

/** How many of its terms an item is looked up by. */
const CHIEF = 4;

/** The terms that say most of what a text is about: by weight, then the longest. */
export function chiefTerms(terms: Terms, count = CHIEF): readonly string[] {
  return [...terms]
    .filter(([, weight]) => weight > 0.5)
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([term]) => term);
}

export function meets(a: Gated, b: Gated, sideOf: (profile: string) => string | null): boolean {
  if (a.document === b.document) return true;
  if (!a.chief.some((term) => b.chief.includes(term))) return false;
  return a.parties.some((x) => b.parties.some((y) => sideOf(x) === sideOf(y)));
}

/** What items are looked up for: reports of one statement, event or commitment, positions, news, replies, and clauses that allude to a statement. */
export type Space = 's' | 'e' | 'c' | 'p' | 'n' | 'r' | 'a';

/**
 * A key as a whole number below 2^52; two that fall together cost a comparison and nothing else. Its high part is the side: what one side
 * says lies together, so that an article touches few pages of the index.
 */
export function keyOf(space: Space, side: number, term: string): number {
  let low = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) low = Math.imul(low ^ term.charCodeAt(i), 0x01000193);
  low = Math.imul(low ^ space.charCodeAt(0), 0x85ebca6b);
  low ^= low >>> 13;
  return (side % 0x80_0000) * 0x2000_0000 + ((low >>> 0) % 0x2000_0000);
}
