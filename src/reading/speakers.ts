import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { agentOf, caseOf } from './clauses.js';
import { contains } from './spans.js';
import { anchorOf, type StatementDraft } from './statement-draft.js';

export interface Speaker {
  readonly actor: ActorDraft | null;
  readonly inferredFrom: string | null;
}

const NOBODY: Speaker = { actor: null, inferredFrom: null };
/** Papers speak for those who issued them. */
const PAPERS =
  /^(?:statement|report|letter|communique|communiqué|tweet|post|message|document|text|declaration|release|note|readout|speech|interview|remark|comment|memo|email|filing)$/iu;
/** A speaker is remembered over this many paragraphs. */
const MEMORY = 3;

/** Who makes each statement: the actor behind its source, through pronouns, descriptions, papers, and quotations that go on. */
export function speakersOf(article: Article, actors: Actors, drafts: readonly StatementDraft[]): readonly Speaker[] {
  const out: Speaker[] = [];
  let last: ActorDraft | null = null;
  let lastParagraph = -10;
  let lastAt = -1;
  for (const draft of drafts) {
    const at = anchorOf(draft);
    const paragraph = article.paragraphAt(at);
    const nearer = subjectSince(article, actors, at, lastAt, paragraph);
    const before: ActorDraft | null = nearer ?? (paragraph - lastParagraph <= MEMORY ? last : null);
    const nested = drafts.some(
      (other) => other !== draft && other.content.some((span) => draft.cue[0] !== undefined && contains(span, draft.cue[0])),
    );
    const speaker = speakerOf(article, actors, draft, before);
    out.push(speaker);
    if (nested || isAside(article, draft)) continue;
    if (speaker.actor !== null) [last, lastParagraph, lastAt] = [speaker.actor, paragraph, at];
  }
  return out;
}

/** "something that he has suggested before": a remark in passing, after which the story goes on with its own speaker. */
function isAside(article: Article, { head }: StatementDraft): boolean {
  if (head === null || head.upos !== 'VERB') return false;
  const { tree } = article;
  if (head.deprel.startsWith('acl')) return true;
  return tree.children(head, 'advmod').some((adverb) => /^(?:previously|earlier|once|repeatedly|often)$/iu.test(adverb.form));
}

/** The person whom the sentences since the last statement, in the same paragraph, are about: their subject. */
function subjectSince(article: Article, actors: Actors, at: number, since: number, paragraph: number): ActorDraft | null {
  const { tree } = article;
  const from = Math.max(article.paragraphStart(paragraph), since + 1);
  const here = tree.at(at);
  if (here === undefined) return null;
  let found: ActorDraft | null = null;
  for (const sentence of tree.sentences) {
    if (sentence.start < from || sentence.end > at) continue;
    const root = tree.nodes.slice(sentence.firstWord, sentence.endWord).find((node) => node.head < 0);
    const subject = root === undefined ? undefined : tree.child(root, 'nsubj', 'nsubj:pass');
    if (subject === undefined || article.isQuoted(subject.start)) continue;
    const actor = subject.upos === 'PRON' ? null : (actors.lookup(subject)?.actor ?? null);
    if (actor !== null && actor.kind === 'person') found = actor;
  }
  return found;
}

function speakerOf(article: Article, actors: Actors, draft: StatementDraft, before: ActorDraft | null): Speaker {
  if (draft.by === 'continued') return before === null ? NOBODY : { actor: before, inferredFrom: 'speaker before' };
  const source = draft.source[0];
  if (source === undefined) return NOBODY;
  const subject = draft.subject ?? article.tree.rootOf(source);
  if (subject === undefined) return NOBODY;
  if (PAPERS.test(subject.lemma)) {
    const issuer = issuerOf(article, actors, subject);
    if (issuer !== null) return { actor: issuer, inferredFrom: 'description' };
    if (before !== null && !/^report$/iu.test(subject.lemma)) return { actor: before, inferredFrom: 'description' };
  }
  const person = onlyPerson(article, actors, source);
  if (person !== null) return { actor: actors.mentioned(person, source), inferredFrom: null };
  // "the spokesman, Zaw Min Tun": a name in the source, unless it stands in a phrase about somebody else.
  const found = actors.resolve(subject, before);
  if (found !== null) return { actor: found.actor, inferredFrom: found.inferredFrom };
  const named = actors.named(source);
  return named === null ? NOBODY : { actor: named, inferredFrom: null };
}

/** The one person whom a source names, unless somebody else speaks for that person: "the president's adviser", "a spokesman for Ann Lee". */
function onlyPerson(article: Article, actors: Actors, source: Span): ActorDraft | null {
  const { tree } = article;
  const found = new Set<ActorDraft>();
  for (const entity of article.entitiesIn(source)) {
    if (entity.type !== 'Person') continue;
    const root = tree.rootOf(entity);
    if (root === undefined || /^(?:nmod:poss|acl|nsubj:outer)/u.test(root.deprel)) continue;
    if (/^(?:of|for|to|with|by|against|from|on|about)$/u.test(caseOf(tree, root))) continue;
    // "who met Prime Minister Aldous": a person in a clause about the source.
    const clause = [...ancestors(article, root)].some(
      (node) => node.deprel.startsWith('acl') && node.start > source.start && node.end <= source.end,
    );
    const actor = clause ? null : actors.named(entity);
    if (actor !== null) found.add(actor);
  }
  return found.size === 1 ? ([...found][0] as ActorDraft) : null;
}

function* ancestors(article: Article, node: Node): Generator<Node> {
  for (let at: Node | undefined = node; at !== undefined; at = article.tree.head(at)) yield at;
}

/** "a statement released by the ministry", "the ministry's report". */
function issuerOf(article: Article, actors: Actors, paper: Node): ActorDraft | null {
  const { tree } = article;
  const nodes = [
    ...tree.children(paper, 'nmod:poss'),
    ...tree.children(paper, 'acl').flatMap((clause) => agentOf(tree, clause) ?? []),
    ...tree.children(paper, 'nmod').filter((n) => /^(?:by|from|of)$/u.test(caseOf(tree, n))),
    ...tree.children(paper, 'compound'),
  ];
  for (const node of nodes) {
    const actor = actors.resolve(node)?.actor;
    if (actor !== undefined) return actor;
  }
  return null;
}
