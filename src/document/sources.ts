import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ARTICLE_LIMIT, articleFromJson, articleFromText, idOfJson, type ArticleOptions } from './article.js';
import type { Document } from './document.js';
import { Failure } from './failure.js';
import { readLines } from './lines.js';

/** Where an article was found. */
export interface Place {
  /** The file, `-` for standard input. */
  readonly path: string;
  /** The line of a JSON Lines file, from 1. */
  readonly line?: number;
}

export interface GoodInput extends Place {
  readonly document: Document;
}

export interface BadInput extends Place {
  /** The article's id where it can be told, else the name of its file. */
  readonly id: string | null;
  readonly failure: Failure;
}

/** One article of a batch, or what was wrong with it. */
export type Input = GoodInput | BadInput;

/** Standard input, or anything else that gives bytes. */
export type Bytes = AsyncIterable<Uint8Array>;

const JSON_NAME = /\.(?:jsonl|ndjson|json)$/iu;
/** JSON of one article may spend this many bytes more on escapes and its other fields. */
const LINE_LIMIT = ARTICLE_LIMIT * 6 + 1_000_000;

/** Names of files that are articles, in a folder that is given whole. */
const ARTICLE_NAME = /\.(?:txt|text|md|jsonl|ndjson)$/iu;

/** The files of folders, all folders in them included, in the order of their names; other paths as they are. */
export async function filesOf(paths: readonly string[]): Promise<readonly string[]> {
  const out: string[] = [];
  for (const path of paths) {
    const folder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory() === true;
    if (!folder) {
      out.push(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && ARTICLE_NAME.test(entry.name));
    out.push(...files.map((entry) => join(entry.parentPath, entry.name)).sort());
  }
  return out;
}

/**
 * Reads files and standard input (`-`) as articles, in order: JSON Lines where the name says so or the first character is
 * `{`, else one plain text each. What is wrong with one article never stops the next.
 */
export async function* readSources(paths: readonly string[], stdin: Bytes, options: ArticleOptions): AsyncGenerator<Input> {
  for (const path of paths) {
    try {
      if (path === '-') yield* readStream(path, stdin, options);
      else {
        if ((await stat(path)).isDirectory()) throw new Error('it is a folder');
        yield* readStream(path, createReadStream(path), options);
      }
    } catch (error) {
      const reason = reasonOf(error as NodeJS.ErrnoException);
      yield { id: path, path, failure: new Failure('unreadable-file', { path, reason }, { cause: error }) };
    }
  }
}

const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('internal-error', { reason: (error as Error).message }, { cause: error });

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file';
  if (error.code === 'EACCES') return 'it is not yours to read';
  return error.message;
}

async function* readStream(path: string, stream: Bytes, options: ArticleOptions): AsyncGenerator<Input> {
  const { head, rest } = await peek(stream);
  if (JSON_NAME.test(path) || startsLikeJson(head)) yield* readJsonLines(path, rest, options);
  else yield await readText(path, rest, options);
}

async function* readJsonLines(path: string, stream: Bytes, options: ArticleOptions): AsyncGenerator<Input> {
  for await (const { number, bytes } of readLines(stream, LINE_LIMIT)) {
    if (bytes === null) {
      yield { id: null, path, line: number, failure: new Failure('too-large', { limit: ARTICLE_LIMIT }) };
      continue;
    }
    if (isBlank(bytes)) continue;
    try {
      const document = articleFromJson(bytes, options);
      if (Buffer.byteLength(document.text) > ARTICLE_LIMIT) throw new Failure('too-large', { limit: ARTICLE_LIMIT });
      yield { document, path, line: number };
    } catch (error) {
      yield { id: idOfJson(bytes), path, line: number, failure: asFailure(error) };
    }
  }
}

async function readText(path: string, stream: Bytes, options: ArticleOptions): Promise<Input> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > ARTICLE_LIMIT) break;
  }
  try {
    return { document: articleFromText(Buffer.concat(parts), options), path };
  } catch (error) {
    return { id: path, path, failure: asFailure(error) };
  }
}

/** The first bytes of a stream, up to one that is not white space at least, and a stream that still has them. */
async function peek(stream: Bytes): Promise<{ readonly head: Uint8Array; readonly rest: Bytes }> {
  const iterator = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= ENOUGH || /\S\S/u.test(latin(head))) break;
  }
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return { head, rest: rest() };
}

const ENOUGH = 200;
const latin = (head: Uint8Array): string => Buffer.from(head.subarray(0, ENOUGH)).toString('latin1');

/** A brace begins JSON Lines, except that of RTF. */
const startsLikeJson = (head: Uint8Array): boolean => /^(?:\u00ef\u00bb\u00bf)?\s*\{(?!\\rtf)/u.test(latin(head));

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
