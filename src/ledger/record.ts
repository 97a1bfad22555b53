import type { Act } from '../reading/act.js';
import type { ActorKind } from '../reading/actor.js';
import type { DisputeKind } from '../reading/disputes.js';
import type { CommitmentKind, CommitmentState } from '../reading/obligation.js';
import type { PloverType } from '../reading/plover.js';
import type { Stance } from '../reading/positions.js';
import type { Evidence, Place } from './places.js';

/*
 * The record across articles: what `onrecord export --format ledger` prints. Ids are made of the first place that shows a record, so that
 * they do not depend on the order in which articles came.
 */

export interface ActorRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly aliases: readonly string[];
  readonly actsFor: string | null;
  readonly mentions: readonly Place[];
  /** Why names were put together that no name puts together; null where names alone do. */
  readonly inferred: string | null;
}

/** One report of a record in one article. */
export interface Report extends Evidence {
  /** Day of publication of the article. */
  readonly published: string;
}

export interface StatementRecord {
  readonly id: string;
  readonly speaker: string | null;
  readonly to: readonly string[];
  readonly act: Act;
  readonly mode: 'direct' | 'indirect' | 'mixed';
  readonly said: string | null;
  /** What was said, as the first report has it. */
  readonly content: string;
  readonly condition: string | null;
  readonly reports: readonly Report[];
  readonly inferred: Readonly<Record<string, string>>;
}

export interface EventRecord {
  readonly id: string;
  readonly type: PloverType;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  readonly when: string | null;
  readonly where: string | null;
  readonly text: string;
  readonly reports: readonly Report[];
}

/** A change in the life of a commitment. */
export interface CommitmentStep extends Evidence {
  /** EDTF: the day on which the change came about. */
  readonly on: string;
  readonly state: CommitmentState;
  readonly due: string | null;
  /** Day of publication of the article that shows it. */
  readonly published: string;
  /** What the step was worked out from where no article says it; null where one does. */
  readonly inferred: string | null;
}

export interface CommitmentRecord {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly debtor: string | null;
  readonly creditor: string | null;
  readonly what: string;
  readonly condition: string | null;
  readonly due: string | null;
  readonly state: CommitmentState;
  readonly history: readonly CommitmentStep[];
  readonly reports: readonly Report[];
}

export interface PositionStep extends Evidence {
  readonly on: string;
  readonly stance: Stance;
  readonly published: string;
}

export interface PositionRecord {
  readonly id: string;
  readonly actor: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly history: readonly PositionStep[];
}

/** Records that do not fit together: a suggestion, with its reason, until somebody decides. */
export interface DisputeRecord {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly about: string;
  readonly reason: string;
  readonly sides: readonly Report[];
}

export interface LedgerRecord {
  readonly asOf: string;
  readonly actors: readonly ActorRecord[];
  readonly statements: readonly StatementRecord[];
  readonly events: readonly EventRecord[];
  readonly commitments: readonly CommitmentRecord[];
  readonly positions: readonly PositionRecord[];
  readonly disputes: readonly DisputeRecord[];
}
