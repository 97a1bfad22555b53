import type { WordSpan } from './bio.js';

/** A word that another one may be linked to, and how likely. */
export interface Candidate {
  /** Index of the word; -1 for none. */
  readonly word: number;
  readonly probability: number;
}

/** An attribution in words: a cue, the source if there is one, the content in one or more spans. */
export interface LinkedAttribution {
  readonly cue: WordSpan;
  readonly source: WordSpan | null;
  readonly content: readonly WordSpan[];
}

/** Spans of the three roles, and what their first words point at. */
export interface RoleSpans {
  readonly sources: readonly WordSpan[];
  readonly cues: readonly WordSpan[];
  readonly contents: readonly WordSpan[];
  /** Words that may be the first of a content's cue, by the content's first word. */
  cueOf(content: number): readonly Candidate[];
  /** Words that may be the first of a cue's source, and -1 for having none, by a word of the cue. */
  sourceOf(cue: number): readonly Candidate[];
  /** The noun phrase that begins at a word, if one does. */
  phraseFrom(word: number): WordSpan | null;
}

/** A content whose cue was found with less than this probability hangs in the air and is left out. */
const LEAST_CUE = 0.3;
/** A source is taken from this probability on. */
const LEAST_SOURCE = 0.3;
/**
 * Links every content to the cue that its first word points at, and every cue to the source that it points at, or to none.
 * A cue without content attributes nothing and is left out; so is a content without a cue.
 */
export function linkAttributions(spans: RoleSpans): readonly LinkedAttribution[] {
  const byCue = new Map<number, { readonly cue: WordSpan; readonly content: WordSpan[] }>();
  const cueAt = new SpanIndex(spans.cues);
  for (const content of spans.contents) {
    const cue = cueFor(content, spans, cueAt);
    if (cue === null) continue;
    const known = byCue.get(cue.first);
    if (known === undefined) byCue.set(cue.first, { cue, content: [content] });
    else known.content.push(content);
  }
  const sourceAt = new SpanIndex(spans.sources);
  return [...byCue.values()].map(({ cue, content }) => ({ cue, content, source: sourceFor(cue, spans, sourceAt) }));
}

function cueFor(content: WordSpan, spans: RoleSpans, cueAt: SpanIndex): WordSpan | null {
  const best = cueAt.best(spans.cueOf(content.first));
  return best !== null && best.probability >= LEAST_CUE ? best.span : null;
}

function sourceFor(cue: WordSpan, spans: RoleSpans, sourceAt: SpanIndex): WordSpan | null {
  const candidates = spans.sourceOf(cue.first);
  const none = candidates.find(({ word }) => word === -1)?.probability ?? 0;
  const best = sourceAt.best(candidates);
  if (best !== null && best.probability >= LEAST_SOURCE && best.probability > none) return best.span;
  // The cue points at a word that was not tagged as a source: the noun phrase that it begins.
  const top = candidates[0];
  if (top === undefined || top.word < 0 || top.probability < LEAST_SOURCE) return null;
  const phrase = spans.phraseFrom(top.word);
  return phrase !== null && (phrase.last < cue.first || phrase.first > cue.last) ? phrase : null;
}

/** Finds spans by a word in them. */
class SpanIndex {
  readonly #at = new Map<number, WordSpan>();

  constructor(spans: readonly WordSpan[]) {
    for (const span of spans) for (let w = span.first; w <= span.last; w++) this.#at.set(w, span);
  }

  /** The span that candidates agree on most: their probabilities are added over its words. */
  best(candidates: readonly Candidate[]): { readonly span: WordSpan; readonly probability: number } | null {
    const sums = new Map<WordSpan, number>();
    for (const { word, probability } of candidates) {
      const span = this.#at.get(word);
      if (span !== undefined) sums.set(span, (sums.get(span) ?? 0) + probability);
    }
    let found: { span: WordSpan; probability: number } | null = null;
    for (const [span, probability] of sums) {
      if (found === null || probability > found.probability) found = { span, probability };
    }
    return found;
  }
}
