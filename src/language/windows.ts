import type { PieceView } from './pieces.js';

/** Pieces a window may hold, the two special ones included: the length that the model was trained on. */
export const WINDOW_PIECES = 322;
/** Pieces of text already read that a window begins with. */
const CONTEXT_PIECES = 56;
/** A sentence start this close to the end of a window has seen too little of what follows. */
const MARGIN_PIECES = 12;

/** Words `context` to `end` are encoded together; those from `begin` on are new. */
export interface Window {
  readonly context: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * The window that reads on from word `begin`: whole sentences already read as context, then as many words as fit.
 *
 * @param sentenceStart 1 for every word before `begin` that starts a sentence
 * @param mayStart 1 for the first word of every token
 */
export function windowFrom(view: PieceView, begin: number, sentenceStart: Uint8Array, mayStart: Uint8Array): Window {
  const first = view.firstPiece;
  const room = WINDOW_PIECES - 2;
  let context = begin;
  for (let w = begin - 1; w >= 0 && piecesBetween(first, w, begin) <= CONTEXT_PIECES; w--) {
    if (sentenceStart[w] === 1) context = w;
  }
  if (context === begin) {
    // The last sentence is longer than the room for context: as much of it as fits.
    while (context > 0 && piecesBetween(first, context - 1, begin) <= CONTEXT_PIECES) context--;
  }
  let end = begin;
  while (end < view.words.length && piecesBetween(first, context, end + 1) <= room) end++;
  // A token of more pieces than a window holds is read whole: what does not fit is cut off inside the encoder.
  if (!mayStart.subarray(begin + 1, end + 1).includes(1))
    while (end < view.words.length && (end === begin || mayStart[end] !== 1)) end++;
  return { context, begin, end };
}

const piecesBetween = (first: Int32Array, from: number, to: number): number => (first[to] as number) - (first[from] as number);

/**
 * How far a window's new words can be kept: up to the last sentence start in it, whose sentence the next window reads whole;
 * all of them in the last window. Where one sentence fills the window it is cut, at the end of a token.
 *
 * @param mayStart 1 for the first word of every token
 */
export function keptUntil(view: PieceView, window: Window, sentenceStart: Uint8Array, mayStart: Uint8Array): number {
  if (window.end === view.words.length) return window.end;
  for (const margin of [MARGIN_PIECES, 1]) {
    for (let w = window.end - 1; w > window.begin; w--) {
      if (sentenceStart[w] === 1 && piecesBetween(view.firstPiece, w, window.end) >= margin) return w;
    }
  }
  for (let w = window.end; w > window.begin; w--) if (mayStart[w] === 1) return w;
  return window.end;
}
