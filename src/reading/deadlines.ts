import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import { dueOf, findDeadlines, type DeadlinePhrase } from '../time/deadline.js';
import { day, type Day } from '../time/period.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { agentOf, caseOf, contiguous, spanOf, subjectOf } from './clauses.js';
import type { Obligation } from './obligation.js';
import { RULES, termsOf, type Terms } from './deadline-terms.js';
import type { ReadStatement } from './read-statements.js';
import { contains, lengthOf, overlaps } from './spans.js';

/** Commitments with a day by which somebody has to act. What was so until a day, lasts for days or is on the calendar is none. */
export function deadlineObligations(
  article: Article,
  actors: Actors,
  statements: readonly ReadStatement[],
): readonly Obligation[] {
  if (article.published === null) return [];
  const out: Obligation[] = [];
  for (const phrase of findDeadlines(article.tree, article.times)) {
    const terms = termsOf(article, phrase);
    if (terms === null) continue;
    const outer = holderOf(phrase, statements);
    const said = saidOf(article, phrase, terms, outer, article.published);
    const past = isPast(article, terms) && phrase.relation === 'until' ? { ...phrase, relation: 'passed' as const } : phrase;
    const moved = movedTo(article, phrase);
    const due = dueOf(moved ?? past, said, article.published, runsFrom(article, phrase));
    if (due === null) continue;
    const { debtor, creditor } = parties(article, actors, terms, outer, phrase);
    out.push({
      kind: terms.kind,
      debtor,
      creditor,
      consequent: actSpans(article, terms.act, phrase, terms.addressee),
      evidence: [phrase, ...(moved === null ? [] : [moved])].map(({ start, end }) => ({ start, end })),
      due: due.due,
      made: said.toString(),
      node: terms.act,
    });
  }
  return out;
}

/** The statement whose content holds a phrase, the innermost one. */
function holderOf(phrase: Span, statements: readonly ReadStatement[]): ReadStatement | null {
  const all = statements.filter(({ draft }) => draft.content.some((span) => overlaps(span, phrase)));
  const holders = all.some((s) => s.draft.head?.form.toLowerCase() !== 'according')
    ? all.filter((s) => s.draft.head?.form.toLowerCase() !== 'according')
    : all;
  return holders.sort((a, b) => lengthOf(a.draft.content) - lengthOf(b.draft.content))[0] ?? null;
}

/** "had told them to hand him over by 10 August": set and due before the article. */
const isPast = (article: Article, { verb }: Terms): boolean =>
  verb !== null && article.tree.children(verb, 'aux').some((aux) => /^(?:had|[’']d)$/iu.test(aux.form));

/** The day a deadline was set on: that of the verb that sets it, of the statement around it, or of publication. */
function saidOf(article: Article, phrase: DeadlinePhrase, terms: Terms, outer: ReadStatement | null, published: Day): Day {
  const { tree } = article;
  const sentence = tree.sentenceOf(phrase.node);
  const near = article.times.filter(
    (t) =>
      t !== phrase.time &&
      overlaps(t, sentence) &&
      t.earliest !== null &&
      t.earliest === t.latest &&
      !overlaps(t, phrase) &&
      t.earliest <= published.toString(),
  );
  const delivered = phrase.noun === null ? [] : tree.children(phrase.noun, 'acl');
  const verbs = [terms.verb, outer?.draft.head ?? null, ...delivered].filter((v) => v !== null);
  for (const time of near) {
    const node = tree.rootOf(time);
    const head = node === undefined ? undefined : tree.head(node);
    if (
      head !== undefined &&
      verbs.some((verb) => verb === head || tree.isUnder(head, verb) || tree.isUnder(verb, head)) &&
      !overlapsAct(article, time, terms.act)
    )
      return day(time.earliest as string);
  }
  if (outer?.said?.value !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(outer.said.value)) return day(outer.said.value);
  const only = near.filter((t) => !overlapsAct(article, t, terms.act));
  const first = only[0];
  return only.length === 1 && first !== undefined && published.since(first.earliest as string, { largestUnit: 'days' }).days <= 7
    ? day(first.earliest as string)
    : published;
}

const overlapsAct = (article: Article, time: Span, act: Node): boolean =>
  contiguous(article.tree.subtree(act), act).some((node) => overlaps(node, time));

/**
 * "gave them two more weeks, moving the deadline from Friday to 4 April": more time runs from the day that it was due before, not from when it
 * was said, so the day that the sentence gives is the one.
 */
function movedTo(article: Article, phrase: DeadlinePhrase): DeadlinePhrase | null {
  if (phrase.time.type !== 'DURATION' || !MORE.test(article.text.slice(phrase.start, phrase.end + 7))) return null;
  const sentence = article.tree.sentenceOf(phrase.node);
  for (const time of article.times) {
    if (time.type !== 'DATE' || time.start < phrase.end || time.end > sentence.end || time.earliest === null) continue;
    const to = /\b(?:to|until|till)\s+(?:the\s+)?$/iu.exec(article.text.slice(Math.max(0, time.start - 12), time.start));
    const node = article.tree.rootOf(time);
    if (to !== null && node !== undefined)
      return { ...phrase, time, node, noun: null, relation: 'until', start: time.start - to[0].length, end: time.end };
  }
  return null;
}

const MORE = /\b(?:more|another|additional|further|extra|longer)\b/iu;

/** "within 30 days of the signing on 5 June": the day from which a length runs. */
function runsFrom(article: Article, phrase: DeadlinePhrase): Day | null {
  const after = article.text.slice(phrase.time.end, phrase.time.end + 80);
  const of = /^\s+(?:of|after|from|following)\s+/iu.exec(after);
  if (of === null) return null;
  const at = phrase.time.end + of[0].length;
  const named = article.times.find(
    (t) =>
      t.start >= at &&
      t.start - at < 60 &&
      t.earliest !== null &&
      t.earliest === t.latest &&
      !/[.;]/u.test(article.text.slice(at, t.start)),
  );
  if (named !== undefined) return day(named.earliest as string);
  if (/^(?:that|this|the) (?:date|day)/iu.test(article.text.slice(at))) {
    const before = article.times.filter((t) => t.end < phrase.start && t.earliest !== null && t.earliest === t.latest).at(-1);
    return before === undefined ? null : day(before.earliest as string);
  }
  return null;
}

function parties(
  article: Article,
  actors: Actors,
  terms: Terms,
  outer: ReadStatement | null,
  phrase: DeadlinePhrase,
): { readonly debtor: ActorDraft | null; readonly creditor: ActorDraft | null } {
  const told = outer?.to[0] ?? null;
  const whom = (node: Node | null, before: ActorDraft | null): ActorDraft | null => {
    if (node === null) return null;
    if (/^(?:we|i|us)$/iu.test(node.form)) return outer?.speaker ?? null;
    const found = actors.resolve(node, before)?.actor ?? null;
    // "They have until Friday", said to parliament: a pronoun means no audience but another side named before.
    if (found !== null && node.upos === 'PRON' && VENUE.test(found.name))
      return actors.stateBefore(node.start, outer?.speaker ?? null);
    return found;
  };
  const debtor = whom(terms.addressee, told) ?? (terms.own ? (outer?.speaker ?? null) : (outer?.to[0] ?? null));
  if (terms.own) return { debtor, creditor: outer?.to.find((actor) => actor !== debtor) ?? null };
  const setter =
    terms.setter === null
      ? null
      : RULES.test(terms.setter.lemma)
        ? issuerOf(article, actors, terms.setter)
        : whom(terms.setter, outer?.speaker ?? null);
  const creditor = setter ?? (terms.setter === null ? ruleMaker(article, actors, phrase) : null) ?? speaking(outer, debtor);
  return { debtor, creditor: creditor === debtor ? null : creditor };
}

const VENUE =
  /\b(?:parliament|reporters|journalists|lawmakers|press|crowd|rally|supporters|workers|conference|congress|assembly|audience|media|television|radio|news|interview)\b/iu;

/** The speaker sets what is set in his words; a paper that only shows it does not. */
function speaking(outer: ReadStatement | null, debtor: ActorDraft | null): ActorDraft | null {
  if (outer === null || outer.speaker === null || outer.speaker === debtor) return null;
  const word = outer.draft.subject?.lemma.toLowerCase() ?? '';
  return RULES.test(word) ||
    /^(?:cable|document|report|letter|transcript|newspaper|diplomat)$/u.test(word) ||
    outer.draft.head?.form.toLowerCase() === 'according'
    ? null
    : outer.speaker;
}

/** "an order under which", "a ruling handed down by the judge": who made the rule that the sentence names. */
function ruleMaker(article: Article, actors: Actors, phrase: DeadlinePhrase): ActorDraft | null {
  const { tree } = article;
  const here = tree.sentenceIndex(phrase.node);
  for (const index of [here, here - 1]) {
    const sentence = tree.sentences[index];
    if (sentence === undefined || (index !== here && article.paragraphAt(sentence.start) !== article.paragraphAt(phrase.start)))
      continue;
    const rule = tree.nodes
      .slice(sentence.firstWord, sentence.endWord)
      .find((node) => RULES.test(node.lemma) && node.upos === 'NOUN');
    if (rule === undefined) continue;
    const found = issuerOf(article, actors, rule);
    if (found !== null) return found;
  }
  return null;
}

function issuerOf(article: Article, actors: Actors, rule: Node): ActorDraft | null {
  const { tree } = article;
  const head = tree.head(rule);
  const signer =
    head !== undefined && /^(?:sign|issue|hand|publish|make|deliver|send|adopt)$/u.test(head.lemma) && rule.deprel === 'obj'
      ? subjectOf(tree, head)
      : undefined;
  const nodes = [
    tree.child(rule, 'nmod:poss'),
    ...tree.children(rule, 'acl').map((clause) => agentOf(tree, clause)),
    ...tree.children(rule, 'nmod').filter((n) => /^(?:by|from)$/u.test(caseOf(tree, n))),
    signer,
  ];
  for (const node of nodes) {
    const actor = node === undefined ? undefined : actors.resolve(node)?.actor;
    if (actor !== undefined) return actor;
  }
  return null;
}

/** What is to be done, without the time and without the one who is to do it. */
function actSpans(article: Article, act: Node, phrase: DeadlinePhrase, addressee: Node | null): readonly Span[] {
  const { tree } = article;
  const nodes = tree
    .subtree(
      act,
      (child) =>
        child === addressee || (child.head === act.index && /^(?:nsubj|mark|aux|cop|punct|parataxis|cc)/u.test(child.deprel)),
    )
    .filter((node) => !overlaps(node, phrase) && node.index >= act.index - 3);
  const run = contiguous(nodes, act);
  const span = run.length === 0 ? { start: act.start, end: act.end } : spanOf(run);
  return [contains(phrase, span) ? { start: act.start, end: act.end } : span];
}
