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
  if (upos === 'PROPN' || chosen === form || isKnown(chosen.toLowerCase()) || !/^\p{L}+$/u.test(form)) return chosen;
  const regular = (REGULAR[xpos] ?? [])
    .filter(([ending]) => lower.length > ending.length + 1 && lower.endsWith(ending))
    .map(([ending, replacement]) => lower.slice(0, lower.length - ending.length) + replacement)
    .concat(undoubled(lower, xpos));
  return regular.find(isKnown) ?? chosen;
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
