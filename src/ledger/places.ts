/** A stretch of a stored article: the document by its id, and UTF-16 code units of its text, end exclusive. */
export interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of evidence: one or more stretches of one article, in order. */
export interface Evidence {
  readonly document: string;
  readonly spans: readonly (readonly [number, number])[];
}

export const firstStart = ({ spans }: Evidence): number => spans[0]?.[0] ?? 0;

/** By document, then by where it begins. */
export const byPlace = (a: Evidence, b: Evidence): number =>
  a.document < b.document ? -1 : a.document > b.document ? 1 : firstStart(a) - firstStart(b);
