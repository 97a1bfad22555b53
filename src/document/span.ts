/**
 * A stretch of `Document.text`: UTF-16 code units, `end` exclusive, so that
 * `text.slice(span.start, span.end)` is what it points at.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Checks a span at the door of a text.
 *
 * @throws RangeError when an edge is not a whole number, lies outside the text, or the edges are out of order.
 */
export function checkSpan(span: Span, length: number): Span {
  const { start, end } = span;
  if (!Number.isInteger(start) || start < 0 || start > length) {
    throw new RangeError(`span start ${start} is not a whole number from 0 to ${length}`);
  }
  if (!Number.isInteger(end) || end < start || end > length) {
    throw new RangeError(`span end ${end} is not a whole number from ${start} to ${length}`);
  }
  return span;
}
