import type { Span } from '../document/span.js';
import type { Mode, Quotation } from './quotations.js';

/** A syntactic word of Universal Dependencies. */
export interface Word extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Values of Tense, VerbForm, Mood, Number and Polarity, where the word has them. */
  readonly features: Readonly<Record<string, string>>;
  /** Index of the head in the document's words; -1 for the root of a sentence. */
  readonly head: number;
  readonly deprel: string;
}

/** `words[firstWord]` to `words[endWord - 1]`, and the characters from the first to the last of them. */
export interface Sentence extends Span {
  readonly firstWord: number;
  readonly endWord: number;
}

/** A surface token; more than one word in a multiword token such as "don't". */
export interface TokenRange extends Span {
  readonly firstWord: number;
  readonly endWord: number;
}

export type EntityType = 'Person' | 'Organization' | 'Location' | 'NORP' | 'Facility' | 'Product' | 'Misc';

export interface Entity extends Span {
  readonly type: EntityType;
}

/**
 * Who (source) says or thinks what (content), and the words that signal it (cue), after the guidelines of the PolNeAR corpus
 * (Newell, Margolin and Ruths 2018). Each role is a list of spans in order; an empty `source` is one that the text leaves out.
 */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly mode: Mode;
}

/** Mentions of one thing, in order. */
export type Cluster = readonly Span[];

/** The language layer of one text. All spans are UTF-16 offsets into it. */
export interface Annotation {
  readonly text: string;
  readonly words: readonly Word[];
  readonly tokens: readonly TokenRange[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly clusters: readonly Cluster[];
}
