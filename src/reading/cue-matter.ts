import type { Span } from '../document/span.js';
import type { Node, TreeView } from '../language/tree-view.js';
import type { Article } from './article.js';
import { agentOf, caseOf, contiguous, isInfinitive, isPassive, nounPhrase, prepositionOf, spanOf, subjectOf } from './clauses.js'; // prettier-ignore
import { CUE_VERBS, type CueVerb } from './data/cue-verbs.js';

export interface Matter {
  readonly content: readonly Span[];
  readonly node: Node;
  /** A preposition that belongs to the cue. */
  readonly preposition?: Node | undefined;
  readonly addressee?: Node | null;
  readonly clausal: boolean;
}

/** "an agreement signed by both", "the protest declared by the union". */
export const isReduced = (tree: TreeView, verb: Node): boolean =>
  verb.xpos === 'VBN' && verb.deprel === 'acl' && tree.child(verb, 'aux', 'nsubj') === undefined;

/** What an active verb attributes, by the first of its frames that fits. */
export function activeMatter(article: Article, verb: Node, { frames }: CueVerb): Matter | null {
  const { tree } = article;
  const object = tree.child(verb, 'obj');
  for (const frame of frames) {
    let found: Matter | null = null;
    if (frame === 'clause') found = clauseMatter(article, verb) ?? quoteMatter(article, verb) ?? precedingMatter(article, verb);
    else if (frame === 'quote') found = quoteMatter(article, verb);
    else if (frame === 'infinitive') {
      const clause =
        tree.children(verb, 'xcomp').find((child) => isInfinitive(tree, child)) ??
        tree
          .children(verb, 'advcl')
          .find((child) => isInfinitive(tree, child) && child.index > verb.index && tree.child(verb, 'obj') === undefined);
      if (clause !== undefined) found = { content: clauseSpans(article, clause), node: clause, clausal: true };
    } else if (frame === 'object') {
      const gerund = tree.children(verb, 'xcomp', 'ccomp').find((child) => child.xpos === 'VBG');
      if (object !== undefined && object.index > verb.index) found = nounMatter(article, object);
      else if (object !== undefined && /^(?:which|that|what|whom)$/iu.test(object.form)) found = null;
      else if (gerund !== undefined) found = { content: clauseSpans(article, gerund), node: gerund, clausal: true };
    } else if (frame === 'told') found = toldMatter(article, verb, object);
    else if (frame.endsWith('-told')) {
      const preposition = frame.slice(0, -'-told'.length);
      const addressee = tree.children(verb, 'obl', 'obj').find((child) => prepositionOf(tree, verb, child) === preposition);
      if (addressee !== undefined) {
        const clause =
          tree.children(verb, 'xcomp', 'advcl', 'ccomp').find((child) => isInfinitive(tree, child)) ??
          tree.children(addressee, 'acl').find((child) => isInfinitive(tree, child));
        if (clause !== undefined) {
          found = {
            content: clauseSpans(article, clause),
            node: clause,
            addressee,
            preposition: tree.child(addressee, 'case') ?? tree.child(verb, 'compound:prt'),
            clausal: true,
          };
        }
      }
    } else if (frame === 'charge') found = chargeMatter(article, verb, object);
    else found = obliqueMatter(article, verb, frame);
    if (found !== null && found.content.length > 0) return found;
  }
  return null;
}

function clauseMatter(article: Article, verb: Node): Matter | null {
  const { tree } = article;
  const clause = tree.children(verb, 'ccomp').find((child) => child.xpos !== 'VBG' || tree.child(child, 'nsubj') !== undefined);
  if (clause === undefined) return null;
  if (clause.index < verb.index) {
    // What comes after the cue belongs to the clause before it only inside quotation marks.
    const nodes = tree.subtree(clause).filter((node) => node.index < verb.index || article.isQuoted(node.start));
    return {
      content: article.spansOf(nodes).filter((s) => s.end - s.start >= 12),
      node: clause,
      addressee: tree.child(verb, 'iobj', 'obj') ?? null,
      clausal: true,
    };
  }
  const addressee = tree.child(verb, 'iobj') ?? tree.child(verb, 'obj') ?? null;
  return { content: clauseSpans(article, clause), node: clause, addressee, clausal: true };
}

/** All words of a clause, as stretches; a cue in the middle of it parts them. */
/** "said they had agreed, but he rejected it": a clause with a person and a cue of its own is no part of what was said before it. */
/** What is joined to an infinitive is no finite clause with a subject of its own. */
const isFinite = (tree: TreeView, node: Node): boolean =>
  node.deprel === 'conj' &&
  (tree.child(node, 'nsubj') !== undefined ||
    node.xpos === 'VBD' ||
    tree.children(node, 'aux').some((aux) => /^(?:have|has|had|is|are|was|were|will)$/iu.test(aux.form)));

const isNextCue = (tree: TreeView, node: Node): boolean =>
  node.deprel === 'conj' && CUE_VERBS.has(node.lemma) && /^(?:he|she)$/iu.test(tree.child(node, 'nsubj')?.form ?? '');

export function clauseSpans(article: Article, clause: Node): readonly Span[] {
  const infinitive = isInfinitive(article.tree, clause);
  const nodes = article.tree.subtree(
    clause,
    (child) =>
      child.head === clause.index &&
      (child.deprel === 'parataxis' || isNextCue(article.tree, child) || (infinitive && isFinite(article.tree, child))),
  );
  const spans = article.spansOf(nodes);
  // Single marks or words that hang far off are the parser's slips.
  const longest = Math.max(...spans.map((s) => s.end - s.start));
  return spans.filter((s) => s.end - s.start >= Math.min(12, longest));
}

/** A quotation around the cue: "“We will go,” she said. “We are ready.”" */
function quoteMatter(article: Article, verb: Node): Matter | null {
  const { tree } = article;
  const head = verb.deprel === 'parataxis' ? tree.head(verb) : undefined;
  const sentence = tree.sentenceOf(verb);
  const own = new Set(
    tree.subtree(verb, (child) => child.head === verb.index && /^(?:ccomp|parataxis)$/u.test(child.deprel)).map((n) => n.index),
  );
  if (head !== undefined && !own.has(head.index)) {
    const nodes = tree.nodes.slice(sentence.firstWord, sentence.endWord).filter((node) => !own.has(node.index));
    const spans = article.spansOf(nodes).filter((s) => s.end - s.start > 3);
    if (spans.length === 0) return null;
    return { content: spans, node: head, addressee: tree.child(verb, 'obj', 'iobj') ?? null, clausal: true };
  }
  // A whole quotation in the sentence of a cue that has no clause: « “Never again!” the crowd chanted. »
  if (tree.child(verb, 'ccomp') !== undefined || verb.deprel === 'acl:relcl') return null;
  const quotations = article.annotation.quotations.filter(
    (q) => q.depth === 0 && q.start >= sentence.start && q.start < sentence.end && q.end - q.start > 12,
  );
  const clear = quotations.filter((q) => !(q.start <= verb.start && verb.start < q.end));
  const near = clear.find((q) => Math.abs(q.start - verb.end) <= 4) ?? clear.find((q) => Math.abs(verb.start - q.end) <= 60);
  if (near === undefined) return null;
  const node = tree.rootOf(near);
  return node === undefined ? null : { content: [{ start: near.start, end: near.end }], node, clausal: true };
}

const SAYING = /^(?:add|announce|argue|believe|claim|confirm|estimate|explain|insist|note|report|say|state|tell|warn|write)$/u;

/** "Three were killed, the agency said.": a sentence that ends with its cue, though the parser saw no clause in it. */
function precedingMatter(article: Article, verb: Node): Matter | null {
  const { tree } = article;
  const subject = tree.child(verb, 'nsubj');
  if (subject === undefined || !SAYING.test(verb.lemma) || tree.child(verb, 'obj', 'ccomp', 'xcomp') !== undefined) return null;
  const first = Math.min(nounPhrase(tree, subject)[0]?.index ?? subject.index, verb.index);
  const comma = tree.nodes[first - 1];
  const sentence = tree.sentenceOf(verb);
  if (comma?.form !== ',' || first - sentence.firstWord < 4 || verb.deprel.startsWith('acl')) return null;
  const after = tree.nodes.slice(Math.max(verb.index, subject.index) + 1, sentence.endWord);
  if (after.some((node) => node.upos === 'VERB') || after.length > 8) return null;
  const nodes = tree.nodes.slice(sentence.firstWord, first - 1);
  const node = nodes.find((n) => n.upos === 'VERB' || n.upos === 'AUX');
  return node === undefined ? null : { content: article.spansOf(nodes), node, clausal: true };
}

export function nounMatter(article: Article, noun: Node): Matter | null {
  const { tree } = article;
  if (
    /^(?:it|them|him|her|us|me|you|himself|herself|itself|themselves|ourselves|myself|each|nothing|something|anything|so)$/iu.test(
      noun.form,
    ) &&
    noun.upos !== 'PROPN'
  ) {
    if (!/^(?:it|them)$/iu.test(noun.form)) return null;
  }
  const content = contiguous(
    tree.subtree(
      noun,
      (child) => child.head === noun.index && /^(?:case|cc|parataxis|conj)$/u.test(child.deprel) && child.upos === 'VERB',
    ),
    noun,
  ).filter((node) => !(node.head === noun.index && node.deprel === 'case'));
  return { content: content.length === 0 ? [] : article.spansOf(content), node: noun, clausal: false };
}

/** "urged Drusk to leave": what somebody is told to do. */
function toldMatter(article: Article, verb: Node, object: Node | undefined): Matter | null {
  const { tree } = article;
  const clause = tree
    .children(verb, 'xcomp', 'ccomp', 'advcl')
    .find((child) => isInfinitive(tree, child) && child.index > verb.index);
  const addressee = object ?? tree.child(verb, 'iobj') ?? (clause === undefined ? undefined : tree.child(clause, 'nsubj'));
  if (clause === undefined || addressee === undefined) return null;
  const nodes = tree.subtree(clause, (child) => child === addressee || (child.head === clause.index && isFinite(tree, child)));
  return { content: article.spansOf(nodes).slice(-1), node: clause, addressee, clausal: true };
}

/** "accused Drusk of cheating": who and of what, in one stretch. */
function chargeMatter(article: Article, verb: Node, object: Node | undefined): Matter | null {
  const { tree } = article;
  if (object === undefined || object.index < verb.index) return null;
  const part = [...tree.children(verb, 'obl', 'advcl', 'xcomp', 'nmod'), ...tree.children(object, 'nmod', 'acl')].find(
    (child) =>
      child.index > object.index &&
      (/^(?:of|for|as|with|over|on)$/u.test(caseOf(tree, child)) ||
        tree.children(child, 'mark').some((m) => /^(?:of|for|as)$/iu.test(m.form))),
  );
  if (part === undefined) return null;
  const start = spanOf(nounPhrase(tree, object)).start;
  const end = spanOf(contiguous(tree.subtree(part), part)).end;
  return end <= start ? null : { content: [{ start, end }], node: part, addressee: object, clausal: true };
}

function obliqueMatter(article: Article, verb: Node, preposition: string): Matter | null {
  const { tree } = article;
  const noun = tree
    .children(verb, 'obl', 'nmod', 'obj')
    .find((child) => prepositionOf(tree, verb, child) === preposition && child.index > verb.index);
  if (noun !== undefined) {
    if (article.times.some((time) => time.start <= noun.start && noun.start < time.end)) return null;
    const matter = nounMatter(article, noun);
    return matter === null ? null : { ...matter, preposition: tree.child(noun, 'case') ?? tree.child(verb, 'compound:prt') };
  }
  const gerund = tree
    .children(verb, 'advcl', 'xcomp', 'ccomp')
    .find(
      (child) =>
        child.index > verb.index &&
        tree.children(child, 'mark').some((m) => m.form.toLowerCase() === preposition) &&
        child.xpos === 'VBG',
    );
  if (gerund === undefined) return null;
  const mark = tree.children(gerund, 'mark').find((m) => m.form.toLowerCase() === preposition);
  const nodes = tree.subtree(gerund, (child) => child === mark);
  return { content: article.spansOf(nodes), node: gerund, preposition: mark, clausal: true };
}

/** "was accused of looting", "are believed to be alive", "the strike declared by the union". */
export function passiveMatter(article: Article, verb: Node, { frames, act }: CueVerb): Matter | null {
  const { tree } = article;
  const patient = isReduced(tree, verb)
    ? tree.head(verb)
    : (tree.child(verb, 'nsubj:pass') ?? (isPassive(tree, verb) ? subjectOf(tree, verb) : undefined));
  const infinitive = tree.children(verb, 'xcomp', 'advcl', 'ccomp').find((child) => isInfinitive(tree, child));
  if (infinitive !== undefined && (frames.includes('clause') || frames.includes('told'))) {
    const told = frames.includes('told') && (act === 'demand' || act === 'request' || act === 'warn');
    return {
      content: clauseSpans(article, infinitive),
      node: infinitive,
      addressee: told ? (patient ?? null) : null,
      clausal: true,
    };
  }
  if (frames.includes('charge')) {
    const part = tree
      .children(verb, 'obl', 'advcl')
      .find(
        (child) =>
          /^(?:of|for|as|with)$/u.test(caseOf(tree, child)) ||
          tree.children(child, 'mark').some((m) => /^(?:of|for)$/iu.test(m.form)),
      );
    if (part !== undefined) {
      const first = tree.child(part, 'case', 'mark');
      const nodes = tree.subtree(part, (child) => child === first);
      return {
        content: article.spansOf(contiguous(nodes, part)),
        node: part,
        preposition: first,
        addressee: patient ?? null,
        clausal: true,
      };
    }
  }
  const clause = tree.children(verb, 'ccomp', 'csubj').find((child) => !isInfinitive(tree, child));
  if (clause !== undefined && frames.includes('clause'))
    return { content: clauseSpans(article, clause), node: clause, clausal: true };
  if (!frames.includes('object') || patient === undefined || agentOf(tree, verb) === undefined) return null;
  const nodes = tree.subtree(patient, (child) => child === verb);
  return {
    content: article.spansOf(
      contiguous(
        nodes.filter((node) => !(node.head === patient.index && node.deprel === 'case')),
        patient,
      ),
    ),
    node: patient,
    clausal: false,
  };
}

/** What a noun of speech is about: a clause, an infinitive, or a phrase with a preposition. */
export function matterOfNoun(article: Article, noun: Node, verb: Node | null): Matter | null {
  const { tree } = article;
  const clauses = [
    ...tree.children(noun, 'acl', 'ccomp'),
    ...(verb === null ? [] : tree.children(verb, 'ccomp', 'advcl', 'xcomp')),
  ];
  const clause = clauses.find(
    (child) =>
      child.index > noun.index &&
      (isInfinitive(tree, child) ||
        tree.children(child, 'mark').some((m) => /^that$/iu.test(m.form)) ||
        child.deprel === 'ccomp'),
  );
  if (clause !== undefined) {
    const addressee = tree
      .children(noun, 'nmod')
      .concat(verb === null ? [] : tree.children(verb, 'obl'))
      .find((child) => caseOf(tree, child) === 'to');
    return { content: clauseSpans(article, clause), node: clause, addressee: addressee ?? null, clausal: true };
  }
  const attached = [...tree.children(noun, 'nmod', 'acl'), ...(verb === null ? [] : tree.children(verb, 'obl', 'advcl'))];
  const phrase = attached.find(
    (child) =>
      child.index > noun.index &&
      ABOUT.test(caseOf(tree, child)) &&
      !article.times.some((t) => t.start <= child.start && child.start < t.end),
  );
  if (phrase === undefined) return null;
  const preposition = tree.child(phrase, 'case', 'mark');
  // "of the Chiefs' call with": a preposition that stands before its noun of speech is the parser's slip.
  if (preposition !== undefined && preposition.index < noun.index) return null;
  const nodes = tree.subtree(phrase, (child) => child === preposition);
  return { content: article.spansOf(contiguous(nodes, phrase)), node: phrase, preposition, clausal: phrase.upos === 'VERB' };
}

const ABOUT = /^(?:about|over|on|against|for|to|of|regarding|concerning|with|at|in|that)$/u;
