import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
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

const MOST = 500;

/** A long list, a page at a time; without a path nothing is asked. When the ledger changes, as much of it is asked again as was there. */
export function usePages<T>(path: string | null, query: Query, version: number, size = 50): Pages<T> {
  const url = path === null ? '' : urlOf(path, { ...query, limit: size });
  const [state, set] = useState<{ readonly url: string; readonly version: number; readonly rows: readonly T[] | null; readonly next: string | null; readonly asOf: string | null; readonly error: ApiError | null }>({ url, version, rows: null, next: null, asOf: null, error: null }); // prettier-ignore
  const busy = useRef<string | null>(null);
  useEffect(() => {
    if (path === null) {
      // What comes next is another list: nothing of this one is shown for it.
      set({ url, version, rows: null, next: null, asOf: null, error: null });
      return undefined;
    }
    let live = true;
    const had = state.url === url ? (state.rows?.length ?? 0) : 0;
    const limit = Math.min(MOST, Math.max(size, Math.ceil(had / size) * size));
    ask<Page<T>>(urlOf(path, { ...query, limit })).then(
      ({ rows, next, asOf }) => live && set({ url, version, rows, next, asOf, error: null }),
      (error: unknown) => live && set({ url, version, rows: null, next: null, asOf: null, error: asError(error) }),
    );
    return () => void (live = false);
  }, [url, version]);
  const next = (): void => {
    const { next: cursor } = state;
    if (path === null || cursor === null || state.url !== url || state.version !== version || busy.current === cursor) return;
    busy.current = cursor;
    // What comes for a list that is no longer shown is left.
    const same = (now: typeof state): boolean => now.url === url && now.version === version && now.next === cursor;
    ask<Page<T>>(urlOf(path, { ...query, limit: size, cursor }))
      .then(({ rows, next: following }) =>
        set((now) => (same(now) ? { ...now, rows: [...(now.rows ?? []), ...rows], next: following } : now)),
      )
      .catch((error: unknown) => set((now) => (same(now) ? { ...now, next: null, error: asError(error) } : now)))
      .finally(() => (busy.current = null));
  };
  return { data: state.rows, error: state.error, asOf: state.asOf, more: state.next !== null, next };
}

/** Lists that are shown as one. */
export function useJoined<T>(all: readonly Pages<T>[]): {
  readonly rows: readonly T[];
  /** Each has answered. */
  readonly ready: boolean;
  readonly error: ApiError | null;
  readonly asOf: string | null;
  readonly more: boolean;
} {
  const rows = useMemo(
    () => all.flatMap(({ data }) => data ?? []),
    all.map(({ data }) => data),
  );
  return {
    rows,
    ready: all.every(({ data, error }) => data !== null || error !== null),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    asOf: all.find(({ asOf }) => asOf !== null)?.asOf ?? null,
    more: all.some(({ more }) => more),
  };
}

/** Rows of a list, and before them the one that was chosen by its address where it is not among them. */
export function useWithChosen<T extends { readonly id: string }>(
  path: string,
  query: Query,
  version: number,
  rows: readonly T[] | null,
  id: string | null,
): readonly T[] {
  // prettier-ignore
  const missing = id !== null && rows !== null && !rows.some((row) => row.id === id);
  const { data } = useAsk<Page<T>>(missing ? path : null, { ...query, id }, version);
  const [chosen] = data?.rows ?? [];
  return missing && chosen?.id === id ? [chosen, ...rows] : (rows ?? []);
}
