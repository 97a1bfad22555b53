import type { Span } from '../document/span.js';
import { paragraphStarts } from './paragraphs.js';
import { closesLater, markAt, type MarkKind } from './quotation-marks.js';

/** A stretch between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** 0 for a quotation of its own, 1 for one inside another, and so on. */
  readonly depth: number;
  /** False where the closing mark is missing: the stretch then ends with its paragraph. */
  readonly closed: boolean;
}

/** A quotation that has opened, by the mark at `start`. */
interface Open {
  readonly kind: MarkKind;
  readonly start: number;
}

/** A quotation that paragraphs before left open, and how many paragraphs ago a mark of its kind stood. */
interface Carried {
  readonly kind: MarkKind;
  readonly age: number;
}

/** A paragraph, and the character that the next one begins with. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly next: string | undefined;
}

/** Quotations inside quotations are followed this deep. */
const DEEPEST = 8;
/** A quotation left open is waited for over this many paragraphs without a mark. */
const LONGEST_WAIT = 2;

/**
 * Finds quotations by their marks: “ ” " „ « » ‘ ’ ' and doubled `` '', also “ closed by ", single marks that are not
 * apostrophes, quotations in quotations. A paragraph that opens a quotation and does not close it ends it, whether the next
 * paragraph opens it anew, goes on without a mark up to a closing one, or has none: an odd number of marks is no error.
 * In order of start, outer before inner.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  const starts = paragraphStarts(text);
  let carried: Carried | null = null;
  starts.forEach((start, i) => {
    const next = starts[i + 1];
    const end = trimmedEnd(text, start, next ?? text.length);
    carried = scanParagraph(text, { start, end, next: next === undefined ? undefined : text[next] }, carried, found);
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Scans one paragraph; returns the quotation that it leaves open, if any. */
function scanParagraph(
  text: string,
  { start, end, next }: Paragraph,
  carried: Carried | null,
  found: Quotation[],
): Carried | null {
  let open: Open[] = [];
  let carry = carried;
  const endAt = (at: number, index: number, closed: boolean): void => {
    found.push({ start: (open[index] as Open).start, end: at, depth: index, closed });
    // An inner mark without its partner was an apostrophe or a slip.
    open = open.slice(0, index);
  };
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at, start, end);
    if (mark === null) continue;
    const { kind, length } = mark;
    const last = open.findLastIndex((o) => o.kind === kind);
    const low = last >= 0 && text[(open[last] as Open).start] === '„' && text[at] === '“';
    const side = low ? 'close' : mark.side === 'either' ? (last < 0 ? 'open' : 'close') : mark.side;
    if (side === 'open') {
      // "We will go, he said. "We are ready," he added.
      //                      ^ the same mark opens again: the one before was never closed
      if (kind === 'double' && last >= 0 && text[(open[last] as Open).start] === text[at])
        endAt(trimmedEnd(text, start, at), last, false);
      const lasts = kind === 'single' && at === start && next === text[at];
      if (open.length < DEEPEST && (kind !== 'single' || lasts || closesLater(text, at + length, end)))
        open.push({ kind, start: at });
    } else if (last >= 0) {
      endAt(at + length, last, true);
    } else if (carry?.kind === kind && kind !== 'single') {
      // “First paragraph, left open.
      // Second one goes on.” Ann said.
      //                    ^
      found.push({ start, end: at + length, depth: 0, closed: true });
    }
    if (carry?.kind === kind) carry = null;
    at += length - 1;
  }
  const lasting = open.filter((o) => o.kind !== 'single' || (o.start === start && next === text[start]));
  lasting.forEach((o, depth) => found.push({ start: o.start, end, depth, closed: false }));
  if (lasting[0] !== undefined) return { kind: lasting[0].kind, age: 0 };
  return carry !== null && carry.age < LONGEST_WAIT ? { kind: carry.kind, age: carry.age + 1 } : null;
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
