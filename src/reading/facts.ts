import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { CUE_VERBS } from './data/cue-verbs.js';
import { agentOf, contiguous, spanOf, isInfinitive, isNegated, isPassive, lemmaOf, modalOf, subjectOf } from './clauses.js';
import { evidenceOf, whenOf } from './events.js';
import { ownerOf } from './owners.js';
import type { ReadStatement } from './read-statements.js';
import { contains, overlapsAny } from './spans.js';

/**
 * A clause that tells, outside quotation marks, that something was done or came about, or was not: what shows, in a later article, whether
 * an undertaking was kept. Unlike an event it has no type.
 */
export interface ReadFact {
  /** Lemma of the verb, with its particle: `pull_out`. */
  readonly verb: string;
  readonly negated: boolean;
  readonly agents: readonly ActorDraft[];
  readonly patients: readonly ActorDraft[];
  /** EDTF. */
  readonly when: string | null;
  /** The statement whose content tells it; null where the article does. */
  readonly within: string | null;
  readonly evidence: Span;
}

/** Verbs that say nothing of what came about. */
const EMPTY =
  /^(?:be|have|do|seem|appear|become|remain|include|want|need|know|think|believe|hope|expect|plan|mean|live|like|look)$/u;

/** The clauses of an article that tell what was done. */
export function readFacts(article: Article, actors: Actors, statements: readonly ReadStatement[]): readonly ReadFact[] {
  const { tree } = article;
  const cues = statements.flatMap(({ draft }) => draft.cue);
  return tree.nodes.flatMap((verb): readonly ReadFact[] => {
    if (verb.upos !== 'VERB' || article.isQuoted(verb.start) || overlapsAny(cues, verb) || !isTold(article, verb)) return [];
    const lemma = lemmaOf(tree, verb);
    if (EMPTY.test(lemma)) return [];
    const passive =
      isPassive(tree, verb) || (verb.xpos === 'VBN' && verb.deprel.startsWith('acl') && tree.child(verb, 'aux') === undefined);
    const agent = passive ? agentOf(tree, verb) : subjectOf(tree, verb);
    const patient = passive
      ? (tree.child(verb, 'nsubj:pass') ?? (verb.deprel === 'acl' ? tree.head(verb) : undefined))
      : tree.child(verb, 'obj');
    const whom = (node: Node | undefined): readonly ActorDraft[] => {
      const actor = node === undefined ? null : (actors.lookup(node)?.actor ?? ownerOf(article, actors, node));
      return actor === null ? [] : [actor];
    };
    const first = CUE_VERBS.has(verb.lemma) ? wholeOf(article, verb, agent) : evidenceOf(article, verb, agent);
    const evidence =
      passive && patient !== undefined && patient.start < first.start && first.start - patient.start < 120
        ? { start: patient.start, end: first.end }
        : first;
    const holder = statements
      .filter(({ draft }) => draft.content.some((span) => contains(span, verb)))
      .sort((a, b) => widthOf(a) - widthOf(b))[0];
    return [
      {
        verb: lemma,
        negated:
          isNegated(tree, verb) || tree.children(verb, 'obl', 'obj', 'nsubj', 'nsubj:pass').some((n) => isNone(article, n)),
        agents: whom(agent),
        patients: whom(patient),
        when: whenOf(article, verb),
        within: holder?.id ?? null,
        evidence,
      },
    ];
  });
}

/** A clause about somebody's words, with what was said: "gave his word that there would be none". */
function wholeOf(article: Article, verb: Node, agent: Node | undefined): Span {
  const { tree } = article;
  const nodes = tree.subtree(verb, (child) => child.head === verb.index && /^(?:parataxis|conj|cc|punct)/u.test(child.deprel));
  const span = spanOf(contiguous(nodes, verb));
  return agent !== undefined && agent.start < span.start && span.start - agent.start < 80
    ? { start: agent.start, end: span.end }
    : span;
}

const widthOf = ({ draft }: ReadStatement): number => draft.content.reduce((sum, { start, end }) => sum + end - start, 0);

/** "no barge", "without a single shot". */
const isNone = (article: Article, node: Node): boolean =>
  article.tree.children(node, 'det', 'case', 'advmod').some((d) => /^(?:no|without|neither|none)$/iu.test(d.form));

/** A finite past or perfect, or a participle that tells the same; nothing that may, shall or should be. */
function isTold(article: Article, verb: Node): boolean {
  const { tree } = article;
  if (modalOf(tree, verb) !== undefined || isInfinitive(tree, verb)) return false;
  if (tree.children(verb, 'mark').some((m) => /^(?:if|unless|whether|until|once)$/iu.test(m.form))) return false;
  const helpers = tree.children(verb, 'aux').map((h) => h.form.toLowerCase());
  if (verb.xpos === 'VBD') return true;
  if (helpers.some((h) => /^(?:did|do|does)$/u.test(h))) return helpers.includes('did');
  if (verb.xpos === 'VBN') {
    if (helpers.length > 0) return helpers.some((h) => /^(?:was|were|has|have|had|been|[’']ve|[’']s)$/u.test(h));
    return verb.deprel.startsWith('acl') || verb.deprel === 'conj' || tree.child(verb, 'nsubj', 'nsubj:pass') !== undefined;
  }
  return verb.xpos === 'VBG' && tree.children(verb, 'mark', 'case').some((m) => /^(?:after|without)$/iu.test(m.form));
}
