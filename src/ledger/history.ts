import type { CommitmentKind, CommitmentState } from '../reading/obligation.js';
import type { Outcome } from './data/outcome-words.js';
import { daysBetween, isDay, rangeOf } from './dates.js';
import type { CommitmentItem } from './items.js';
import type { News } from './outcomes.js';
import { byPlace } from './places.js';
import type { CommitmentStep } from './record.js';

/** News of a commitment, as it was put with it. */
export interface Development {
  readonly news: News;
  readonly outcome: Outcome | 'condition';
}

type Step = Omit<CommitmentStep, 'inferred'> & { readonly inferred: string | null };

/** States after which only a new term or a quarrel changes anything. */
const ENDED: ReadonlySet<CommitmentState> = new Set(['satisfied', 'violated', 'expired', 'rejected', 'cancelled']);

/** Whether a due day that passes makes a commitment violated (a promise, an agreement) or expired (a demand, an offer, a threat). */
export const afterDue = (kind: CommitmentKind): CommitmentState =>
  kind === 'promise' || kind === 'agreement' ? 'violated' : 'expired';

/**
 * The life of a commitment, from its reports and the news that bears on it, in order of the days on which things came about; what only tells
 * the same again is no step. Nothing is inferred from silence here: that depends on the day asked for, see `asOf`.
 */
export function historyOf(items: readonly CommitmentItem[], developments: readonly Development[]): readonly CommitmentStep[] {
  const made = [...items].sort(
    (a, b) => order(madeOn(a), madeOn(b)) || order(a.published, b.published) || byPlace(a.evidence, b.evidence),
  );
  const first = made[0] as CommitmentItem;
  const kind = first.of;
  const dues = made.filter((item) => item.due !== null && madeOn(item) === madeOn(first));
  const start: Step = {
    ...placeOf(first),
    on: first.made ?? first.published,
    state: first.conditionText !== null || kind === 'offer' || kind === 'threat' ? 'conditional' : 'active',
    due: dues[0]?.due ?? null,
    inferred: null,
  };
  const changes: Step[] = [];
  const seen = new Set([start.due]);
  for (const item of made.slice(1)) {
    if (item.due === null || seen.has(item.due)) continue;
    // A day that an earlier report gives is old news.
    seen.add(item.due);
    changes.push({ ...placeOf(item), on: item.made ?? item.published, state: start.state, due: item.due, inferred: null });
  }
  for (const item of made) {
    const ended = item.ended;
    if (ended !== null)
      changes.push({
        ...ended.evidence,
        on: ended.on ?? item.published,
        state: ended.state,
        due: null,
        published: item.published,
        inferred: null,
      });
  }
  for (const { news, outcome } of developments) {
    const step = stepOf(kind, first, news, outcome);
    if (step !== null) changes.push(step);
  }
  changes.sort(
    (a, b) =>
      order(firstDay(a.on), firstDay(b.on)) || RANK[a.state] - RANK[b.state] || order(a.published, b.published) || byPlace(a, b),
  );
  const out: Step[] = [start];
  for (const change of changes) {
    const now = out.at(-1) as Step;
    const moved = change.due !== null && change.due !== now.due;
    const due = change.due ?? now.due;
    if (moved) {
      // A term set after the last one ended begins anew.
      out.push({ ...change, state: ENDED.has(now.state) ? start.state : now.state, due });
      continue;
    }
    if (change.state === now.state || !follows(kind, now.state, change.state)) continue;
    const on = change.state === 'expired' && due !== null && isDay(due) && firstDay(change.on) >= due ? due : change.on;
    out.push({ ...change, on: passedOn(kind, change, due) ?? on, due });
  }
  return out;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const madeOn = (item: CommitmentItem): string => firstDay(item.made ?? item.published);
const firstDay = (date: string): string => rangeOf(date)?.first ?? date;
const placeOf = ({ evidence, published }: CommitmentItem): Pick<Step, 'document' | 'spans' | 'published'> => ({
  ...evidence,
  published,
});

/** Of two changes on one day, which comes first. */
const RANK: Readonly<Record<CommitmentState, number>> = { conditional: 0, active: 1, disputed: 2, rejected: 3, satisfied: 4, violated: 5, expired: 6, cancelled: 7 }; // prettier-ignore

function follows(kind: CommitmentKind, from: CommitmentState, to: CommitmentState): boolean {
  if (from === 'disputed') return false;
  if (to === 'active') return from === 'conditional';
  if (to === 'disputed') return from === 'active' || from === 'conditional';
  if (to === 'rejected') return from === 'conditional' || (kind === 'demand' && from === 'active');
  // A demand turned down still runs until its day.
  if (from === 'rejected') return kind === 'demand' && (to === 'satisfied' || to === 'expired');
  return !ENDED.has(from);
}

/** A due day that went by is the day on which it expired, whenever it was told. */
function passedOn(kind: CommitmentKind, change: Step, due: string | null): string | null {
  if (due === null || !isDay(due)) return null;
  return change.state === afterDue(kind) && change.inferred === 'due' ? due : null;
}

function stepOf(kind: CommitmentKind, first: CommitmentItem, news: News, outcome: Development['outcome']): Step | null {
  const on = dayOfNews(news);
  const step = (state: CommitmentState, due: string | null = null, inferred: string | null = null): Step => ({
    ...news.evidence,
    published: news.published,
    on,
    state,
    due,
    inferred,
  });
  switch (outcome) {
    case 'moved': {
      const due = newDue(news);
      return due === null ? null : step('active', due);
    }
    case 'passed':
      return step(afterDue(kind), null, 'due');
    case 'broken':
      return step('violated');
    case 'undone':
      return kind === 'threat' ? null : step(afterDue(kind), null, 'due');
    case 'kept':
      return step('satisfied');
    case 'done':
      return step(first.negative ? 'violated' : 'satisfied');
    case 'withdrawn':
      return step('cancelled');
    case 'accepted':
      return kind === 'offer' ? step('active') : null;
    case 'refused':
      return step('rejected');
    case 'denied':
      return step('disputed');
    case 'condition':
      return step('active');
  }
}

/** When what is told came about: its own day, else the day of the article. */
function dayOfNews(news: News): string {
  const own = news.kind === 'fact' ? news.when : news.said;
  if (own !== null && firstDay(own) <= news.published) return own;
  if (news.kind === 'fact') {
    const past = news.days
      .map((d) => d.day)
      .filter((d) => isDay(d) && d <= news.published && daysBetween(d, news.published) <= 10);
    if (past.length > 0) return past.at(-1) as string;
  }
  return news.published;
}

/** The day to which a term was moved: the one after "to" or "until", else the last one named. */
function newDue(news: News): string | null {
  if (news.kind !== 'fact') return null;
  const to = news.days.filter(({ before }) =>
    /\b(?:to|until|till|by)(?: (?:noon|midnight|the end|\p{L}+) (?:on|of))?\s*$/iu.test(before),
  );
  const day = to.at(-1)?.day ?? news.days.at(-1)?.day;
  return day === undefined ? null : (rangeOf(day)?.last ?? null);
}

/**
 * A history as the articles published by a day tell it, and what follows from silence by then: a due day that has passed makes a demand or
 * an offer expired and a promise or an agreement violated, marked as inferred.
 */
export function asOf(kind: CommitmentKind, history: readonly CommitmentStep[], day: string): readonly CommitmentStep[] {
  const known = history
    .filter((step) => step.published <= day)
    .map((step) => (step.inferred === 'due' ? { ...step, inferred: null } : step));
  const last = known.at(-1);
  if (last === undefined || last.due === null || ENDED.has(last.state) || last.state === 'disputed' || kind === 'threat')
    return known;
  const due = rangeOf(last.due)?.last ?? null;
  if (due === null || due >= day) return known;
  const silent: CommitmentStep = {
    ...last,
    on: due,
    state: afterDue(kind),
    inferred: `its day, ${due}, passed, and nothing that was read says that it was met`,
  };
  return [...known, silent];
}
