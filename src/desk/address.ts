import { useEffect, useState } from 'preact/hooks';

/** The views of the desk: the first part of the address, what people call it, and the letter after G. */
export const VIEWS = [
  { view: 'read', name: 'Read', key: 'r' },
  { view: 'deadlines', name: 'Deadlines', key: 'd' },
  { view: 'commitments', name: 'Commitments', key: 'c' },
  { view: 'positions', name: 'Positions', key: 'p' },
  { view: 'timeline', name: 'Timeline', key: 't' },
  { view: 'disputes', name: 'Disputes', key: 'x' },
  { view: 'actors', name: 'Actors', key: 'a' },
  { view: 'add', name: 'Add', key: 'n' },
  { view: 'review', name: 'Review', key: 'v' },
  { view: 'search', name: 'Search', key: 's' },
] as const;
export type View = (typeof VIEWS)[number]['view'];

/** Where one is: a view, the article or actor that it is about, and every choice made in it. */
export interface Address {
  readonly view: View;
  readonly id: string | null;
  /** Whether there is such a view. */
  readonly known: boolean;
  readonly query: Readonly<Record<string, string>>;
}

export function parseAddress(path: string, search: string): Address {
  const [first = '', second = ''] = path.replace(/^\//u, '').split('/');
  const found = VIEWS.find((one) => one.view === first)?.view;
  return {
    view: found ?? 'read',
    known: found !== undefined || first === '',
    id: second === '' ? null : decoded(second),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The address of a view; a choice that is null, undefined or empty is left out. */
export function hrefOf(
  view: View,
  id: string | null = null,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined && pair[1] !== ''); // prettier-ignore
  const search = new URLSearchParams(kept).toString();
  return `/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}${search === '' ? '' : `?${search}`}`;
}

const MOVED = 'desk-moved';

/** Goes to an address of the desk. With `replace` the one before is not gone back to. */
export function go(
  href: string,
  { replace = false, keep = false }: { readonly replace?: boolean; readonly keep?: boolean } = {},
): void {
  if (replace) history.replaceState(history.state, '', href);
  else {
    // Who comes back finds the place again.
    history.replaceState({ y: scrollY }, '');
    history.pushState(null, '', href);
  }
  dispatchEvent(new Event(MOVED));
  if (!replace && !keep) scrollTo(0, 0);
}

export function useAddress(): Address {
  const [address, set] = useState(() => parseAddress(location.pathname, location.search));
  useEffect(() => {
    const moved = (): void => set(parseAddress(location.pathname, location.search));
    addEventListener('popstate', moved);
    addEventListener(MOVED, moved);
    return () => {
      removeEventListener('popstate', moved);
      removeEventListener(MOVED, moved);
    };
  }, []);
  return address;
}

/** Scrolls to where one was when one goes back, as soon as the view is long enough again. */
export function restorePlace(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    const y = (event.state as { readonly y?: number } | null)?.y ?? 0;
    const until = performance.now() + 2000;
    const look = (): void => {
      if (document.documentElement.scrollHeight >= y + innerHeight || performance.now() > until) scrollTo(0, y);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Links of the desk are followed within it; those with a key held, or to elsewhere, are the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (
    link === null ||
    href == null ||
    !href.startsWith('/') ||
    link.hasAttribute('download') ||
    (link.getAttribute('target') ?? '') !== ''
  )
    return;
  if (!VIEWS.some(({ view }) => href === `/${view}` || href.startsWith(`/${view}/`) || href.startsWith(`/${view}?`)) && href !== '/') return; // prettier-ignore
  event.preventDefault();
  go(href, { keep: link.dataset['keep'] !== undefined });
}
