import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import { overlaps } from './spans.js';
import type { Article } from './article.js';
import { anchorOf, type StatementDraft } from './statement-draft.js';
import type { ActorDraft } from './actor.js';
import { directionAt } from '../time/tense.js';
import type { Timex } from '../time/timex.js';

/** When something was said: an EDTF value, and what it was taken from. */
export interface Said {
  readonly value: string;
  readonly from: 'own clause' | 'same speaker' | 'day of the news';
  readonly time: Timex;
}

/**
 * The day of every statement. Its own clause names it; a speaker who is quoted again without a day goes on with the day named before or
 * after; and where an article reports of one day, what is told in the simple past was said on it. What has no day keeps none.
 */
export function saidDays(
  article: Article,
  drafts: readonly StatementDraft[],
  speakers: readonly (ActorDraft | null)[],
): readonly (Said | null)[] {
  const own = drafts.map((draft) => ownTime(article, draft, drafts));
  const out: (Said | null)[] = own.map((time) =>
    time === null ? null : { value: time.edtf as string, from: 'own clause', time },
  );
  // First forward: a story goes on in the sentences that follow; then a day that a speaker's later sentence names.
  drafts.forEach((draft, i) => {
    if (out[i] !== null || !continuesStory(article, draft)) return;
    const speaker = speakers[i];
    for (let k = i - 1; k >= 0; k--) {
      const before = out[k];
      if (before === null || before === undefined) continue;
      const distance = article.paragraphAt(anchorOf(draft)) - article.paragraphAt(anchorOf(drafts[k] as StatementDraft));
      const same = speaker !== null && speaker !== undefined && speakers[k] === speaker;
      if (same && distance <= 6 && !namesLaterDay(article, draft, before.time)) out[i] = { ...before, from: 'same speaker' };
      if (same) break;
    }
  });
  drafts.forEach((draft, i) => {
    if (out[i] !== null || !continuesStory(article, draft)) return;
    const speaker = speakers[i];
    if (speaker === null || speaker === undefined) return;
    const later = drafts.findIndex(
      (other, k) =>
        k > i &&
        speakers[k] === speaker &&
        own[k] !== null &&
        article.paragraphAt(anchorOf(other)) - article.paragraphAt(anchorOf(draft)) <= 8,
    );
    const found = later < 0 ? null : out[later];
    if (found !== null && found !== undefined && isNear(article, found.time)) out[i] = { ...found, from: 'same speaker' };
  });
  const news = newsDay(article);
  drafts.forEach((draft, i) => {
    if (news !== null && out[i] === null && continuesStory(article, draft))
      out[i] = { value: news.edtf as string, from: 'day of the news', time: news };
  });
  return out;
}

/** "On Wednesday they accepted it, the minister said" does not go on with what was said on Monday. */
function namesLaterDay(article: Article, { head }: StatementDraft, day: Timex): boolean {
  if (head === null || article.published === null) return false;
  const { start, end } = article.tree.sentenceOf(head);
  const today = article.published.toString();
  return article.times.some(
    (time) =>
      time.start >= start &&
      time.start < end &&
      time.earliest !== null &&
      day.latest !== null &&
      isDated(time) &&
      time.earliest === time.latest &&
      time.earliest > day.latest &&
      time.earliest <= today,
  );
}

/** Share of an article's recent days that must be one day for it to be the day of the news. */
const AGREEMENT = 0.7;

/** The day on which nearly all takes place that an article reports: what is said without a day was said then. */
function newsDay(article: Article): Timex | null {
  const { tree } = article;
  const counts = new Map<string, Timex[]>();
  for (const time of article.times) {
    if (!isDated(time) || time.earliest !== time.latest || !isNear(article, time) || article.isQuoted(time.start)) continue;
    const node = tree.rootOf(time);
    if (
      node === undefined ||
      /^(?:nmod:poss|compound|amod|nummod|root)$/u.test(node.deprel) ||
      directionAt(tree, node) !== 'past'
    )
      continue;
    counts.set(time.latest as string, [...(counts.get(time.latest as string) ?? []), time]);
  }
  const all = [...counts.values()];
  const total = all.reduce((sum, list) => sum + list.length, 0);
  const most = all.sort((a, b) => b.length - a.length)[0];
  return most !== undefined && most.length >= total * AGREEMENT ? (most[0] as Timex) : null;
}

/** The last days before publication are the news; what lies further back is background, which later sentences do not date. */
function isNear(article: Article, time: Timex): boolean {
  if (article.published === null || time.latest === null) return false;
  return article.published.since(time.latest, { largestUnit: 'days' }).days <= 7;
}

/** "said" goes on with a story; "says", "has argued" and "regularly mentions" stand for themselves. */
function continuesStory(article: Article, { head }: StatementDraft): boolean {
  if (head === null) return true;
  const { tree } = article;
  if (head.upos !== 'VERB') return head.form.toLowerCase() !== 'according';
  const helpers = tree.children(head, 'aux');
  if (helpers.some((aux) => /^(?:has|have|had|[’']ve|is|are)$/iu.test(aux.form))) return false;
  if (/^(?:VBZ|VBP)$/u.test(head.xpos)) return false;
  return !tree
    .children(head, 'advmod')
    .some((adverb) =>
      /^(?:regularly|often|repeatedly|always|frequently|previously|earlier|long|consistently)$/iu.test(adverb.form),
    );
}

/** The time expression that says when the cue took place: in its clause, outside what is said. */
function ownTime(article: Article, draft: StatementDraft, all: readonly StatementDraft[]): Timex | null {
  const { head, content } = draft;
  if (head === null) return null;
  const { tree } = article;
  const sentence = tree.sentenceOf(head);
  const inContent = (time: Timex): boolean => content.some((span) => overlaps(span, time));
  // Nothing is said after the day of publication.
  const last = article.published?.toString() ?? '9999';
  const candidates = article.times.filter(
    (time) => isDated(time) && (time.earliest ?? '') <= last && overlaps(time, sentence) && !inContent(time),
  );
  // "said on Monday that …": right after the cue, whatever the tree hangs it on.
  const beside = candidates.find((time) =>
    draft.cue.some((cue) => /^\s+(?:(?:on|in|at|late|early|earlier)\s+){0,2}$/iu.test(article.text.slice(cue.end, time.start))),
  );
  return beside ?? candidates.find((time) => governs(article, head, time, all)) ?? null;
}

const isDated = (time: Timex): boolean => time.edtf !== null && (time.type === 'DATE' || time.type === 'TIME');

/** Whether a time hangs on the cue, on a verb above or beside it, or opens its sentence. */
function governs(article: Article, cue: Node, time: Timex, all: readonly StatementDraft[]): boolean {
  const { tree } = article;
  const node = tree.rootOf(time);
  if (node === undefined || /^(?:nmod:poss|compound|amod|nummod)$/u.test(node.deprel)) return false;
  // A time inside what another statement says belongs there.
  if (
    all.some(
      (other) =>
        other.head !== cue &&
        other.content.some((span) => overlaps(span, time)) &&
        !other.content.some((span) => overlaps(span, cue)),
    )
  )
    return false;
  let above: Node | undefined = tree.head(node);
  while (above !== undefined && above.upos !== 'VERB' && above.upos !== 'AUX') above = tree.head(above);
  if (above === undefined) return false;
  const chain: Node[] = [];
  for (let at: Node | undefined = cue; at !== undefined; at = tree.head(at)) chain.push(at);
  if (above === cue) return true;
  // The day of one statement is not that of another beside it, unless that one leads up to it: "In March, after they agreed, he said".
  if (
    all.some((other) => other.head === above) &&
    !chain.slice(0, chain.indexOf(above)).some((node) => node.deprel.startsWith('advcl'))
  )
    return false;
  const between = distance(cue, time);
  // "In March, after Kyiv agreed, Putin said": the time of the main verb holds for what is joined to it.
  return chain.includes(above) && !tree.children(above, 'mark').length && between.end - between.start < 220;
}

const distance = (cue: Node, time: Span): Span => ({ start: Math.min(cue.start, time.start), end: Math.max(cue.end, time.end) });
