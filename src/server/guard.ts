import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { problemOf, send, SERVER_FAILURES } from './problems.js';

/** Nothing but our own files, no script or style written into a page, and in nobody's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const headers: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('content-security-policy', POLICY);
  c.res.headers.set('x-content-type-options', 'nosniff');
  c.res.headers.set('referrer-policy', 'no-referrer');
  c.res.headers.set('cross-origin-opener-policy', 'same-origin');
  c.res.headers.set('cross-origin-resource-policy', 'same-origin');
};

/** Equal in a time that says nothing of how much of it was right. */
export const sameToken = (given: string, token: string): boolean => {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
};

/** The API is for those who have the token, where there is one. Nothing is read from cookies. */
export const bearer =
  (token: string | null): MiddlewareHandler =>
  async (c, next) => {
    if (token === null) return next();
    const given = /^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1];
    if (given !== undefined && sameToken(given, token)) return next();
    c.header('www-authenticate', 'Bearer');
    return send(c, problemOf('no-token', SERVER_FAILURES['no-token']()));
  };

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;

/**
 * Without a token whatever page a browser has open could write here: so the host must be this machine by name, which a name that somebody
 * points here is not, and what changes something must come from our own page or from no page at all.
 */
export const ownPageOnly =
  (token: string | null): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (token === null && !LOOPBACK.test(host))
      return send(c, problemOf('strange-host', SERVER_FAILURES['strange-host'](JSON.stringify(host))));
    // Who has the token cannot be made to send it by another page; and what stands before this server may give it another name.
    if (token !== null) return next();
    if (c.req.path.startsWith('/api/') && c.req.header('sec-fetch-site') === 'cross-site')
      return send(c, problemOf('strange-host', SERVER_FAILURES['strange-host']('of another page')));
    const origin = c.req.header('origin');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && origin !== undefined && hostOf(origin) !== host)
      return send(c, problemOf('strange-host', SERVER_FAILURES['strange-host'](JSON.stringify(origin))));
    return next();
  };

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};
