import { stem, stems } from '../reading/matter.js';
import { COMMON, SYNONYMS } from './data/term-words.js';

/** What a text is about: stems of its content words, synonyms as one, each with how much it says. */
export type Terms = ReadonlyMap<string, number>;

const HEAD_OF = new Map(SYNONYMS.flatMap((group) => group.map((word) => [stem(word), `=${group[0] as string}`] as const)));
const LITTLE = new Set(COMMON.map((word) => stem(word)));

/** Names say most of what a text is about, words that any news has say little. */
const WEIGHT = { name: 1.2, actor: 0.4, number: 0.8, word: 1, common: 0.25 };

const MONTH = 'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)'; // prettier-ignore
const DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?)(?!\\p{L})(?:,? \\d{4})?|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  'gu',
);

/**
 * The terms of a text, without those of `without` (the names of who speaks, which every word of theirs would share). The names of actors,
 * `actors`, run through a whole story and say little of which matter is meant.
 */
export function termsOf(
  written: string,
  without: ReadonlySet<string> = new Set(),
  actors: ReadonlySet<string> = new Set(),
): Terms {
  // Dates are compared as dates.
  const text = written.replace(DATE, ' ');
  const out = new Map<string, number>();
  const names = new Set(
    [...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}\p{L}{2,}/gu)].map((m) => stem(m[0].toLowerCase().replace(/[’']s?$/u, ''))),
  );
  for (const s of stems(text)) {
    if (without.has(s)) continue;
    const term = HEAD_OF.get(s) ?? s;
    out.set(term, LITTLE.has(s) ? WEIGHT.common : actors.has(s) ? WEIGHT.actor : names.has(s) ? WEIGHT.name : WEIGHT.word);
  }
  for (const [number] of text.matchAll(/(?<![\p{L}\d.])\d[\d,.]*\d|(?<![\p{L}\d])\d(?![\d\p{L}])/gu))
    out.set(number, WEIGHT.number);
  return out;
}

/** The words of a name, as terms have them. */
export const nameTerms = (names: Iterable<string>): ReadonlySet<string> =>
  // Of "the Druskan ambassador" only the name: ambassadors are what texts are about.
  new Set([...names].flatMap((name) => [...stems((name.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []).join(' '))]));

export function weightOf(terms: Terms): number {
  let sum = 0;
  for (const weight of terms.values()) sum += weight;
  return sum;
}

/** The weight of what two texts share. */
export function sharedWeight(a: Terms, b: Terms): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few) {
    const other = many.get(term);
    if (other !== undefined) sum += Math.min(weight, other);
  }
  return sum;
}

/** Whether two texts have two terms in common, or all that one of them has. */
export function sharesTwo(a: Terms, b: Terms): boolean {
  let shared = 0;
  for (const term of a.keys()) if (b.has(term)) shared++;
  return shared >= Math.min(2, a.size, b.size);
}

/** How much of the shorter text the longer one covers, 0 to 1. */
export function covered(a: Terms, b: Terms): number {
  const least = Math.min(weightOf(a), weightOf(b));
  return least === 0 ? 0 : sharedWeight(a, b) / least;
}

/** Two texts of one matter: they share enough, and enough of the shorter one. */
export const alike = (a: Terms, b: Terms, share = 0.5, weight = 1.8): boolean =>
  sharedWeight(a, b) >= weight && covered(a, b) >= share;

export function joinTerms(all: Iterable<Terms>): Terms {
  const out = new Map<string, number>();
  for (const terms of all) for (const [term, weight] of terms) out.set(term, Math.max(weight, out.get(term) ?? 0));
  return out;
}
