import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { DeadlinePhrase } from '../time/deadline.js';
import type { Article } from './article.js';
import { agentOf, caseOf, isInfinitive, isNegated, isPassive, modalOf, subjectOf } from './clauses.js';
import type { CommitmentKind } from './obligation.js';
import { overlaps } from './spans.js';

/** Verbs that have somebody do something: their object is told, their subject tells. */
const DIRECTIVES = new Set(['allow', 'appeal', 'ask', 'call', 'command', 'compel', 'demand', 'direct', 'give', 'grant', 'hand', 'impose', 'instruct', 'issue', 'oblige', 'order', 'press', 'request', 'require', 'rule', 'serve', 'set', 'tell', 'urge', 'want', 'warn', 'write', 'leave', 'force', 'bind', 'commit', 'present', 'deliver', 'insist', 'call_on', 'notify', 'challenge', 'invite', 'beg', 'implore', 'push']); // prettier-ignore

/** Verbs by which speakers bind themselves. */
const COMMISSIVES = new Set(['agree', 'commit', 'guarantee', 'pledge', 'promise', 'swear', 'undertake', 'vow']);

const DUTIES = /^(?:must|shall|should|ought)$/iu;

const TOWARDS_PEOPLE = /^(?:to|on|from|for)$/u;

/** What a deadline phrase is about: the act, who is to act, who set it. */
export interface Terms {
  readonly kind: CommitmentKind;
  readonly act: Node;
  readonly addressee: Node | null;
  /** Null where nobody in the clause sets it: then the speaker of the statement around it does. */
  readonly setter: Node | null;
  /** Whether the one who is to act has bound itself, so that nobody else sets it. */
  readonly own: boolean;
  /** The verb by which the deadline was set, whose day it is counted from. */
  readonly verb: Node | null;
}

export function termsOf(article: Article, phrase: DeadlinePhrase): Terms | null {
  const { tree } = article;
  const own = phrase.noun === null && phrase.relation === 'within' ? null : (phrase.noun ?? deadlineNoun(article, phrase));
  if (own !== null) {
    const found = nounTerms(article, own);
    if (found !== null) return found;
  }
  let node: Node | undefined = phrase.node;
  // The verbs above the time, from the nearest one up.
  for (let steps = 0; node !== undefined && steps < 8; steps++, node = tree.head(node)) {
    if (
      node.upos !== 'VERB' &&
      node.upos !== 'AUX' &&
      node.upos !== 'ADJ' &&
      !(node.upos === 'NOUN' && tree.child(node, 'cop') !== undefined)
    )
      continue;
    const found = verbTerms(article, node, phrase);
    if (found !== null) return withTold(article, found, node, phrase);
    // Above a finite clause that has no duty in it, another sentence begins.
    if (node.deprel === 'root' || (/^(?:ccomp|parataxis|conj)$/u.test(node.deprel) && isPastFact(article, node))) break;
  }
  return null;
}

/** "wrote to them that it must pay": a pronoun in what is said means the one who is told. */
function withTold(article: Article, terms: Terms, from: Node, phrase: DeadlinePhrase): Terms {
  const { tree } = article;
  const { addressee } = terms;
  if (
    addressee !== null &&
    addressee.upos !== 'PRON' &&
    !(addressee.lemma === 'side' && tree.child(addressee, 'nmod:poss') !== undefined)
  )
    return terms;
  if (addressee !== null && /^(?:we|i|who|that|which)$/iu.test(addressee.form)) return terms;
  for (let node = tree.head(from); node !== undefined; node = tree.head(node)) {
    if (!DIRECTIVES.has(node.lemma.toLowerCase())) continue;
    const passive = isPassive(tree, node);
    const told = passive ? (tree.child(node, 'nsubj:pass') ?? null) : addresseeOf(article, node, phrase);
    const setter = passive ? (agentOf(tree, node) ?? null) : (subjectOf(tree, node) ?? null);
    if (told !== null && told !== addressee)
      return { ...terms, addressee: told, setter: terms.own ? null : (terms.setter ?? setter), verb: terms.verb ?? node };
  }
  return terms;
}

const isPastFact = (article: Article, verb: Node): boolean => verb.xpos === 'VBD' && modalOf(article.tree, verb) === undefined;

function verbTerms(article: Article, verb: Node, phrase: DeadlinePhrase): Terms | null {
  const { tree } = article;
  const lemma = verb.lemma.toLowerCase();
  const infinitive = infinitiveOf(article, verb);
  // A directive: "told the factions to sign by Friday", "gave them until Friday to sign", "was ordered to leave within a week".
  if (DIRECTIVES.has(lemma) && !isNegated(tree, verb)) {
    const found = directiveTerms(article, verb, infinitive, phrase);
    if (found !== null) return found;
  }
  if (COMMISSIVES.has(lemma) && infinitive !== null && !isNegated(tree, verb)) {
    return { kind: 'promise', act: infinitive, addressee: subjectOf(tree, verb) ?? null, setter: null, own: true, verb };
  }
  // "has until Friday to sign", "have 30 days to register".
  if (lemma === 'have' && infinitive !== null && verb.upos !== 'AUX' && overlapsSubtree(article, verb, phrase)) {
    return { kind: 'demand', act: infinitive, addressee: subjectOf(tree, verb) ?? null, setter: null, own: false, verb };
  }
  // "must sign by Friday", "has to sign", "is to sign", "would have to settle".
  const modal = modalOf(tree, verb);
  const duty = (modal !== undefined && DUTIES.test(modal.form)) || isBoundTo(article, verb);
  const subject =
    tree.child(verb, 'nsubj', 'nsubj:pass') ??
    (verb.deprel === 'conj' || verb.deprel === 'xcomp' ? subjectOf(tree, verb) : undefined);
  if (duty && subject !== undefined && !isNegated(tree, verb)) {
    return {
      kind: 'demand',
      act: verb,
      addressee: isPassive(tree, verb) ? (agentOf(tree, verb) ?? subject) : subject,
      setter: null,
      own: false,
      verb: null,
    };
  }
  if (isInfinitive(tree, verb) && verb.deprel !== 'root') {
    const head = tree.head(verb);
    if (
      head !== undefined &&
      (head.lemma === 'have' || head.lemma === 'need') &&
      !/^(?:has|have|had)$/iu.test(tree.children(head, 'aux')[0]?.form ?? '')
    ) {
      const bearer = subjectOf(tree, head);
      const granted = tree.children(head, 'obj', 'obl').length > 0;
      if (bearer !== undefined && (granted || head.lemma === 'need' || verb.deprel === 'xcomp'))
        return { kind: 'demand', act: verb, addressee: bearer, setter: null, own: false, verb: head };
    }
    return null;
  }
  // A threat on a condition: "Unless they leave before Saturday, we will bar them".
  const mark = tree.children(verb, 'mark').find((m) => /^(?:if|unless)$/iu.test(m.form));
  if (mark !== undefined && subject !== undefined && (/^unless$/iu.test(mark.form) || isNegated(tree, verb))) {
    const main = tree.head(verb);
    return {
      kind: 'demand',
      act: verb,
      addressee: subject,
      setter: main === undefined ? null : (tree.child(main, 'nsubj') ?? null),
      own: false,
      verb: null,
    };
  }
  // "We will withdraw by 1 June," he pledged; "demanded that the governor publish by Tuesday".
  const head = tree.head(verb);
  const cue = head !== undefined && /^(?:ccomp|parataxis|xcomp)/u.test(verb.deprel) ? head : tree.child(verb, 'parataxis');
  if (cue !== undefined && cue.upos === 'VERB') {
    const word = cue.lemma.toLowerCase();
    if (COMMISSIVES.has(word) && modal !== undefined)
      return { kind: 'promise', act: verb, addressee: subjectOf(tree, cue) ?? null, setter: null, own: true, verb: cue };
    if (
      /^(?:demand|insist|order|require|request|rule|propose|recommend|ask|urge)$/u.test(word) &&
      subject !== undefined &&
      verb.xpos === 'VB'
    ) {
      return { kind: 'demand', act: verb, addressee: subject, setter: subjectOf(tree, cue) ?? null, own: false, verb: cue };
    }
  }
  if (
    modal !== undefined &&
    /^(?:will|[’']ll|shall)$/iu.test(modal.form) &&
    subject !== undefined &&
    /^(?:we|i)$/iu.test(subject.form)
  ) {
    return { kind: 'promise', act: verb, addressee: subject, setter: null, own: true, verb: null };
  }
  // An order in the imperative: “Leave our waters within 24 hours,” the coastguard radioed.
  if (
    verb.xpos === 'VB' &&
    subject === undefined &&
    modal === undefined &&
    article.isQuoted(verb.start) &&
    !tree.children(verb, 'mark', 'aux').some((m) => /^to$/iu.test(m.form))
  ) {
    return { kind: 'demand', act: verb, addressee: null, setter: null, own: false, verb: null };
  }
  return null;
}

/** "is to leave", "are to leave", "would have to leave". */
function isBoundTo(article: Article, verb: Node): boolean {
  const { tree } = article;
  const to = tree.children(verb, 'mark', 'aux').find((m) => m.form.toLowerCase() === 'to');
  if (to === undefined) return false;
  const before = tree.nodes[to.index - 1];
  return (
    before !== undefined &&
    /^(?:is|are|was|were|has|have|had|needs?)$/iu.test(before.form) &&
    !/^(?:schedule|expect|due|plan)$/u.test(tree.head(verb)?.lemma ?? '') &&
    article.paragraphAt(verb.start) >= 0 &&
    isRuleBased(article, verb)
  );
}

/** "is to" is a duty only beside a rule, a court or a treaty; else it is the calendar. "have to" always is. */
function isRuleBased(article: Article, verb: Node): boolean {
  const { tree } = article;
  const to = tree.children(verb, 'mark', 'aux').find((m) => m.form.toLowerCase() === 'to') as Node;
  if (/^(?:has|have|had|needs?)$/iu.test(tree.nodes[to.index - 1]?.form ?? '')) return true;
  const sentence = tree.sentenceOf(verb);
  return tree.nodes.slice(sentence.firstWord, sentence.endWord).some((node) => RULES.test(node.lemma));
}

export const RULES =
  /^(?:accord|agreement|court|decree|deal|judge|judgment|law|notice|order|pact|protocol|resolution|rule|ruling|settlement|treaty|truce|verdict|ceasefire|convention|contract|ultimatum|terms|signing|roadmap|plan)$/iu;

function infinitiveOf(article: Article, verb: Node): Node | null {
  const { tree } = article;
  const own = tree.children(verb, 'xcomp', 'ccomp', 'advcl').find((child) => isInfinitive(tree, child));
  if (own !== undefined) return own;
  for (const child of tree.children(verb, 'obj', 'iobj', 'obl', 'nmod', 'xcomp')) {
    const below = tree.children(child, 'acl', 'advcl', 'xcomp').find((c) => isInfinitive(tree, c));
    if (below !== undefined) return below;
  }
  return null;
}

const overlapsSubtree = (article: Article, verb: Node, phrase: Span): boolean =>
  article.tree.within(phrase).some((node) => article.tree.isUnder(node, verb));

function directiveTerms(article: Article, verb: Node, infinitive: Node | null, phrase: DeadlinePhrase): Terms | null {
  const { tree } = article;
  const passive = isPassive(tree, verb) || (verb.xpos === 'VBN' && verb.deprel === 'acl');
  const setter = passive ? (agentOf(tree, verb) ?? null) : (subjectOf(tree, verb) ?? null);
  const told = passive ? (tree.child(verb, 'nsubj:pass') ?? subjectOf(tree, verb) ?? null) : addresseeOf(article, verb, phrase);
  if (infinitive !== null) {
    const own = tree.child(infinitive, 'nsubj');
    return { kind: 'demand', act: infinitive, addressee: told ?? own ?? null, setter, own: false, verb };
  }
  const clause = tree.children(verb, 'ccomp').find((child) => child.index > verb.index);
  // "told them that they had until Friday to leave", "ruled that it must compensate".
  const inner = clause === undefined ? null : verbTerms(article, clause, phrase);
  if (inner !== null) {
    const named = inner.addressee !== null && inner.addressee.upos !== 'PRON' ? inner.addressee : null;
    return { ...inner, addressee: named ?? told ?? inner.addressee, setter: inner.own ? null : (inner.setter ?? setter), verb };
  }
  // "wants a written answer from Morvane by Sunday".
  const object = tree.child(verb, 'obj');
  if (
    object !== undefined &&
    /^(?:want|demand|request|require|seek|order|expect)$/u.test(verb.lemma) &&
    !phrase.node.deprel.startsWith('obj')
  ) {
    const from = [...tree.children(verb, 'obl'), ...tree.children(object, 'nmod')].find(
      (child) => /^(?:from|of|by)$/u.test(caseOf(tree, child)) && child !== phrase.node,
    );
    return { kind: 'demand', act: object, addressee: from ?? null, setter, own: false, verb };
  }
  return null;
}

function addresseeOf(article: Article, verb: Node, phrase: DeadlinePhrase): Node | null {
  const { tree } = article;
  const inPhrase = (node: Node): boolean =>
    node === phrase.node || overlaps(node, phrase) || article.times.some((t) => overlaps(t, node));
  const direct = tree
    .children(verb, 'iobj', 'obj')
    .find((child) => !inPhrase(child) && !/^(?:deadline|ultimatum|order|note|notice|letter)$/iu.test(child.lemma));
  if (direct !== undefined) return direct;
  return tree.children(verb, 'obl').find((child) => TOWARDS_PEOPLE.test(caseOf(tree, child)) && !inPhrase(child)) ?? null;
}

/** The deadline that a sentence speaks of where its day stands apart: "The deadline … expired on Saturday". */
function deadlineNoun(article: Article, phrase: DeadlinePhrase): Node | null {
  const { tree } = article;
  const sentence = tree.sentenceOf(phrase.node);
  const nodes = tree.nodes.slice(sentence.firstWord, sentence.endWord);
  return (
    nodes.find(
      (node) => /^(?:deadline|ultimatum)$/iu.test(node.lemma) && !/^day$/iu.test(tree.nodes[node.index + 1]?.form ?? ''),
    ) ?? null
  );
}

/** "the deadline that Drusk had set for the miners to leave", "a ten-day ultimatum: give up the airfield". */
function nounTerms(article: Article, noun: Node): Terms | null {
  const { tree } = article;
  const sentence = tree.sentenceOf(noun);
  const after = tree.nodes.slice(noun.index + 1, sentence.endWord);
  const owner = tree.child(noun, 'nmod:poss');
  const relative = tree
    .children(noun, 'acl')
    .find((child) => child.upos === 'VERB' && tree.child(child, 'nsubj') !== undefined && !isInfinitive(tree, child));
  const head = tree.head(noun);
  const giving =
    head !== undefined &&
    head.upos === 'VERB' &&
    (DIRECTIVES.has(head.lemma) ||
      /^(?:extend|push|bring|move|postpone|delay|reject|ignore|face|meet|miss|bring_forward|shift)$/u.test(head.lemma))
      ? head
      : undefined;
  const setter =
    owner ??
    (relative === undefined ? undefined : tree.child(relative, 'nsubj')) ??
    (giving === undefined
      ? undefined
      : isPassive(tree, giving)
        ? agentOf(tree, giving)
        : noun.deprel.startsWith('nsubj')
          ? undefined
          : subjectOf(tree, giving));
  // The act: "for the miners to leave", "requires them to leave", or what stands after a colon.
  const infinitives = after.filter((node) => node.upos === 'VERB' && isInfinitive(tree, node));
  let act = infinitives[0];
  const colon = after.find((node) => node.form === ':');
  if (act === undefined && colon !== undefined) act = after.find((node) => node.index > colon.index && node.upos === 'VERB');
  if (act === undefined) {
    const topic = tree
      .children(noun, 'nmod')
      .find((child) => /^(?:for|on|of)$/u.test(caseOf(tree, child)) && !article.times.some((t) => overlaps(t, child)));
    if (topic === undefined) return null;
    act = topic;
  }
  const own = tree.child(act, 'nsubj');
  const forWhom = own ?? forPhrase(article, noun, act);
  const requiring = tree.head(act);
  const required =
    requiring !== undefined && /^(?:require|oblige|order|tell|ask)$/u.test(requiring.lemma)
      ? (tree.child(requiring, 'obj') ?? null)
      : null;
  const given =
    giving === undefined || noun.deprel.startsWith('nsubj')
      ? null
      : (tree.children(giving, 'iobj', 'obj').find((child) => child !== noun) ?? null);
  return {
    kind: 'demand',
    act,
    addressee: required ?? forWhom ?? given,
    setter: setter ?? null,
    own: false,
    verb: giving ?? relative ?? null,
  };
}

/** "for the miners" between a noun and the act that is due. */
function forPhrase(article: Article, noun: Node, act: Node): Node | null {
  const { tree } = article;
  const candidates = [...tree.children(noun, 'nmod'), ...tree.children(act, 'obl', 'nmod')];
  for (const relative of tree.children(noun, 'acl')) candidates.push(...tree.children(relative, 'obl', 'nmod'));
  const found = candidates.find((child) => caseOf(tree, child) === 'for' && child.index > noun.index && child.index < act.index);
  if (found !== undefined) return found;
  const between = tree.nodes.slice(noun.index + 1, act.index);
  const word = between.findIndex((node) => node.form.toLowerCase() === 'for');
  return word < 0
    ? null
    : (between
        .slice(word + 1)
        .find(
          (node) => (node.upos === 'NOUN' || node.upos === 'PROPN') && node.deprel !== 'compound' && node.deprel !== 'amod',
        ) ?? null);
}
