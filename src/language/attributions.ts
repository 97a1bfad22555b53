import type { WordSpan } from './bio.js';
import { dot } from './vectors.js';

/** A span of one role with the vectors by which it is linked: those of its first word. */
export interface RoleSpan extends WordSpan {
  /** `source`: the side that a cue looks for. `content`: the side that looks for a cue. */
  readonly vector: Float32Array;
}

/** A cue, with the side that contents look for, the side that looks for a source, and the score of having none. */
export interface CueSpan extends WordSpan {
  readonly vector: Float32Array;
  readonly toSource: Float32Array;
  readonly noSource: number;
}

/** An attribution in words: a cue, the source if there is one, the content in one or more spans. */
export interface LinkedAttribution {
  readonly cue: WordSpan;
  readonly source: WordSpan | null;
  readonly content: readonly WordSpan[];
}

/** A cue and what hangs on it lie at most this many words apart. */
const REACH = 150;

/**
 * Links every content span to one cue, and every cue to one source or to none, by the dot product of their vectors.
 * A cue without content attributes nothing and is dropped.
 */
export function linkAttributions(
  sources: readonly RoleSpan[],
  cues: readonly CueSpan[],
  contents: readonly RoleSpan[],
): readonly LinkedAttribution[] {
  const contentOf = new Map<CueSpan, WordSpan[]>();
  for (const content of contents) {
    const cue = best(cues, content, (c) => dot(content.vector, c.vector));
    if (cue === null) continue;
    const { first, last, label } = content;
    contentOf.set(cue.item, [...(contentOf.get(cue.item) ?? []), { first, last, label }]);
  }
  return cues
    .filter((cue) => contentOf.has(cue))
    .map((cue) => {
      const source = best(sources, cue, (s) => dot(cue.toSource, s.vector));
      return {
        cue,
        source: source !== null && source.score > cue.noSource ? source.item : null,
        content: contentOf.get(cue) as WordSpan[],
      };
    });
}

function best<T extends WordSpan>(
  items: readonly T[],
  near: WordSpan,
  score: (item: T) => number,
): { readonly item: T; readonly score: number } | null {
  let found: { item: T; score: number } | null = null;
  for (let i = firstWithin(items, near.first - REACH); i < items.length; i++) {
    const item = items[i] as T;
    if (item.first > near.last + REACH) break;
    const value = score(item);
    if (found === null || value > found.score) found = { item, score: value };
  }
  return found;
}

/** Index of the first span, in order, that ends at `word` or later. */
function firstWithin(items: readonly WordSpan[], word: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as WordSpan).last < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
