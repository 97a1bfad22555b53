import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import { directionAt } from '../time/tense.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import {
  agentOf,
  caseOf,
  contiguous,
  isInfinitive,
  isNegated,
  isPassive,
  lemmaOf,
  modalOf,
  nounPhrase,
  spanOf,
  subjectOf,
} from './clauses.js';
import { EVENT_NOUNS, EVENT_VERBS } from './data/event-words.js';
import type { PloverType } from './plover.js';
import { ownerOf } from './owners.js';
import type { ReadStatement } from './read-statements.js';
import { overlaps, overlapsAny } from './spans.js';

/** Something that the article itself reports as having happened. */
export interface ReadEvent {
  readonly type: PloverType;
  readonly agents: readonly ActorDraft[];
  readonly patients: readonly ActorDraft[];
  /** EDTF. */
  readonly when: string | null;
  readonly where: string | null;
  /** The word that the event is done to. */
  readonly object: Node | null;
  readonly evidence: readonly Span[];
}

/** Types by which an act of the same words is coded already, so that the verb is no event beside its statement. */
export function readEvents(article: Article, actors: Actors, statements: readonly ReadStatement[]): readonly ReadEvent[] {
  const out: ReadEvent[] = [];
  const cues = statements.flatMap(({ draft }) => draft.cue);
  for (const node of article.tree.nodes) {
    if (overlapsAny(cues, node) || article.isQuoted(node.start)) continue;
    const event =
      node.upos === 'VERB' ? verbEvent(article, actors, node) : node.upos === 'NOUN' ? nounEvent(article, actors, node) : null;
    if (
      event === null ||
      out.some(
        (other) =>
          other.type === event.type &&
          other.evidence.some((a) =>
            event.evidence.some(
              (b) =>
                overlaps(a, b) &&
                Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0.6 * Math.min(a.end - a.start, b.end - b.start),
            ),
          ),
      )
    )
      continue;
    out.push(event);
  }
  return out;
}

/** Whether the article tells that it did happen: a finite past or perfect, or a participle that tells the same. */
function happened(article: Article, verb: Node): boolean {
  const { tree } = article;
  // "has become the latest party to skip the talks".
  const head = tree.head(verb);
  if (
    verb.deprel === 'acl' &&
    head !== undefined &&
    isInfinitive(tree, verb) &&
    tree.children(head, 'amod').some((a) => /^(?:first|last|latest|second|third)$/iu.test(a.form))
  )
    return !isNegated(tree, verb);
  if (isNegated(tree, verb) || modalOf(tree, verb) !== undefined || isInfinitive(tree, verb)) return false;
  if (tree.children(verb, 'mark').some((m) => /^(?:if|unless|whether)$/iu.test(m.form))) return false;
  // A participle with a subject and no helper is a past tense that the tagger took for one.
  if (
    verb.xpos === 'VBD' ||
    (verb.xpos === 'VBN' && tree.child(verb, 'nsubj') !== undefined && tree.child(verb, 'aux') === undefined)
  )
    return true;
  const helpers = tree.children(verb, 'aux');
  if (verb.xpos === 'VBN')
    return (
      helpers.some((h) => /^(?:was|were|has|have|had|been|is|are|[’']ve)$/iu.test(h.form)) ||
      verb.deprel === 'acl' ||
      verb.deprel === 'conj'
    );
  if (verb.xpos === 'VBG')
    return (
      helpers.some((h) => /^(?:is|are|was|were|been)$/iu.test(h.form)) ||
      (verb.deprel === 'advcl' && subjectOf(tree, verb) !== undefined)
    );
  return verb.xpos === 'VBZ' || verb.xpos === 'VBP' ? directionAt(tree, verb) !== 'future' && verb.deprel !== 'acl:relcl' : false;
}

function typeOfVerb(article: Article, verb: Node): PloverType | null {
  const { tree } = article;
  const rules = EVENT_VERBS.get(lemmaOf(tree, verb)) ?? EVENT_VERBS.get(verb.lemma.toLowerCase());
  if (rules === undefined) return null;
  const objects = [
    ...tree.children(verb, 'obj', 'nsubj:pass', 'obl', 'xcomp', 'advcl', 'ccomp', 'iobj'),
    ...(verb.deprel === 'acl' ? [tree.head(verb)].filter((n) => n !== undefined) : []),
  ];
  const words = new Set(
    objects
      .flatMap((object) => [object, ...tree.children(object, 'nmod', 'compound', 'amod', 'conj', 'obj', 'nummod')])
      // "went home on March 29" is no march.
      .filter((n) => !isTime(article, n))
      .map((n) => n.lemma.toLowerCase()),
  );
  for (const { type, nouns } of rules) {
    if (nouns === null) return type;
    if ([...nouns].some((noun) => words.has(noun))) return type;
  }
  return null;
}

function verbEvent(article: Article, actors: Actors, verb: Node): ReadEvent | null {
  const { tree } = article;
  const type = typeOfVerb(article, verb);
  if (type === null || !happened(article, verb)) return null;
  const passive = isPassive(tree, verb) || (verb.xpos === 'VBN' && verb.deprel === 'acl');
  const holder = tree.head(verb);
  const latest =
    verb.deprel === 'acl' && holder !== undefined && isInfinitive(tree, verb)
      ? subjectOf(tree, holder.deprel === 'xcomp' || holder.deprel === 'obj' ? (tree.head(holder) ?? holder) : holder)
      : undefined;
  const agent = passive ? agentOf(tree, verb) : (latest ?? subjectOf(tree, verb));
  const patient = passive
    ? (tree.child(verb, 'nsubj:pass') ?? (verb.deprel === 'acl' ? tree.head(verb) : undefined))
    : tree.child(verb, 'obj');
  if (agent === undefined && !(passive && patient !== undefined)) return null;
  const patients: Node[] = patient === undefined ? [] : [patient];
  for (const child of [...tree.children(verb, 'obl', 'iobj'), ...(patient === undefined ? [] : tree.children(patient, 'nmod'))]) {
    if (/^(?:with|against|on|at|to|into|from|for|over|of|between|in)?$/u.test(caseOf(tree, child)) && !isTime(article, child))
      patients.push(child);
  }
  return eventOf(article, actors, type, verb, agent, patients);
}

function nounEvent(article: Article, actors: Actors, noun: Node): ReadEvent | null {
  const { tree } = article;
  const type = EVENT_NOUNS.get(noun.lemma.toLowerCase()) ?? EVENT_NOUNS.get(noun.form.toLowerCase());
  if (type === undefined) return null;
  const owner =
    tree.child(noun, 'nmod:poss') ??
    tree.children(noun, 'nmod').find((n) => caseOf(tree, n) === 'by') ??
    tree.children(noun, 'amod', 'compound').find((n) => actors.lookup(n) !== null);
  const target = tree
    .children(noun, 'nmod')
    .find((n) => /^(?:of|on|to|against|with|in|from)$/u.test(caseOf(tree, n)) && !isTime(article, n));
  if (owner === undefined || target === undefined) return null;
  if (actors.lookup(owner) === null || (actors.lookup(target) === null && article.entityAt(target.start) === undefined))
    return null;
  const head = tree.head(noun);
  if (head !== undefined && head.upos === 'VERB' && (modalOf(tree, head) !== undefined || directionAt(tree, noun) === 'future'))
    return null;
  return eventOf(article, actors, type, noun, owner, [target]);
}

const isTime = (article: Article, node: Node): boolean => article.times.some((t) => overlaps(t, node));

function eventOf(
  article: Article,
  actors: Actors,
  type: PloverType,
  node: Node,
  agent: Node | undefined,
  patients: readonly Node[],
): ReadEvent {
  const { tree } = article;
  const whom = (n: Node): readonly ActorDraft[] =>
    [n, ...tree.children(n, 'conj')].flatMap((each) => actors.lookup(each)?.actor ?? ownerOf(article, actors, each) ?? []);
  const agents = agent === undefined ? [] : [...new Set(whom(agent))];
  const targets = [...new Set(patients.flatMap(whom))].filter((actor) => !agents.includes(actor));
  return {
    type,
    agents,
    patients: targets,
    when: whenOf(article, node),
    where: whereOf(article, node),
    object: patients[0] ?? tree.children(node, 'xcomp', 'advcl', 'ccomp').find((child) => child.xpos === 'VBG') ?? null,
    evidence: [evidenceOf(article, node, agent)],
  };
}

/** The clause that tells the event: its verb with what hangs on it, without clauses of its own that go on to something else. */
export function evidenceOf(article: Article, node: Node, agent: Node | undefined): Span {
  const { tree } = article;
  const nodes = tree.subtree(
    node,
    (child) =>
      child.head === node.index &&
      (/^(?:parataxis|advcl|cc|punct|mark|ccomp)/u.test(child.deprel) || (child.deprel === 'conj' && child.upos === 'VERB')),
  );
  const own = spanOf(contiguous(nodes, node));
  // "the patrol boat damaged by the corvette": what it was done to stands before.
  const done = node.deprel === 'acl' && node.xpos === 'VBN' ? tree.head(node) : undefined;
  const phrase = done === undefined || own.start - done.end > 2 ? null : spanOf(contiguous(nounPhrase(tree, done), done));
  const span = phrase === null || phrase.start > own.start ? own : { start: phrase.start, end: own.end };
  if (agent === undefined || agent.index > node.index || node.index - agent.index > 15) return span;
  // Words of a quotation or of another clause between them are not the event's.
  if (/[“”";:]/u.test(article.text.slice(agent.end, node.start))) return span;
  const before = spanOf(
    contiguous(
      tree.subtree(agent, (child) => /^acl/u.test(child.deprel) || child === node),
      agent,
    ),
  );
  return { start: Math.min(before.start, span.start), end: span.end };
}

export function whenOf(article: Article, node: Node): string | null {
  const { tree } = article;
  const sentence = tree.sentenceOf(node);
  const times = article.times.filter((t) => overlaps(t, sentence) && t.edtf !== null && (t.type === 'DATE' || t.type === 'TIME'));
  for (const time of times) {
    const root = tree.rootOf(time);
    const head = root === undefined ? undefined : tree.head(root);
    if (head === node || (head !== undefined && head.head === node.index && head.upos !== 'VERB')) return time.edtf;
  }
  // "crossed the line on Sunday and rammed a boat": the second verb shares the day of the first.
  const first = node.deprel === 'conj' && node.upos === 'VERB' ? tree.head(node) : undefined;
  return first?.upos === 'VERB' && first.index < node.index ? whenOf(article, first) : null;
}

function whereOf(article: Article, node: Node): string | null {
  const { tree } = article;
  const place = [...tree.children(node, 'obl', 'nmod')].find(
    (child) =>
      /^(?:in|at|near|outside|to)$/u.test(caseOf(tree, child)) &&
      /^(?:Location|Facility)$/u.test(article.entityAt(child.start)?.type ?? ''),
  );
  const entity = place === undefined ? undefined : article.entityAt(place.start);
  return entity === undefined ? null : article.words(entity);
}
