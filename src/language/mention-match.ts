import type { Word } from './annotation.js';
import type { WordSpan } from './bio.js';
import { PRONOUNS, type PronounFacts } from './data/pronouns.js';

export const KINDS = ['pronoun', 'name', 'noun'] as const;
export const DEFINITENESS = ['bare', 'definite', 'indefinite'] as const;

/** What the words of a mention say of whether it can be the same as another one. */
export interface MentionFacts {
  readonly kind: (typeof KINDS)[number];
  /** The head word, lower-cased. */
  readonly head: string;
  /** The mention's words without articles, possessives and what follows the head of a name, lower-cased. */
  readonly core: string;
  /** Lower-cased words of the name. */
  readonly names: ReadonlySet<string>;
  readonly pronoun: PronounFacts | null;
  readonly definiteness: (typeof DEFINITENESS)[number];
}

/** Reads the facts of a mention off its words. */
export function mentionFacts(words: readonly Word[], mention: WordSpan & { readonly head: number }): MentionFacts {
  const head = words[mention.head] as Word;
  const inside = words.slice(mention.first, mention.last + 1);
  const pronoun = PRONOUNS.get(head.form.toLowerCase()) ?? null;
  const kind = pronoun !== null || head.upos === 'PRON' ? 'pronoun' : head.upos === 'PROPN' ? 'name' : 'noun';
  const first = (inside[0] as Word).form.toLowerCase();
  const core = inside
    .filter(
      (word) => word.upos !== 'DET' && word.xpos !== 'POS' && word.upos !== 'PUNCT' && !PRONOUNS.has(word.form.toLowerCase()),
    )
    .map((word) => word.form.toLowerCase())
    .join(' ');
  const names = kind === 'name' ? nameWords(words, mention) : new Set<string>();
  return {
    kind,
    head: kind === 'noun' ? head.lemma.toLowerCase() : head.form.toLowerCase(),
    core,
    names,
    pronoun,
    definiteness: DEFINITE.test(first) ? 'definite' : INDEFINITE.test(first) ? 'indefinite' : 'bare',
  };
}

/** The proper nouns around the head: "Foreign Minister Lena Tarsk of Tarvia" gives "foreign minister lena tarsk". */
function nameWords(words: readonly Word[], { first, last, head }: WordSpan & { readonly head: number }): Set<string> {
  const names = new Set<string>();
  for (let w = head; w >= first && (words[w] as Word).upos === 'PROPN'; w--) names.add((words[w] as Word).form.toLowerCase());
  for (let w = head; w <= last && (words[w] as Word).upos === 'PROPN'; w++) names.add((words[w] as Word).form.toLowerCase());
  return names;
}

const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|our|my|your)$/u;
const INDEFINITE = /^(?:an?|some|any|no|another|each|every|many|several|few)$/u;
const PRONOUN_CLASSES = ['', 'I', 'we', 'you', 'he', 'she', 'it', 'they'];

/** 0 for what is no personal pronoun, else the number of its class. */
export function pronounClass({ pronoun }: MentionFacts): number {
  if (pronoun === null) return 0;
  const { person, gender, plural } = pronoun;
  return PRONOUN_CLASSES.indexOf(gender ?? (person === 2 ? 'you' : plural ? 'we' : 'I'));
}

/** Weights by number of kind (`KINDS`), of definiteness (`DEFINITENESS`) and of pronoun class. */
export interface AgreementWeights {
  /** `kind[of the anaphor][of the antecedent][definiteness of the anaphor]`. */
  readonly kind: readonly (readonly (readonly number[])[])[];
  /** `core[kind][definiteness]`, where both mentions have the same words; `head`, where they have the same head. */
  readonly core: readonly (readonly number[])[];
  readonly head: readonly (readonly number[])[];
  /** Where two mentions share a word of a name. */
  readonly name: readonly [number];
  readonly pronoun: readonly (readonly number[])[];
}

/**
 * What the words say for (above 0) or against a later mention being the same as an earlier one; `-Infinity` where grammar
 * excludes it.
 */
export function agreement(anaphor: MentionFacts, antecedent: MentionFacts, weights: AgreementWeights): number {
  const [a, b] = [anaphor.pronoun, antecedent.pronoun];
  if (a !== null && b !== null && a.person === 3 && b.person === 3 && a.gender !== b.gender) return -Infinity;
  const kind = KINDS.indexOf(anaphor.kind);
  const definiteness = DEFINITENESS.indexOf(anaphor.definiteness);
  let sum = weights.kind[kind]?.[KINDS.indexOf(antecedent.kind)]?.[definiteness] ?? 0;
  if (kind > 0 && anaphor.kind === antecedent.kind) {
    const acronym = kind === 1 && (isAcronym(anaphor, antecedent) || isAcronym(antecedent, anaphor));
    if (anaphor.core === antecedent.core) sum += weights.core[kind]?.[definiteness] ?? 0;
    if (anaphor.head === antecedent.head || acronym) sum += weights.head[kind]?.[definiteness] ?? 0;
    if (acronym || [...anaphor.names].some((name) => antecedent.names.has(name))) sum += weights.name[0];
  }
  return sum + (weights.pronoun[pronounClass(anaphor)]?.[pronounClass(antecedent)] ?? 0);
}

/** "NPP" of "National Power Party". */
function isAcronym(short: MentionFacts, long: MentionFacts): boolean {
  if (!/^\p{L}{2,6}$/u.test(short.core)) return false;
  const words = long.core.split(/[\s-]+/u).filter((word) => !/^(?:of|and|for|the)$/u.test(word));
  return words.length > 1 && words.map((word) => word[0]).join('') === short.core;
}
