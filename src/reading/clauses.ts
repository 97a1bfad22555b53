import type { Span } from '../document/span.js';
import type { Node, TreeView } from '../language/tree-view.js';

/** Auxiliaries that leave open whether what they stand with comes about. */
const OPEN = /^(?:will|would|shall|should|can|could|may|might|must|[’']ll|[’']d|wo|ca)$/iu;
const NEGATIONS = /^(?:not|n[’']t|never|no longer|neither|nor|hardly)$/iu;

/** Whether a verb is negated by an adverb of its own. */
export function isNegated(tree: TreeView, verb: Node): boolean {
  return tree.children(verb, 'advmod', 'cc:preconj').some((child) => NEGATIONS.test(child.form));
}

export const modalOf = (tree: TreeView, verb: Node): Node | undefined =>
  tree.children(verb, 'aux').find((aux) => OPEN.test(aux.form));

export const isPassive = (tree: TreeView, verb: Node): boolean =>
  tree.child(verb, 'aux:pass') !== undefined || tree.child(verb, 'nsubj:pass') !== undefined;

export const isInfinitive = (tree: TreeView, verb: Node): boolean =>
  tree.children(verb, 'mark').some((mark) => mark.form.toLowerCase() === 'to');

const PARTICLE = /^(?:out|down|up|forward|back|off|aside|away)$/iu;

/** The lemma of a verb with its particle: `rule_out`. */
export function lemmaOf(tree: TreeView, verb: Node): string {
  const next = tree.nodes[verb.index + 1];
  const loose =
    next !== undefined && next.head === verb.index && PARTICLE.test(next.form) && next.upos !== 'SCONJ' ? next : undefined;
  const particle = tree.child(verb, 'compound:prt') ?? loose;
  const lemma = verb.lemma.toLowerCase();
  return particle === undefined ? lemma : `${lemma}_${particle.form.toLowerCase()}`;
}

/**
 * The subject of a verb, its own or the one that it shares with the verb it hangs on ("rose and said", "urged them, saying that …").
 * Of a passive the subject is what is acted on; `agentOf` gives who acts.
 */
export function subjectOf(tree: TreeView, verb: Node): Node | undefined {
  let at: Node | undefined = verb;
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    const own: Node | undefined = tree.child(at, 'nsubj', 'csubj');
    if (own !== undefined) return own;
    if (at.deprel === 'acl' && at.xpos === 'VBG') return tree.head(at);
    if (at.deprel === 'xcomp') {
      const head: Node | undefined = tree.head(at);
      // "got Putin to agree", "prompted many to call": the object of the verb above acts.
      const object: Node | undefined = head === undefined ? undefined : tree.child(head, 'obj', 'iobj');
      if (object !== undefined && isInfinitive(tree, at)) return object;
      at = head;
    } else if (/^(?:conj|advcl|parataxis|ccomp)$/u.test(at.deprel) && (at.deprel !== 'ccomp' || at.xpos === 'VBG'))
      at = tree.head(at);
    else return undefined;
  }
  return undefined;
}

/** Who acts in a passive: "declared by the union". */
export const agentOf = (tree: TreeView, verb: Node): Node | undefined =>
  tree.child(verb, 'obl:agent') ?? tree.children(verb, 'obl', 'nmod').find((child) => caseOf(tree, child) === 'by');

/** The preposition of a noun, words in a row joined by blanks; an empty string where it has none. */
export function caseOf(tree: TreeView, noun: Node): string {
  const first = tree.child(noun, 'case', 'mark');
  if (first === undefined) return '';
  return [first, ...tree.children(first, 'fixed')].map((node) => node.form.toLowerCase()).join(' ');
}

/** The preposition between a verb and a noun; what the parser took for the verb's particle counts where it stands right before the noun. */
export function prepositionOf(tree: TreeView, verb: Node, noun: Node): string {
  const own = caseOf(tree, noun);
  if (own !== '') return own;
  const particle = tree.child(verb, 'compound:prt');
  if (particle === undefined || particle.index < verb.index) return '';
  const between = tree.nodes.slice(particle.index + 1, noun.index);
  return between.every((node) => tree.isUnder(node, noun)) ? particle.form.toLowerCase() : '';
}

const OUTSIDE = new Set(['punct', 'case', 'cc', 'cop', 'parataxis', 'acl:relcl', 'advcl', 'mark', 'nsubj', 'nsubj:pass', 'aux', 'advmod:emph', 'discourse', 'obl', 'obl:unmarked', 'csubj', 'ccomp', 'aux:pass', 'csubj:pass', 'nsubj:outer', 'vocative', 'dislocated']); // prettier-ignore

/** The noun phrase of a noun: all below it but prepositions before it and clauses after it. */
export function nounPhrase(tree: TreeView, noun: Node): readonly Node[] {
  const nodes = tree.subtree(
    noun,
    (child) =>
      child.head === noun.index &&
      ((OUTSIDE.has(child.deprel) && !(child.deprel === 'punct' && isBracket(child))) || isCharge(tree, child)),
  );
  // A list that the parser spread over the sentence is cut at the first gap.
  return contiguous(nodes, noun);
}

/** "the union of holding the country to ransom": what somebody is accused of is no part of who it is. */
const isCharge = (tree: TreeView, node: Node): boolean =>
  node.deprel === 'acl' && node.xpos === 'VBG' && tree.children(node, 'mark', 'case').some((m) => /^(?:of|for)$/iu.test(m.form));

const isBracket = (node: Node): boolean => /^[()“”"’‘'«»,]$/u.test(node.form);

/** The stretch of words around one of them that follow each other without a gap; punctuation fills no gap. */
export function contiguous(nodes: readonly Node[], around: Node): readonly Node[] {
  const at = nodes.findIndex((node) => node.index === around.index);
  let from = at;
  let to = at;
  while (from > 0 && (nodes[from] as Node).index - (nodes[from - 1] as Node).index <= 2) from--;
  while (to + 1 < nodes.length && (nodes[to + 1] as Node).index - (nodes[to] as Node).index <= 2) to++;
  const out: Node[] = nodes.slice(from, to + 1);
  while (out.length > 1 && out[0]?.upos === 'PUNCT' && !/^[“"‘«(]/u.test(out[0].form)) out.shift();
  while (out.length > 1 && out.at(-1)?.upos === 'PUNCT' && !/^[”"’»)]/u.test(out.at(-1)?.form ?? '')) out.pop();
  return out;
}

export function spanOf(nodes: readonly Node[]): Span {
  return { start: (nodes[0] as Node).start, end: (nodes.at(-1) as Node).end };
}

/** The words of a verb from its first auxiliary to its particle: "has previously suggested", "ruled out". */
export function verbGroup(tree: TreeView, verb: Node): readonly Node[] {
  const parts = [verb, ...tree.children(verb, 'aux', 'compound:prt')];
  const first = Math.min(...parts.map((node) => node.index));
  const last = Math.max(...parts.map((node) => node.index));
  const all = tree.nodes.slice(first, last + 1);
  const subject = tree.child(verb, 'nsubj');
  // "did he say": the subject stands between; then the verb alone.
  return subject !== undefined && subject.index > first && subject.index < last ? [verb] : all;
}
