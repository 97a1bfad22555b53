import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { Annotation } from '../language/annotation.js';

const pairs = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end]);

/**
 * One line of `annotate --format json`: the language layer in the formats of the corpora that it is measured on.
 * `timexes` is empty: this version finds no times.
 */
export function annotationJson(document: Document, annotation: Annotation | null, language: string): string {
  return JSON.stringify({
    id: document.id,
    language,
    text: document.text,
    sentences: pairs(annotation?.sentences ?? []),
    entities: (annotation?.entities ?? []).map(({ start, end, type }) => ({ start, end, type })),
    clusters: (annotation?.clusters ?? []).map(pairs),
    attributions: (annotation?.attributions ?? []).map(({ source, cue, content, mode }, i) => ({
      id: `A${i + 1}`,
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      mode,
    })),
    timexes: [],
  });
}
