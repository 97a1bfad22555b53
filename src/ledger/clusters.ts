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

/**
 * The records that items come to: connected components of those that show the same, each in the order of reports. Only items that can meet
 * are compared, or all where people have decided that some belong together.
 */
export function clustersOf<T extends Item>(items: readonly T[], who: Sides): readonly (readonly T[])[] {
  const sorted = [...items].sort(byReport);
  const top = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (top[at] !== at) at = top[at] = top[top[at] as number] as number;
    return at;
  };
  const met = new Map<string, number[]>();
  sorted.forEach((item, i) => {
    const near = new Set<number>();
    for (const block of who.decidesPairs ? ['all'] : blocksOf(item, who)) {
      const members = met.get(block);
      if (members === undefined) met.set(block, [i]);
      else {
        for (const other of members) near.add(other);
        members.push(i);
      }
    }
    for (const other of near) {
      const [x, y] = [find(other), find(i)];
      if (x !== y && sameRecord(sorted[other] as T, item, who)) top[Math.max(x, y)] = Math.min(x, y);
    }
  });
  const out = new Map<number, T[]>();
  sorted.forEach((item, i) => {
    const group = out.get(find(i));
    if (group === undefined) out.set(find(i), [item]);
    else group.push(item);
  });
  return [...out.values()];
}

/** Two items that `meets` lets meet have one of these in common. */
const blocksOf = (item: Item, who: Sides): readonly string[] => [
  `d ${item.document}`,
  ...[...new Set(item.parties.map((profile) => who.side(profile)))].flatMap((side) =>
    item.chief.map((term) => `s ${side ?? ''} ${term}`),
  ),
];
