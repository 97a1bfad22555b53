import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { AnnotatedSection, Annotator } from '../language/annotator.js';
import { identifyLanguage } from '../language/identify.js';
import { ReadingJoiner } from '../reading/join-readings.js';
import { readingOf, type Reader, type Reading } from '../reading/reading.js';
import { VERSION } from '../version.js';
import { annotationJson } from './annotation-json.js';
import { conllu } from './conllu.js';
import { readingView } from './reading-view.js';
import { COLOURS, MARKS } from './terminal.js';

/** What a command prints for each article; plain data, so that it can be sent to a worker. */
export type Output =
  | { readonly kind: 'reading-json' }
  | { readonly kind: 'reading-view'; readonly colour: boolean; readonly width: number }
  | { readonly kind: 'annotation-json' }
  | { readonly kind: 'conllu' };

/** Reads one article and gives what is printed for it, line end included. */
export async function render(document: Document, annotator: Annotator, output: Output): Promise<string> {
  const language = identifyLanguage(document.text);
  const sections = language === 'eng' ? annotator.sections(document.text) : none();
  switch (output.kind) {
    case 'annotation-json':
      return (await annotationJson(document, sections, language)) + '\n';
    case 'conllu':
      return conllu(document, sections, language);
    default: {
      const { reading, sentences } = await readSections(document, sections, language, {
        version: VERSION,
        model: annotator.model,
      });
      if (output.kind === 'reading-json') return JSON.stringify(reading) + '\n';
      return readingView(reading, sentences, output.colour ? COLOURS : MARKS, output.width);
    }
  }
}

async function* none(): AsyncGenerator<AnnotatedSection> {}

/** The reading of a document section by section, and its sentences; of a text that is not read, a reading without statements. */
async function readSections(
  document: Document,
  sections: AsyncIterable<AnnotatedSection>,
  language: string,
  reader: Reader,
): Promise<{ readonly reading: Reading; readonly sentences: readonly Span[] }> {
  const joiner = new ReadingJoiner();
  const sentences: Span[] = [];
  for await (const { start, annotation } of sections) {
    joiner.add({ start, reading: readingOf({ ...document, text: annotation.text }, annotation, language, reader) });
    for (const sentence of annotation.sentences) sentences.push({ start: sentence.start + start, end: sentence.end + start });
  }
  return { reading: joiner.finish(document, { language, reader }), sentences };
}
