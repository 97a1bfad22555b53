import { go } from './address.js';
import { useHere } from './desk.js';

/** Walks a list by keys: the row that the address has open, and a step to another one, which is brought into sight by `there`. */
export function useWalk(
  rows: readonly { readonly id: string }[],
  open: string | null,
  there: string,
): { readonly index: number; readonly step: (by: number) => void } {
  const here = useHere();
  const index = rows.findIndex(({ id }) => id === open);
  const step = (by: number): void => {
    const row = rows[index < 0 ? (by > 0 ? 0 : rows.length - 1) : index + by];
    if (row === undefined) return;
    go(here({ open: row.id }), { replace: true });
    // When it has been drawn.
    setTimeout(() => document.querySelector(there)?.scrollIntoView({ block: 'nearest' }), 50);
  };
  return { index, step };
}
