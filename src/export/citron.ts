import type { SpanPair } from '../reading/reading.js';
import { codePoints } from './code-points.js';
import type { Exported } from './exported.js';

/**
 * The annotation format of BBC Citron, a document a line: text, and quotes with cue, sources and contents. Citron counts Unicode characters;
 * a statement without a cue has none in it.
 */
export function citron({ articles }: Exported): string {
  return articles
    .map(({ id, text, reading }) => {
      const point = codePoints(text);
      const span = ([start, end]: SpanPair): object => ({ start: point(start), end: point(end), text: text.slice(start, end) });
      const quotes = reading.statements.map((s) => {
        const cue = s.cue[0];
        return { id: `${id} ${s.id}`, ...(cue === undefined ? {} : { cue: span([cue[0], (s.cue.at(-1) as SpanPair)[1]]) }), sources: s.source.map(span), contents: s.content.map(span) }; // prettier-ignore
      });
      return JSON.stringify({ id, text, quotes }) + '\n';
    })
    .join('');
}
