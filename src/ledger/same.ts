import type { Act } from '../reading/act.js';
import type { CommitmentKind } from '../reading/obligation.js';
import { dayOf, daysBetween, isDay, mayAgree, rangeOf } from './dates.js';
import type { CommitmentItem, EventItem, PositionItem, StatementItem } from './items.js';
import { covered, joinTerms, sharedWeight, sharesTwo, weightOf } from './terms.js';
import type { Sides } from './who.js';

/*
 * Whether two items of two articles (or of one) show one record. Each is a function of the two items alone, so that what is put together
 * does not depend on the order in which articles came; records are the connected components.
 */

/** Acts that a later article may take for each other when it looks back. */
const ACT_GROUPS: readonly (readonly Act[])[] = [
  ['promise', 'offer', 'announce', 'predict', 'accept', 'propose'],
  ['demand', 'request', 'propose', 'announce', 'assert'],
  ['refuse', 'deny', 'assert', 'criticise', 'retract'],
  ['threaten', 'warn', 'predict', 'announce'],
  ['accuse', 'criticise', 'assert', 'warn', 'doubt'],
  ['assert', 'announce', 'predict', 'praise', 'doubt', 'criticise', 'accept'],
];
export const mayBeSameAct = (a: Act, b: Act): boolean =>
  a === b || ACT_GROUPS.some((group) => group.includes(a) && group.includes(b));

/** Days between two reports of a statement or event beyond which nothing is put together. */
export const LONGEST = 120;

export function sameStatement(a: StatementItem, b: StatementItem, who: Sides): boolean {
  const apart = Math.abs(daysBetween(a.published, b.published));
  if (apart > LONGEST) return false;
  const inOne = a.document === b.document;
  if (inOne && (a.within === b.local || b.within === a.local)) return false;
  const sameSpeaker = a.speaker !== null && who.actor(a.speaker) === who.actor(b.speaker);
  const sameSide = who.sameSide(a.speaker, b.speaker);
  const words = sameWords(a.text, b.text) && sharesTwo(a.terms, b.terms);
  if (!sameSpeaker && !sameSide && !(words && (a.speaker === null || b.speaker === null))) return false;
  if (!mayAgree(a.said, b.said) || tooEarly(a, b) || tooEarly(b, a)) return false;
  if (words) return true;
  if (!mayBeSameAct(a.act, b.act)) return false;
  const shared = sharedWeight(a.terms, b.terms);
  const share = covered(a.terms, b.terms);
  const sameDay = isDay(a.said) && isDay(b.said);
  const strict = inOne ? 0.3 : 0;
  const bonus = (sameDay ? 0.15 : 0) + (a.act === b.act ? 0.1 : 0) + (sameSpeaker ? 0.05 : -0.1);
  return shared >= 1.8 && share + bonus >= 0.65 + strict;
}

/** What was said after an article appeared is not what it reports. */
const tooEarly = (a: { readonly published: string }, b: { readonly said: string | null }): boolean => {
  const said = rangeOf(b.said);
  return said !== null && said.first > dayOf(a.published);
};

/** Whether two texts have a run of five words in common, or are alike to the letter. */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [plainWords(a), plainWords(b)];
  if (x.length < 5 || y.length < 5) return x.length >= 3 && x.join(' ') === y.join(' ');
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= x.length; i++) runs.add(x.slice(i, i + RUN).join(' '));
  let common = 0;
  for (let i = 0; i + RUN <= y.length; i++) if (runs.has(y.slice(i, i + RUN).join(' '))) common++;
  return common > 0 && (common + RUN - 1) / Math.min(x.length, y.length) >= 0.5;
}

const RUN = 5;
const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .match(/[\p{L}\d]+(?:'[\p{L}]+)?/gu) ?? [];

export function sameEvent(a: EventItem, b: EventItem, who: Sides): boolean {
  if (!mayAgree(a.when, b.when)) return false;
  const known = isDay(a.when) && isDay(b.when);
  if (Math.abs(daysBetween(a.published, b.published)) > LONGEST) return false;
  if (after(a.when, b.published) || after(b.when, a.published)) return false;
  const agents = who.anySameSide(a.agents, b.agents);
  const patients = who.anySameSide(a.patients, b.patients);
  const shared = sharedWeight(a.terms, b.terms);
  const share = covered(a.terms, b.terms);
  const type = a.type === b.type;
  const bonus =
    (known ? 0.25 : 0) +
    (type ? 0.15 : -0.1) +
    (agents ? 0.1 : a.agents.length > 0 && b.agents.length > 0 ? -0.15 : 0) +
    (patients ? 0.05 : 0);
  return shared >= (known ? 1 : 1.6) && share + bonus >= 0.65;
}

const after = (date: string | null, published: string): boolean => {
  const range = rangeOf(date);
  return range !== null && range.first > dayOf(published);
};

const KIND_GROUPS: readonly (readonly CommitmentKind[])[] = [
  ['promise', 'agreement'],
  ['promise', 'offer'],
];
const mayBeSameKind = (a: CommitmentKind, b: CommitmentKind): boolean =>
  a === b || KIND_GROUPS.some((group) => group.includes(a) && group.includes(b));

/** The same for commitments, which live longer. */
export const LONGEST_OWED = 400;

export function sameCommitment(a: CommitmentItem, b: CommitmentItem, who: Sides): boolean {
  if (!mayBeSameKind(a.of, b.of)) return false;
  if (a.debtor !== null && b.debtor !== null && !who.sameSide(a.debtor, b.debtor)) return false;
  if (a.negative !== b.negative) return false;
  if (Math.abs(daysBetween(a.published, b.published)) > LONGEST_OWED) return false;
  const [x, y] = [joinTerms([a.terms, a.condition]), joinTerms([b.terms, b.condition])];
  const share = covered(x, y);
  const shared = sharedWeight(x, y);
  const sameDue = isDay(a.due) && a.due === b.due;
  // Two due days are two undertakings unless nearly all of the words are the same.
  if (
    a.due !== null &&
    b.due !== null &&
    a.due !== b.due &&
    a.of !== 'demand' &&
    shared < 0.45 * Math.max(weightOf(x), weightOf(y))
  )
    return false;
  // A demand made anew of the same side by the same side is the demand as before, with another day.
  const renewed =
    a.of === 'demand' && b.of === 'demand' && who.sameSide(a.debtor, b.debtor) && who.sameSide(a.creditor, b.creditor);
  const bonus =
    (sameDue ? 0.2 : 0) +
    (renewed ? 0.15 : 0) +
    (a.of === b.of ? 0.1 : 0) +
    (a.debtor !== null && b.debtor !== null ? 0.05 : -0.1);
  return shared >= (sameDue || (renewed && a.due !== null && b.due !== null) ? 0.9 : 1.8) && share + bonus >= 0.65;
}

/** Days within which positions of one side on one issue are one position. */
export const LONGEST_HELD = 800;

export const samePosition = (a: PositionItem, b: PositionItem, who: Sides): boolean =>
  who.sameSide(a.actor, b.actor) &&
  Math.abs(daysBetween(a.published, b.published)) <= LONGEST_HELD &&
  sharedWeight(a.terms, b.terms) >= 0.9 &&
  covered(a.terms, b.terms) >= 0.6;
