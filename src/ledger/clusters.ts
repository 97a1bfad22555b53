import { meets } from './gate.js';
import type { CommitmentItem, EventItem, Item, PositionItem, StatementItem } from './items.js';
import { byPlace } from './places.js';
import { sameCommitment, sameEvent, samePosition, sameStatement } from './same.js';
import type { Sides } from './who.js';

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By publication, then by document and place: the order of reports everywhere. */
export const byReport = (a: Item, b: Item): number =>
  order(a.published, b.published) || byPlace(a.evidence, b.evidence) || order(localOf(a), localOf(b));

const localOf = (item: Item): string => (item.kind === 'position' ? item.issue : item.kind === 'fact' ? item.verb : item.local);

/** Whether two items show one record. */
export function sameRecord(a: Item, b: Item, who: Sides): boolean {
  if (a.kind !== b.kind) return false;
  const forced = who.forced(a, b);
  if (forced !== null) return forced;
  if (!meets(a, b, (profile) => who.side(profile))) return false;
  switch (a.kind) {
    case 'statement':
      return sameStatement(a, b as StatementItem, who);
    case 'event':
      return sameEvent(a, b as EventItem, who);
    case 'commitment':
      return sameCommitment(a, b as CommitmentItem, who);
    case 'position':
      return samePosition(a, b as PositionItem, who);
    case 'fact':
      return false;
  }
}

/** Connected components of items under a relation of two, each in the order of reports. */
export function components<T extends Item>(items: readonly T[], same: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const top = items.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (top[at] !== at) at = top[at] as number;
    return at;
  };
  items.forEach((a, i) => {
    for (let k = i + 1; k < items.length; k++) {
      const [x, y] = [find(i), find(k)];
      if (x !== y && same(a, items[k] as T)) top[Math.max(x, y)] = Math.min(x, y);
    }
  });
  const out = new Map<number, T[]>();
  items.forEach((item, i) => {
    const group = out.get(find(i));
    if (group === undefined) out.set(find(i), [item]);
    else group.push(item);
  });
  return [...out.values()].map((group) => group.sort(byReport));
}
