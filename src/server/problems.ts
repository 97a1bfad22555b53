import type { Context } from 'hono';
import { Failure, type FailureCode } from '../document/failure.js';
import type { Problem } from './shapes.js';

const STATUS: Partial<Record<FailureCode | ServerCode, number>> = {
  'ambiguous-actor': 409,
  'empty-ledger': 404,
  'internal-error': 500,
  'ledger-unreadable': 503,
  'model-unreadable': 503,
  'no-such-actor': 404,
  'no-such-record': 404,
  'no-such-page': 404,
  'no-token': 401,
  'strange-host': 403,
  'too-large': 413,
  'unsupported-format': 415,
};

/** What can be wrong with a request, beside what can be wrong with what it carries. */
export const SERVER_FAILURES = {
  'bad-request': (what: string) => `the request cannot be answered: ${what}. /docs says what it takes`,
  'no-such-page': (what: string) => `there is nothing at ${what}: /docs lists what there is`,
  'no-token': () =>
    'this ledger is open to those who have its token: send it as "Authorization: Bearer …"; whoever started onrecord serve has it',
  'strange-host': (what: string) =>
    `the request is for the host ${what}, which is not this one: open the address that onrecord serve printed`,
} as const;
export type ServerCode = keyof typeof SERVER_FAILURES;

/** An error as problem details, RFC 9457; `code` is that of the catalogue. */
export function problemOf(code: FailureCode | ServerCode, detail: string): Problem {
  const status = STATUS[code] ?? 400;
  return { type: `urn:onrecord:error:${code}`, title: code.replaceAll('-', ' '), status, detail, code };
}

export const send = (c: Context, problem: Problem): Response =>
  c.body(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json; charset=utf-8' });

/** What an error of any kind comes to; a fault of ours says nothing of the machine. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Failure) return problemOf(error.code, error.message);
  return problemOf('internal-error', 'Onrecord failed on this request: this is a fault of ours, please report it');
}
