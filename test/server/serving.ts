import { readFileSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Reading } from '../../src/reading/reading.js';
import { identifyLanguage } from '../../src/language/identify.js';
import { Annotator } from '../../src/language/annotator.js';
import { readingOf } from '../../src/reading/reading.js';
import type { Read } from '../../src/server/adding.js';
import { makeApp } from '../../src/server/app.js';
import { Changes } from '../../src/server/changes.js';
import type { Files } from '../../src/server/files.js';

export interface Served {
  readonly app: OpenAPIHono;
  readonly ledger: Ledger;
  readonly changes: Changes;
  /** Asks as a page on this machine does. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly json: <T>(path: string) => Promise<T>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
}

const HOST = '127.0.0.1:8765';

/** The server over a ledger in memory that holds some readings. */
export async function served(
  readings: readonly Reading[],
  {
    token = null,
    read = () => Promise.reject(new Error('nothing is read here')),
    files = new Map(),
  }: { readonly token?: string | null; readonly read?: Read; readonly files?: Files } = {},
): Promise<Served> {
  const ledger = await Ledger.open(':memory:');
  for (const reading of readings) await ledger.add(reading);
  const changes = new Changes(ledger.store);
  const app = makeApp({ ledger, read, changes, token, files });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...(init.headers as Record<string, string>) } });
  return {
    app,
    ledger,
    changes,
    ask,
    json: async <T>(path: string) => {
      const response = await ask(path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    post: (path, body) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
}

/** Reads with the shipped model. */
export async function reader(): Promise<{ readonly read: Read; readonly close: () => Promise<void> }> {
  const annotator = await Annotator.load({ threads: 1 });
  return {
    read: async (document) =>
      readingOf(document, await annotator.annotate(document.text), identifyLanguage(document.text), {
        version: 'test',
        model: annotator.model,
      }),
    close: () => annotator.close(),
  };
}

export const example = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
