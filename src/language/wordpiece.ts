import type { Span } from '../document/span.js';

/** One piece of a word: its number in the vocabulary and the characters of the text that it covers. */
export interface Piece extends Span {
  readonly id: number;
}

/** Numbers of the special pieces. */
export interface SpecialPieces {
  readonly unknown: number;
  readonly start: number;
  readonly separator: number;
}

const LONGEST_WORD = 100; // as BERT's reference implementation: a longer run of characters is one unknown piece

/**
 * WordPiece with offsets: the uncased pre-processing of BERT (clean, strip accents, lower-case, cut at punctuation and CJK)
 * and greedy longest match (Schuster and Nakajima 2012; Devlin et al. 2019), which keeps for every piece the characters
 * that it came from.
 */
export class WordPiece {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #longest: number;
  readonly #cache = new Map<string, readonly Piece[]>();
  readonly special: SpecialPieces;

  /** @param vocabulary the pieces in the order of their numbers; continuations begin with "##" */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
    this.#longest = Math.max(...vocabulary.map((piece) => piece.length));
    this.special = { unknown: this.#id('[UNK]'), start: this.#id('[CLS]'), separator: this.#id('[SEP]') };
  }

  #id(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new RangeError(`the vocabulary has no piece ${piece}`);
    return id;
  }

  /** Whether a lower-cased word is a piece of its own. */
  knows(word: string): boolean {
    return this.#ids.has(word);
  }

  /** The pieces of a stretch of text, with offsets into the text; none where it holds only white space and control characters. */
  encode(text: string, span: Span = { start: 0, end: text.length }): readonly Piece[] {
    const form = text.slice(span.start, span.end);
    let pieces = this.#cache.get(form);
    if (pieces === undefined) {
      pieces = this.#encode(form);
      if (form.length <= LONGEST_WORD) {
        if (this.#cache.size >= 50_000) this.#cache.clear();
        this.#cache.set(form, pieces);
      }
    }
    return pieces.map(({ id, start, end }) => ({ id, start: start + span.start, end: end + span.start }));
  }

  #encode(text: string): Piece[] {
    const pieces: Piece[] = [];
    for (const run of runs(text)) this.#match(run, pieces);
    return pieces;
  }

  #match(run: Run, pieces: Piece[]): void {
    const { letters, from, to } = run;
    const size = letters.length;
    const whole = { id: this.special.unknown, start: from[0] as number, end: to[size - 1] as number };
    if (size > LONGEST_WORD) {
      pieces.push(whole);
      return;
    }
    const found: Piece[] = [];
    for (let at = 0; at < size;) {
      let end = Math.min(size, at + this.#longest);
      let id: number | undefined;
      for (; end > at; end--) {
        id = this.#ids.get((at > 0 ? '##' : '') + letters.slice(at, end).join(''));
        if (id !== undefined) break;
      }
      if (id === undefined) {
        pieces.push(whole);
        return;
      }
      found.push({ id, start: from[at] as number, end: to[end - 1] as number });
      at = end;
    }
    pieces.push(...found);
  }
}

/** A run of normalised characters without a blank or a punctuation mark in it, each with the characters it came from. */
interface Run {
  readonly letters: string[];
  readonly from: number[];
  readonly to: number[];
}

function runs(text: string): Run[] {
  const out: Run[] = [];
  let run: Run = { letters: [], from: [], to: [] };
  const close = (): void => {
    if (run.letters.length > 0) out.push(run);
    run = { letters: [], from: [], to: [] };
  };
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (isDropped(character)) continue;
    if (/\s/u.test(character)) {
      close();
      continue;
    }
    const alone = isPunctuation(character) || isIdeograph(character);
    if (alone) close();
    for (const letter of character.normalize('NFD').toLowerCase().normalize('NFD')) {
      if (/\p{Mn}/u.test(letter)) continue;
      // Case mapping can bring forth a mark of its own.
      if (!alone && isPunctuation(letter)) {
        close();
        out.push({ letters: [letter], from: [start], to: [at] });
        continue;
      }
      run.letters.push(letter);
      run.from.push(start);
      run.to.push(at);
    }
    if (alone) close();
  }
  close();
  return out;
}

/** Control and format characters, the replacement character and unpaired surrogates carry nothing. */
const isDropped = (character: string): boolean =>
  !/[\t\n\r]/u.test(character) && /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufffd]/u.test(character);

const isPunctuation = (character: string): boolean => /[!-/:-@[-`{-~\p{P}]/u.test(character);

const isIdeograph = (character: string): boolean =>
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(
    character,
  );
