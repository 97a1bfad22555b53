import { makeDocument, type Document } from './document.js';
import { Failure } from './failure.js';
import { foreignFormat, markupFormat } from './format.js';
import { readHeader } from './header.js';
import { parsePublished } from './published.js';
import { decodeUtf8 } from './utf8.js';

/** One article may have this many bytes. */
export const ARTICLE_LIMIT = 10_000_000;

/** What the person who reads the articles says of them. It goes before what an article says of itself. */
export interface ArticleOptions {
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  /** Refuse an article without a date. */
  readonly needsDate: boolean;
}

/**
 * The document in a plain text file: its text is the file less a byte-order mark, the header and the white space after it.
 *
 * @throws Failure
 */
export function articleFromText(bytes: Uint8Array, options: ArticleOptions): Document {
  const format = foreignFormat(bytes);
  if (format !== null) throw new Failure('unsupported-format', { format });
  if (bytes.length > ARTICLE_LIMIT) throw new Failure('too-large', { limit: ARTICLE_LIMIT });
  const file = decodeUtf8(bytes);
  const { fields, textStart } = readHeader(file);
  return checked({ ...fields, text: file.slice(textStart) }, options);
}

/**
 * The document in a line of JSON Lines.
 *
 * @throws Failure
 */
export function articleFromJson(bytes: Uint8Array, options: ArticleOptions): Document {
  const record = parseRecord(decodeUtf8(bytes));
  const field = (name: string): string | undefined => {
    const value = record[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new Failure('bad-record', { field: name, problem: `is ${kindOf(value)}, not a string` });
    return value;
  };
  const text = field('text');
  if (text === undefined) throw new Failure('bad-record', { field: 'text', problem: 'is missing' });
  const id = field('id');
  if (id === '') throw new Failure('bad-record', { field: 'id', problem: 'is empty' });
  return checked(
    {
      id,
      published: options.published ?? field('published'),
      publisher: options.publisher ?? field('publisher'),
      title: field('title'),
      url: field('url'),
      text,
    },
    options,
  );
}

/** The id that a line of JSON Lines names, even where its record is bad; null where it cannot be told. */
export function idOfJson(bytes: Uint8Array): string | null {
  try {
    const { id } = parseRecord(decodeUtf8(bytes));
    return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null;
  } catch {
    return null;
  }
}

function parseRecord(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Failure('not-json', { reason: (error as Error).message.slice(0, 120) }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Failure('not-json', { reason: `it holds ${kindOf(value)}, not an object` });
  }
  return value as Record<string, unknown>;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

type Facts = Parameters<typeof makeDocument>[0];

function checked(facts: Facts, options: ArticleOptions): Document {
  if (facts.text.trim() === '') throw new Failure('empty-text');
  const format = markupFormat(facts.text);
  if (format !== null) throw new Failure('unsupported-format', { format });
  const written = options.published ?? facts.published ?? null;
  if (options.needsDate && (written === null || written.trim() === '')) throw new Failure('no-date');
  const published = written === null || written.trim() === '' ? null : parsePublished(written);
  return makeDocument({ ...facts, published, publisher: options.publisher ?? facts.publisher });
}
