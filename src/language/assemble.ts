import type { Span } from '../document/span.js';
import type { Annotation, Attribution, Entity, EntityType, Sentence, TokenRange, Word } from './annotation.js';
import { linkAttributions } from './attributions.js';
import type { WordSpan } from './bio.js';
import { clusterMentions } from './coreference.js';
import type { Draft } from './draft.js';
import type { ModelFacts } from './encoder.js';
import { lemmaOf } from './lemma.js';
import { mentionFacts } from './mention-match.js';
import { quotationMask, quotationMode, type Quotation } from './quotations.js';
import type { Token } from './tokenize.js';
import type { WordPiece } from './wordpiece.js';

/** Everything that is known of a text when its last window has been read. */
export interface Parts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly draft: Draft;
  readonly facts: ModelFacts;
  readonly wordPiece: WordPiece;
}

/** Turns words of a draft into characters of the text: the annotation. */
export function assemble(parts: Parts): Annotation {
  const { text, tokens, quotations, draft, facts } = parts;
  const spans = draft.view.words;
  const words = wordsOf(parts);
  const range = ({ first, last }: WordSpan): Span => ({ start: (spans[first] as Span).start, end: (spans[last] as Span).end });
  const mask = quotationMask(text, quotations);
  const attributions = linkAttributions(draft.roleSpans).map((a): Attribution => {
    const content = a.content.map(range);
    const mode = quotationMode(text, content, mask);
    return { source: a.source === null ? [] : [range(a.source)], cue: [range(a.cue)], content, mode };
  });
  const mentions = draft.mentions.map((mention) => ({ ...mention, facts: mentionFacts(words, mention) }));
  return {
    text,
    words,
    tokens: tokenRanges(tokens),
    sentences: sentenceRanges(spans, draft.sentenceStart),
    entities: draft.entities.map((e): Entity => ({ ...range(e), type: e.label as EntityType })),
    quotations,
    attributions: attributions.sort((a, b) => firstCharacter(a) - firstCharacter(b)),
    clusters: clusterMentions(mentions, facts.distance, facts.agreement).map((cluster) => cluster.map(range)),
  };
}

function wordsOf({ text, draft, facts, wordPiece }: Parts): Word[] {
  const { chosen: kinds, labels } = facts;
  const label = (w: number, k: number): string =>
    labels[kinds[k] as (typeof kinds)[number]][draft.chosen[w * kinds.length + k] as number] as string;
  const [uposAt, xposAt, lemmaAt] = (['upos', 'xpos', 'lemma'] as const).map((kind) => kinds.indexOf(kind)) as [
    number,
    number,
    number,
  ];
  const featuresAt = kinds.flatMap((kind, k) => ([uposAt, xposAt, lemmaAt].includes(k) ? [] : [[kind, k] as const]));
  const known = (word: string): boolean => wordPiece.knows(word);
  return draft.view.words.map(({ start, end }, w): Word => {
    const form = text.slice(start, end);
    const upos = label(w, uposAt);
    const xpos = label(w, xposAt);
    const features: Record<string, string> = {};
    for (const [kind, k] of featuresAt) {
      const value = label(w, k);
      if (value !== '_') features[kind] = value;
    }
    return {
      start,
      end,
      form,
      lemma: lemmaOf({ form, upos, xpos, script: label(w, lemmaAt) }, known),
      upos,
      xpos,
      features,
      head: draft.heads[w] as number,
      deprel: labels.deprel[draft.relations[w] as number] as string,
    };
  });
}

const firstCharacter = (a: Attribution): number => Math.min(...[...a.source, ...a.cue, ...a.content].map((span) => span.start));

function tokenRanges(tokens: readonly Token[]): TokenRange[] {
  let word = 0;
  return tokens.map(({ start, end, words }) => {
    const firstWord = word;
    word += words.length;
    return { start, end, firstWord, endWord: word };
  });
}

function sentenceRanges(words: readonly Span[], starts: Uint8Array): Sentence[] {
  const sentences: Sentence[] = [];
  let firstWord = 0;
  for (let w = 1; w <= words.length; w++) {
    if (w < words.length && starts[w] !== 1) continue;
    sentences.push({ start: (words[firstWord] as Span).start, end: (words[w - 1] as Span).end, firstWord, endWord: w });
    firstWord = w;
  }
  return sentences;
}
