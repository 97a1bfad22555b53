import { allusionTo } from './allusions.js';
import { order } from './clusters.js';
import { meets } from './gate.js';
import { daysBetween, isDay, mayAgree } from './dates.js';
import type { CommitmentItem, EventItem, FactItem, StatementItem } from './items.js';
import { bearingOf, pointsAtMatter, undertakingOf, type Bearing, type News } from './outcomes.js';
import { firstStart } from './places.js';
import { LONGEST } from './same.js';
import { covered, joinTerms, sharedWeight, sharesTwo } from './terms.js';
import type { Sides } from './who.js';

/*
 * How a later item bears on an earlier record. Every item is put with the one record on which it bears most; the score of a pair hangs on
 * the two alone, so that the choice does not depend on the order in which articles came.
 */

/** Of two records on which an item bears as much, the one that was reported first. */
export const tieOf = (first: {
  readonly published: string;
  readonly evidence: { readonly document: string; readonly spans: readonly (readonly [number, number])[] };
}): string => `${first.published}|${first.evidence.document}|${String(firstStart(first.evidence)).padStart(9, '0')}`;

export interface Scored {
  readonly score: number;
  readonly tie: string;
}

export const isBetter = (a: Scored, b: Scored | null): boolean =>
  b === null || a.score > b.score || (a.score === b.score && order(a.tie, b.tie) < 0);

/** How news bears on a commitment, by all its reports; null where it does not, or is itself what made it. */
export function bearingOn(reports: readonly CommitmentItem[], news: News, who: Sides): Bearing | null {
  if (reports.some((own) => shows(own, news))) return null;
  if (!reports.some((own) => mayBear(own, news, who))) return null;
  return bearingOf(undertakingOf(reports), news, who);
}

/** Two terms are the least that any bearing takes, where the news does not point at a matter. */
const mayBear = (own: CommitmentItem, news: News, who: Sides): boolean =>
  meets(own, news, (profile) => who.side(profile)) &&
  (own.document === news.document || pointsAtMatter(news) || sharesTwo(joinTerms([own.terms, own.condition]), news.terms));

/** The statement or clause that made a commitment is no news of it. */
const shows = (commitment: CommitmentItem, news: News): boolean =>
  commitment.document === news.document &&
  (news.kind === 'statement'
    ? commitment.shownBy[0] === news.local
    : commitment.evidence.spans.some(([a, b]) => news.evidence.spans.some(([c, d]) => a < d && c < b)));

/** How surely a clause alludes to a statement, by all its reports; 0 where it does not. */
export const alludes = (reports: readonly StatementItem[], fact: FactItem, who: Sides): number =>
  Math.max(0, ...reports.map((s) => (fact.chiefContext.some((term) => s.chief.includes(term)) ? allusionTo(s, fact, who) : 0)));

/** How surely a clause of another article tells of an event ("they had taken it on 17 July"); 0 where it does not. */
export function tellsOf(reports: readonly EventItem[], fact: FactItem, who: Sides): number {
  if (fact.negated || reports.some((e) => e.document === fact.document)) return 0;
  return Math.max(0, ...reports.map((e) => (meets(e, fact, (profile) => who.side(profile)) ? toldBy(e, fact, who) : 0)));
}

function toldBy(e: EventItem, fact: FactItem, who: Sides): number {
  if (!mayAgree(e.when, fact.when) || Math.abs(daysBetween(e.published, fact.published)) > LONGEST) return 0;
  const agents = who.anySameSide(e.agents, fact.agents);
  const patients = who.anySameSide(e.patients, fact.patients);
  const known = isDay(e.when) && isDay(fact.when);
  const shared = sharedWeight(e.terms, fact.terms);
  const share =
    covered(e.terms, fact.terms) +
    (agents ? 0.1 : e.agents.length > 0 && fact.agents.length > 0 ? -0.15 : 0) +
    (patients ? 0.05 : 0) +
    (known ? 0.2 : 0);
  return shared >= (known ? 1 : agents ? 1.3 : 1.8) && share >= 0.5 ? shared + (known ? 1 : 0) : 0;
}

/** How surely a statement denies what a clause tells: one side did it, says the clause; that side says that it did not. 0 where it does not. */
export function denies(denial: StatementItem, fact: FactItem, who: Sides): number {
  if (
    denial.act !== 'deny' ||
    fact.negated ||
    fact.published > denial.published ||
    !meets(denial, fact, (profile) => who.side(profile))
  )
    return 0;
  if (fact.document === denial.document && (fact.within === denial.local || overlap(fact, denial))) return 0;
  if (fact.agents.length > 0 && !who.anySameSide(fact.agents, [denial.speaker]) && fact.document !== denial.document) return 0;
  const shared = sharedWeight(fact.terms, denial.terms);
  return shared >= 1.3 && covered(fact.terms, denial.terms) >= 0.4 ? shared : 0;
}

const overlap = (a: News, b: News): boolean =>
  a.evidence.spans.some(([s, e]) => b.evidence.spans.some(([x, y]) => s < y && x < e));
