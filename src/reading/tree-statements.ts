import type { Span } from '../document/span.js';
import type { Node, TreeView } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { Article } from './article.js';
import { agentOf, caseOf, isInfinitive, isNegated, isPassive, modalOf, nounPhrase, spanOf, subjectOf, verbGroup } from './clauses.js'; // prettier-ignore
import { activeMatter, clauseSpans, isReduced, matterOfNoun, nounMatter, passiveMatter, type Matter } from './cue-matter.js';
import { cueEntriesOf } from './cue-entries.js';
import { CUE_NOUNS, LIGHT_VERBS } from './data/cue-nouns.js';
import { CUE_IDIOMS, SOFT_VERBS } from './data/cue-verbs.js';
import { hull } from './spans.js';
import type { StatementDraft } from './statement-draft.js';

/**
 * Statements that the trees show: a cue verb or noun of the lexicon with what is said beside it. Finds nested ones, which the encoder
 * does not know, and the wide cues that it misses outside its own domain.
 */
export function treeStatements(article: Article): readonly StatementDraft[] {
  const out: StatementDraft[] = [];
  for (const node of article.tree.nodes) {
    if (node.upos === 'VERB') {
      const found = idiom(article, node) ?? lightVerb(article, node) ?? cueVerb(article, node);
      if (found !== null) out.push(found);
    } else if (node.upos === 'ADJ') {
      const found = readiness(article, node);
      if (found !== null) out.push(found);
    } else if (node.upos === 'NOUN') {
      const found = cueNoun(article, node);
      if (found !== null) out.push(found);
    } else if (node.form.toLowerCase() === 'according') {
      const found = accordingTo(article, node);
      if (found !== null) out.push(found);
    }
  }
  return out;
}

/** Verbs whose infinitive has somebody do what it says: "got Putin to agree". */
const CAUSING = new Set(['get', 'prompt', 'lead', 'cause', 'force', 'persuade', 'convince', 'compel', 'push', 'bring', 'drive', 'continue', 'go', 'begin', 'start']); // prettier-ignore

function cueVerb(article: Article, verb: Node): StatementDraft | null {
  const { tree } = article;
  const entries = cueEntriesOf(tree, verb);
  if (entries === undefined || !isAsserted(tree, verb)) return null;
  for (const entry of entries) {
    const matter =
      isPassive(tree, verb) || isReduced(tree, verb) ? passiveMatter(article, verb, entry) : activeMatter(article, verb, entry);
    if (matter === null) continue;
    const passive = isPassive(tree, verb) || isReduced(tree, verb);
    const subject = passive ? (agentOf(tree, verb) ?? null) : (subjectOf(tree, verb) ?? null);
    if (!passive && subject === null && !matter.clausal) continue;
    if (
      !matter.clausal &&
      SOFT_VERBS.has(verb.lemma.toLowerCase()) &&
      (verb.xpos === 'VBG' || verb.xpos === 'VB') &&
      tree.child(verb, 'aux') === undefined
    )
      continue;
    if (passive && subject === null && /^(?:require|oblige)$/u.test(verb.lemma)) continue;
    if (subject !== null && !canSpeak(article, subject, matter.clausal)) continue;
    // "I have been told to wait", "do you believe": nobody whom the article names says it.
    if (/^you$/iu.test(subject?.form ?? '') || (subject === null && /^(?:i|we|you|me|us)$/iu.test(matter.addressee?.form ?? '')))
      continue;
    return draft(article, verb, entry.act, matter, subject);
  }
  return null;
}

/** Whether the article says that somebody did say it: no negation, no "would", no bare plan. */
function isAsserted(tree: TreeView, verb: Node): boolean {
  if (isNegated(tree, verb)) return false;
  if (tree.children(verb, 'mark', 'case').some((m) => /^(?:including|without|instead|of)$/iu.test(m.form))) return false;
  const modal = modalOf(tree, verb);
  if (modal !== undefined && !/^(?:can|could)$/iu.test(modal.form)) return false;
  if (modal !== undefined) return false;
  if (isInfinitive(tree, verb)) {
    const head = tree.head(verb);
    if (head === undefined) return false;
    if (verb.deprel === 'advcl') return head.upos === 'VERB' && modalOf(tree, head) === undefined && !isInfinitive(tree, head);
    if (verb.deprel === 'xcomp')
      return CAUSING.has(head.lemma.toLowerCase()) && !isNegated(tree, head) && modalOf(tree, head) === undefined;
    return false;
  }
  // An imperative or a verb in a question is nobody's report.
  if (verb.xpos === 'VB' && tree.child(verb, 'aux') === undefined) return false;
  if (verb.deprel === 'conj') {
    const head = tree.head(verb);
    if (
      head !== undefined &&
      head.upos === 'VERB' &&
      tree.child(verb, 'aux', 'nsubj') === undefined &&
      (isNegated(tree, head) || modalOf(tree, head) !== undefined || isInfinitive(tree, head)) &&
      verb.xpos === 'VB'
    )
      return false;
  }
  return tree.children(verb, 'mark').every((mark) => !/^(?:if|unless|whether)$/iu.test(mark.form));
}

/** Places, times and things do not speak; a clause after the verb shows that even they are said to. */
function canSpeak(article: Article, subject: Node, clausal: boolean): boolean {
  if (/^(?:it|this|that|which|there|these|those|what)$/iu.test(subject.form)) return clausal;
  if (isOwnVoice(article, subject)) return false;
  if (subject.upos === 'PRON' || subject.upos === 'PROPN') return true;
  return (
    clausal ||
    PEOPLE.test(subject.lemma) ||
    article.entityAt(subject.start) !== undefined ||
    subject.features['Number'] === 'Plur'
  );
}

/** "We oppose it" in a quotation is what its speaker says, not a statement that the speaker reports. */
const isOwnVoice = (article: Article, subject: Node): boolean =>
  /^(?:i|we|you|me|us)$/iu.test(subject.form) && article.isQuoted(subject.start);

const PEOPLE =
  /(?:er|or|ist|man|woman|men|ian|ent|ant|ee|eer|president|minister|ministry|government|party|union|group|spokes\w+|office|official|leader|army|military|side|junta|police|court|commission|committee|council|parliament|house|state|country|nation|source|agency|team|delegation|authority|opposition|regime|administration|church|bank|company|embassy|palace|movement|militia|organi[sz]ation|crowd|public|report|statement|letter|people|family|staff|chief|head|king|queen|pope|envoy|mayor|cabinet|board|bench|assembly|senate|congress|coalition|alliance|federation|association|society|club|panel|bloc|force|coastguard)$/iu;

function draft(article: Article, verb: Node, act: Act | null, matter: Matter, subject: Node | null): StatementDraft {
  const { tree } = article;
  const group = [...verbGroup(tree, verb)];
  const { preposition } = matter;
  const by = isPassive(tree, verb) || isReduced(tree, verb) ? tree.child(agentOf(tree, verb) ?? verb, 'case') : undefined;
  const last = group.at(-1)?.index ?? verb.index;
  for (const extra of [preposition, by]) {
    if (extra !== undefined && extra.index > last && extra.index - last <= 3)
      group.push(...tree.nodes.slice((group.at(-1)?.index ?? last) + 1, extra.index + 1));
  }
  // "strongly denounced", "regularly mentions": an adverb right before the verb is part of the cue.
  const before = tree.nodes[(group[0]?.index ?? 0) - 1];
  if (
    before !== undefined &&
    before.upos === 'ADV' &&
    before.head === verb.index &&
    before.form.endsWith('ly') &&
    !/^(?:only)$/iu.test(before.form)
  )
    group.unshift(before);
  return {
    source: subject === null ? [] : sourceSpans(article, subject),
    // "turned the offer down": what lies between is no part of the cue.
    cue: article.spansOf(
      group.filter((node) => !matter.content.some((span) => span.start <= node.start && node.end <= span.end)),
    ),
    content: matter.content,
    head: verb,
    subject,
    matter: matter.node,
    addressee: matter.addressee ?? null,
    act,
    by: 'tree',
    clausal: matter.clausal,
  };
}

export function sourceSpans(article: Article, subject: Node): readonly Span[] {
  return [spanOf(nounPhrase(article.tree, subject))];
}

/** "voiced concern about", "lodged a protest against", "drew criticism from": a verb of giving and a noun that names the act. */
function lightVerb(article: Article, verb: Node): StatementDraft | null {
  const { tree } = article;
  if (!LIGHT_VERBS.has(verb.lemma.toLowerCase()) || !isAsserted(tree, verb)) return null;
  const passive = isPassive(tree, verb) || isReduced(tree, verb);
  const noun = passive ? (tree.child(verb, 'nsubj:pass') ?? tree.head(verb)) : tree.child(verb, 'obj');
  if (noun === undefined || !Object.hasOwn(CUE_NOUNS, noun.lemma.toLowerCase().replace(/s$/u, ''))) return null;
  const act = CUE_NOUNS[noun.lemma.toLowerCase()] ?? CUE_NOUNS[noun.lemma.toLowerCase().replace(/s$/u, '')] ?? null;
  const received = /^(?:draw|receive|provoke|spark)$/u.test(verb.lemma.toLowerCase());
  const matter = matterOfNoun(article, noun, verb);
  const from = received
    ? tree
        .children(verb, 'obl')
        .concat(tree.children(noun, 'nmod'))
        .find((child) => caseOf(tree, child) === 'from')
    : undefined;
  if (received) {
    const about = subjectOf(tree, verb);
    if (about === undefined || verb.xpos === 'VBG') return null;
    return { source: from === undefined ? [] : sourceSpans(article, from), cue: [hull([verb, noun, from === undefined ? noun : (tree.child(from, 'case') ?? noun)]) as Span], content: [spanOf(nounPhrase(tree, about))], head: noun, subject: from ?? null, matter: about, addressee: null, act, by: 'tree', clausal: false }; // prettier-ignore
  }
  if (matter === null) return null;
  const subject = passive ? (agentOf(tree, verb) ?? null) : (subjectOf(tree, verb) ?? null);
  const group = verbGroup(tree, verb);
  const start = Math.min((group[0] as Node).start, noun.start);
  const end = Math.max(noun.end, (group.at(-1) as Node).end, matter.preposition?.end ?? 0);
  return { source: subject === null ? [] : sourceSpans(article, subject), cue: [{ start, end }], content: matter.content, head: noun, subject, matter: matter.node, addressee: matter.addressee ?? null, act, by: 'tree', clausal: matter.clausal }; // prettier-ignore
}

/** "his demand that", "allegations of fraud", "calls for a reset": a noun of speech with its own matter. */
function cueNoun(article: Article, noun: Node): StatementDraft | null {
  const { tree } = article;
  const lemma = noun.lemma.toLowerCase();
  const act = CUE_NOUNS[lemma];
  if (!Object.hasOwn(CUE_NOUNS, lemma) || act === undefined || act === null) return null;
  const head = tree.head(noun);
  if (head !== undefined && noun.deprel === 'obj' && LIGHT_VERBS.has(head.lemma.toLowerCase())) return null;
  const owner =
    tree.child(noun, 'nmod:poss') ??
    tree
      .children(noun, 'nmod', 'acl')
      .flatMap((child) =>
        child.upos === 'VERB'
          ? (agentOf(tree, child) ?? [])
          : caseOf(tree, child) === 'by' || caseOf(tree, child) === 'from'
            ? child
            : [],
      )[0];
  const clause = tree
    .children(noun, 'acl', 'ccomp')
    .find(
      (child) =>
        child.index > noun.index &&
        (isInfinitive(tree, child) || tree.children(child, 'mark').some((m) => /^that$/iu.test(m.form))),
    );
  const phrase = tree
    .children(noun, 'nmod')
    .find((child) => child.index > noun.index && /^(?:for|to|of|against|about|over)$/u.test(caseOf(tree, child)));
  // "the agreement", "a claim": alone they name a thing, not who said what.
  if (
    owner === undefined &&
    !(clause !== undefined && /^(?:allegation|claim|accusation|fear|concern|warning|call|demand|hope)$/u.test(lemma))
  )
    return null;
  if (owner !== undefined && clause === undefined && phrase === undefined) return null;
  if (clause === undefined && /^(?:commitment|confidence|hope|support|view|belief|agreement|order|charge)$/u.test(lemma))
    return null;
  const matter =
    clause !== undefined
      ? { content: clauseSpans(article, clause), node: clause, clausal: true, preposition: undefined }
      : matterOfNoun(article, noun, null);
  if (matter === null || matter.content.length === 0) return null;
  return { source: owner === undefined ? [] : sourceSpans(article, owner), cue: [hull([noun, matter.preposition ?? noun]) as Span], content: matter.content, head: noun, subject: owner ?? null, matter: matter.node, addressee: null, act, by: 'tree', clausal: matter.clausal }; // prettier-ignore
}

function idiom(article: Article, verb: Node): StatementDraft | null {
  const { tree } = article;
  const object = tree.child(verb, 'obj');
  if (object === undefined) return null;
  const found = CUE_IDIOMS.find(([v, n]) => v === verb.lemma.toLowerCase() && n === object.lemma.toLowerCase());
  if (found === undefined || !isAsserted(tree, verb)) return null;
  const [, , preposition, act] = found;
  const noun = [...tree.children(verb, 'obl', 'obj'), ...tree.children(object, 'nmod')].find(
    (child) => caseOf(tree, child) === preposition,
  );
  const matter = noun === undefined ? null : nounMatter(article, noun);
  const subject = subjectOf(tree, verb) ?? null;
  if (noun === undefined || matter === null || subject === null) return null;
  return { source: sourceSpans(article, subject), cue: [hull([verbGroup(tree, verb)[0] as Node, object, tree.child(noun, 'case') ?? object]) as Span], content: matter.content, head: verb, subject, matter: noun, addressee: null, act, by: 'tree', clausal: false }; // prettier-ignore
}

/** "is willing to talk", "are ready to leave": what somebody would do is an offer. */
function readiness(article: Article, word: Node): StatementDraft | null {
  const { tree } = article;
  if (!/^(?:willing|ready|prepared)$/iu.test(word.form) || isNegated(tree, word) || modalOf(tree, word) !== undefined)
    return null;
  const subject = tree.child(word, 'nsubj');
  const clause = tree.children(word, 'xcomp', 'advcl', 'ccomp').find((child) => isInfinitive(tree, child));
  const helper = tree.child(word, 'cop');
  if (subject === undefined || clause === undefined || helper === undefined || !canSpeak(article, subject, false)) return null;
  return { source: sourceSpans(article, subject), cue: [hull([helper, word]) as Span], content: clauseSpans(article, clause), head: word, subject, matter: clause, addressee: null, act: 'offer', by: 'tree', clausal: true }; // prettier-ignore
}

/** "according to the ministry": the sentence around it is what the ministry says. */
function accordingTo(article: Article, according: Node): StatementDraft | null {
  const { tree } = article;
  const source = according.deprel === 'case' ? tree.head(according) : tree.children(according, 'obl', 'nmod')[0];
  const main = source === undefined ? undefined : tree.head(according.deprel === 'case' ? source : according);
  if (source === undefined || main === undefined) return null;
  const to = tree.nodes[according.index + 1];
  const out = new Set([...tree.subtree(source).map((n) => n.index), according.index, to?.index ?? -1]);
  const sentence = tree.sentenceOf(main);
  const nodes = tree.nodes.slice(sentence.firstWord, sentence.endWord).filter((node) => !out.has(node.index));
  const content = article.spansOf(nodes).filter((s) => s.end - s.start > 3);
  if (content.length === 0) return null;
  return { source: sourceSpans(article, source), cue: [hull([according, to ?? according]) as Span], content, head: according, subject: source, matter: main, addressee: null, act: null, by: 'tree', clausal: true }; // prettier-ignore
}
