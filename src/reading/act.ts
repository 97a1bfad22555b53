/** The eighteen acts, highest first: where two fit equally well, the one that stands first. */
export const ACTS = [
  'promise',
  'offer',
  'threaten',
  'demand',
  'request',
  'propose',
  'accept',
  'refuse',
  'announce',
  'retract',
  'deny',
  'accuse',
  'criticise',
  'praise',
  'doubt',
  'warn',
  'predict',
  'assert',
] as const;

/** What a speaker does with words (after Searle's taxonomy of illocutionary acts and the codes of PLOVER). */
export type Act = (typeof ACTS)[number];
