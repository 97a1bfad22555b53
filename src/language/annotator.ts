import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Span } from '../document/span.js';
import type { Annotation } from './annotation.js';
import { assemble } from './assemble.js';
import { BioDecoder } from './bio.js';
import { afterDatelines } from './datelines.js';
import { Draft } from './draft.js';
import { Encoder, MODEL_FOLDER } from './encoder.js';
import { paragraphStarts } from './paragraphs.js';
import { pieceView } from './pieces.js';
import { continuedParagraphs, findQuotations } from './quotations.js';
import { joinSections, sectionsOf } from './sections.js';
import { tokenize, type Token } from './tokenize.js';
import { keptUntil, windowFrom } from './windows.js';

export interface AnnotatorOptions {
  /** Folder of the model; by default the one that is shipped. */
  readonly model?: string;
  /** Threads inside one window; by default one a core. */
  readonly threads?: number;
}

/** A stretch of a very long text, where it begins, and its annotation. */
export interface AnnotatedSection {
  readonly start: number;
  readonly annotation: Annotation;
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
    const sections: Span[] = [];
    const annotations: Annotation[] = [];
    for await (const { start, annotation } of this.sections(text)) {
      sections.push({ start, end: start + annotation.text.length });
      annotations.push(annotation);
    }
    return joinSections(text, sections, annotations);
  }

  /**
   * Annotates a text section by section: one for all but very long texts. Spans count from the section's start. Whoever keeps no more
   * than one section needs no more memory for a long text than for a short one.
   */
  async *sections(text: string): AsyncGenerator<AnnotatedSection> {
    for (const { start, end } of sectionsOf(text)) yield { start, annotation: await this.#annotate(text.slice(start, end)) };
  }

  async #annotate(text: string): Promise<Annotation> {
    const tokens = tokenize(text);
    const view = pieceView(text, tokens, this.#encoder.wordPiece);
    const mayStart = tokenStarts(tokens);
    const quotations = findQuotations(text);
    const continued = continuedParagraphs(text, quotations);
    const contentBreaks = view.paragraphStart.map((start, w) =>
      start === 1 && !continued.has((view.words[w] as Span).start) ? 1 : 0,
    );
    const afterDateline = afterDatelines(text, paragraphStarts(text));
    const mustStart = view.words.map((word, w) => view.paragraphStart[w] === 1 || afterDateline.has(word.start));
    const draft = new Draft(view, mayStart, mustStart, contentBreaks, this.#encoder.facts, this.#decoders);
    for (let begin = 0; begin < view.words.length;) {
      const window = windowFrom(view, begin, draft.sentenceStart, mayStart);
      const scores = await this.#encoder.run(...draft.inputs(window, this.#encoder.wordPiece.special));
      draft.markSentences(window, scores);
      const end = keptUntil(view, window, draft.sentenceStart, mayStart);
      draft.keep(window, end, scores);
      begin = end;
    }
    return assemble({ text, tokens, quotations, draft, facts: this.#encoder.facts, wordPiece: this.#encoder.wordPiece });
  }

  /** Frees the model's memory. */
  async close(): Promise<void> {
    await this.#encoder.release();
  }
}

/** 1 for a word that begins a token: a sentence begins nowhere else. */
function tokenStarts(tokens: readonly Token[]): Uint8Array {
  const flags: number[] = [];
  for (const token of tokens) token.words.forEach((_, i) => flags.push(i === 0 ? 1 : 0));
  return Uint8Array.from(flags);
}
