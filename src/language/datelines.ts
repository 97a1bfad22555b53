import type { Span } from '../document/span.js';

const DATELINE =
  /\p{Lu}[\p{Lu}'’.-]+(?:[ ,]+\p{Lu}[\p{Lu}'’.-]*)*(?:,? [^—–:(\n-]{0,40})?(?:\s*\([^)\n]{1,40}\))?\s*(?:—|–|--|-|:)\s/uy;

/** The place, agency and date before an article's first sentence, with the dash or colon that ends it: "MOMBASA — The union …". */
export function datelineAt(text: string, start: number): Span | null {
  DATELINE.lastIndex = start;
  const found = DATELINE.exec(text.slice(0, start + 140));
  return found === null ? null : { start, end: start + found[0].length };
}

/** Where the first sentence after a dateline begins; a colon ends the name of a speaker as often, and parts nothing. */
export function afterDatelines(text: string, paragraphs: readonly number[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (const start of paragraphs) {
    const line = datelineAt(text, start);
    if (line !== null && !/:\s$/u.test(text.slice(line.start, line.end))) out.add(line.end);
  }
  return out;
}
