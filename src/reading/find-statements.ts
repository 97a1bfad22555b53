import type { Span } from '../document/span.js';
import type { Attribution } from '../language/annotation.js';
import type { Node } from '../language/tree-view.js';
import type { Article } from './article.js';
import { isNegated } from './clauses.js';
import { cueEntriesOf } from './cue-entries.js';
import { CUE_NOUNS, LIGHT_VERBS } from './data/cue-nouns.js';
import { SOFT_VERBS } from './data/cue-verbs.js';
import { contains, firstOf, hull, lengthOf, overlaps, overlapsAny, shared } from './spans.js';
import type { StatementDraft } from './statement-draft.js';
import { treeStatements } from './tree-statements.js';

/**
 * The statements of an article in order: what the encoder attributes and what the trees show, one of each where both see the same
 * cue, and quotations that go on after their cue.
 */
/** "unless the operator withdraws its plan": what somebody may say or do in a condition is not said. */
function isSupposed(article: Article, { head }: StatementDraft): boolean {
  if (head === null) return false;
  const { tree } = article;
  for (let node: Node | undefined = head; node !== undefined; node = tree.head(node)) {
    if (!node.deprel.startsWith('advcl')) continue;
    const above = tree.head(node)?.index ?? -1;
    const words = tree.nodes.slice(Math.min(above, node.index) + 1, node.index).concat(tree.children(node, 'mark'));
    if (words.some((word) => /^(?:if|unless)$/iu.test(word.form) && (word.head === node?.index || word.head === above)))
      return true;
  }
  return false;
}

export function findStatements(article: Article): readonly StatementDraft[] {
  const fromTree = treeStatements(article).filter((draft) => draft.clausal || !isSupposed(article, draft));
  const used = new Set<StatementDraft>();
  const out: StatementDraft[] = [];
  for (const whole of article.annotation.attributions) {
    const attribution = withinParagraph(article, whole);
    const twin = fromTree.find(
      (draft) =>
        !used.has(draft) &&
        attribution.cue.some((cue) => overlapsAny(draft.cue, cue)) &&
        (shared(draft.content, attribution.content) > 0 || draft.clausal || isStray(article, attribution)),
    );
    if (twin === undefined && isStray(article, attribution)) continue;
    if (twin !== undefined) used.add(twin);
    const merged = twin === undefined ? alone(article, attribution) : both(article, attribution, twin);
    if (merged !== null) out.push(merged);
  }
  for (const draft of fromTree) {
    if (used.has(draft) || out.some((other) => sameCue(other, draft) || sameContent(other, draft))) continue;
    out.push(draft);
  }
  const ordered = out.sort(
    (a, b) => firstOf([...a.source, ...a.cue, ...a.content]) - firstOf([...b.source, ...b.cue, ...b.content]),
  );
  return continued(article, ordered);
}

/** Content in another sentence than its cue, outside quotation marks. */
function isStray(article: Article, { cue, content }: Attribution): boolean {
  const node = cue[0] === undefined ? undefined : article.tree.at(cue[0].start);
  if (node === undefined) return false;
  const sentence = article.tree.sentenceOf(node);
  const near = (span: Span): boolean =>
    cue.some((c) => span.start - c.end <= 3 && c.start - span.end <= 40 && span.end > c.start - 40);
  return content.every((span) => !overlaps(span, sentence) && !article.isQuoted(span.start + 1) && !near(span));
}

/** A quotation in a later paragraph than its cue goes on with it: a statement of its own, without a cue. */
function withinParagraph(article: Article, attribution: Attribution): Attribution {
  const last = article.paragraphAt(firstOf(attribution.cue));
  const inParagraph = attribution.content.filter((span) => article.paragraphAt(span.start) <= last);
  // Of several stretches, one in another sentence and outside quotation marks is a slip.
  const own = inParagraph.filter((span) => !isStray(article, { ...attribution, content: [span] }));
  const content = own.length > 0 ? own : inParagraph;
  return content.length === 0 ? attribution : { ...attribution, content };
}

const sameCue = (a: StatementDraft, b: StatementDraft): boolean =>
  b.cue.some((cue) => overlapsAny(a.cue, cue)) && (a.by !== 'tree' || shared(a.content, b.content) > 0);

/** One content under two cues is one statement where a cue lies in the other's content or beside it ("issued a demand that"). */
const sameContent = (a: StatementDraft, b: StatementDraft): boolean =>
  shared(a.content, b.content) > 0.9 * Math.max(lengthOf(a.content), lengthOf(b.content)) && !reports(a, b) && !reports(b, a);

/** Whether one statement reports the other: its content holds the other's cue. */
const reports = (outer: StatementDraft, inner: StatementDraft): boolean =>
  inner.cue.some((cue) => outer.content.some((span) => contains(span, cue)));

/** What encoder and tree both find: the encoder's spans, as it learned where annotators draw the line, unless it lost most of the clause. */
function both(article: Article, attribution: Attribution, twin: StatementDraft): StatementDraft {
  const mine = lengthOf(attribution.content);
  const tree = lengthOf(twin.content);
  // What the encoder links from another sentence, outside quotation marks, to a cue with a clause of its own is a slip.
  const stray = shared(attribution.content, twin.content) === 0 && isStray(article, attribution);
  const lost = stray || (twin.clausal && shared(attribution.content, twin.content) >= 0.9 * mine && mine < 0.35 * tree);
  const content = lost ? twin.content : attribution.content;
  const source = attribution.source[0];
  const named = source === undefined || (twin.subject !== null && contains(source, twin.subject));
  const subject = named ? twin.subject : (article.tree.rootOf(source) ?? twin.subject);
  const { matter: own } = twin;
  const inside = own !== null && content.some((span) => contains(span, own));
  const matter = inside ? own : (article.tree.rootOf(content[0] as Span) ?? own);
  return {
    ...twin,
    source: attribution.source.length > 0 ? attribution.source : twin.source,
    cue: attribution.cue,
    content,
    matter,
    subject,
    by: 'both',
  };
}

/** An attribution that no tree confirms is kept where its cue is one of speech, or what it attributes is a clause or a quotation. */
function alone(article: Article, { source, cue, content }: Attribution): StatementDraft | null {
  const { tree } = article;
  const cueSpan = hull(cue);
  if (cueSpan === null) return null;
  if (source.some((span) => /^you$/iu.test(article.words(span)))) return null;
  const nodes = tree.within(cueSpan);
  const light = nodes.some((node) => node.upos === 'VERB' && LIGHT_VERBS.has(node.lemma.toLowerCase()))
    ? nodes.find((node, i) => i > 0 && Object.hasOwn(CUE_NOUNS, nounLemma(node)) && CUE_NOUNS[nounLemma(node)] !== null)
    : undefined;
  const head =
    light ??
    nodes.find((node) => node.upos === 'VERB' && cueEntriesOf(tree, node) !== undefined) ??
    nodes.find((node) => Object.hasOwn(CUE_NOUNS, node.lemma.toLowerCase())) ??
    tree.rootOf(cueSpan) ??
    null;
  const contentSpan = hull(content);
  const matter = contentSpan === null ? undefined : tree.rootOf(content[0] as Span);
  const quoted = content.some((span) => article.isQuoted(span.start + 1) && span.end - span.start > 20);
  const entries = head === null ? undefined : head.upos === 'VERB' ? cueEntriesOf(tree, head) : undefined;
  const strange = nodes.find(
    (node) => node.upos === 'VERB' && cueEntriesOf(tree, node) === undefined && !LIGHT_VERBS.has(node.lemma.toLowerCase()),
  );
  const noun =
    head !== null && strange === undefined && (light !== undefined || Object.hasOwn(CUE_NOUNS, head.lemma.toLowerCase()));
  const clausal =
    quoted ||
    (matter !== undefined &&
      (matter.upos === 'VERB' || matter.upos === 'AUX' || tree.child(matter, 'cop', 'nsubj') !== undefined));
  if (head !== null && isNegated(tree, head)) return null;
  if (
    !clausal &&
    entries !== undefined &&
    entries.every(({ frames }) => frames.every((frame) => frame === 'clause' || frame === 'quote'))
  )
    return null;
  if (!clausal && noun && nodes.length === 1) return null;
  if (
    !clausal &&
    head !== null &&
    head.upos === 'VERB' &&
    SOFT_VERBS.has(head.lemma.toLowerCase()) &&
    head.xpos === 'VBG' &&
    tree.child(head, 'aux') === undefined
  )
    return null;
  if (source.length === 0 && head !== null && /^(?:require|oblige)$/u.test(head.lemma)) return null;
  if (
    entries === undefined &&
    !noun &&
    !quoted &&
    head?.form.toLowerCase() !== 'according' &&
    !(
      clausal &&
      source.length > 0 &&
      (isSpeechLike(nodes) || /^(?:that|how|whether|why)\b/iu.test(article.text.slice(content[0]?.start)))
    )
  )
    return null;
  const subject = source[0] === undefined ? null : (tree.rootOf(source[0]) ?? null);
  const act =
    entries !== undefined
      ? (entries.find((e) => e.act !== null)?.act ?? null)
      : noun && head !== null
        ? (CUE_NOUNS[light === undefined ? head.lemma.toLowerCase() : nounLemma(light)] ?? null)
        : null;
  const frames = new Set(nodes.filter((node) => node !== head).map((node) => node.form.toLowerCase()));
  const framed = entries?.find((e) => e.act !== null && e.frames.some((frame) => frames.has(frame)))?.act;
  const neutral = framed === undefined && entries?.some((e) => e.act === null) === true;
  return {
    source,
    cue,
    content,
    head,
    subject,
    matter: matter ?? null,
    addressee: null,
    act: neutral ? null : (framed ?? act),
    by: 'encoder',
    clausal,
  };
}

/** The lemma of a noun even where it was taken for a verb: "doubts". */
const nounLemma = (node: Node): string => node.lemma.toLowerCase().replace(/s$/u, '');

/** A colon, a dash, or a word that is no verb of action: "Poll: …", "in the words of". */
const isSpeechLike = (nodes: readonly Node[]): boolean => nodes.every((node) => node.upos !== 'VERB');

/** A quotation of this many letters is a sentence, not a word in quotation marks. */
const SENTENCE = 25;

/** Quotations that no statement holds: those after a quoted statement in its paragraph go on with it, those of a paragraph of their own are statements without a cue. */
function continued(article: Article, statements: readonly StatementDraft[]): readonly StatementDraft[] {
  const out = [...statements];
  for (const quotation of article.annotation.quotations) {
    if (quotation.depth > 0 || quotation.end - quotation.start < SENTENCE) continue;
    const span = { start: quotation.start, end: quotation.end };
    if (out.some((s) => s.content.some((c) => overlaps(c, span)) || [...s.cue, ...s.source].some((c) => contains(c, span))))
      continue;
    const node = article.tree.rootOf(span);
    const first = article.text.slice(span.start).search(/\p{L}/u) + span.start;
    if (node === undefined || !/\p{Lu}/u.test(article.text[first] ?? '')) continue;
    const paragraph = article.paragraphAt(span.start);
    const before = out
      .filter((s) => s.content.some((c) => c.end <= span.start))
      .sort((a, b) => (hull(a.content)?.end ?? 0) - (hull(b.content)?.end ?? 0))
      .at(-1);
    if (before === undefined) continue;
    const last = hull([...before.content, ...before.cue, ...before.source]) as Span;
    const quotedBefore = before.content.some((c) => article.isQuoted(c.start + 1));
    if (article.paragraphAt(last.end - 1) === paragraph && quotedBefore && before.cue.length > 0) {
      // “…,” she said. “…”: one statement.
      out[out.indexOf(before)] = { ...before, content: [...before.content, span] };
      continue;
    }
    const whole = article.text.slice(article.paragraphStart(paragraph), span.start).trim() === '';
    if (whole && article.paragraphAt(last.end - 1) >= paragraph - 1) {
      out.push({
        source: [],
        cue: [],
        content: [span],
        head: null,
        subject: null,
        matter: node,
        addressee: null,
        act: null,
        by: 'continued',
        clausal: true,
      });
    }
  }
  return out.sort((a, b) => firstOf([...a.source, ...a.cue, ...a.content]) - firstOf([...b.source, ...b.cue, ...b.content]));
}
