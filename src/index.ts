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
export { readingOf, type Reader, type Reading, type SpanPair, type Statement } from './reading/reading.js';
export { VERSION } from './version.js';
