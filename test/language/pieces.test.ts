import { describe, expect, it } from 'vitest';
import { pieceView, SHAPES } from '../../src/language/pieces.js';
import { tokenize } from '../../src/language/tokenize.js';
import { WordPiece } from '../../src/language/wordpiece.js';

const vocabulary = ['[UNK]', '[CLS]', '[SEP]', 'venn', 'said', 'dam', '##s', 'un', '1987', '.', 'n', "'", 't', 'do'];
const wordPiece = new WordPiece(vocabulary);
const CASES = ['none', 'small', 'capital', 'capitals', 'mixed', 'digits'];
const SPACINGS = ['glued', 'spaced', 'paragraph', 'inside'];

/** `piece:case:spacing` of every piece, words parted by blanks. */
function notation(text: string): string {
  const view = pieceView(text, tokenize(text), wordPiece);
  return view.words
    .map((_, w) => {
      const from = view.firstPiece[w] as number;
      const to = view.firstPiece[w + 1] as number;
      return [...view.ids.subarray(from, to)]
        .map((id, i) => {
          const shape = view.shapes[from + i] as number;
          expect(shape).toBeLessThan(SHAPES);
          return `${vocabulary[id]}:${CASES[shape % 6]}:${SPACINGS[Math.floor(shape / 6)]}`;
        })
        .join('+');
    })
    .join(' ');
}

describe('pieceView', () => {
  it('keeps case and spacing', () => {
    expect(notation('Venn said.\n\nUN dams')).toBe(
      'venn:capital:paragraph said:small:spaced .:none:glued un:capitals:paragraph dam:small:spaced+##s:small:inside',
    );
  });

  it('keeps digits, mixed case, and the words of a multiword token apart', () => {
    expect(notation("1987 vENn don't")).toBe(
      "1987:digits:paragraph venn:mixed:spaced do:small:spaced n:small:glued+':small:inside+t:small:inside",
    );
  });

  it('gives a word without pieces the unknown one', () => {
    expect(notation('said \u200b')).toBe('said:small:paragraph [UNK]:none:spaced');
  });

  it('marks words that begin paragraphs', () => {
    expect([...pieceView('Venn said.\n\nUN dams', tokenize('Venn said.\n\nUN dams'), wordPiece).paragraphStart]).toEqual([
      1, 0, 0, 1, 0,
    ]);
  });
});
