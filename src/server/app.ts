import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { Context, Env, MiddlewareHandler, Next } from 'hono';
import { Failure } from '../document/failure.js';
import type { Ledger } from '../ledger/ledger.js';
import { VERSION } from '../version.js';
import { adding, BODY_LIMIT, unsupported, type Read } from './adding.js';
import { changeEvents, type Changes } from './changes.js';
import { deciding } from './deciding.js';
import { bearer, headers, ownPageOnly } from './guard.js';
import { lists } from './lists.js';
import { manual } from './manual.js';
import { problemFrom, problemOf, send, SERVER_FAILURES } from './problems.js';
import { records } from './records.js';
import type { Files } from './files.js';

export interface ServerOptions {
  readonly ledger: Ledger;
  readonly read: Read;
  readonly changes: Changes;
  /** Null where anybody who reaches it may use it: on the loopback address alone. */
  readonly token: string | null;
  /** The page, by path. */
  readonly files: Files;
}

/** The HTTP API and the page. */
export function makeApp({ ledger, read, changes, token, files }: ServerOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const what = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      return send(c, problemOf('bad-request', SERVER_FAILURES['bad-request'](what)));
    },
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 415) return send(c, problemOf('unsupported-format', unsupported(c.req.header('content-type')))); // prettier-ignore
    if (error instanceof HTTPException) return send(c, problemOf('bad-request', SERVER_FAILURES['bad-request'](error.message)));
    const problem = problemFrom(error);
    if (problem.status === 500) process.stderr.write(`onrecord: ${c.req.method} ${JSON.stringify(c.req.path)}: ${error.stack ?? error.message}\n`); // prettier-ignore
    return send(c, problem);
  });
  app.notFound((c) => send(c, problemOf('no-such-page', SERVER_FAILURES['no-such-page'](JSON.stringify(c.req.path)))));
  app.use('*', headers);
  app.use('*', ownPageOnly(token));
  app.use('/api/*', bearer(token));
  for (const [path, maxSize] of [['/api/articles', BODY_LIMIT], ['/api/decisions', 1_000_000]] as const) // prettier-ignore
    app.use(path, bodyLimit({ maxSize, onError: (c) => send(c, problemOf('too-large', new Failure('too-large', { limit: maxSize }).message)) })); // prettier-ignore
  // What comes in parts is not held back to be counted.
  app.use('/api/*', (c: Context<Env, string>, next: Next) =>
    c.req.method !== 'GET' || /^\/api\/(?:changes$|export\/)/u.test(c.req.path) ? next() : tagged(c, next),
  );
  lists(app, ledger);
  records(app, ledger);
  adding(app, ledger, read, changes);
  deciding(app, ledger, changes);
  changeEvents(app, changes);
  if (token !== null) app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Onrecord', version: VERSION, description: 'The record that news keeps: who said, promised, demanded and denied what, on its exact characters.' }, // prettier-ignore
    ...(token === null ? {} : { security: [{ token: [] }] }),
  });
  manual(app);
  app.get('*', (c) => {
    // An address of the page may hold anything, the ids of articles too; only what looks like a file has to be one.
    const isFile = /^\/(?:api|assets)\/|^\/[^/]*\.[^/]*$/u.test(c.req.path);
    const file = files.get(c.req.path) ?? (isFile ? undefined : files.get('/'));
    if (file === undefined) return c.notFound();
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
    return c.body(file.bytes, 200, { 'content-type': file.type, etag: file.etag, 'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache' }); // prettier-ignore
  });
  return app;
}

const tagged: MiddlewareHandler = etag();
