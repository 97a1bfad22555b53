import type { Node, TreeView } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { Article } from './article.js';
import { caseOf, isInfinitive, isNegated, isPassive, lemmaOf, modalOf, subjectOf } from './clauses.js';
import { BAD_WORDS, DANGER_WORDS, GOOD_WORDS, HARM_NOUNS, HARM_VERBS, WILLING, WRONG_ADJECTIVES, WRONG_NOUNS, WRONG_VERBS } from './data/act-words.js'; // prettier-ignore
import { cueEntriesOf } from './cue-entries.js';
import type { StatementDraft } from './statement-draft.js';

/** What the words of a statement show of its act, beside the cue. */
export interface ActContext {
  readonly article: Article;
  /** Whether a noun or pronoun of the content means the speaker or the side that the speaker stands for. */
  readonly isOwnSide: (node: Node) => boolean;
}

/** The act of a statement: what its cue names, sharpened by what is said; where the cue is neutral, what is said decides. */
export function actOf(draft: StatementDraft, context: ActContext): Act {
  const { act } = draft;
  const clauses = clausesOf(draft, context.article);
  if (act === null) return fromContent(draft, clauses, context);
  return sharpened(act, draft, clauses, context);
}

/** The main verbs of a content, in order: the root of each of its sentences and the clauses joined to it. */
function clausesOf({ content, matter }: StatementDraft, article: Article): readonly Node[] {
  const { tree } = article;
  const out: Node[] = [];
  const add = (node: Node): void => {
    if (out.includes(node)) return;
    out.push(node);
    for (const child of tree.children(node, 'conj', 'parataxis'))
      if (content.some((s) => s.start <= child.start && child.end <= s.end) && isPredicate(tree, child)) add(child);
  };
  if (matter !== null) add(matter);
  for (const span of content) {
    for (const node of tree.within(span)) {
      // The main clause of a sentence that the parser joined to another.
      if (
        /^(?:parataxis|conj|ccomp|dep|reparandum|advmod|amod)$/u.test(node.deprel) &&
        node.upos !== 'PUNCT' &&
        tree.child(node, 'nsubj') !== undefined &&
        tree.children(node, 'mark').length === 0 &&
        !tree.children(node).some((child) => /^(?:which|who|whom|that)$/iu.test(child.form) && child.upos === 'PRON')
      )
        add(node);
      if (
        node.head < 0 ||
        (!content.some((s) => s.start <= (tree.head(node)?.start ?? -1) && (tree.head(node)?.end ?? 0) <= s.end) &&
          node.upos !== 'PUNCT')
      ) {
        if (isPredicate(tree, node)) add(node);
      }
    }
  }
  return out;
}

const isPredicate = (tree: TreeView, node: Node): boolean =>
  node.upos === 'VERB' || node.upos === 'AUX' || tree.child(node, 'cop', 'nsubj') !== undefined;

/** A cue that names an act may mean a neighbour of it: "agreed to send" is a promise, "promised consequences" a threat. */
function sharpened(act: Act, draft: StatementDraft, clauses: readonly Node[], context: ActContext): Act {
  const { tree } = context.article;
  const cue = draft.head?.lemma.toLowerCase() ?? '';
  const main = clauses[0];
  if (cue === 'agree' || cue === 'agreement') {
    if (draft.clausal && main !== undefined && isInfinitive(tree, main)) {
      // Joint undertakings are accepted plans; what one side undertakes is a promise.
      const subject = draft.subject;
      const joint =
        subject !== null &&
        (tree.child(subject, 'conj') !== undefined || subject.features['Number'] === 'Plur' || /^they$/iu.test(subject.form));
      return joint ? 'accept' : 'promise';
    }
    return 'accept';
  }
  if (
    (act === 'promise' || act === 'announce') &&
    main !== undefined &&
    HARM_VERBS.has(main.lemma) &&
    draft.clausal &&
    !isNegated(tree, main) &&
    act === 'promise' &&
    !/^(?:cut|close|defend|withdraw|fight|halt|suspend|respond|freeze|target|shut)$/u.test(main.lemma)
  )
    return 'threaten';
  if (act === 'announce' && main !== undefined && cue === 'decide' && isNegated(tree, main)) return 'refuse';
  if (act === 'criticise' && clauses.some((c) => WRONG_VERBS.has(c.lemma)) && /^(?:complain)$/u.test(cue)) return 'accuse';
  if (act === 'request' && cue === 'ask' && draft.clausal && main !== undefined && !isInfinitive(tree, main)) return 'assert';
  // What is already done is praised; what is proposed is accepted.
  if (act === 'accept' && cue === 'welcome' && main !== undefined && DONE.test(main.lemma)) return 'praise';
  if (act === 'accept' && cue === 'welcome' && !draft.clausal && main !== undefined && main.upos === 'PROPN') return 'praise';
  if (act === 'propose' && draft.addressee !== null && cue === 'call') return 'request';
  if (act === 'propose' && cue === 'recommend' && draft.addressee !== null) return 'request';
  return act;
}

const DONE =
  /^(?:announcement|arrival|decision|election|move|news|outcome|progress|release|result|return|statement|step|success|victory|visit|win|withdrawal)$/u;

/** The act of what is said where the cue tells nothing: the first of these that one of its clauses shows. */
function fromContent(draft: StatementDraft, clauses: readonly Node[], context: ActContext): Act {
  const { article, isOwnSide } = context;
  const { tree } = article;
  const words = draft.content.flatMap((span) => tree.within(span));
  const found = new Set<Act>();
  for (const clause of clauses) {
    const act = ofClause(clause, draft, words, context);
    if (act !== null) found.add(act);
  }
  void isOwnSide;
  for (const act of ORDER) if (found.has(act)) return act;
  if (draft.head?.lemma === 'tell' && clauses[0] !== undefined && isInfinitive(tree, clauses[0])) return 'demand';
  // "…, and we of course support it": where the tree has lost the clause, the words still stand side by side.
  for (const [i, word] of words.entries()) {
    if (!/^(?:we|i)$/iu.test(word.form) || !article.isQuoted(word.start)) continue;
    const verb = words
      .slice(i + 1, i + 5)
      .find(
        (w) =>
          (w.upos === 'VERB' && /^VB[PD]?$/u.test(w.xpos)) ||
          (w.upos === 'NOUN' && cueEntriesOf(tree, w) !== undefined && w.form === w.form.toLowerCase()),
      );
    const named = verb === undefined ? undefined : cueEntriesOf(tree, verb)?.find((e) => e.act !== null)?.act;
    if (
      verb !== undefined &&
      named !== undefined &&
      named !== null &&
      !isNegated(tree, verb) &&
      /^(?:accept|refuse|demand|accuse|praise|request)$/u.test(named)
    )
      return named;
  }
  const must = words.find((w) => /^(?:must|should|ought)$/iu.test(w.form) && w.upos === 'AUX');
  if (must !== undefined) return /^must$/iu.test(must.form) ? 'demand' : 'request';
  return tone(nearRoots(clauses, words, tree), draft, context);
}

/** Words that stand close to a main verb: what is far down in a phrase seldom sets the tone. */
function nearRoots(clauses: readonly Node[], words: readonly Node[], tree: TreeView): readonly Node[] {
  const depth = (node: Node): number => {
    let steps = 0;
    for (let at: Node | undefined = node; at !== undefined && steps <= 4; at = tree.head(at), steps++)
      if (clauses.includes(at)) return steps;
    return 9;
  };
  return words.filter((word) => depth(word) <= 3);
}

/** Where several clauses show different acts: the higher in the table of acts, except that what is owed comes before what is wished. */
const ORDER: readonly Act[] = ['threaten', 'offer', 'promise', 'demand', 'request', 'propose', 'accept', 'refuse', 'announce', 'retract', 'deny', 'accuse', 'criticise', 'praise', 'doubt', 'warn', 'predict']; // prettier-ignore

const FUTURE = /^(?:will|shall|[’']ll|wo|would|[’']d)$/iu;
const DUTY = /^(?:must|should|ought|shall|needs?|has|have|had)$/iu;

function ofClause(clause: Node, draft: StatementDraft, words: readonly Node[], context: ActContext): Act | null {
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
    ANNOUNCED.has(clause.lemma) &&
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
  void draft;
  return null;
}

const STATED = new Set<Act>(['promise', 'offer', 'threaten', 'demand', 'request', 'propose', 'accept', 'refuse', 'retract', 'deny', 'accuse', 'criticise', 'praise', 'doubt', 'warn', 'predict', 'announce']); // prettier-ignore
const ANNOUNCED = new Set(['appoint', 'approve', 'arrest', 'begin', 'build', 'close', 'cut', 'decide', 'deploy', 'dispatch', 'execute', 'finish', 'free', 'hire', 'impose', 'increase', 'launch', 'lift', 'open', 'order', 'pull', 'raise', 'recall', 'release', 'resign', 'restrict', 'seize', 'send', 'shoot', 'sign', 'start', 'stop', 'suspend', 'withdraw', 'complete', 'cancel', 'allocate']); // prettier-ignore

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

const SPOILING = new Set(['shatter', 'wipe', 'dash', 'damage', 'hurt', 'harm', 'ruin', 'spoil', 'derail', 'hamper']);
const STRONG_WRONGS = new Set([
  'assassinate',
  'betray',
  'cheat',
  'deceive',
  'lie',
  'massacre',
  'murder',
  'torture',
  'violate',
  'loot',
  'terrorise',
  'terrorize',
  'rig',
  'break',
]);

/** The tone of words where no clause shows an act. */
function tone(words: readonly Node[], draft: StatementDraft, { isOwnSide }: ActContext): Act {
  const lemmas = words.map((w) => w.lemma.toLowerCase());
  const count = (set: ReadonlySet<string>): number => lemmas.filter((l) => set.has(l)).length;
  const wrong = count(WRONG_NOUNS) + count(WRONG_ADJECTIVES) + count(STRONG_WRONGS);
  const bad = count(BAD_WORDS);
  const good = words.filter(
    (w, i) => GOOD_WORDS.has(w.lemma.toLowerCase()) && !/^(?:not|no|never|n[’']t)$/iu.test(words[i - 1]?.form ?? ''),
  ).length;
  void isOwnSide;
  const cue = draft.head?.lemma.toLowerCase() ?? '';
  if (wrong > 0 && wrong + bad > good) return 'accuse';
  if (/^(?:lament|regret|mock)$/u.test(cue)) return 'criticise';
  if (good > bad && good > 0) return 'praise';
  if (bad > 0 || count(SPOILING) > 0) return 'criticise';
  if (/^(?:predict|forecast|expect|hope)$/u.test(cue)) return 'predict';
  return /^(?:announce|declare|disclose|unveil)$/u.test(cue) ? 'announce' : 'assert';
}
