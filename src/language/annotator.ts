import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Span } from '../document/span.js';
import type { Annotation, Attribution, Entity, EntityType, Sentence, TokenRange, Word } from './annotation.js';
import { linkAttributions } from './attributions.js';
import { BioDecoder, type WordSpan } from './bio.js';
import { clusterMentions } from './coreference.js';
import { Draft } from './draft.js';
import { Encoder, MODEL_FOLDER } from './encoder.js';
import { lemmaOf } from './lemma.js';
import { mentionFacts } from './mention-match.js';
import { pieceView } from './pieces.js';
import { continuedParagraphs, findQuotations, quotationMode, type Quotation } from './quotations.js';
import { tokenize, type Token } from './tokenize.js';
import { keptUntil, windowFrom } from './windows.js';

export interface AnnotatorOptions {
  /** Folder of the model; by default the one that is shipped. */
  readonly model?: string;
  /** Threads inside one window; by default one a core. */
  readonly threads?: number;
}

/** Reads texts: tokens, sentences, trees, entities, attributions, coreference. */
export class Annotator {
  readonly #encoder: Encoder;
  readonly #decoders: Readonly<Record<'entity' | 'source' | 'cue' | 'content', BioDecoder>>;

  private constructor(encoder: Encoder) {
    this.#encoder = encoder;
    const { labels, transitions } = encoder.facts;
    this.#decoders = {
      entity: new BioDecoder(labels.entity),
      source: new BioDecoder(labels.source, transitions.source),
      cue: new BioDecoder(labels.cue, transitions.cue),
      content: new BioDecoder(labels.content, transitions.content),
    };
  }

  /** @throws Failure `model-unreadable` */
  static async load(options: AnnotatorOptions = {}): Promise<Annotator> {
    const folder = options.model ?? fileURLToPath(MODEL_FOLDER);
    return new Annotator(await Encoder.load(folder, options.threads ?? availableParallelism()));
  }

  /** Names the model by a hash of its files. */
  get model(): string {
    return this.#encoder.version;
  }

  /** Annotates one text. The same text gives the same annotation, whatever else is being read. */
  async annotate(text: string): Promise<Annotation> {
    const tokens = tokenize(text);
    const view = pieceView(text, tokens, this.#encoder.wordPiece);
    const mayStart = tokenStarts(tokens);
    const quotations = findQuotations(text);
    const continued = continuedParagraphs(text, quotations);
    const contentBreaks = view.paragraphStart.map((start, w) =>
      start === 1 && !continued.has((view.words[w] as Span).start) ? 1 : 0,
    );
    const draft = new Draft(view, mayStart, contentBreaks, this.#encoder.facts, this.#decoders);
    for (let begin = 0; begin < view.words.length;) {
      const window = windowFrom(view, begin, draft.sentenceStart);
      const scores = await this.#encoder.run(...draft.inputs(window, this.#encoder.wordPiece.special));
      draft.markSentences(window, scores);
      const end = keptUntil(view, window, draft.sentenceStart, mayStart);
      draft.keep(window, end, scores);
      begin = end;
    }
    return this.#finish(text, tokens, quotations, draft);
  }

  /** Frees the model's memory. */
  async close(): Promise<void> {
    await this.#encoder.release();
  }

  #finish(text: string, tokens: readonly Token[], quotations: readonly Quotation[], draft: Draft): Annotation {
    const { facts, wordPiece } = this.#encoder;
    const spans = draft.view.words;
    const kinds = facts.chosen;
    const label = (w: number, k: number): string =>
      facts.labels[kinds[k] as (typeof kinds)[number]][draft.chosen[w * kinds.length + k] as number] as string;
    const uposAt = kinds.indexOf('upos');
    const xposAt = kinds.indexOf('xpos');
    const lemmaAt = kinds.indexOf('lemma');
    const words = spans.map((span, w): Word => {
      const form = text.slice(span.start, span.end);
      const upos = label(w, uposAt);
      const xpos = label(w, xposAt);
      const features: Record<string, string> = {};
      kinds.forEach((kind, k) => {
        if (k === uposAt || k === xposAt || k === lemmaAt) return;
        const value = label(w, k);
        if (value !== '_') features[kind] = value;
      });
      return {
        start: span.start,
        end: span.end,
        form,
        lemma: lemmaOf({ form, upos, xpos, script: label(w, lemmaAt) }, (word) => wordPiece.knows(word)),
        upos,
        xpos,
        features,
        head: draft.heads[w] as number,
        deprel: facts.labels.deprel[draft.relations[w] as number] as string,
      };
    });
    const range = ({ first, last }: WordSpan): Span => ({
      start: (spans[first] as Span).start,
      end: (spans[last] as Span).end,
    });
    const attributions = linkAttributions(draft.roleSpans).map((a): Attribution => {
      const content = a.content.map(range);
      return {
        source: a.source === null ? [] : [range(a.source)],
        cue: [range(a.cue)],
        content,
        mode: quotationMode(text, content, quotations),
      };
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
      clusters: clusterMentions(mentions, facts.distance).map((cluster) => cluster.map(range)),
    };
  }
}

const firstCharacter = (a: Attribution): number => Math.min(...[...a.source, ...a.cue, ...a.content].map((span) => span.start));

/** 1 for a word that begins a token: a sentence begins nowhere else. */
function tokenStarts(tokens: readonly Token[]): Uint8Array {
  const flags: number[] = [];
  for (const token of tokens) token.words.forEach((_, i) => flags.push(i === 0 ? 1 : 0));
  return Uint8Array.from(flags);
}

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
