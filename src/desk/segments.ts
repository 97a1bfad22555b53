/** A stretch of an article that something lies on, in UTF-16 code units. */
export interface Marked<T> {
  readonly start: number;
  readonly end: number;
  readonly mark: T;
}

/** A stretch on which the same things lie from its first character to its last. */
export interface Segment<T> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Marked<T>[];
}

/** Cuts `start` to `end` of a text wherever something begins or ends there. The segments, put together, are that part of the text. */
export function segmentsOf<T>(start: number, end: number, all: readonly Marked<T>[]): readonly Segment<T>[] {
  const here = all.filter((one) => one.start < end && one.end > start && one.start < one.end);
  const cuts = new Set([start, end]);
  for (const one of here) {
    if (one.start > start) cuts.add(one.start);
    if (one.end < end) cuts.add(one.end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1] ?? end;
    return { start: from, end: to, marks: here.filter((one) => one.start <= from && one.end >= to) };
  });
}

/** Where the paragraphs of a text begin and end: its lines, and of a line too long to be laid out at once, its parts. */
export function paragraphsOf(text: string, most = 20_000): readonly (readonly [start: number, end: number])[] {
  const out: [number, number][] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    let at = from;
    while (end - at > most) {
      // Between words, where there are any.
      const space = text.lastIndexOf(' ', at + most);
      const cut = space > at ? space + 1 : at + most;
      const whole = isPair(text, cut) ? cut - 1 : cut;
      out.push([at, whole]);
      at = whole;
    }
    out.push([at, end]);
    if (found === -1) break;
    from = end + 1;
  }
  return out;
}

/** Whether a cut here would part the two halves of one character. */
const isPair = (text: string, at: number): boolean => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

/** What lies on each paragraph, so that none has to look at the marks of a whole article. */
export function byParagraph<T>(
  paragraphs: readonly (readonly [start: number, end: number])[],
  marks: readonly Marked<T>[],
): readonly (readonly Marked<T>[])[] {
  const out: Marked<T>[][] = paragraphs.map(() => []);
  for (const mark of marks) {
    // The first paragraph that ends after the mark begins, by halves.
    let [low, high] = [0, paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((paragraphs[middle]?.[1] ?? 0) <= mark.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < paragraphs.length && (paragraphs[i]?.[0] ?? 0) < mark.end; i++) out[i]?.push(mark);
  }
  return out;
}
