import type { Problem } from '../server/shapes.js';

/** What the server says was wrong, by its code; `unreachable` where it says nothing. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const TOKEN = 'onrecord-token';
export const token = (): string | null => sessionStorage.getItem(TOKEN);
/** Keeps a token until the window is closed; one that no header can carry is none. */
export const keepToken = (value: string): boolean => {
  if (!/^[\x21-\x7e]+$/u.test(value)) return false;
  sessionStorage.setItem(TOKEN, value);
  return true;
};

type Query = Readonly<Record<string, string | number | null | undefined>>;

export function urlOf(path: string, query: Query = {}): string {
  const kept = Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]])); // prettier-ignore
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

const authority = (): Record<string, string> => {
  const held = token();
  return held === null ? {} : { authorization: `Bearer ${held}` };
};

/** @throws ApiError */
export async function send(
  path: string,
  init: RequestInit & { readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { ...init.headers, ...authority() } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('unreachable', 'The ledger does not answer: start it again with onrecord serve, then try again.');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiError(problem?.code ?? 'internal-error', problem?.detail ?? `The server answered ${response.status}.`);
}

// Answers by address, while the ledger stays the same.
const answers = new Map<string, Promise<unknown>>();
const MOST = 300;

/** Asks once; the same question is answered from memory until the ledger changes. */
export function ask<T>(path: string, query: Query = {}): Promise<T> {
  const url = urlOf(path, query);
  const known = answers.get(url);
  if (known !== undefined) return known as Promise<T>;
  const asked = send(url).then((response) => response.json() as Promise<T>);
  asked.catch(() => answers.delete(url));
  answers.set(url, asked);
  if (answers.size > MOST) answers.delete(answers.keys().next().value as string);
  return asked;
}

/** The ledger is another one than before. */
export const forget = (): void => answers.clear();

export const post = (path: string, body: unknown): Promise<Response> =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** When the window is in sight. */
const inSight = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });

/**
 * Calls back whenever the ledger has changed, and when it cannot be reached or can be again, until it is stopped. A window that is not in sight
 * does not listen, as browsers have few lines to one server; it asks again when it comes back.
 */
export function listen(changed: () => void, reachable: (yes: boolean) => void): () => void {
  let stopped = false;
  let line = new AbortController();
  const hidden = (): void => {
    if (document.hidden) line.abort();
  };
  document.addEventListener('visibilitychange', hidden);
  const run = async (): Promise<void> => {
    for (let missed = false; !stopped; missed = true) {
      await inSight();
      line = new AbortController();
      try {
        const response = await send('/api/changes', { signal: line.signal });
        if (missed) changed();
        reachable(true);
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const part = await reader?.read();
          if (part === undefined || part.done) break;
          if (part.value.includes('event: change')) changed();
        }
      } catch {
        if (!line.signal.aborted) reachable(false);
      }
      if (!stopped && !line.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  };
  void run();
  return () => {
    stopped = true;
    line.abort();
    document.removeEventListener('visibilitychange', hidden);
  };
}
