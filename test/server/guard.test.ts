import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/server/shapes.js';
import { isLoopback, serve } from '../../src/server/serve.js';
import { served, type Served } from './serving.js';

const page = new Map([
  [
    '/',
    {
      bytes: new TextEncoder().encode('<!doctype html><title>page</title>'),
      type: 'text/html; charset=utf-8',
      etag: '"a"',
      lasting: false,
    },
  ],
  ['/assets/a.js', { bytes: new TextEncoder().encode('1'), type: 'text/javascript; charset=utf-8', etag: '"b"', lasting: true }],
]);
let desk: Served;
let closed: Served;
beforeAll(async () => {
  desk = await served([], { files: page });
  closed = await served([], { files: page, token: 'sesame open' });
});

describe('what comes in from elsewhere', () => {
  it('is turned away by the name of another host', async () => {
    const response = await desk.app.request('http://evil.example/api/ledger', { headers: { host: 'evil.example' } });
    expect(response.status).toBe(403);
    expect(((await response.json()) as Problem).code).toBe('strange-host');
  });

  it('cannot write from the page of another host', async () => {
    const init = { method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/json' }, body: '{}' };
    expect((await desk.ask('/api/decisions', init)).status).toBe(403);
    expect((await desk.ask('/api/decisions', { ...init, headers: { ...init.headers, origin: 'null' } })).status).toBe(403);
    expect(
      (await desk.ask('/api/decisions', { ...init, headers: { ...init.headers, origin: 'http://127.0.0.1:8765' } })).status,
    ).toBe(400);
  });

  it('needs the token where there is one, in the header and nowhere else', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: 'sesame open' },
      { cookie: 'token=sesame open' },
    ] as Record<string, string>[]) {
      const response = await closed.ask('/api/ledger', { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await closed.ask('/api/ledger?token=sesame%20open')).status).toBe(401);
    expect((await closed.ask('/api/ledger', { headers: { authorization: 'Bearer sesame open' } })).status).toBe(200);
    // The page itself holds nothing of the ledger.
    expect((await closed.ask('/')).status).toBe(200);
  });

  it('cannot make the server listen to everybody without a token', async () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '192.168.1.4', 'localhost.example']) expect(isLoopback(host)).toBe(false);
    await expect(
      serve(desk.ledger, { host: '0.0.0.0', port: 0, token: null, read: () => Promise.reject(new Error()) }),
    ).rejects.toThrow(RangeError);
  });
});

describe('the page', () => {
  it('lets nothing in but its own files', async () => {
    for (const path of ['/', '/deadlines', '/assets/a.js', '/docs', '/api/ledger', '/api/nothing']) {
      const policy = (await desk.ask(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('is given for every view, and files by their names alone', async () => {
    expect(await (await desk.ask('/read/some%2Farticle')).text()).toContain('<title>page</title>');
    expect((await desk.ask('/assets/../package.json')).status).toBe(404);
    expect((await desk.ask('/assets/%2e%2e%2fpackage.json')).status).toBe(404);
    expect((await desk.ask('/assets/b.js')).status).toBe(404);
    expect((await desk.ask('/assets/a.js')).headers.get('cache-control')).toContain('immutable');
    expect((await desk.ask('/', { headers: { 'if-none-match': '"a"' } })).status).toBe(304);
  });
});
