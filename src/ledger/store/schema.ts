import type { ColumnType, Generated } from 'kysely';

/** What people query, and open in Datasette. `docs/ledger.md` has a picture of it. */
export interface Schema {
  article: ArticleTable;
  actor: ActorTable;
  actor_name: { actor: number; name: string; folded: string; last: string };
  statement: StatementTable;
  statement_to: { statement: number; actor: number };
  event: EventTable;
  event_actor: { event: number; actor: number; role: 'agent' | 'patient' };
  commitment: CommitmentTable;
  commitment_step: StepTable & { commitment: number; state: string; due: string | null };
  position: PositionTable;
  position_step: StepTable & { position: number; stance: string };
  dispute: DisputeTable;
  dispute_side: { owner: string; dispute: string; seq: number; document: string; published: string; spans: string };
  dispute_actor: { owner: string; dispute: string; actor: number };
  item: { pk: number; article: number; cluster: number; brief: string; data: string };
  report: ReportTable;
  decision: DecisionTable;
}

export interface ArticleTable {
  pk: number;
  id: string;
  version: number;
  /** current, superseded or removed. */
  state: string;
  hash: string;
  day: string;
  published: string;
  publisher: string | null;
  title: string | null;
  url: string | null;
  language: string;
  /** Verbatim; null once removed. */
  text: string | null;
  /** The reading as JSON without the document; null once removed. */
  reading: string | null;
  reader: string;
  reason: string | null;
}

export interface ActorTable {
  pk: number;
  id: string;
  name: string;
  kind: string;
  country: string | null;
  /** The state or body that the actor speaks for. */
  acts_for: number | null;
  /** The end of that chain: the actor itself where it speaks for nobody. */
  side: number | null;
  inferred: string | null;
  root: string;
  /** How many statements it made. */
  statements: number;
}

export interface StatementTable {
  pk: number;
  id: string;
  speaker: number | null;
  side: number | null;
  act: string;
  mode: string;
  said: string | null;
  /** The first day that `said` may mean, else the day of the first report: what lists are ordered by. */
  day: string;
  /** Day of publication of the first report. */
  published: string;
  content: string;
  condition: string | null;
  reports: number;
  inferred: string;
  verdict: string | null;
}

export interface EventTable {
  pk: number;
  id: string;
  type: string;
  happened: string | null;
  day: string;
  published: string;
  place: string | null;
  content: string;
  reports: number;
  verdict: string | null;
}

export interface CommitmentTable {
  pk: number;
  id: string;
  kind: string;
  debtor: number | null;
  debtor_side: number | null;
  creditor: number | null;
  creditor_side: number | null;
  what: string;
  condition: string | null;
  /** The last due date and state by the history; what silence means as of a day is worked out when asked. */
  due: string | null;
  state: string;
  day: string;
  published: string;
  verdict: string | null;
}

export interface StepTable {
  seq: number;
  happened: string;
  published: string;
  document: string;
  spans: string;
  inferred: string | null;
}

export interface PositionTable {
  pk: number;
  id: string;
  actor: number;
  side: number;
  issue: string;
  stance: string;
  day: string;
  published: string;
  verdict: string | null;
}

export interface DisputeTable {
  pk: Generated<number>;
  id: string;
  kind: string;
  about: string;
  reason: string;
  day: string;
  published: string;
  owner: string;
  verdict: string | null;
}

export interface ReportTable {
  kind: string;
  record: number;
  seq: number;
  document: string;
  published: string;
  spans: string;
}

export interface DecisionTable {
  pk: Generated<number>;
  kind: string;
  payload: string;
  who: string;
  at: string;
  reason: string;
  undone: ColumnType<number, number | undefined, number>;
}
