import { useEffect, useState } from 'preact/hooks';

/** Whether the window is one column wide. */
export function useNarrow(): boolean {
  const [narrow, set] = useState(() => matchMedia('(max-width: 700px)').matches);
  useEffect(() => {
    const query = matchMedia('(max-width: 700px)');
    const changed = (): void => set(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return narrow;
}

/** The width of an element, kept up to date. */
export function useWidth(find: () => Element | null): number {
  const [width, set] = useState(0);
  useEffect(() => {
    const element = find();
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => set(element.clientWidth));
    watch.observe(element);
    set(element.clientWidth);
    return () => watch.disconnect();
  }, []);
  return width;
}
