import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface LongListProps<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly row: (row: T, index: number) => ComponentChildren;
  /** A guess at the height of a row in pixels, until it has been seen. */
  readonly height: number;
  readonly more: boolean;
  readonly next: () => void;
  /** The row that must be there, because it is chosen. */
  readonly chosen?: number | undefined;
  readonly label: string;
}

const BEYOND = 800;

/**
 * A list of which only what is near the window is in the page, however long it is. Rows are measured when they are first shown; the rest
 * is room. The next page is asked for before its end comes into sight.
 */
export function LongList<T>({ rows, keyOf, row, height, more, next, chosen, label }: LongListProps<T>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [view, set] = useState({ top: 0, bottom: 1600 });
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      set((now) => {
        const [from, to] = [-top - BEYOND, -top + innerHeight + BEYOND];
        return Math.abs(now.top - from) < BEYOND / 3 && Math.abs(now.bottom - to) < BEYOND / 3 ? now : { top: from, bottom: to };
      });
    };
    const soon = (): void => void (frame ||= requestAnimationFrame(look));
    look();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, []);
  const heightOf = (one: T): number => heights.current.get(keyOf(one)) ?? height;
  let before = 0;
  let from = 0;
  while (from < rows.length && before + heightOf(rows[from] as T) < view.top) before += heightOf(rows[from++] as T);
  let to = from;
  let shown = before;
  while (to < rows.length && shown < view.bottom) shown += heightOf(rows[to++] as T);
  let after = 0;
  for (let i = to; i < rows.length; i++) after += heightOf(rows[i] as T);
  useLayoutEffect(() => {
    for (const child of inner.current?.children ?? []) {
      const key = (child as HTMLElement).dataset['row'];
      if (key !== undefined) heights.current.set(key, (child as HTMLElement).offsetHeight);
    }
  });
  useEffect(() => {
    if (more && to >= rows.length - 10) next();
  }, [to, rows.length, more]);
  useEffect(() => {
    if (chosen === undefined || chosen < 0) return;
    const row = rows[chosen];
    if (row === undefined || list.current === null) return;
    const there = list.current.querySelector<HTMLElement>(`[data-row="${CSS.escape(keyOf(row))}"]`);
    if (there !== null) there.scrollIntoView({ block: 'nearest' });
    else {
      let y = 0;
      for (let i = 0; i < chosen; i++) y += heightOf(rows[i] as T);
      scrollTo(0, y + list.current.getBoundingClientRect().top + scrollY - innerHeight / 2);
    }
  }, [chosen]);
  return (
    <div class="long" ref={list}>
      <div style={{ height: `${before}px` }} />
      <div role="list" aria-label={label} ref={inner}>
        {rows.slice(from, to).map((one, i) => (
          <div
            role="listitem"
            key={keyOf(one)}
            data-row={keyOf(one)}
            aria-setsize={more ? -1 : rows.length}
            aria-posinset={from + i + 1}
          >
            {row(one, from + i)}
          </div>
        ))}
      </div>
      <div style={{ height: `${after}px` }} />
      {more ? (
        <p class="hint" aria-live="polite">
          More is being fetched…
        </p>
      ) : null}
    </div>
  );
}
