import { ALLUSIONS, POINTERS } from './data/outcome-words.js';
import { daysBetween, mayAgree } from './dates.js';
import type { FactItem, StatementItem } from './items.js';
import { sharedWeight } from './terms.js';
import type { Sides } from './who.js';

/** Days after which an allusion is no longer put with what it alludes to. */
const LONGEST = 200;

/** How surely a clause of a later article alludes to a statement ("as Commander Adou had offered"); 0 where it does not. */
export function allusionTo(s: StatementItem, fact: FactItem, who: Sides): number {
  // "gave his word that there would be none" alludes to a promise.
  const acts = ALLUSIONS.get(fact.verb === 'give' && POINTERS.promise.test(fact.text) ? 'promise' : fact.verb);
  if (acts === undefined || !acts.includes(s.act) || fact.negated || fact.document === s.document) return 0;
  const apart = daysBetween(s.published, fact.published);
  if (apart < 0 || apart > LONGEST || !mayAgree(fact.when, s.said)) return 0;
  const [speaker] = fact.agents;
  if (speaker === undefined || !who.sameSide(speaker, s.speaker)) return 0;
  const shared = sharedWeight(s.terms, fact.context);
  const same = who.actor(speaker) === who.actor(s.speaker);
  return shared >= 1.3 ? shared + (same ? 0.5 : 0) + (acts[0] === s.act ? 0.3 : 0) - apart / 400 : 0;
}
