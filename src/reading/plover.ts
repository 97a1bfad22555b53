import type { Act } from './act.js';

/** Event types of PLOVER (Open Event Data Alliance), which follow CAMEO's root codes. */
export const PLOVER_TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] as const; // prettier-ignore
export type PloverType = (typeof PLOVER_TYPES)[number];

/** The event type that stands for an act; null for acts that PLOVER does not code by themselves. The table is in docs/reading.md. */
export const PLOVER_OF_ACT: Readonly<Record<Act, PloverType | null>> = {
  promise: 'AGREE',
  offer: 'AGREE',
  accept: 'AGREE',
  threaten: 'THREATEN',
  warn: 'THREATEN',
  demand: 'REQUEST',
  request: 'REQUEST',
  propose: 'REQUEST',
  refuse: 'REJECT',
  deny: 'REJECT',
  retract: 'REJECT',
  accuse: 'ACCUSE',
  criticise: 'ACCUSE',
  doubt: 'ACCUSE',
  praise: 'SUPPORT',
  announce: null,
  assert: null,
  predict: null,
};
