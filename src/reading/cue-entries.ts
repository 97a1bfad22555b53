import { IRREGULAR_VERBS } from '../language/data/irregular-verbs.js';
import type { Node, TreeView } from '../language/tree-view.js';
import { lemmaOf } from './clauses.js';
import { CUE_VERBS, type CueVerb } from './data/cue-verbs.js';

/**
 * What the lexicon of cue verbs knows of a word: by its lemma with a particle, by its lemma, or, where the lemma was not recognised, by
 * what the form may be of ("said", "reiterated").
 */
export function cueEntriesOf(tree: TreeView, node: Node): readonly CueVerb[] | undefined {
  const form = node.form.toLowerCase();
  const stem = form.replace(/(?:ed|ing|es|s)$/u, '');
  const guesses = [
    lemmaOf(tree, node),
    node.lemma.toLowerCase(),
    IRREGULAR_VERBS.get(form),
    stem,
    `${stem}e`,
    stem.replace(/i$/u, 'y'),
  ];
  for (const guess of guesses) {
    const found = guess === undefined ? undefined : CUE_VERBS.get(guess);
    if (found !== undefined) return found;
  }
  return undefined;
}
