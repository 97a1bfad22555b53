import type { Span } from '../document/span.js';
import {
  ABBREVIATIONS,
  ABBREVIATIONS_BEFORE_NUMBER,
  ABBREVIATIONS_THAT_ARE_WORDS,
  STATE_ABBREVIATIONS,
} from './data/abbreviations.js';
import { ELIDED_WORDS, FUSED_CAPITALISED, FUSED_WORDS } from './data/contractions.js';
import { PREFIXES } from './data/prefixes.js';

/**
 * A surface token and the syntactic words in it, after Universal Dependencies: most tokens are one word,
 * "don't" is the words "do" and "n't". The words of a token lie side by side and cover it.
 */
export interface Token extends Span {
  readonly words: readonly Span[];
}

const APOSTROPHE = "['’‘`´ʼ]";
// Runs are bounded where a match can fail at their end, so that no text takes time by the square of its length.
const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”»]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.(?:com|org|net|edu|gov|info|co\.uk|io)(?![\p{L}\p{N}])(?:\/[^\s<>"“”»]*)?|[@#][\p{L}_][\p{L}\p{N}_]*/uy;
const EMOTICON = /[:;=][-o*']?[)(\]\[dDpP/\\|]+(?![\p{L}\p{N}])|[)(][-o*']?[:;=](?![\p{L}\p{N}])|<3(?![\p{L}\p{N}])|\^_+\^/uy;
const REPEATED_MARK = /\.{2,}|…+|-{2,}|={2,}|[*~]{2,}|_{2,}|[!?]{2,}|''|’’|‘’|``|\+{2,}|\${2,}|<{2,}|>{2,}/uy;
const NUMBER = /[+-]?(?:(?:\d-)?(?:\d{3}-){1,2}\d{4}(?!\d)|\d+(?:[/.-]\d+){2}(?!\d)|\d+[/:]\d+(?::\d+)*(?!\d)|\d+(?:[.,]\d+)*)/uy;
const NUMBER_TAIL = /(?:st|nd|rd|th|s|D|ers?)(?![\p{L}\p{N}])/uy;
const DOTTED = /(?:(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|Ph\.D\.?)/uy;
const LETTERS = /[\p{L}\p{N}\p{M}_\u200c\u200d]+/uy;
// "comp.lang.misc", "minutes.pdf": a stop between letters, the next one small; "over.The" is a blank left out.
const DOTTED_NAME = /[\p{L}\p{N}_-]{1,64}(?:\.\p{Ll}[\p{L}\p{N}_-]{0,63}){1,16}/uy;
const COMPOUND_NAME = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)+/uy;
const AN_APOSTROPHE = new RegExp(APOSTROPHE, 'u');
const INNER_APOSTROPHE = new RegExp(`${APOSTROPHE}(?=[\\p{L}\\p{N}])`, 'uy');
const NEGATION = new RegExp(`n${APOSTROPHE}t$`, 'iu');
const CLITIC = new RegExp(`${APOSTROPHE}(?:s|m|d|re|ve|ll)$`, 'iu');
const ELISION = new RegExp(`${APOSTROPHE}(?:\\d0s|\\d\\d(?!\\d)|\\p{L}+)`, 'uy');
const CAPITAL_PREFIX = /^(?:o|d|l|m)$/iu;
// A code point, the marks that combine with it, the tone of its skin, and what is joined to it.
const LONE_MARK = /\P{M}?(?:[\p{M}\p{EMod}\ufe0f]|\u200d[^\p{M}\p{L}\p{N}\s])*/suy;
const WHITE = /\s/u;

/**
 * Cuts a text into tokens and words by the conventions of the English treebanks of Universal Dependencies.
 * Every character that is not white space lies in exactly one token; spans are UTF-16 offsets into `text`.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (WHITE.test(text[at] as string)) {
      at++;
      continue;
    }
    const stem = tokenEnd(text, at);
    const end = stem + possessiveAfter(text, at, stem);
    pushToken(tokens, text, at, end);
    at = end;
  }
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? found[0].length : 0;
}

/** U.S.'s, 2025's, the 76ers' win: the length of a possessive ending that the token before it has not taken in. */
function possessiveAfter(text: string, start: number, end: number): number {
  if (!/['’]/u.test(text[end] ?? '') || !isLetter(text[start]) || !/[\p{L}\p{N}.]/u.test(text[end - 1] as string)) return 0;
  if (/s/iu.test(text[end + 1] ?? '') && !isLetter(text[end + 2])) return 2;
  return /s/iu.test(text[end - 1] as string) && !isLetter(text[end + 1]) && opensNoQuote(text, start) ? 1 : 0;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function tokenEnd(text: string, at: number): number {
  const first = text[at] as string;
  const before = text[at - 1];
  if (/[\p{L}\p{N}@#]/u.test(first) && !isLetter(before)) {
    const length = match(ADDRESS, text, at);
    if (length > 0) return at + trimAddress(text.slice(at, at + length));
  }
  const mark = match(REPEATED_MARK, text, at);
  if (mark > 0) return at + mark;
  if (!isLetter(before)) {
    const emoticon = match(EMOTICON, text, at);
    if (emoticon > 0) return at + emoticon;
  }
  if (/[\d+-]/u.test(first)) {
    const signed = first === '+' || first === '-';
    if (!signed || before === undefined || WHITE.test(before)) {
      const number = match(NUMBER, text, at);
      if (number > 0) return at + number + numberTail(text, at + number);
    }
  }
  if (isLetter(first)) return wordEnd(text, at);
  if (AN_APOSTROPHE.test(first) && !isLetter(before)) {
    const length = match(ELISION, text, at);
    const rest = text.slice(at + 1, at + length).toLowerCase();
    if (length > 0 && (/^\d/u.test(rest) || ELIDED_WORDS.has(rest))) return at + length;
    // Yahoo!'s
    //       ^
    if (rest === 's' && /[!?%)\]]/u.test(before ?? ' ')) return at + length;
  }
  // A lone mark: one character as a reader sees it.
  return at + (match(LONE_MARK, text, at) || 1);
}

/** "20th", "1990s", "5pm" cut as "5" and "pm", "3G" and "4chan" kept. */
function numberTail(text: string, at: number): number {
  const ordinal = match(NUMBER_TAIL, text, at);
  if (ordinal > 0) return ordinal;
  const letters = match(LETTERS, text, at);
  if (letters === 0) return 0;
  const tail = text.slice(at, at + letters).toLowerCase();
  return UNITS.has(tail) ? 0 : letters;
}

const UNITS = new Set(
  'am pm a.m p.m bn m mn k km kms kg g mg cm mm mi mph kmh lb lbs ft in yr yrs hr hrs min mins sec secs mw gw kw gb mb tb hz khz mhz ghz bps bpd p c f'.split(
    ' ',
  ),
);

/** A web address does not end in the punctuation of the sentence that holds it. */
function trimAddress(address: string): number {
  return address.replace(/[.,;:!?'’”)\]]+$/u, (tail) => (tail.startsWith(')') && address.includes('(') ? ')' : '')).length;
}

function wordEnd(text: string, start: number): number {
  const dotted = match(DOTTED, text, start);
  if (dotted > 0 && !isLetter(text[start + dotted])) return start + dotted;
  const name = Math.max(match(COMPOUND_NAME, text, start), match(DOTTED_NAME, text, start));
  let at = start + Math.max(name, match(LETTERS, text, start));
  if (at === start) at = start + 1;
  for (;;) {
    const next = text[at];
    if (next === undefined) return at;
    const so = text.slice(start, at);
    if (match(INNER_APOSTROPHE, text, at) > 0) {
      //  O'Neill   Qa'ida   don't   the nation's
      //   ^         ^         ^             ^
      at += 1 + match(LETTERS, text, at + 1);
      continue;
    }
    if (/['’]/u.test(next) && !isLetter(text[at + 1]) && /s$/iu.test(so) && opensNoQuote(text, start)) {
      // the workers' demands: a possessive, as nothing before the word is an open quotation mark of its kind
      return at + 1;
    }
    if (next === '-' && isLetter(text[at + 1]) && isPrefix(so, text[at + 1] as string)) {
      const rest = Math.max(match(DOTTED, text, at + 1), match(NUMBER, text, at + 1), match(LETTERS, text, at + 1));
      at += 1 + rest;
      continue;
    }
    if (next === '.' && !isLetter(text[at + 1])) {
      const single = /^\p{Lu}$/u.test(so) && so !== 'I';
      if (text[at + 1] !== '.' && (single || isAbbreviation(text, start, at))) return at + 1;
    }
    return at;
  }
}

/** "anti-" and "re-" are prefixes, the "UN-" of "UN-backed" and the "E-" of "E-3" are not. */
const isPrefix = (so: string, next: string): boolean =>
  PREFIXES.has(so.toLowerCase()) && (so !== so.toUpperCase() || (so.length === 1 && /\p{Ll}/u.test(next)));

/** Whether the word from `start` to the full stop at `stop` is an abbreviation that keeps it. */
function isAbbreviation(text: string, start: number, stop: number): boolean {
  const word = text.slice(start, stop);
  const lower = word.toLowerCase();
  if (ABBREVIATIONS_BEFORE_NUMBER.has(lower) && /^\.\s?\d/u.test(text.slice(stop, stop + 3))) return true;
  if (/^\s*$|^[^\S\n]*\n[^\S\n]*\n/u.test(text.slice(stop + 1, stop + 40))) return false;
  if (ABBREVIATIONS.has(lower)) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  const before = text.slice(Math.max(0, start - 5), start);
  if (STATE_ABBREVIATIONS.has(lower)) return /(?:, ?|-)$/u.test(before);
  return ABBREVIATIONS_THAT_ARE_WORDS.has(lower) && !/\b(?:the|an?)\s$/iu.test(before);
}

/** Looks back over the line for a single quotation mark that opens and has not closed before `at`. */
function opensNoQuote(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 400);
  let open = false;
  for (let i = from; i < at; i++) {
    const mark = text[i] as string;
    if (!/['‘’]/u.test(mark)) continue;
    const before = i === from || !isLetter(text[i - 1]);
    if (mark === '‘' || (mark === "'" && before)) open = true;
    else if (!isLetter(text[i + 1])) open = false;
  }
  return !open;
}

function pushToken(tokens: Token[], text: string, start: number, end: number): void {
  const form = text.slice(start, end);
  const cut =
    /^wont$/u.test(form) && /\b(?:his|her|its|their|my|our|your)\s$/iu.test(text.slice(Math.max(0, start - 6), start))
      ? []
      : wordCuts(form);
  if (cut.length === 0) {
    tokens.push({ start, end, words: [{ start, end }] });
    return;
  }
  const edges = [0, ...cut, form.length];
  const words: Span[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    words.push({ start: start + (edges[i] as number), end: start + (edges[i + 1] as number) });
  }
  tokens.push({ start, end, words });
}

/** Where a token is cut into words: offsets inside the form, none for a token that is one word. */
function wordCuts(form: string): readonly number[] {
  const fused = FUSED_WORDS.get(form) ?? FUSED_CAPITALISED.get(form);
  if (fused !== undefined) return [fused];
  if (!/['’‘`´ʼ]/u.test(form)) return [];
  const cuts: number[] = [];
  let rest = form;
  for (;;) {
    const clitic = CLITIC.exec(rest) ?? NEGATION.exec(rest);
    if (clitic && clitic.index > 0 && !CAPITAL_PREFIX.test(rest.slice(0, clitic.index).replace(/^i$/iu, 'x'))) {
      cuts.unshift(clitic.index);
      rest = rest.slice(0, clitic.index);
      continue;
    }
    if (cuts.length === 0 && /[\p{L}\p{N}]['’]$/u.test(rest)) cuts.unshift(rest.length - 1);
    return cuts;
  }
}
