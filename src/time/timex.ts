import type { Span } from '../document/span.js';
import type { Part, Spec } from './spec.js';
import type { Unit } from './period.js';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** How long something lasts; a count of null is a number that the text leaves open ("several days"). */
export interface Length {
  readonly count: number | null;
  readonly unit: Unit | 'hour' | 'minute' | 'second';
}

/** A time expression after TIMEX3 (ISO-TimeML), with its EDTF value (ISO 8601-2) and its bounds. */
export interface Timex extends Span {
  readonly type: TimexType;
  /** TIMEX3 value: `2025-09-05`, `P2W`, `PAST_REF`; null where it hangs on a date that the document does not have. */
  readonly value: string | null;
  /** TIMEX3's START, MID or END of the value. */
  readonly mod: Part | null;
  /** EDTF value of a date: `2025-09-05`, `2025-08`, `2025-12~`; null for durations, sets and vague times. */
  readonly edtf: string | null;
  /** First and last day of a date, `YYYY-MM-DD`. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Whether the value was worked out from another date rather than read. */
  readonly inferred: boolean;
  /** What the words say of the calendar, so that a deadline can be counted from another day. */
  readonly spec: Spec | null;
  readonly length: Length | null;
}
