import { ELIDED_WORDS } from './data/contractions.js';

export type MarkKind = 'double' | 'single' | 'angle';

/** A quotation mark, and whether the characters beside it, or its form, say that it opens or closes. */
export interface Mark {
  readonly kind: MarkKind;
  readonly side: 'open' | 'close' | 'either';
  /** 1, or 2 for a mark typed as two characters. */
  readonly length: number;
}

const DOUBLED = ['``', "''", '‘‘', '’’'];
/** A quotation in single marks is looked for over this many characters. */
const LONGEST_SINGLE = 4000;

/** The quotation mark at a place of a paragraph that runs from `start` to `end`; null for an apostrophe and anything else. */
export function markAt(text: string, at: number, start: number, end: number): Mark | null {
  const character = text[at] as string;
  if (DOUBLED.includes(text.slice(at, at + 2))) return doubleMark(text, at, 2, start, end);
  switch (character) {
    case '«':
      return { kind: 'angle', side: 'open', length: 1 };
    case '»':
      return { kind: 'angle', side: 'close', length: 1 };
    case '“':
    case '„':
    case '‟':
    case '”':
    case '"':
    case '＂':
      return doubleMark(text, at, 1, start, end);
    case '‘':
    case '’':
    case "'":
      return singleMark(text, at, start, end);
    default:
      return null;
  }
}

/** Where it stands counts for more than its form: “Go,“ and ”Go,” are typed every day. */
function doubleMark(text: string, at: number, length: number, start: number, end: number): Mark {
  const before = at > start ? (text[at - 1] as string) : ' ';
  const after = at + length < end ? (text[at + length] as string) : ' ';
  const startsHere = /[\s([{—–]/u.test(before);
  const endsHere = /[\s.,;:!?)\]}—–…]/u.test(after);
  if (startsHere && !endsHere) return { kind: 'double', side: 'open', length };
  if (endsHere && !startsHere) return { kind: 'double', side: 'close', length };
  const form = text.slice(at, at + length);
  const side = /^[“„‟`‘]/u.test(form) ? 'open' : /^[”’]/u.test(form) ? 'close' : 'either';
  return { kind: 'double', side, length };
}

/** A single mark that is a quotation mark, or null for an apostrophe. */
function singleMark(text: string, at: number, start: number, end: number): Mark | null {
  const before = at > start ? (text[at - 1] as string) : ' ';
  const after = at + 1 < end ? (text[at + 1] as string) : ' ';
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return null;
  // rock 'n' roll
  //        ^
  if (/^['‘’]n$/iu.test(text.slice(at - 2, at))) return null;
  if (/[\s([“"—–-]/u.test(before) && /\S/u.test(after)) {
    const word = /^[\p{L}\p{N}]+/u.exec(text.slice(at + 1, at + 12))?.[0].toLowerCase() ?? '';
    if (ELIDED_WORDS.has(word) || /^\d0s$|^\d\d$/u.test(word)) return null;
    return { kind: 'single', side: text[at] === '’' ? 'close' : 'open', length: 1 };
  }
  if (/s/iu.test(before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) && closesSurely(text, at + 1, end)) {
    // ‘The workers’ rights are key,’ he said.
    //             ^ the one after the comma closes
    return null;
  }
  return { kind: 'single', side: 'close', length: 1 };
}

/** Whether a mark that can close a single quotation follows in the paragraph. */
export const closesLater = (text: string, from: number, end: number): boolean =>
  /\S['’](?![\p{L}\p{N}])/u.test(text.slice(from, Math.min(end, from + LONGEST_SINGLE)));

/** Whether one follows that stands after punctuation, before another quotation opens. */
const closesSurely = (text: string, from: number, end: number): boolean =>
  /^[^‘]*?[,.!?…]['’](?![\p{L}\p{N}])/u.test(text.slice(from, Math.min(end, from + LONGEST_SINGLE)));
