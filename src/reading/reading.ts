import type { Document } from '../document/document.js';
import { checkSpan, type Span } from '../document/span.js';
import type { Annotation } from '../language/annotation.js';
import type { Mode } from '../language/quotations.js';

/** `[start, end]` in UTF-16 code units of `document.text`. */
export type SpanPair = readonly [number, number];

/** One attribution on the record. What the text does not give, or this version does not work out, is null. */
export interface Statement {
  readonly id: string;
  readonly speaker: string | null;
  readonly source: readonly SpanPair[];
  readonly cue: readonly SpanPair[];
  readonly content: readonly SpanPair[];
  readonly mode: Mode;
  readonly act: string | null;
  readonly said: string | null;
}

/** What one article puts on the record. */
export interface Reading {
  readonly document: {
    readonly id: string;
    readonly published: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly text: string;
    readonly url: string | null;
    readonly hash: string;
  };
  /** ISO 639-3; where it is not `eng` the text is kept and nothing is read from it. */
  readonly language: string;
  readonly reader: { readonly version: string; readonly model: string };
  readonly actors: readonly never[];
  readonly statements: readonly Statement[];
  readonly events: readonly never[];
  readonly commitments: readonly never[];
  readonly positions: readonly never[];
  readonly disputes: readonly never[];
  readonly times: readonly never[];
}

/** What made a reading: the version of this package and the hash of the model. */
export type Reader = Reading['reader'];

/** The reading of a document; `annotation` is null where its language is not one that is read. */
export function readingOf(document: Document, annotation: Annotation | null, language: string, reader: Reader): Reading {
  const { id, published, publisher, title, text, url, hash } = document;
  const pairs = (spans: readonly Span[]): SpanPair[] => spans.map((span) => [checkSpan(span, text.length).start, span.end]);
  const statements = (annotation?.attributions ?? []).map((attribution, i): Statement => ({
    id: `s${i + 1}`,
    speaker: null,
    source: pairs(attribution.source),
    cue: pairs(attribution.cue),
    content: pairs(attribution.content),
    mode: attribution.mode,
    act: null,
    said: null,
  }));
  return {
    document: { id, published, publisher, title, text, url, hash },
    language,
    reader,
    actors: [],
    statements,
    events: [],
    commitments: [],
    positions: [],
    disputes: [],
    times: [],
  };
}
