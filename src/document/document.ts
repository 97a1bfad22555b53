import { createHash } from 'node:crypto';

/** An article as it came: its text, verbatim, and what is known of where and when it appeared. */
export interface Document {
  /** The id it came with, else `doc-` and a hash of publisher, url, published and text. */
  readonly id: string;
  /** Every offset of a reading counts UTF-16 code units of this string. */
  readonly text: string;
  /** SHA-256 of the text as UTF-8, in hex. */
  readonly hash: string;
  /** The day (`2025-09-05`), or a time with its zone (`2025-09-05T14:30:00Z`); null where unknown. */
  readonly published: string | null;
  readonly publisher: string | null;
  /** Kept, but not read. */
  readonly title: string | null;
  readonly url: string | null;
}

/** What is known of an article before it has an id. */
export interface DocumentFacts {
  readonly id?: string | undefined;
  readonly text: string;
  readonly published?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Makes a document of its facts; the text is kept to the character. */
export function makeDocument(facts: DocumentFacts): Document {
  const { text } = facts;
  const published = facts.published ?? null;
  const publisher = facts.publisher ?? null;
  const url = facts.url ?? null;
  const identity = JSON.stringify([publisher, url, published, text]);
  return {
    id: facts.id ?? `doc-${sha256(identity).slice(0, 16)}`,
    text,
    hash: sha256(text),
    published,
    publisher,
    title: facts.title ?? null,
    url,
  };
}

const sha256 = (value: string): string => createHash('sha256').update(value, 'utf8').digest('hex');
