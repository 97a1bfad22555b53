import { INVARIANT_VERBS, IRREGULAR_VERBS } from './data/irregular-verbs.js';
import { applyLemmaScript } from './lemma-script.js';

/** What is known of a word before its lemma is. */
export interface TaggedForm {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  /** The rule that the model chose. */
  readonly script: string;
}

/**
 * The lemma of a word: what the model's rule makes of the form; where that is no known word ("companie", "runn"), the
 * regular spelling rules of English for the word's inflection are tried, and the first that gives a known word is taken.
 *
 * @param isKnown whether a lower-cased word is in the vocabulary
 */
export function lemmaOf({ form, upos, xpos, script }: TaggedForm, isKnown: (word: string) => boolean): string {
  if (form === 'i' && upos === 'PRON') return 'I';
  const chosen = applyLemmaScript(form, script) || form;
  const lower = form.toLowerCase();
  // "said" and "cited" are no base forms, whatever the model says.
  if (/^VB[DN]$/u.test(xpos) && IRREGULAR_VERBS.has(lower)) return IRREGULAR_VERBS.get(lower) as string;
  const doubled = /^VB[DGN]$/u.test(xpos) ? /^(.*(ll|ss|zz|ff))(?:ed|ing)$/u.exec(lower)?.[1] : undefined;
  if (doubled !== undefined && isKnown(doubled)) return doubled;
  const inflected = /^VB[DGNZ]$/u.test(xpos) && chosen.toLowerCase() === lower && !INVARIANT_VERBS.has(lower);
  if (inflected) return IRREGULAR_VERBS.get(lower) ?? regularLemma(lower, xpos, isKnown) ?? chosen;
  if (upos === 'PROPN' || chosen === form || isKnown(chosen.toLowerCase()) || !/^\p{L}+$/u.test(form)) return chosen;
  return regularLemma(lower, xpos, isKnown) ?? chosen;
}

/** The first known word that a regular inflection could be of. */
const regularLemma = (lower: string, xpos: string, isKnown: (word: string) => boolean): string | undefined =>
  (REGULAR[xpos] ?? [])
    .filter(([ending]) => lower.length > ending.length + 1 && lower.endsWith(ending))
    .map(([ending, replacement]) => lower.slice(0, lower.length - ending.length) + replacement)
    .concat(undoubled(lower, xpos))
    .find(isKnown) ?? unknownLemma(lower, xpos);

/** Of a word that is not in the vocabulary: "reiterated" is of "reiterate", "brandished" of "brandish". */
function unknownLemma(lower: string, xpos: string): string | undefined {
  const stem = /^VB[DN]$/u.test(xpos)
    ? /^(.{3,})ed$/u.exec(lower)?.[1]
    : xpos === 'VBG'
      ? /^(.{3,})ing$/u.exec(lower)?.[1]
      : undefined;
  if (stem === undefined) return undefined;
  if (/(?:at|iz|is|ut|ur|uc|iv|av|ov|lv|rv|nc|rc|rs|ns|ps|ls|rg|dg|ag|[uzvc])$/u.test(stem)) return `${stem}e`;
  const twin = /^(.*([bdglmnprt]))\2$/u.exec(stem)?.[1];
  if (twin !== undefined) return twin;
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem;
}

type Rule = readonly [ending: string, replacement: string];
const PAST: readonly Rule[] = [
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['d', ''],
];
const THIRD: readonly Rule[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
];
/** Regular inflections by Penn tag, most specific ending first. */
const REGULAR: Readonly<Record<string, readonly Rule[]>> = {
  JJR: [
    ['ier', 'y'],
    ['er', 'e'],
    ['er', ''],
  ],
  JJS: [
    ['iest', 'y'],
    ['est', 'e'],
    ['est', ''],
  ],
  NNS: THIRD,
  RBR: [['ier', 'y']],
  VBD: PAST,
  VBG: [
    ['ing', 'e'],
    ['ing', ''],
  ],
  VBN: PAST,
  VBZ: THIRD,
};

/** "running" to "run", "planned" to "plan". */
function undoubled(lower: string, xpos: string): string[] {
  const found = /^VB[DNG]$/u.test(xpos) ? /^(.*([^aeiou]))\2(?:ed|ing)$/u.exec(lower) : null;
  return found ? [found[1] as string] : [];
}
