import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { Article } from './article.js';
import { contiguous, isInfinitive, isNegated, isPassive, modalOf, spanOf } from './clauses.js';
import { CUE_VERBS } from './data/cue-verbs.js';
import { stems } from './matter.js';
import type { ReadStatement } from './read-statements.js';

/** What a statement takes a stand on: a short noun phrase in the article's own words, and whether the statement negates it. */
export interface Issue {
  readonly name: string;
  readonly negated: boolean;
}

/** Nouns that stand before what an issue is: "the idea of a meeting". */
const FRAMES =
  /^(?:idea|importance|need|proposal|plan|likelihood|possibility|prospect|issue|question|number|series|list|notion|call|way|part|lack|situation|concern|worry|fear|view|viewpoint|opinion)$/iu;
/** Verbs that say too little of an issue to be part of its name. */
const LIGHT =
  /^(?:accept|allow|arrange|back|be|continue|do|embrace|endorse|ensure|get|give|go|have|hold|keep|let|make|oppose|provide|put|reach|reject|say|see|seek|set|support|take|want|welcome|carry|attempt|try|refuse|deepen|strengthen|offer)$/u;
/** Nouns for people and bodies, who do things rather than are them. */
const PEOPLE =
  /(?:er|or|ist|ent|judge|people|government|party|army|force|police|regime|junta|side|official|authority|group|union|troops|unit|state|country)$/u;
/** Nouns that name no issue by themselves: "a concern", "the response" say that there is one. */
const GENERIC =
  /^(?:act|anything|comment|concern|everything|fear|goal|job|kind|lie|nothing|one|ones|opinion|people|reality|remark|response|someone|something|soul|sort|thing|things|this|view|viewpoint|way|worry)$/iu;
const LONGEST = 9;

/** The issues of a statement, one for each of its clauses or objects. */
export function issuesOf(article: Article, statement: ReadStatement): readonly Issue[] {
  const { draft, act } = statement;
  const { matter, content, clausal } = draft;
  if (matter === null || content.length === 0) return [];
  const inside = (node: Node): boolean => content.some((span) => span.start <= node.start && node.end <= span.end);
  const clauseLike = clausal && isClause(article, matter);
  const heads = [matter, ...article.tree.children(matter, 'conj').filter(inside)];
  const found = clauseLike
    ? heads.filter((head) => isClause(article, head)).flatMap((head) => ofClause(article, head, act, inside) ?? [])
    : heads.flatMap((head) => ofNoun(article, head) ?? []).map((name) => ({ name, negated: false }));
  return found.slice(0, 3);
}

const isClause = (article: Article, node: Node): boolean =>
  node.upos === 'VERB' || node.upos === 'AUX' || article.tree.child(node, 'cop', 'nsubj', 'nsubj:pass') !== undefined;

function ofClause(article: Article, verb: Node, act: Act, inside: (node: Node) => boolean): readonly Issue[] | null {
  const { tree } = article;
  // "was willing to meet the union": meeting it.
  if (verb.upos === 'ADJ') {
    const willing = tree.child(verb, 'xcomp', 'ccomp') ?? tree.children(verb, 'advcl').find((child) => isInfinitive(tree, child));
    if (willing?.upos === 'VERB') return ofClause(article, willing, act, inside);
  }
  const negated = isNegated(tree, verb);
  const subject = tree.child(verb, 'nsubj', 'nsubj:pass', 'csubj');
  const object = tree.child(verb, 'obj') ?? tree.children(verb, 'obl').find((n) => inside(n) && !isTime(article, n));
  const passive = isPassive(tree, verb) || tree.child(verb, 'cop') !== undefined;
  const named = subject !== undefined && subject.upos !== 'PRON' && inside(subject);
  const all = (names: readonly (string | null)[]): readonly Issue[] | null => {
    const kept = names.filter((name) => name !== null);
    return kept.length === 0 ? null : kept.map((name) => ({ name, negated }));
  };
  // "There should be a government without parties".
  if (tree.child(verb, 'expl') !== undefined && subject !== undefined) return all(joined(article, subject));
  if (act === 'warn')
    return named && article.entityAt(subject.start) === undefined && !PEOPLE.test(subject.lemma)
      ? all([ofNoun(article, subject)])
      : null;
  if (act === 'accuse' || act === 'criticise') {
    // What is wrong is what the clause is about, unless that is who did it.
    const doer =
      subject !== undefined &&
      (subject.upos === 'PROPN' ||
        article.entityAt(subject.start) !== undefined ||
        subject.upos === 'PRON' ||
        PEOPLE.test(subject.lemma) ||
        CUE_VERBS.has(verb.lemma));
    if (named && !doer) return all([ofNoun(article, subject)]);
    // "accused of attempting to sell the land": what a person is charged with.
    const charged = verb.xpos === 'VBG' ? (tree.child(verb, 'xcomp') ?? verb) : null;
    const done = charged === null ? (CUE_VERBS.has(verb.lemma) ? object : undefined) : tree.child(charged, 'obj');
    if (done === undefined) return null;
    const name = withPlace(article, charged ?? verb, done);
    return name === null
      ? null
      : all([charged === null || LIGHT.test(charged.lemma) ? name : `${gerund(article, charged)} ${name}`]);
  }
  if (named && (passive || object === undefined)) return all(joined(article, subject));
  if (
    object !== undefined &&
    (isInfinitive(tree, verb) ||
      verb.xpos === 'VBG' ||
      modalOf(tree, verb) !== undefined ||
      object.upos === 'NOUN' ||
      object.upos === 'PROPN')
  ) {
    const inner = tree
      .children(verb, 'xcomp', 'ccomp')
      .find((child) => child.index > object.index && tree.child(child, 'obj') !== undefined);
    // "let them build a base": the base.
    if (/^(?:let|allow|permit|help|make)$/u.test(verb.lemma) && inner !== undefined)
      return all([ofNoun(article, tree.child(inner, 'obj') as Node)]);
    const plain = LIGHT.test(verb.lemma) || CUE_VERBS.has(verb.lemma) || object.upos === 'PRON';
    const [main, ...others] = joined(article, object);
    const names = [withPlace(article, verb, object) ?? main ?? null, ...others];
    return all(names.map((name) => (name === null || plain ? name : `${gerund(article, verb)} ${name}`)));
  }
  const infinitive =
    tree.child(verb, 'xcomp', 'ccomp') ?? tree.children(verb, 'advcl').find((n) => n.xpos === 'VBG' && n.index > verb.index);
  if (infinitive !== undefined && infinitive !== verb) {
    const found = ofClause(article, infinitive, act, inside);
    if (found !== null) return found.map((issue) => ({ ...issue, negated: issue.negated !== negated }));
  }
  return named ? all(joined(article, subject)) : null;
}

const isTime = (article: Article, node: Node): boolean => article.times.some((t) => t.start <= node.start && node.end <= t.end);

/** An object with what stands after it where the object alone says little: "faith in the commission", "the matter with Drusk". */
function withPlace(article: Article, verb: Node, object: Node): string | null {
  const { tree } = article;
  const name = ofNoun(article, object);
  if (name === null || stems(name).size > 1) return name;
  const next = tree
    .children(verb, 'obl')
    .find((n) => n.index > object.index && n.index - object.index < 8 && !isTime(article, n));
  if (next === undefined || tree.child(object, 'nmod') !== undefined) return name;
  const end = spanOf(nominal(article, next)).end;
  const tail = article.text.slice(object.end, end).replace(/\s+/gu, ' ');
  return tail.length < 60 && !/[,;:.]/u.test(tail) ? `${name}${tail}` : name;
}

/** A noun and the nouns listed with it, each an issue of its own. */
function joined(article: Article, noun: Node): readonly (string | null)[] {
  const others = article.tree.children(noun, 'conj').filter((n) => n.upos === 'NOUN');
  return [noun, ...others].map((n) => ofNoun(article, n));
}

/** The name of an issue by its noun: what frames it left out. */
export function ofNoun(article: Article, noun: Node): string | null {
  const { tree } = article;
  if (FRAMES.test(noun.lemma)) {
    const inner = tree.children(noun, 'nmod', 'acl').find((child) => child.index > noun.index);
    if (inner !== undefined && inner.upos !== 'VERB') return ofNoun(article, inner);
    if (inner !== undefined) {
      const object = tree.child(inner, 'nsubj', 'obj');
      if (object !== undefined && object.upos !== 'PRON') return ofNoun(article, object);
    }
  }
  // "the idea of a meeting", where the tree has lost what hangs on what.
  if (FRAMES.test(noun.lemma) && tree.nodes[noun.index + 1]?.form.toLowerCase() === 'of') {
    const inner = tree.nodes
      .slice(noun.index + 2, noun.index + 8)
      .find((n) => n.upos === 'NOUN' && tree.nodes[n.index + 1]?.upos !== 'NOUN');
    if (inner !== undefined && tree.sentenceIndex(inner) === tree.sentenceIndex(noun)) return ofNoun(article, inner);
  }
  if (GENERIC.test(noun.lemma) || !/^(?:NOUN|PROPN|NUM)$/u.test(noun.upos)) return null;
  // An actor alone is no issue.
  if (noun.upos === 'PROPN' && article.entityAt(noun.start) !== undefined && tree.child(noun, 'nmod') === undefined) return null;
  return phrase(article, nominal(article, noun));
}

/** A noun with what defines it, without clauses, days and what it is listed with. */
function nominal(article: Article, noun: Node): readonly Node[] {
  const { tree } = article;
  const nodes = tree.subtree(
    noun,
    (child) =>
      (child.head === noun.index &&
        /^(?:case|punct|mark|cop|nsubj|aux|advmod|parataxis|appos|conj|cc|obl|advcl|ccomp|expl)/u.test(child.deprel)) ||
      /^(?:acl|advcl|parataxis|appos)/u.test(child.deprel) ||
      article.times.some((t) => t.type !== 'DURATION' && t.start <= child.start && child.end <= t.end),
  );
  return contiguous(nodes, noun);
}

function phrase(article: Article, nodes: readonly Node[]): string | null {
  let kept = nodes.filter((node) => !/^[“”"‘’«»[\]]$/u.test(node.form));
  const cut = kept.findIndex((node, i) => i > 0 && /^(?:including|such|like)$/iu.test(node.form));
  if (cut > 0) kept = kept.slice(0, cut);
  while (kept[0] !== undefined && isLead(kept[0])) kept = kept.slice(1);
  kept = kept.slice(0, LONGEST);
  for (let last = kept.at(-1); last !== undefined && isTail(last); last = kept.at(-1)) kept = kept.slice(0, -1);
  const first: Node | undefined = kept[0];
  const last: Node | undefined = kept.at(-1);
  if (first === undefined || last === undefined || kept.every((node) => /^(?:PRON|VERB|AUX|ADV|NUM)$/u.test(node.upos)))
    return null;
  const span: Span = { start: first.start, end: last.end };
  return article
    .words(span)
    .replace(/\s+/gu, ' ')
    .replace(/[“”"[\]]/gu, '');
}

const isLead = (node: Node): boolean =>
  /^(?:DET|PUNCT|CCONJ|ADP|SCONJ)$/u.test(node.upos) ||
  /^(?:least|most|about|only|some)$/iu.test(node.form) ||
  /^(?:the|a|an|this|that|these|those|any|such|its|his|her|their|our|my)$/iu.test(node.form);
const isTail = (node: Node): boolean =>
  (/^(?:ADP|DET|CCONJ|PUNCT|PART)$/u.test(node.upos) && !/^[’']s?$/u.test(node.form)) ||
  /^(?:its|his|her|their|our)$/iu.test(node.form);

/** "provide" to "providing". */
function gerund(article: Article, verb: Node): string {
  if (verb.upos !== 'VERB') return verb.form.toLowerCase();
  const particle = article.tree.child(verb, 'compound:prt');
  return particle === undefined
    ? ing(verb.lemma.toLowerCase())
    : `${ing(verb.lemma.toLowerCase())} ${particle.form.toLowerCase()}`;
}

function ing(base: string): string {
  if (/ie$/u.test(base)) return `${base.slice(0, -2)}ying`;
  if (/[^aeiou]e$/u.test(base) && base.length > 2) return `${base.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/u.test(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}
