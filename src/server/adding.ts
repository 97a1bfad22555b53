import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { articleFromJson, articleFromText, ARTICLE_LIMIT, type ArticleOptions } from '../document/article.js';
import type { Document } from '../document/document.js';
import { Failure } from '../document/failure.js';
import { readLines } from '../document/lines.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Reading } from '../reading/reading.js';
import type { Changes } from './changes.js';
import { failures } from './lists.js';
import { problemFrom, problemOf, send, SERVER_FAILURES } from './problems.js';
import { articleGiven, outcome, type Outcome } from './shapes.js';

/** Reads an article: the encoder lies behind it. */
export type Read = (document: Document) => Promise<Reading>;

/** As much may come in at once. */
export const BODY_LIMIT = 64_000_000;
/** A little more than an article, for what stands around its text. */
const SINGLE_LIMIT = ARTICLE_LIMIT + 1_000_000;

const given = z.object({
  name: z.string().max(400).optional(),
  published: z.string().max(60).optional(),
  publisher: z.string().max(400).optional(),
});

/** Articles in, and out for good. */
export function adding(app: OpenAPIHono, ledger: Ledger, read: Read, changes: Changes): void {
  // Bytes are checked where they are read, so that what is no UTF-8 is told from what is.
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/articles',
    summary: 'Read articles and file them',
    description:
      'One article as application/json, one plain text file with its header as text/plain, or many as application/x-ndjson. The answer is a line of JSON an article, each as soon as it is filed or refused.',
    request: {
      query: given,
      body: { content: { 'application/json': { schema: articleGiven }, 'text/plain': { schema: z.string() }, 'application/x-ndjson': { schema: z.string() } } }, // prettier-ignore
    },
    responses: { 200: { description: 'an outcome a line', content: { 'application/x-ndjson': { schema: outcome } } }, ...failures }, // prettier-ignore
  });
  app.post('/api/articles', async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!['application/json', 'text/plain', 'application/x-ndjson'].includes(type))
      return send(c, problemOf('unsupported-format', unsupported(type)));
    const query = given.safeParse(c.req.query());
    if (!query.success) return send(c, problemOf('bad-request', SERVER_FAILURES['bad-request'](z.prettifyError(query.error))));
    const { name, ...options } = query.data;
    const asked = { ...options, needsDate: true };
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      for await (const { called, document } of documentsIn(type, bytes, name ?? null, asked)) {
        const line = 'code' in document ? refused(called, document) : await file(ledger, read, called, document);
        if (line.filed !== 'refused' && line.filed !== 'known') changes.say();
        await out.write(JSON.stringify(line) + '\n');
      }
    });
  });
  app.openapi(
    createRoute({
      method: 'delete',
      path: '/api/articles/{id}',
      summary: 'Take an article out for good; its hash and the reason stay',
      request: { params: z.object({ id: z.string().min(1).max(400) }), query: z.object({ reason: z.string().min(1).max(2000) }) },
      responses: { 204: { description: 'it is out' }, ...failures },
    }),
    async (c) => {
      await ledger.remove(c.req.valid('param').id, c.req.valid('query').reason);
      changes.say();
      return c.body(null, 204);
    },
  );
}

/** What is said of a body that is none of the types that articles come in. */
export const unsupported = (type: string | undefined): string =>
  new Failure('unsupported-format', { format: type === undefined || type === '' ? 'of no kind that is said' : type }).message;

interface Incoming {
  readonly called: string | null;
  readonly document: Document | Failure;
}

async function* documentsIn(
  type: string,
  bytes: Uint8Array,
  name: string | null,
  options: ArticleOptions,
): AsyncGenerator<Incoming> {
  const attempt = (make: () => Document): Document | Failure => {
    try {
      return make();
    } catch (error) {
      return error instanceof Failure ? error : new Failure('internal-error', { reason: (error as Error).message });
    }
  };
  if (type === 'application/x-ndjson') {
    for await (const { number, bytes: line } of readLines(chunks(bytes), ARTICLE_LIMIT)) {
      if (line !== null && line.length === 0) continue;
      const called = `${name === null ? '' : `${name}, `}line ${number}`;
      yield { called, document: line === null ? new Failure('too-large', { limit: ARTICLE_LIMIT }) : attempt(() => articleFromJson(line, options)) }; // prettier-ignore
    }
    return;
  }
  if (bytes.length > SINGLE_LIMIT) yield { called: name, document: new Failure('too-large', { limit: ARTICLE_LIMIT }) };
  else if (type === 'text/plain') yield { called: name, document: attempt(() => articleFromText(bytes, options)) };
  else yield { called: name, document: attempt(() => articleFromJson(bytes, options)) };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* chunks(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const refused = (name: string | null, { code, message }: Failure): Outcome => ({
  name,
  id: null,
  filed: 'refused',
  statements: null,
  error: { code, message },
});

async function file(ledger: Ledger, read: Read, name: string | null, document: Document): Promise<Outcome> {
  try {
    if ((await ledger.lookup(document)) === 'known') return { name, id: document.id, filed: 'known', statements: null, error: null }; // prettier-ignore
    const reading = await read(document);
    const filed = await ledger.add(reading);
    return { name, id: document.id, filed, statements: reading.statements.length, error: null };
  } catch (error) {
    const { code, detail } = problemFrom(error);
    return { name, id: document.id, filed: 'refused', statements: null, error: { code, message: detail } };
  }
}
