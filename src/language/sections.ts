import type { Span } from '../document/span.js';
import type { Annotation } from './annotation.js';
import { paragraphStarts } from './paragraphs.js';

/** A text longer than this, in UTF-16 code units, is read in sections, so that its memory is bounded. */
const LONGEST_SECTION = 120_000;

/** Cuts a very long text at paragraphs into sections; one section where it is not very long or has no paragraphs. */
export function sectionsOf(text: string, longest = LONGEST_SECTION): readonly Span[] {
  if (text.length <= longest) return [{ start: 0, end: text.length }];
  const sections: Span[] = [];
  let start = 0;
  let last = 0;
  for (const paragraph of [...paragraphStarts(text), text.length]) {
    if (paragraph - start > longest && last > start) {
      sections.push({ start, end: last });
      start = last;
    }
    last = paragraph;
  }
  sections.push({ start, end: text.length });
  return sections;
}

/** Joins the annotations of sections that follow each other. Nothing refers across a section. */
export function joinSections(text: string, sections: readonly Span[], annotations: readonly Annotation[]): Annotation {
  if (sections.length === 1) return annotations[0] as Annotation;
  const out = { words: [], tokens: [], sentences: [], entities: [], quotations: [], attributions: [], clusters: [] } as {
    -readonly [K in Exclude<keyof Annotation, 'text'>]: Annotation[K][number][];
  };
  annotations.forEach((annotation, i) => {
    const by = (sections[i] as Span).start;
    const words = out.words.length;
    const shift = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
    const shiftWords = <T extends Span & { firstWord: number; endWord: number }>(span: T): T => ({
      ...shift(span),
      firstWord: span.firstWord + words,
      endWord: span.endWord + words,
    });
    for (const word of annotation.words) out.words.push({ ...shift(word), head: word.head < 0 ? -1 : word.head + words });
    for (const token of annotation.tokens) out.tokens.push(shiftWords(token));
    for (const sentence of annotation.sentences) out.sentences.push(shiftWords(sentence));
    for (const entity of annotation.entities) out.entities.push(shift(entity));
    for (const quotation of annotation.quotations) out.quotations.push(shift(quotation));
    for (const { source, cue, content, mode } of annotation.attributions) {
      out.attributions.push({ source: source.map(shift), cue: cue.map(shift), content: content.map(shift), mode });
    }
    for (const cluster of annotation.clusters) out.clusters.push(cluster.map(shift));
  });
  return { text, ...out };
}
