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
export const keepToken = (value: string): void => sessionStorage.setItem(TOKEN, value);

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

/** Calls back whenever the ledger has changed, and when it cannot be reached or can be again, until it is stopped. */
export function listen(changed: () => void, reachable: (yes: boolean) => void): () => void {
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    let missed = false;
    while (!stop.signal.aborted) {
      try {
        const response = await send('/api/changes', { signal: stop.signal });
        if (missed) changed();
        missed = false;
        reachable(true);
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const part = await reader?.read();
          if (part === undefined || part.done) break;
          if (part.value.includes('event: change')) changed();
        }
      } catch {
        reachable(stop.signal.aborted);
      }
      missed = true;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  };
  void run();
  return () => stop.abort();
}
