import { describe, expect, it } from 'vitest';
import type { PieceView } from '../../src/language/pieces.js';
import { keptUntil, WINDOW_PIECES, windowFrom } from '../../src/language/windows.js';

/** A view of `n` words of one piece each. */
function viewOf(n: number, pieces = 1): PieceView {
  return {
    words: Array.from({ length: n }, (_, w) => ({ start: 2 * w, end: 2 * w + 1 })),
    ids: new Int32Array(n * pieces),
    shapes: new Int32Array(n * pieces),
    firstPiece: Int32Array.from({ length: n + 1 }, (_, w) => w * pieces),
    paragraphStart: new Uint8Array(n),
  };
}

const startsAt = (n: number, ...words: number[]): Uint8Array =>
  Uint8Array.from({ length: n }, (_, w) => (words.includes(w) ? 1 : 0));

describe('windowFrom', () => {
  it('reads a short text whole', () => {
    expect(windowFrom(viewOf(40), 0, startsAt(40, 0), new Uint8Array(40).fill(1))).toEqual({ context: 0, begin: 0, end: 40 });
  });

  it('fills a window', () => {
    expect(windowFrom(viewOf(1000), 0, startsAt(1000, 0), new Uint8Array(1000).fill(1))).toEqual({
      context: 0,
      begin: 0,
      end: WINDOW_PIECES - 2,
    });
  });

  it('goes back to the start of a sentence already read', () => {
    expect(windowFrom(viewOf(1000), 300, startsAt(1000, 0, 200, 250, 280, 300), new Uint8Array(1000).fill(1)).context).toBe(250);
  });

  it('takes what fits of a sentence too long for context', () => {
    expect(windowFrom(viewOf(1000), 300, startsAt(1000, 0, 300), new Uint8Array(1000).fill(1)).context).toBe(244);
  });

  it('moves on even where one word fills a window', () => {
    expect(windowFrom(viewOf(3, 1000), 1, startsAt(3, 0, 1), new Uint8Array(3).fill(1))).toEqual({
      context: 1,
      begin: 1,
      end: 2,
    });
  });
});

describe('keptUntil', () => {
  it('keeps the last window whole', () => {
    expect(keptUntil(viewOf(40), { context: 0, begin: 0, end: 40 }, startsAt(40, 0, 30), new Uint8Array(40).fill(1))).toBe(40);
  });

  it('leaves the last sentence of a window to the next one', () => {
    expect(
      keptUntil(viewOf(1000), { context: 0, begin: 0, end: 320 }, startsAt(1000, 0, 100, 290), new Uint8Array(1000).fill(1)),
    ).toBe(290);
  });

  it('does not trust a sentence start at the edge', () => {
    expect(
      keptUntil(viewOf(1000), { context: 0, begin: 0, end: 320 }, startsAt(1000, 0, 100, 318), new Uint8Array(1000).fill(1)),
    ).toBe(100);
  });

  it('cuts no token in two', () => {
    const mayStart = new Uint8Array(1000).fill(1);
    mayStart[320] = 0;
    expect(keptUntil(viewOf(1000), { context: 0, begin: 0, end: 320 }, startsAt(1000, 0), mayStart)).toBe(319);
  });

  it('keeps all of a window that one sentence fills', () => {
    expect(keptUntil(viewOf(1000), { context: 0, begin: 0, end: 320 }, startsAt(1000, 0), new Uint8Array(1000).fill(1))).toBe(
      320,
    );
  });
});
