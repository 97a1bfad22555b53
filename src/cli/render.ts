import type { Document } from '../document/document.js';
import type { Annotator } from '../language/annotator.js';
import { identifyLanguage } from '../language/identify.js';
import { readingOf } from '../reading/reading.js';
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
  const annotation = language === 'eng' ? await annotator.annotate(document.text) : null;
  switch (output.kind) {
    case 'annotation-json':
      return annotationJson(document, annotation, language) + '\n';
    case 'conllu':
      return conllu(document, annotation, language);
    default: {
      const reading = readingOf(document, annotation, language, { version: VERSION, model: annotator.model });
      if (output.kind === 'reading-json') return JSON.stringify(reading) + '\n';
      return readingView(reading, annotation, output.colour ? COLOURS : MARKS, output.width);
    }
  }
}
