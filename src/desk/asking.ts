import { useEffect, useState } from 'preact/hooks';
import { ask, ApiError, urlOf } from './api.js';
import type { Page } from '../server/shapes.js';

export interface Asked<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
}
type Query = Readonly<Record<string, string | number | null | undefined>>;

export const asError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('internal-error', error instanceof Error ? error.message : String(error));

/** An answer of the API; asked again when the question or the ledger changes. What was shown stays until the next answer is there. */
export function useAsk<T>(path: string | null, query: Query, version: number): Asked<T> {
  const url = path === null ? null : urlOf(path, query);
  const [state, set] = useState<Asked<T> & { readonly path: string | null }>({ data: null, error: null, path: null });
  useEffect(() => {
    if (url === null) {
      set({ data: null, error: null, path: null });
      return undefined;
    }
    let live = true;
    ask<T>(url).then(
      (data) => live && set({ data, error: null, path }),
      (error: unknown) => live && set({ data: null, error: asError(error), path }),
    );
    return () => void (live = false);
  }, [url, version]);
  // The answer about one thing is never shown for another.
  return state.path === path ? state : { data: null, error: null };
}

export interface Pages<T> extends Asked<readonly T[]> {
  readonly asOf: string | null;
  readonly more: boolean;
  readonly next: () => void;
}

/** A long list, a page at a time. */
export function usePages<T>(path: string, query: Query, version: number, size = 50): Pages<T> {
  const url = urlOf(path, { ...query, limit: size });
  const [state, set] = useState<{ readonly url: string; readonly rows: readonly T[] | null; readonly next: string | null; readonly asOf: string | null; readonly error: ApiError | null }>({ url, rows: null, next: null, asOf: null, error: null }); // prettier-ignore
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let live = true;
    ask<Page<T>>(url).then(
      ({ rows, next, asOf }) => live && set({ url, rows, next, asOf, error: null }),
      (error: unknown) => live && set({ url, rows: null, next: null, asOf: null, error: asError(error) }),
    );
    return () => void (live = false);
  }, [url, version]);
  const next = (): void => {
    if (busy || state.next === null || state.url !== url) return;
    setBusy(true);
    ask<Page<T>>(urlOf(path, { ...query, limit: size, cursor: state.next }))
      .then(({ rows, next }) => set((now) => (now.url === url ? { ...now, rows: [...(now.rows ?? []), ...rows], next } : now)))
      .catch((error: unknown) => set((now) => ({ ...now, next: null, error: asError(error) })))
      .finally(() => setBusy(false));
  };
  return { data: state.rows, error: state.error, asOf: state.asOf, more: state.next !== null, next };
}
