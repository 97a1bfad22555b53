import type { Node, TreeView } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { Article } from './article.js';
import { isInfinitive, isNegated } from './clauses.js';
import { BAD_WORDS, GOOD_WORDS, HARM_VERBS, WRONG_ADJECTIVES, WRONG_NOUNS, WRONG_VERBS } from './data/act-words.js'; // prettier-ignore
import { ofClause, type ActContext } from './act-of-clause.js';
import { cueEntriesOf } from './cue-entries.js';
import type { StatementDraft } from './statement-draft.js';

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

const NAMING = /^(?:call|describe|brand|dub|label|denounce)$/u;

const DONE =
  /^(?:announcement|arrival|decision|election|move|news|outcome|progress|release|result|return|statement|step|success|victory|visit|win|withdrawal)$/u;

/** The act of what is said where the cue tells nothing: the first of these that one of its clauses shows. */
function fromContent(draft: StatementDraft, clauses: readonly Node[], context: ActContext): Act {
  const { article } = context;
  const { tree } = article;
  const words = draft.content.flatMap((span) => tree.within(span));
  // What somebody calls a thing is judged by its tone: to call it a promise promises nothing.
  if (NAMING.test(draft.head?.lemma ?? '') && !clauses.some((c) => c.upos === 'VERB'))
    return tone(nearRoots(clauses, words, tree), draft);
  const found = new Set<Act>();
  for (const clause of clauses) {
    const act = ofClause(clause, words, context);
    if (act !== null) found.add(act);
  }
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
  return tone(nearRoots(clauses, words, tree), draft);
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
function tone(words: readonly Node[], draft: StatementDraft): Act {
  const lemmas = words.map((w) => w.lemma.toLowerCase());
  const count = (set: ReadonlySet<string>): number => lemmas.filter((l) => set.has(l)).length;
  const wrong = count(WRONG_NOUNS) + count(WRONG_ADJECTIVES) + count(STRONG_WRONGS);
  const bad = count(BAD_WORDS);
  const good = words.filter(
    (w, i) => GOOD_WORDS.has(w.lemma.toLowerCase()) && !/^(?:not|no|never|n[’']t)$/iu.test(words[i - 1]?.form ?? ''),
  ).length;
  const cue = draft.head?.lemma.toLowerCase() ?? '';
  if (wrong > 0 && wrong + bad > good) return 'accuse';
  if (/^(?:lament|regret|mock)$/u.test(cue)) return 'criticise';
  if (good > bad && good > 0) return 'praise';
  if (bad > 0 || count(SPOILING) > 0) return 'criticise';
  if (/^(?:predict|forecast|expect|hope)$/u.test(cue)) return 'predict';
  return /^(?:announce|declare|disclose|unveil)$/u.test(cue) ? 'announce' : 'assert';
}
