import type { WordSpan } from './bio.js';

/** What a word's phrase is read off: heads as indices into the same words, -1 for a root. */
export interface Heads {
  readonly length: number;
  readonly head: (word: number) => number;
  readonly upos: (word: number) => string;
  readonly deprel: (word: number) => string;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
/** Dependents of a noun that are no part of the phrase that names it. */
const OUTSIDE = new Set(['punct', 'case', 'mark', 'cc', 'cop', 'parataxis', 'acl:relcl', 'advcl']);
/** A noun phrase is looked for over this many words. */
const LONGEST = 60;

/**
 * The longest noun phrase whose first word is the given one, over the dependency tree: a nominal head, and its dependents
 * without a closing clause or mark. Null where no noun phrase begins there.
 */
export function phraseFrom(first: number, tree: Heads): WordSpan | null {
  let found: WordSpan | null = null;
  for (let head = first, steps = 0; head >= 0 && steps < LONGEST; head = tree.head(head), steps++) {
    if (!NOMINAL.has(tree.upos(head))) continue;
    const span = extent(head, tree);
    if (span.first === first) found = span;
    else if (span.first < first) break;
  }
  return found;
}

/** First and last word of a head's phrase. */
function extent(head: number, tree: Heads): WordSpan {
  const inside = (word: number): boolean => {
    for (let w = word, steps = 0; steps < LONGEST; steps++) {
      const above = tree.head(w);
      if (above === head) return !OUTSIDE.has(tree.deprel(w));
      if (above < 0) return false;
      w = above;
    }
    return false;
  };
  let first = head;
  let last = head;
  for (let w = head - 1; w >= Math.max(0, head - LONGEST); w--) if (inside(w)) first = w;
  for (let w = head + 1; w < Math.min(tree.length, head + LONGEST); w++) if (inside(w)) last = w;
  return { first, last, label: '' };
}
