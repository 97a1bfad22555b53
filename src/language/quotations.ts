import type { Span } from '../document/span.js';
import { ELIDED_WORDS } from './data/contractions.js';
import { paragraphStarts } from './paragraphs.js';

/** A stretch between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** 0 for a quotation of its own, 1 for one inside another, and so on. */
  readonly depth: number;
  /** False where the closing mark is missing: the stretch then ends with its paragraph. */
  readonly closed: boolean;
}

type Kind = 'double' | 'single' | 'angle';
interface Open {
  readonly kind: Kind;
  readonly start: number;
}

/**
 * Finds quotations by their marks: “ ” " „ « » ‘ ’ ' and doubled `` '', also “ closed by ", single marks that are not
 * apostrophes, quotations in quotations. A paragraph that opens a quotation and does not close it ends it, whether the next
 * paragraph opens it anew, goes on without a mark up to a closing one, or has none: an odd number of marks is no error.
 * In order of start, outer before inner.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  const starts = paragraphStarts(text);
  let carried: Kind | null = null;
  starts.forEach((start, i) => {
    const end = trimmedEnd(text, start, starts[i + 1] ?? text.length);
    carried = scanParagraph(text, start, end, carried, found);
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Scans one paragraph; returns the kind of the quotation that it leaves open, if any. */
function scanParagraph(text: string, start: number, end: number, carried: Kind | null, found: Quotation[]): Kind | null {
  const open: Open[] = [];
  const close = (at: number, kind: Kind): boolean => {
    const index = open.findLastIndex((o) => o.kind === kind);
    if (index < 0) return false;
    // An inner mark without its partner was an apostrophe.
    open.length = index + 1;
    const { start: from } = open.pop() as Open;
    found.push({ start: from, end: at, depth: open.length, closed: true });
    return true;
  };
  let carry = carried;
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at, start, end);
    if (mark === null) continue;
    const { kind, length } = mark;
    const isOpen = open.some((o) => o.kind === kind);
    const side = closesLow(text, at, open) ? 'close' : mark.side;
    const opens = side === 'open' || (side === 'either' && !isOpen && opensHere(text, at, length, start));
    if (opens) {
      if (open.length < DEEPEST && (kind !== 'single' || closesLater(text, at + length, end))) open.push({ kind, start: at });
    } else if (!close(at + length, kind) && carry === kind && kind !== 'single') {
      // “First paragraph, left open.
      // Second one goes on.” Ann said.
      //                    ^
      found.push({ start, end: at + length, depth: 0, closed: true });
    }
    carry = null;
    at += length - 1;
  }
  const lasting = open.filter((o) => o.kind !== 'single');
  lasting.forEach((o, depth) => found.push({ start: o.start, end, depth, closed: false }));
  return lasting[0]?.kind ?? null;
}

/** „Go“: the mark that opens elsewhere closes a quotation that a low one opened. */
const closesLow = (text: string, at: number, open: readonly Open[]): boolean =>
  text[at] === '“' && open.some((o) => text[o.start] === '„');

interface Mark {
  readonly kind: Kind;
  readonly side: 'open' | 'close' | 'either';
  readonly length: number;
}

function markAt(text: string, at: number, start: number, end: number): Mark | null {
  const character = text[at] as string;
  if (text.startsWith('``', at)) return { kind: 'double', side: 'open', length: 2 };
  if (text.startsWith("''", at)) return { kind: 'double', side: 'either', length: 2 };
  switch (character) {
    case '“':
    case '„':
    case '‟':
      return { kind: 'double', side: 'open', length: 1 };
    case '”':
      return { kind: 'double', side: 'close', length: 1 };
    case '"':
    case '＂':
      return { kind: 'double', side: 'either', length: 1 };
    case '«':
      return { kind: 'angle', side: 'open', length: 1 };
    case '»':
      return { kind: 'angle', side: 'close', length: 1 };
    case '‘':
    case '’':
    case "'":
      return singleMark(text, at, start, end);
    default:
      return null;
  }
}

/** A single mark that is a quotation mark, or null for an apostrophe. */
function singleMark(text: string, at: number, start: number, end: number): Mark | null {
  const before = at > start ? (text[at - 1] as string) : ' ';
  const after = at + 1 < end ? (text[at + 1] as string) : ' ';
  const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (inWord) return null;
  const word = /^[\p{L}\p{N}]+/u.exec(text.slice(at + 1, at + 12))?.[0].toLowerCase() ?? '';
  if (/[\s([“"—–-]/u.test(before) && /\S/u.test(after)) {
    if (text[at] !== '‘' && (ELIDED_WORDS.has(word) || /^\d0s|^\d\d$/u.test(word))) return null;
    return { kind: 'single', side: text[at] === '’' ? 'close' : 'open', length: 1 };
  }
  return { kind: 'single', side: 'close', length: 1 };
}

/** A straight mark opens where a blank, a bracket, a dash or nothing stands before it and something that is not a blank after it. */
function opensHere(text: string, at: number, length: number, start: number): boolean {
  const before = at > start ? (text[at - 1] as string) : ' ';
  const after = text[at + length] ?? ' ';
  return /[\s([{—–:/‘'-]/u.test(before) && /\S/u.test(after);
}

/** A quotation in single marks is looked for over this many characters. */
const LONGEST_SINGLE = 4000;
/** Quotations inside quotations are followed this deep. */
const DEEPEST = 8;

/** A single mark opens a quotation only if one that can close it follows in the paragraph. */
function closesLater(text: string, from: number, end: number): boolean {
  return /\S['’](?![\p{L}\p{N}])/u.test(text.slice(from, Math.min(end, from + LONGEST_SINGLE)));
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/u.test(text[at - 1] as string)) at--;
  return at;
}

/**
 * Paragraphs that go on with the quotation of the one before: that one leaves it open, and this one opens it anew, or closes
 * it without a mark of its own. Offsets of their first characters.
 */
export function continuedParagraphs(text: string, quotations: readonly Quotation[]): ReadonlySet<number> {
  const opening = new Map(quotations.map((q) => [q.start, q]));
  const leftOpen = new Set(quotations.filter((q) => !q.closed).map((q) => q.end));
  const starts = paragraphStarts(text);
  return new Set(
    starts.filter((start, i) => i > 0 && opening.has(start) && leftOpen.has(trimmedEnd(text, starts[i - 1] as number, start))),
  );
}

export type Mode = 'direct' | 'indirect' | 'mixed';

/** 1 for every character of a text that lies in a quotation. */
export function quotationMask(text: string, quotations: readonly Quotation[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of quotations) mask.fill(1, start, end);
  return mask;
}

/** Whether all letters and digits of some spans lie in quotations, none, or some. */
export function quotationMode(text: string, spans: readonly Span[], mask: Uint8Array): Mode {
  let inside = 0;
  let outside = 0;
  for (const { start, end } of spans) {
    for (let i = start; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i] as string)) continue;
      if (mask[i] === 1) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
