import type { Document } from '../document/document.js';
import type { Annotation, TokenRange, Word } from '../language/annotation.js';
import type { AnnotatedSection } from '../language/annotator.js';
import { paragraphStarts } from '../language/paragraphs.js';

/**
 * A document as CoNLL-U: https://universaldependencies.org/format.html. A text that is not read leaves comments alone, before what follows: an
 * empty sentence would be no CoNLL-U.
 */
export async function conllu(document: Document, sections: AsyncIterable<AnnotatedSection>, language: string): Promise<string> {
  const parts = [`# newdoc id = ${oneLine(document.id)}\n`];
  let sentences = 0;
  for await (const { annotation } of sections) {
    parts.push(rowsOf(document, annotation, sentences));
    sentences += annotation.sentences.length;
  }
  return sentences === 0 ? `${parts[0]}# language = ${language}\n` : parts.join('');
}

function rowsOf(document: Document, annotation: Annotation, before: number): string {
  const lines: string[] = [];
  const paragraphs = new Set(paragraphStarts(annotation.text));
  let token = 0;
  annotation.sentences.forEach((sentence, s) => {
    if (paragraphs.has(sentence.start) && before + s > 0) lines.push('# newpar');
    lines.push(`# sent_id = ${oneLine(document.id)}-${before + s + 1}`);
    lines.push(`# text = ${oneLine(annotation.text.slice(sentence.start, sentence.end))}`);
    for (; token < annotation.tokens.length; token++) {
      const range = annotation.tokens[token] as TokenRange;
      if (range.firstWord >= sentence.endWord) break;
      lines.push(...tokenRows(annotation, range, sentence.firstWord, sentence.endWord));
    }
    lines.push('');
  });
  return lines.join('\n') + '\n';
}

function tokenRows(annotation: Annotation, token: TokenRange, first: number, sentenceEnd: number): string[] {
  const { text, words } = annotation;
  const misc = token.endWord < sentenceEnd && !/\s/u.test(text[token.end] ?? ' ') ? 'SpaceAfter=No' : '_';
  const multi = token.endWord - token.firstWord > 1;
  const rows: string[] = [];
  if (multi) {
    const id = `${token.firstWord - first + 1}-${token.endWord - first}`;
    rows.push([id, text.slice(token.start, token.end), '_', '_', '_', '_', '_', '_', '_', misc].join('\t'));
  }
  for (let w = token.firstWord; w < token.endWord; w++) {
    const word = words[w] as Word;
    const features = Object.entries(word.features)
      .map(([name, value]) => `${name}=${value}`)
      .sort();
    rows.push(
      [
        w - first + 1,
        word.form,
        word.lemma,
        word.upos,
        word.xpos,
        features.join('|') || '_',
        word.head < 0 ? 0 : word.head - first + 1,
        word.deprel,
        '_',
        multi ? '_' : misc,
      ].join('\t'),
    );
  }
  return rows;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
