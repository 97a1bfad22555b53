import type { CommitmentKind } from '../../reading/obligation.js';

/**
 * How news tells what became of an undertaking, by the verb (lemma, with its particle). After the entries "promise", "fulfil", "breach" and
 * "expire" of Roget's thesaurus and the verbs of PLOVER's AGREE, REJECT and CONCEDE.
 */
export type Outcome =
  'passed' | 'moved' | 'broken' | 'kept' | 'withdrawn' | 'accepted' | 'refused' | 'denied' | 'done' | 'undone';

const WORDS: Readonly<Record<Exclude<Outcome, 'denied' | 'done' | 'undone'>, readonly string[]>> = {
  passed: ['elapse', 'expire', 'go_by', 'lapse', 'pass', 'run_out', 'slip_by'],
  moved: ['advance', 'bring_forward', 'change', 'defer', 'delay', 'extend', 'hold_off', 'lengthen', 'move', 'postpone', 'prolong', 'push_back', 'put_back', 'put_off', 'reschedule', 'set_back', 'shift', 'shorten', 'stretch', 'suspend'], // prettier-ignore
  broken: ['betray', 'breach', 'break', 'defy', 'disregard', 'flout', 'ignore', 'infringe', 'renege', 'violate'],
  kept: ['carry_out', 'complete', 'deliver', 'discharge', 'fulfil', 'fulfill', 'honor', 'honour', 'keep', 'make_good', 'meet', 'observe', 'redeem', 'respect'], // prettier-ignore
  withdrawn: [
    'abandon',
    'call_off',
    'cancel',
    'drop',
    'lift',
    'rescind',
    'retract',
    'revoke',
    'scrap',
    'shelve',
    'take_back',
    'waive',
    'withdraw',
  ],
  accepted: ['accept', 'agree', 'approve', 'embrace', 'endorse', 'take_up', 'welcome'],
  refused: ['decline', 'dismiss', 'rebuff', 'refuse', 'reject', 'rule_out', 'scorn', 'snub', 'spurn', 'turn_down', 'turn_away'],
};

export const OUTCOME_OF_VERB: ReadonlyMap<string, Outcome> = new Map(
  (Object.entries(WORDS) as [Outcome, readonly string[]][]).flatMap(([outcome, verbs]) =>
    verbs.map((verb) => [verb, outcome] as const),
  ),
);

/** Nouns by which a later article points at an undertaking of a kind. */
export const POINTERS: Readonly<Record<CommitmentKind, RegExp>> = {
  promise:
    /\b(?:promises?|pledges?|vows?|assurances?|undertakings?|commitments?|guarantees?|(?:gave|given|broken?|kept?|keep|his|her|their|its|of|as good as (?:his|her|its|their)) word)\b/iu,
  offer: /\b(?:offers?|invitations?|proposals?|overtures?|olive branch|amnesty)\b/iu,
  threat: /\b(?:threats?|threaten(?:ed|s)?|warnings?|red lines?)\b/iu,
  demand:
    /\b(?:deadlines?|ultimatums?|demands?|(?:last|final|due) (?:day|date)|target dates?|time limits?|grace periods?|the date by which)\b/iu,
  agreement: /\b(?:agreements?|deals?|accords?|pacts?|truces?|cease-?fires?|treat(?:y|ies)|armistices?|settlements?)\b/iu,
};

/** Nouns for a day by which something is due, whatever the kind. */
export const DUE_NOUN = /\b(?:deadlines?|ultimatums?|target dates?|time limits?|grace periods?|the (?:date|time|day|days|period)|due date|final date|last day)\b/iu; // prettier-ignore

/** Verbs by which a later article alludes to what somebody said without saying it again: "as he had promised", "the date that she had set". */
export const ALLUSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['promise', ['promise', 'announce', 'predict', 'offer']],
  ['pledge', ['promise', 'announce', 'predict']],
  ['vow', ['promise', 'threaten']],
  ['offer', ['offer', 'promise', 'propose']],
  ['threaten', ['threaten', 'warn']],
  ['warn', ['threaten', 'warn']],
  ['demand', ['demand', 'request']],
  ['ask', ['demand', 'request']],
  ['ask_for', ['demand', 'request']],
  ['call', ['demand', 'request', 'propose']],
  ['set', ['demand', 'promise', 'predict', 'announce', 'threaten']],
  ['name', ['demand', 'promise', 'predict', 'announce', 'threaten']],
  ['allow', ['promise', 'demand', 'announce']],
  ['announce', ['announce', 'promise', 'predict', 'assert']],
  ['refuse', ['refuse']],
  ['reject', ['refuse']],
  ['decline', ['refuse']],
  ['spurn', ['refuse']],
  ['rule_out', ['refuse']],
  ['turn_down', ['refuse']],
  ['deny', ['deny']],
  ['accept', ['accept']],
  ['agree', ['accept', 'promise']],
]);
