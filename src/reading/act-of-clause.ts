import type { Node, TreeView } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { Article } from './article.js';
import { caseOf, isInfinitive, isNegated, isPassive, lemmaOf, modalOf, subjectOf } from './clauses.js';
import { cueEntriesOf } from './cue-entries.js';
import { DANGER_WORDS, HARM_NOUNS, HARM_VERBS, WILLING, WRONG_VERBS } from './data/act-words.js';

/** What the words of a statement show of its act, beside the cue. */
export interface ActContext {
  readonly article: Article;
  /** Whether a noun or pronoun of the content means the speaker or the side that the speaker stands for. */
  readonly isOwnSide: (node: Node) => boolean;
}

const FUTURE = /^(?:will|shall|[’']ll|wo|would|[’']d)$/iu;

const DUTY = /^(?:must|should|ought|shall|needs?|has|have|had)$/iu;

export function ofClause(clause: Node, words: readonly Node[], context: ActContext): Act | null {
  const { article, isOwnSide } = context;
  const { tree } = article;
  const subjects = tree.children(clause, 'nsubj', 'csubj');
  const subject =
    subjects.find(isOwnSide) ??
    subjects[0] ??
    (clause.deprel === 'conj' || clause.deprel === 'xcomp' ? subjectOf(tree, clause) : undefined);
  const own = subject !== undefined && isOwnSide(subject);
  const negated = isNegated(tree, clause);
  const modal = modalOf(tree, clause)?.form.toLowerCase();
  const helpers = tree.children(clause, 'aux', 'cop').map((n) => n.form.toLowerCase());
  const condition = tree
    .children(clause, 'advcl')
    .some((c) => tree.children(c, 'mark').some((m) => /^(?:if|unless|once)$/iu.test(m.form)));
  const lemma = lemmaOf(tree, clause);
  const entry = cueEntriesOf(tree, clause);
  const named = entry?.find((e) => e.act !== null)?.act ?? null;
  const passive = isPassive(tree, clause);

  // "Leave our waters": an imperative.
  if (
    clause.xpos === 'VB' &&
    subject === undefined &&
    helpers.every((h) => /^(?:do|let|don|please)$/u.test(h)) &&
    !isInfinitive(tree, clause) &&
    clause.deprel !== 'xcomp' &&
    (article.isQuoted(clause.start) || /^let$/iu.test(clause.form))
  ) {
    return /^(?:let|look|remember|imagine|note|think)$/u.test(lemma) ? (lemma === 'let' ? 'propose' : null) : 'request';
  }
  // "must leave", "has to leave", "needs to leave".
  const duty =
    modal === 'must' ||
    modal === 'should' ||
    modal === 'ought' ||
    (/^(?:have|need)$/u.test(clause.lemma) &&
      tree.children(clause, 'xcomp').some((x) => isInfinitive(tree, x)) &&
      DUTY.test(clause.form));
  // "must have shaken hands": a guess, not a duty.
  if (duty && helpers.includes('have')) return null;
  if (duty && !own) return modal === 'should' || modal === 'ought' ? 'request' : negated && passive ? 'refuse' : 'demand';
  if (duty && own && /^(?:we)$/iu.test(subject?.form ?? '')) return modal === 'must' || modal === 'should' ? 'propose' : null;
  // "we are ready to meet", "would be willing to".
  if (
    WILLING.has(clause.lemma.toLowerCase()) &&
    (own || subject === undefined) &&
    !negated &&
    (condition || tree.children(clause, 'xcomp', 'advcl', 'obl').length > 0 || helpers.length > 0) &&
    (clause.upos === 'ADJ' || clause.xpos === 'JJ')
  ) {
    return /^(?:happy|glad|keen|eager|prepared)$/u.test(clause.lemma) && !condition ? 'offer' : 'offer';
  }
  // "If they had acted, we would not have seen it": what was not done is held against them.
  if (modal === 'would' && helpers.includes('have'))
    return condition || words.some((w) => /^if$/iu.test(w.form)) ? 'accuse' : null;
  // "was giving them two weeks to go": a deadline is a demand.
  if (
    clause.lemma === 'give' &&
    words.some((w) => /^(?:hours?|days?|weeks?|months?|fortnight|years?|until|deadline)$/iu.test(w.form)) &&
    words.some((w, i) => w.form.toLowerCase() === 'to' && words[i + 1]?.xpos === 'VB')
  )
    return own ? 'demand' : null;
  // "They have until Friday to leave".
  if (
    !own &&
    subject !== undefined &&
    clause.lemma === 'have' &&
    !negated &&
    words.some((w) => /^(?:until|till)$/iu.test(w.form)) &&
    words.some((w, i) => w.form.toLowerCase() === 'to' && words[i + 1]?.xpos === 'VB')
  )
    return 'demand';
  const going =
    clause.lemma === 'go' && helpers.some((h) => /^(?:is|are|am|was|were|’s|’re|'re|'s|’m)$/u.test(h))
      ? tree.children(clause, 'xcomp').find((x) => isInfinitive(tree, x))
      : undefined;
  if (going !== undefined) return own ? (HARM_VERBS.has(going.lemma) && !negated ? 'threaten' : 'promise') : 'predict';
  if (
    /^why$/iu.test(words[0]?.form ?? words[1]?.form ?? '') &&
    words.some((w) => /^we$/iu.test(w.form)) &&
    words.some((w) => /^(?:n[’']t|not)$/iu.test(w.form))
  )
    return 'propose';
  // "You have my word".
  if (clause.lemma === 'have' && words.some((w, i) => /^(?:my|our)$/iu.test(w.form) && /^word$/iu.test(words[i + 1]?.form ?? '')))
    return 'promise';
  // "We promised nothing", "I agreed to nothing".
  if (
    own &&
    named !== null &&
    modal === undefined &&
    /^(?:promise|accept|offer|announce)$/u.test(named) &&
    tree.children(clause, 'obj', 'obl').some((n) => /^nothing$/iu.test(n.form))
  )
    return 'deny';
  const unless = tree.children(clause, 'advcl').some((c) => tree.children(c, 'mark').some((m) => /^unless$/iu.test(m.form)));
  if (own && modal !== undefined && /^(?:will|shall|would|[’']ll)$/u.test(modal) && unless && !negated) return 'threaten';
  if (own && modal !== undefined && FUTURE.test(modal) && !passive) {
    if (!negated && /^(?:invite|offer|help|welcome)$/u.test(clause.lemma)) return 'offer';
    if (
      named !== null &&
      !negated &&
      /^(?:accept|agree|back|support|endorse|refuse|reject|veto|oppose|demand|ask|seek)$/u.test(clause.lemma)
    )
      return named;
    const harms =
      HARM_VERBS.has(clause.lemma) ||
      tree.children(clause, 'obj', 'obl').some((n) => HARM_NOUNS.has(n.lemma.toLowerCase())) ||
      tree.children(clause, 'xcomp', 'obl').some((n) => /^target$/iu.test(n.lemma)) ||
      (lemma === 'see' && words.some((w) => w.lemma === 'target'));
    if (
      negated &&
      /^(?:accept|allow|tolerate|recognise|recognize|agree|negotiate|surrender|yield|bow|compromise|permit|back)$/u.test(
        clause.lemma,
      )
    )
      return /^(?:allow|tolerate|permit)$/u.test(clause.lemma) ? 'promise' : 'refuse';
    // What others ask for and the speaker will not do; not to harm them is a promise.
    if (negated && /^(?:will|shall|wo|[’']ll)$/u.test(modal) && !harms && !FORBORNE.has(clause.lemma)) return 'refuse';
    if ((harms || words.some((w) => /^(?:target|strike|retaliation|retaliate|revenge|punish)$/iu.test(w.lemma))) && !negated)
      return 'threaten';
    if (/^(?:be|have|see|know|get|lose|need|find|suffer|become|win|feel|face)$/u.test(clause.lemma))
      return modal === 'would' ? null : 'predict';
    if (
      condition &&
      !negated &&
      !tree.children(clause, 'advcl').some((c) => tree.children(c, 'mark').some((m) => /^once$/iu.test(m.form)))
    )
      return 'offer';
    return 'promise';
  }
  if (own && /^(?:commit|committed|pledge|promise|vow|guarantee|dedicated|determined|resolved)$/u.test(clause.lemma) && !negated)
    return 'promise';
  if (
    own &&
    named !== null &&
    modal === undefined &&
    !(helpers.some((h) => /^(?:had)$/u.test(h)) && /^(?:propose|ask|offer|suggest|warn|demand|request)$/u.test(clause.lemma))
  ) {
    const plainly = clause.xpos !== 'VBG' || helpers.length > 0;
    if (plainly && !negated && STATED.has(named)) return named;
    if (plainly && negated && /^(?:accept|support|agree|recognise|recognize|back|endorse|approve)$/u.test(clause.lemma))
      return /^(?:had|has|have|did|’d)/u.test(helpers.join(' ')) ? 'deny' : 'refuse';
  }
  if (
    own &&
    negated &&
    !passive &&
    !/^(?:opposed|against|oppose)$/u.test(clause.lemma) &&
    helpers.some((h) => /^(?:did|had|has|have|was|were|never)$/u.test(h)) &&
    modal === undefined
  )
    return 'deny';
  if (own && negated && /^(?:want)$/u.test(clause.lemma)) return 'promise';
  if (
    own &&
    /^(?:want|like|urge|ask|expect|call|hope)$/u.test(clause.lemma) &&
    modal !== undefined &&
    /^(?:would|[’']d)$/u.test(modal)
  )
    return 'request';
  if (own && /^want$/u.test(clause.lemma)) return tree.child(clause, 'obj') !== undefined ? 'demand' : null;
  if (
    own &&
    modal === undefined &&
    !negated &&
    (ANNOUNCED.has(clause.lemma) || ANNOUNCED.has(lemma)) &&
    (clause.xpos === 'VBD' ||
      helpers.includes('has') ||
      helpers.includes('have') ||
      (clause.xpos === 'VBG' && helpers.length > 0))
  ) {
    return 'announce';
  }
  if (!own && subject !== undefined && negated && clause.lemma === 'want' && canDoWrong(article, subject)) return 'accuse';
  // "it never did", "has not paid": what another owed and left undone.
  if (
    !own &&
    subject !== undefined &&
    negated &&
    modal === undefined &&
    (helpers.some((h) => /^(?:did|has|have|had)$/u.test(h)) || /^did$/iu.test(clause.form)) &&
    /^(?:pay|keep|honour|honor|implement|deliver|comply|fulfil|fulfill|respect|do|act|take|stop)$/u.test(clause.lemma)
  )
    return 'accuse';
  if (
    !own &&
    subject !== undefined &&
    !negated &&
    modal === undefined &&
    canDoWrong(article, subject) &&
    /^(?:do|try|seek|attempt|continue|keep|be|want|use)$/u.test(clause.lemma) &&
    tree
      .subtree(clause)
      .some((n) => n !== clause && n.upos === 'VERB' && WRONG_VERBS.has(n.lemma) && /^(?:xcomp|advcl|acl)$/u.test(n.deprel))
  )
    return 'accuse';
  // "is doing everything to delay".
  if (
    !own &&
    subject !== undefined &&
    clause.lemma === 'do' &&
    words.some((w) => /^(?:everything|anything)$/iu.test(w.form)) &&
    words.some((w) => WRONG_VERBS.has(w.lemma.toLowerCase()))
  )
    return 'accuse';
  // "There was no such agreement", "the claims are false".
  if (isDenial(clause, tree, words)) return 'deny';
  if (
    !own &&
    named !== null &&
    named !== 'announce' &&
    STATED.has(named) &&
    subject !== undefined &&
    modal === undefined &&
    !negated &&
    isJoint(subject)
  )
    return named;
  if (
    !own &&
    subject !== undefined &&
    modal === undefined &&
    !negated &&
    WRONG_VERBS.has(clause.lemma) &&
    !passive &&
    (clause.xpos === 'VBD' ||
      helpers.some((h) => /^(?:has|have|had|is|are|was|were)$/u.test(h)) ||
      clause.xpos === 'VBZ' ||
      clause.xpos === 'VBP') &&
    canDoWrong(article, subject)
  )
    return 'accuse';
  if (!own && modal !== undefined && /^(?:will|would|could|may|might|can|[’']ll)$/u.test(modal)) {
    const danger = words.some((w) => DANGER_WORDS.has(w.lemma.toLowerCase())) || HARM_VERBS.has(clause.lemma);
    if (negated && modal === 'would') return danger ? 'deny' : 'predict';
    if (modal === 'can' || modal === 'could') return danger ? 'warn' : modal === 'could' ? 'predict' : null;
    return danger ? 'warn' : 'predict';
  }
  if (/^(?:doubt|doubtful|unlikely|unclear|uncertain|skeptical|sceptical)$/u.test(clause.lemma))
    return clause.lemma === 'unlikely' ? 'predict' : 'doubt';
  if (/^(?:oppose|opposed|against)$/u.test(clause.lemma)) return negated ? 'assert' : own ? 'refuse' : null;
  return null;
}

const STATED = new Set<Act>(['promise', 'offer', 'threaten', 'demand', 'request', 'propose', 'accept', 'refuse', 'retract', 'deny', 'accuse', 'criticise', 'praise', 'doubt', 'warn', 'predict', 'announce']); // prettier-ignore

/** What others fear: who says not to do it promises something. */
const FORBORNE = new Set(['abandon', 'attack', 'bomb', 'bombard', 'close', 'cross', 'cut', 'deploy', 'disappoint', 'enter', 'fail', 'fire', 'forget', 'harm', 'interfere', 'invade', 'launch', 'leave', 'let', 'lose', 'occupy', 'punish', 'raise', 'rest', 'send', 'shoot', 'stop', 'strike', 'touch', 'use', 'waste', 'withdraw', 'hurt', 'hesitate', 'miss', 'seek', 'run', 'happen', 'return', 'repeat']); // prettier-ignore

const ANNOUNCED = new Set(['appoint', 'delay', 'extend', 'postpone', 'put_off', 'publish', 'reopen', 'resume', 'shorten', 'shut', 'evacuate', 'ban', 'approve', 'arrest', 'begin', 'build', 'close', 'cut', 'decide', 'deploy', 'dispatch', 'execute', 'finish', 'free', 'hire', 'impose', 'increase', 'launch', 'lift', 'open', 'order', 'pull', 'raise', 'recall', 'release', 'resign', 'restrict', 'seize', 'send', 'shoot', 'sign', 'start', 'stop', 'suspend', 'withdraw', 'complete', 'cancel', 'allocate']); // prettier-ignore

const isJoint = (subject: Node): boolean => subject.features['Number'] === 'Plur' || /^(?:they|we)$/iu.test(subject.form);

function isDenial(clause: Node, tree: TreeView, words: readonly Node[]): boolean {
  const none = tree
    .children(clause, 'nsubj', 'obj', 'nsubj:pass')
    .concat(clause)
    .some((n) => tree.children(n, 'det').some((d) => /^no$/iu.test(d.form)));
  const expletive = tree.child(clause, 'expl') !== undefined;
  if (none && (expletive || /^(?:have|be|play)$/u.test(clause.lemma) || tree.child(clause, 'cop') !== undefined))
    return words.some((w) =>
      /^(?:involvement|agreement|such|role|evidence|truth|knowledge|basis|plan|intention|link|connection|deal|contact|part|foundation)$/iu.test(
        w.lemma,
      ),
    );
  return (
    /^(?:false|untrue|baseless|fake|fabricated|unfounded|exaggerated|nonsense|fiction|groundless|incorrect|inaccurate|invented)$/iu.test(
      clause.lemma,
    ) || /^(?:false|untrue|exaggerate)$/iu.test(clause.lemma)
  );
}

const canDoWrong = (article: Article, subject: Node): boolean =>
  subject.upos === 'PROPN' ||
  subject.upos === 'PRON' ||
  article.entityAt(subject.start) !== undefined ||
  subject.features['Number'] === 'Plur' ||
  (caseOf(article.tree, subject) === '' &&
    /(?:er|or|ment|ist|army|police|side|regime|junta|party|military|force)$/u.test(subject.lemma));
