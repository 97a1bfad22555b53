import type { Act } from '../reading/act.js';
import type { CommitmentKind } from '../reading/obligation.js';
import { DUE_NOUN, OUTCOME_OF_VERB, POINTERS, type Outcome } from './data/outcome-words.js';
import type { CommitmentItem, FactItem, StatementItem } from './items.js';
import { daysBetween, isDay, rangeOf } from './dates.js';
import { joinTerms, sharedWeight, weightOf, type Terms } from './terms.js';
import type { Sides } from './who.js';

/** What an item may tell of an undertaking. */
export type News = FactItem | StatementItem;

/** A commitment as its reports tell it, for matching later news against it. */
export interface Undertaking {
  readonly kind: CommitmentKind;
  readonly debtor: string | null;
  readonly creditor: string | null;
  readonly terms: Terms;
  readonly condition: Terms;
  readonly negative: boolean;
  /** Every due day that a report gives. */
  readonly dues: readonly string[];
  /** The first day on which it can have been made, and the day of the first article that reports it. */
  readonly made: string;
  readonly published: string;
  /** Articles that report its making. */
  readonly documents: ReadonlySet<string>;
}

export function undertakingOf(items: readonly CommitmentItem[]): Undertaking {
  const first = items[0] as CommitmentItem;
  const known = <T>(pick: (item: CommitmentItem) => T | null): T | null => {
    for (const item of items) if (pick(item) !== null) return pick(item);
    return null;
  };
  const made = items.flatMap((item) => (isDay(item.made) ? item.made : [])).sort()[0];
  return {
    kind: first.of,
    debtor: known((item) => item.debtor),
    creditor: known((item) => item.creditor),
    terms: joinTerms(items.map((item) => item.terms)),
    condition: joinTerms(items.map((item) => item.condition)),
    negative: first.negative,
    dues: [...new Set(items.flatMap((item) => item.due ?? []))].sort(),
    made: made ?? first.published,
    published: first.published,
    documents: new Set(items.map((item) => item.document)),
  };
}

/** How news bears on an undertaking, and how surely; the best one of all undertakings counts. */
export interface Bearing {
  readonly outcome: Outcome | 'condition';
  readonly score: number;
}

/** Days after which news is no longer put with an undertaking. */
const LONGEST = 400;

/** Acts by which a statement may bear on an undertaking, or deny what is told: any other one says nothing of what became of it. */
const REPLIES: ReadonlySet<Act> = new Set(['accept', 'deny', 'refuse', 'retract']);
export const isReply = (item: { readonly kind: string; readonly act?: Act }): boolean =>
  item.kind === 'statement' && item.act !== undefined && REPLIES.has(item.act);

/** Whether news names an undertaking by a noun ("the offer", "the deadline") or a day, beside what its words share with it. */
export const pointsAtMatter = (news: News): boolean =>
  (news.kind === 'fact' && news.days.length > 0) ||
  DUE_NOUN.test(news.text) ||
  Object.values(POINTERS).some((pointer) => pointer.test(news.text));

/** What an item says by its verb or act, whatever it speaks of. */
export function outcomeOf(news: News): Outcome {
  if (news.kind === 'statement') {
    if (news.act === 'accept') return 'accepted';
    if (news.act === 'refuse') return 'refused';
    if (news.act === 'deny') return 'denied';
    if (news.act === 'retract') return 'withdrawn';
    return 'done';
  }
  const named = OUTCOME_OF_VERB.get(news.verb);
  if (named !== undefined) return named;
  return news.negated ? 'undone' : 'done';
}

/** Whether and how news bears on an undertaking; null where it does not. */
export function bearingOf(c: Undertaking, news: News, who: Sides): Bearing | null {
  if (daysBetween(c.published, news.published) < 0 || daysBetween(c.published, news.published) > LONGEST) return null;
  const when = rangeOf(news.kind === 'fact' ? news.when : news.said);
  if (when !== null && when.last < c.made) return null;
  const actors = news.kind === 'fact' ? news.agents : [news.speaker];
  const debtor = who.anySameSide(actors, [c.debtor]);
  const creditor = who.anySameSide(actors, [c.creditor]);
  const unknown = actors.every((actor) => actor === null) || c.debtor === null;
  const shared = sharedWeight(news.terms, c.terms);
  const share = shared / Math.max(1, weightOf(c.terms));
  const pointed = POINTERS[c.kind].test(news.text);
  const sameArticle = c.documents.has(news.document);
  const base =
    shared +
    (pointed ? 1 : 0) +
    (debtor || creditor ? 0.5 : 0) +
    (sameArticle ? 0.3 : 0) -
    daysBetween(c.published, news.published) / 200;
  const score = (outcome: Bearing['outcome'], enough: boolean, bonus = 0): Bearing | null =>
    enough ? { outcome, score: base + bonus } : null;
  const meant = shared >= 1.3 && share >= 0.3;
  const told = outcomeOf(news);
  if (news.kind === 'statement') {
    switch (told) {
      case 'accepted':
        return score(
          'accepted',
          (c.kind === 'offer' || (c.kind === 'demand' && debtor)) && !(debtor && c.kind === 'offer') && (meant || pointed),
        );
      case 'refused':
        if (c.kind === 'offer') return score('refused', !debtor && (meant || pointed));
        return score('refused', c.kind === 'demand' && debtor && (meant || pointed));
      case 'denied':
        return score('denied', (c.kind === 'promise' || c.kind === 'agreement') && debtor && meant, 0.5);
      case 'withdrawn':
        return score('withdrawn', debtor && (meant || pointed));
      default:
        return null;
    }
  }
  const due = DUE_NOUN.test(news.text);
  switch (told) {
    case 'passed': {
      const sameDay = news.days.some((d) => c.dues.some((x) => x === d.day));
      const names = pointed || due;
      const late = c.dues.some((x) => isDay(x) && x <= news.published);
      return score(
        'passed',
        c.dues.length > 0 && late && ((names && (shared >= 0.6 || debtor || creditor)) || sameDay),
        sameDay ? 1 : 0,
      );
    }
    case 'moved':
      return news.days.length > 0 && !news.negated && !sameArticle
        ? score('moved', c.dues.length > 0 && (meant || (due && (creditor || shared >= 0.6))))
        : null;
    case 'broken':
      return pointed && !news.negated
        ? score('broken', (c.kind === 'promise' || c.kind === 'agreement') && (shared >= 1 || debtor))
        : null;
    case 'kept':
      if (pointed) return score(news.negated ? 'undone' : 'kept', debtor && (shared >= 0.8 || c.kind === 'threat'));
      break;
    case 'withdrawn':
      if (pointed || meant) {
        const own = c.kind === 'demand' ? creditor : debtor;
        const gone = score('withdrawn', own && pointed && !news.negated && shared >= 0.6);
        if (gone !== null) return gone;
      }
      break;
    case 'accepted':
      return news.negated
        ? null
        : score(
            'accepted',
            c.kind === 'offer' && !debtor && (creditor || c.creditor === null) && (meant || (pointed && shared >= 0.5)),
          );
    case 'refused':
      if (c.kind === 'offer') return score('refused', !debtor && (meant || (pointed && shared >= 0.5)));
      return score('refused', c.kind === 'demand' && debtor && meant);
    default:
  }
  // What was owed came about, or did not.
  const by = debtor || unknown || actors.length === 0;
  const whole = shared >= 1.5 && share >= 0.45;
  if (whole && by && !sameTelling(c, news)) {
    if (news.negated) return c.negative ? null : score('undone', c.dues.length > 0 && debtor);
    return score('done', true, debtor ? 0.5 : 0);
  }
  return conditionMet(c, news, base);
}

/** What a condition names came true. */
function conditionMet(c: Undertaking, news: FactItem, base: number): Bearing | null {
  const of = weightOf(c.condition);
  if (of === 0 || news.negated || c.documents.has(news.document)) return null;
  const shared = sharedWeight(news.terms, c.condition);
  return shared >= 1.5 && shared / of >= 0.5 ? { outcome: 'condition', score: base + shared } : null;
}

/** A clause of the article that tells of the undertaking itself tells nothing of what became of it. */
const sameTelling = (c: Undertaking, news: News): boolean => c.documents.has(news.document);
