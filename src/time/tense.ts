import type { Node, TreeView } from '../language/tree-view.js';
import type { Direction } from './spec.js';

const TO_COME = /^(?:will|shall|[’']ll|wo|would|must|should|may|might|could|can|ca)$/iu;
const PAST_HELPER = /^(?:was|were|had|did|[’']d)$/iu;
const PERFECT = /^(?:have|has|had|having|[’']ve)$/iu;
const PRESENT_HELPER = /^(?:is|are|am|[’']s|[’']re|[’']m|be)$/iu;
/** Verbs and adjectives whose infinitive tells of what is to come. */
const PLANNING = new Set(['agree', 'aim', 'allow', 'ask', 'be', 'begin', 'command', 'compel', 'decide', 'demand', 'direct', 'due', 'expect', 'force', 'give', 'go', 'hope', 'instruct', 'intend', 'invite', 'likely', 'need', 'oblige', 'offer', 'order', 'plan', 'pledge', 'prepare', 'promise', 'propose', 'ready', 'require', 'schedule', 'set', 'slate', 'swear', 'tell', 'threaten', 'urge', 'vow', 'want', 'warn']); // prettier-ignore

/** Whether the verb that governs a word tells of what is past or of what is to come. */
export function directionAt(tree: TreeView, word: Node): Direction {
  // Wednesday's ruling, Friday's attack: an event with a day has mostly taken place.
  if (/^(?:nmod:poss|compound|amod|nummod)$/u.test(word.deprel)) return 'unknown';
  if (tree.nodes[word.index - 1]?.form.toLowerCase() === 'since') return 'past';
  // "said on Monday that …": the verb right before it, whatever the tree hangs it on.
  const before = tree.nodes[word.index - 1];
  const verb = before !== undefined && /^(?:on|in|at)$/iu.test(before.form) ? tree.nodes[word.index - 2] : before;
  if (verb !== undefined && verb.xpos === 'VBD' && tree.sentenceIndex(verb) === tree.sentenceIndex(word)) return 'past';
  for (let node: Node | undefined = word; node !== undefined; node = tree.head(node)) {
    if (node.upos !== 'VERB' && node.upos !== 'AUX' && tree.child(node, 'cop') === undefined && node.head >= 0) continue;
    // "demanded that the company reply by Friday": what is asked for by a day is to come.
    if (
      before !== undefined &&
      /^(?:by|until|before)$/iu.test(before.form) &&
      node.xpos === 'VBD' &&
      PLANNING.has(node.lemma.toLowerCase())
    )
      return 'future';
    const found = directionOf(tree, node);
    if (found !== null) return found;
  }
  return 'unknown';
}

function directionOf(tree: TreeView, verb: Node): Direction | null {
  const helpers = tree.children(verb, 'aux', 'cop');
  const has = (pattern: RegExp): boolean => helpers.some((helper) => pattern.test(helper.form));
  const perfect = has(PERFECT);
  if (has(TO_COME)) return perfect ? 'past' : 'future';
  if (tree.children(verb, 'mark', 'aux').some((mark) => mark.form.toLowerCase() === 'to')) {
    const head = tree.head(verb);
    if (head === undefined || perfect) return 'unknown';
    // "is to open", "are to meet": the infinitive itself is planned.
    if (PLANNING.has(head.lemma.toLowerCase()) || has(PRESENT_HELPER)) return 'future';
    return head.upos === 'NOUN' || head.upos === 'ADJ' ? 'future' : (directionOf(tree, head) ?? 'unknown');
  }
  if (has(PAST_HELPER) || perfect) return 'past';
  if (verb.xpos === 'VBN' && tree.child(verb, 'nsubj') !== undefined) return 'past';
  if (verb.xpos === 'VBD' || PAST_HELPER.test(verb.form)) return 'past';
  if (has(PRESENT_HELPER)) return PLANNING.has(verb.lemma.toLowerCase()) || verb.xpos === 'VBG' ? 'future' : 'unknown';
  if (verb.xpos === 'VBP' || verb.xpos === 'VBZ') return PLANNING.has(verb.lemma.toLowerCase()) ? 'future' : 'unknown';
  // A participle alone takes its time from the verb above it.
  return null;
}
