import type { Span } from '../document/span.js';
import type { ActorDraft } from './actor.js';
import type { Article } from './article.js';
import type { ReadCommitment } from './commitments.js';
import { sameMatter, stems } from './matter.js';
import type { CommitmentKind, CommitmentState } from './obligation.js';
import type { ReadStatement } from './read-statements.js';
import { hull } from './spans.js';

/** "the demand", "their offer": a noun alone that names the kind of commitment. */
const pointsAt = (text: string, { kind }: ReadCommitment): boolean =>
  new RegExp(`^(?:the|this|that|their|its|his|her) (?:\\p{L}+ )?(?:${KIND_NOUNS[kind]})s?$`, 'iu').test(text.trim());

const KIND_NOUNS: Readonly<Record<CommitmentKind, string>> = {
  promise: 'promise|pledge',
  offer: 'offer|proposal|invitation',
  threat: 'threat',
  demand: 'demand|ultimatum|deadline|request|call',
  agreement: 'agreement|deal|pact|accord',
};

/** The state that the article itself gives: refused by the other side, denied, left undone, past its day. */
export function withStates(
  article: Article,
  commitments: readonly ReadCommitment[],
  statements: readonly ReadStatement[],
): readonly ReadCommitment[] {
  const texts = statements.map(({ draft }) => draft.content.map((span) => article.words(span)).join(' '));
  const matters = texts.map(stems);
  return commitments.map((commitment) => {
    const words =
      commitment.consequent.map((span) => article.words(span)).join(' ') +
      ' ' +
      commitment.antecedent.map((span) => article.words(span)).join(' ');
    const place = hull(commitment.consequent);
    if (place === null) return commitment;
    const side = (actor: ActorDraft | null): readonly (ActorDraft | null)[] =>
      actor === null ? [] : [actor, actor.actsFor].filter((a) => a !== null);
    const own = side(commitment.debtor);
    const matter = stems(words);
    for (const [i, statement] of statements.entries()) {
      if (!/^(?:refuse|deny|accuse)$/u.test(statement.act) || commitment.evidence.includes(statement.id)) continue;
      const text = texts[i] as string;
      if (!sameMatter(matter, matters[i] as ReadonlySet<string>) && !pointsAt(text, commitment)) continue;
      const speaker = side(statement.speaker);
      const other = speaker.length > 0 && !speaker.some((a) => own.includes(a));
      if (
        statement.act === 'refuse' &&
        (commitment.kind === 'offer' || commitment.kind === 'demand' || commitment.kind === 'agreement') &&
        (commitment.kind === 'demand' ? !other || own.length === 0 : other)
      ) {
        return { ...commitment, state: 'rejected', evidence: [...commitment.evidence, statement.id] };
      }
      if (
        statement.act === 'deny' &&
        (closeMatter(matter, matters[i] as ReadonlySet<string>) || (matter.size <= 2 && !other)) &&
        (commitment.kind === 'agreement' || commitment.kind === 'promise')
      ) {
        return { ...commitment, state: 'disputed', evidence: [...commitment.evidence, statement.id] };
      }
      if (
        statement.act === 'accuse' &&
        commitment.kind === 'promise' &&
        other &&
        /\b(?:never did|not kept|broke|broken|breach|failed|unfulfilled|violat)/iu.test(text)
      ) {
        return { ...commitment, state: 'violated', evidence: [...commitment.evidence, statement.id] };
      }
    }
    const broken = brokenBy(article, commitment, statements);
    if (broken !== null) return { ...commitment, state: 'violated', evidence: [...commitment.evidence, broken] };
    const passed = passedIn(article, commitment);
    if (passed !== null) {
      const state: CommitmentState = commitment.kind === 'promise' || commitment.kind === 'agreement' ? 'violated' : 'expired';
      // The article may name the day that passed: then that was the day.
      const on = article.timesIn(passed).find((time) => time.earliest !== null && time.earliest === time.latest);
      return { ...commitment, state, due: on?.earliest ?? commitment.due, evidence: [...commitment.evidence, passed] };
    }
    const published = article.published?.toString() ?? '';
    if (commitment.due !== null && commitment.due.length === 10 && commitment.due < published) {
      const state: CommitmentState = commitment.kind === 'promise' || commitment.kind === 'agreement' ? 'violated' : 'expired';
      return { ...commitment, state, inferred: { ...commitment.inferred, state: `its day passed before ${published}` } };
    }
    return commitment;
  });
}

/** Whether two texts share most of what the shorter one is about. */
function closeMatter(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  const shared = [...x].filter((s) => y.has(s)).length;
  return shared >= 2 && shared >= 0.4 * Math.min(x.size, y.size);
}

/** "recalled how they had agreed to pay, but that they never did": the statement that reports a promise and says that it was not kept. */
function brokenBy(article: Article, { kind, evidence }: ReadCommitment, statements: readonly ReadStatement[]): string | null {
  if (kind !== 'promise' && kind !== 'agreement') return null;
  for (const inner of statements) {
    if (!evidence.includes(inner.id) || inner.within === null) continue;
    const outer = statements.find((s) => s.id === inner.within);
    const end = Math.max(...inner.draft.content.map((span) => span.end));
    const rest = (outer?.draft.content ?? [])
      .filter((span) => span.end > end)
      .map((span) => article.text.slice(Math.max(end, span.start), span.end))
      .join(' ');
    if (/\b(?:but|yet)\b.{0,40}\b(?:never|not|failed)\b|\bn[’']t\b/iu.test(rest)) return outer?.id ?? null;
  }
  return null;
}

/** "That deadline passed on Friday with no progress": the sentence by which the article says that a day went by. */
function passedIn(article: Article, commitment: ReadCommitment): Span | null {
  if (commitment.due === null) return null;
  const place = hull(commitment.consequent) as Span;
  const { tree } = article;
  for (const sentence of tree.sentences) {
    if (sentence.start < place.start || article.paragraphAt(sentence.start) - article.paragraphAt(place.start) > 2) continue;
    const text = article.text.slice(sentence.start, sentence.end);
    if (/\b(?:deadline|ultimatum|day|date)\b[^.]{0,40}\b(?:passed|expired|lapsed|went by|came and went)\b/iu.test(text))
      return { start: sentence.start, end: sentence.end };
  }
  return null;
}
