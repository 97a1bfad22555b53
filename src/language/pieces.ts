import type { Span } from '../document/span.js';
import { paragraphStarts } from './paragraphs.js';
import type { Token } from './tokenize.js';
import type { WordPiece } from './wordpiece.js';

/**
 * A document as the encoder sees it. `ids` and `shapes` have an entry a piece; `firstPiece` has one a word, and one more
 * for the end, so that word `w` is the pieces from `firstPiece[w]` to `firstPiece[w + 1]`.
 */
export interface PieceView {
  readonly words: readonly Span[];
  readonly ids: Int32Array;
  readonly shapes: Int32Array;
  readonly firstPiece: Int32Array;
  /** 1 for a word that begins a paragraph. */
  readonly paragraphStart: Uint8Array;
}

const CASES = 6;
const GLUED = 0;
const SPACED = 1;
const PARAGRAPH = 2;
const CONTINUED = 3;

/** How many different shapes `pieceView` gives: six of case times four of spacing. */
export const SHAPES = CASES * 4;

/**
 * Pieces of every word, and beside each piece the case that an uncased vocabulary loses and the white space before it:
 * glued to the last word, after a blank, first of a paragraph, or inside a word.
 */
export function pieceView(text: string, tokens: readonly Token[], wordPiece: WordPiece): PieceView {
  const words = tokens.flatMap((token) => token.words);
  const ids: number[] = [];
  const shapes: number[] = [];
  const firstPiece = new Int32Array(words.length + 1);
  const paragraphStart = new Uint8Array(words.length);
  // Treebanks know straight marks, and the tagger was trained on them.
  const plain = text.replace(/[“”„«»]/gu, '"').replace(/[‘’‚]/gu, "'");
  const starts = paragraphStarts(text);
  let paragraph = 0;
  let lastEnd = -1;
  words.forEach((word, w) => {
    firstPiece[w] = ids.length;
    let spacing = word.start === lastEnd ? GLUED : SPACED;
    while (paragraph < starts.length && (starts[paragraph] as number) <= word.start) {
      paragraph++;
      spacing = PARAGRAPH;
    }
    if (spacing === PARAGRAPH) paragraphStart[w] = 1;
    lastEnd = word.end;
    const letterCase = caseOf(text.slice(word.start, word.end));
    const pieces = wordPiece.encode(plain, word);
    if (pieces.length === 0) {
      ids.push(wordPiece.special.unknown);
      shapes.push(spacing * CASES + letterCase);
    }
    pieces.forEach((piece, i) => {
      ids.push(piece.id);
      shapes.push((i === 0 ? spacing : CONTINUED) * CASES + letterCase);
    });
  });
  firstPiece[words.length] = ids.length;
  return { words, ids: Int32Array.from(ids), shapes: Int32Array.from(shapes), firstPiece, paragraphStart };
}

/** 0 no letter or digit, 1 small letters, 2 a capital first, 3 capitals, 4 mixed, 5 digits. */
function caseOf(form: string): number {
  if (/\p{N}/u.test(form)) return 5;
  const letters = form.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 0;
  if (letters === letters.toLowerCase()) return 1;
  if (letters.length > 1 && letters === letters.toUpperCase()) return 3;
  const rest = letters.slice(1);
  return rest === rest.toLowerCase() ? 2 : 4;
}
