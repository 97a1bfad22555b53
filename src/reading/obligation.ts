import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { ActorDraft } from './actor.js';

export type CommitmentKind = 'promise' | 'offer' | 'threat' | 'demand' | 'agreement';
export type CommitmentState =
  'conditional' | 'active' | 'satisfied' | 'violated' | 'expired' | 'rejected' | 'cancelled' | 'disputed';

/** Who has to do what by when, as a sentence says it, before it is filed as a commitment. */
export interface Obligation {
  readonly kind: CommitmentKind;
  readonly debtor: ActorDraft | null;
  readonly creditor: ActorDraft | null;
  readonly consequent: readonly Span[];
  readonly evidence: readonly Span[];
  readonly due: string | null;
  /** The day on which it was made. */
  readonly made: string | null;
  /** The word that says what is due. */
  readonly node: Node | null;
}
