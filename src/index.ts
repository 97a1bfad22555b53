/** The library: read documents, annotate their text, make readings. */
export { ARTICLE_LIMIT, articleFromJson, articleFromText, type ArticleOptions } from './document/article.js';
export { makeDocument, type Document, type DocumentFacts } from './document/document.js';
export { Failure, FAILURES, type FailureCode } from './document/failure.js';
export { parsePublished } from './document/published.js';
export { readSources, type BadInput, type Bytes, type Input } from './document/sources.js';
export { checkSpan, type Span } from './document/span.js';
export type { Annotation, Attribution, Cluster, Entity, EntityType, Sentence, TokenRange, Word } from './language/annotation.js';
export { Annotator, type AnnotatorOptions } from './language/annotator.js';
export { identifyLanguage } from './language/identify.js';
export { findQuotations, type Mode, type Quotation } from './language/quotations.js';
export { ACTS, type Act } from './reading/act.js';
export type { ActorKind } from './reading/actor.js';
export type { CommitmentKind, CommitmentState } from './reading/obligation.js';
export { PLOVER_OF_ACT, PLOVER_TYPES, type PloverType } from './reading/plover.js';
export {
  readingOf,
  type Commitment,
  type Dispute,
  type Fact,
  type Position,
  type Reader,
  type Reading,
  type ReadingActor,
  type ReadingEvent,
  type ReadingTime,
  type SpanPair,
  type Statement,
} from './reading/reading.js';
export { ReadingJoiner, type SectionReading } from './reading/join-readings.js';
export { findTimes } from './time/find-times.js';
export type { Timex, TimexType } from './time/timex.js';
export { VERSION } from './version.js';
export {
  actorAnchor,
  decide,
  decisions,
  partAnchor,
  recordAnchor,
  takeOver,
  undo,
  type ListedDecision,
} from './ledger/decide.js';
export type { ActorAnchor, Decision, KeptDecision, RecordAnchor } from './ledger/decisions.js';
export { checkReading } from './ledger/check-reading.js';
export { Ledger, type Filed } from './ledger/ledger.js';
export { actors, type ActorRow } from './ledger/questions/actors.js';
export { article, type ArticleShown } from './ledger/questions/article.js';
export { articles, type ArticleRow } from './ledger/questions/articles.js';
export { commitments, deadlines, historyLine, type CommitmentRow } from './ledger/questions/commitments.js';
export { density, type Density, type Unit } from './ledger/questions/density.js';
export { disputes, type DisputeRow } from './ledger/questions/disputes.js';
export { dossier, type Dossier } from './ledger/questions/dossier.js';
export type { Answer, Filter } from './ledger/questions/filter.js';
export { overview, type Overview } from './ledger/questions/overview.js';
export { positions, type PositionRow } from './ledger/questions/positions.js';
export { search, type Found, type Passage } from './ledger/questions/search.js';
export { show, type Shown, type ShownRecord } from './ledger/questions/show.js';
export { statements, type StatementRow } from './ledger/questions/statements.js';
export { timeline, type TimelineRow } from './ledger/questions/timeline.js';
export type { ActorRecord, CommitmentRecord, CommitmentStep, DisputeRecord, EventRecord, LedgerRecord, PositionRecord, Report, StatementRecord } from './ledger/record.js'; // prettier-ignore
export { recordOf } from './ledger/record-of.js';
export { newestDay, storedRecord } from './ledger/stored-record.js';
export { verify, type Fault, type Verified } from './ledger/verify.js';
export { articlesOf, type Exported, type ExportedArticle } from './export/exported.js';
export { FORMATS as EXPORTS } from './export/formats.js';
export { serve, type ServeOptions, type Serving } from './server/serve.js';
