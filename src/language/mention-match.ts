import type { Word } from './annotation.js';
import type { WordSpan } from './bio.js';
import { PRONOUNS, type PronounFacts } from './data/pronouns.js';

/** What the words of a mention say of whether it can be the same as another one. */
export interface MentionFacts {
  readonly kind: 'pronoun' | 'name' | 'noun';
  /** The head word, lower-cased. */
  readonly head: string;
  /** The mention's words without articles, possessives and what follows the head of a name, lower-cased. */
  readonly core: string;
  /** Lower-cased words of the name. */
  readonly names: ReadonlySet<string>;
  readonly pronoun: PronounFacts | null;
  readonly definite: boolean;
  readonly indefinite: boolean;
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
    definite: /^(?:the|this|that|these|those|his|her|its|their|our|my|your)$/u.test(first),
    indefinite: /^(?:an?|some|any|no|another|each|every|many|several|few)$/u.test(first),
  };
}

/** The proper nouns around the head: "Foreign Minister Lena Tarsk of Tarvia" gives "foreign minister lena tarsk". */
function nameWords(words: readonly Word[], { first, last, head }: WordSpan & { readonly head: number }): Set<string> {
  const names = new Set<string>();
  for (let w = head; w >= first && (words[w] as Word).upos === 'PROPN'; w--) names.add((words[w] as Word).form.toLowerCase());
  for (let w = head; w <= last && (words[w] as Word).upos === 'PROPN'; w++) names.add((words[w] as Word).form.toLowerCase());
  return names;
}

/** Weights of agreement, chosen on OntoGUM dev; scores of the model are of the size of ten. */
const SAME_NAME = 4;
const SHARED_NAME = 2;
const OTHER_NAME = -3;
const SAME_NOUN_PHRASE = 5;
const SAME_NOUN = 3;
const NEW_NOUN = -1;

/**
 * What the words say for (above 0) or against a later mention being the same as an earlier one; `-Infinity` where grammar
 * excludes it.
 */
export function agreement(anaphor: MentionFacts, antecedent: MentionFacts): number {
  const [a, b] = [anaphor.pronoun, antecedent.pronoun];
  if (a !== null && b !== null) {
    if (a.person === 3 && b.person === 3 && a.gender !== b.gender) return -Infinity;
    return 0;
  }
  if (anaphor.kind === 'name' && antecedent.kind === 'name') {
    if (anaphor.core === antecedent.core) return SAME_NAME;
    if (anaphor.head === antecedent.head || isAcronym(anaphor, antecedent) || isAcronym(antecedent, anaphor)) return SHARED_NAME;
    return [...anaphor.names].some((name) => antecedent.names.has(name)) ? 0 : OTHER_NAME;
  }
  if (anaphor.kind === 'noun') {
    if (antecedent.kind === 'noun' && anaphor.core === antecedent.core && !anaphor.indefinite) return SAME_NOUN_PHRASE;
    if (anaphor.head === antecedent.head && anaphor.definite) return SAME_NOUN;
    return anaphor.definite ? 0 : NEW_NOUN;
  }
  return 0;
}

/** "NPP" of "National Power Party". */
function isAcronym(short: MentionFacts, long: MentionFacts): boolean {
  if (!/^\p{L}{2,6}$/u.test(short.core)) return false;
  const words = long.core.split(/[\s-]+/u).filter((word) => !/^(?:of|and|for|the)$/u.test(word));
  return words.length > 1 && words.map((word) => word[0]).join('') === short.core;
}
