import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { AnnotatedSection } from '../language/annotator.js';
import { findTimes } from '../time/find-times.js';

/** The lists of one line, in the formats of the corpora that they are measured on. */
interface Lists {
  readonly sentences: unknown[];
  readonly entities: unknown[];
  readonly clusters: unknown[];
  readonly attributions: unknown[];
  readonly timexes: unknown[];
}

/**
 * One line of `annotate --format json`: the language layer and the times. Times that hang on the publication date have no value where
 * there is none.
 */
export async function annotationJson(
  document: Document,
  sections: AsyncIterable<AnnotatedSection>,
  language: string,
): Promise<string> {
  const lists: Lists = { sentences: [], entities: [], clusters: [], attributions: [], timexes: [] };
  for await (const section of sections) addSection(lists, section, document.published);
  return JSON.stringify({ id: document.id, language, text: document.text, ...lists });
}

function addSection(lists: Lists, { start: by, annotation }: AnnotatedSection, published: string | null): void {
  const pair = ({ start, end }: Span): [number, number] => [start + by, end + by];
  const moved = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  for (const sentence of annotation.sentences) lists.sentences.push(pair(sentence));
  for (const { start, end, type } of annotation.entities) lists.entities.push(moved({ start, end, type }));
  for (const cluster of annotation.clusters) lists.clusters.push(cluster.map(pair));
  for (const { source, cue, content, mode } of annotation.attributions) {
    const id = `A${lists.attributions.length + 1}`;
    lists.attributions.push({ id, source: source.map(pair), cue: cue.map(pair), content: content.map(pair), mode });
  }
  for (const { start, end, type, value, mod, edtf } of findTimes(annotation, published)) {
    lists.timexes.push(moved({ start, end, type, value, ...(mod === null ? {} : { mod }), edtf }));
  }
}
