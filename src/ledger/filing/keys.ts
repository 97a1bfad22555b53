import { ALLUSIONS } from '../data/outcome-words.js';
import { keyOf, type Space } from '../gate.js';
import type { FactItem, Item } from '../items.js';
import { isReply } from '../outcomes.js';
import type { Connection } from '../store/store.js';
import type { Sides } from '../who.js';

/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 864e5);

const SPACE: Readonly<Record<Item['kind'], Space>> = { statement: 's', event: 'e', commitment: 'c', position: 'p', fact: 'n' };

const keys = (space: Space, terms: readonly string[], sides: readonly string[]): number[] =>
  [...new Set(sides)].flatMap((side) => terms.map((term) => keyOf(space, Number(side), term)));

/** Whether a clause may allude to what somebody said before. */
export const mayAllude = (fact: FactItem): boolean => ALLUSIONS.has(fact.verb) || fact.verb === 'give';

const sidesOf = (item: Item, who: Sides): readonly string[] => [...new Set(item.parties.map((p) => who.side(p) as string))];
const agentSides = (fact: FactItem, who: Sides): readonly string[] => [...new Set(fact.agents.map((p) => who.side(p) as string))];

/** The keys by which an item is found. */
export function ownKeys(item: Item, who: Sides): readonly number[] {
  const own = keys(SPACE[item.kind], item.chief, sidesOf(item, who));
  if (isReply(item)) return [...own, ...keys('r', item.chief, sidesOf(item, who))];
  return item.kind === 'fact' && mayAllude(item) ? [...own, ...keys('a', item.chiefContext, agentSides(item, who))] : own;
}

/** Keys to look up, each with the days between which what it finds was published. */
export type Lookup = readonly [key: number, from: number, to: number];

/** Where an item looks for others of its own kind. */
export const likeItself = (item: Item, who: Sides, reach: number): readonly Lookup[] =>
  lookIn(SPACE[item.kind], item, who, reach, reach);

const around = (all: readonly number[], day: number, before: number, after: number): readonly Lookup[] =>
  all.map((key) => [key, day - before, day + after]);

export const lookIn = (
  space: Space,
  item: Item,
  who: Sides,
  before: number,
  after: number,
  terms: readonly string[] = item.chief,
  sides = sidesOf(item, who),
): readonly Lookup[] => around(keys(space, terms, sides), dayNumber(item.published), before, after);

export const allusiveTo = (fact: FactItem, who: Sides, reach: number): readonly Lookup[] =>
  mayAllude(fact) ? lookIn('s', fact, who, reach, 0, fact.chiefContext, agentSides(fact, who)) : [];

/** The items that lookups find, by the index of the list that found them. */
export async function find(
  connection: Connection,
  lists: readonly (readonly Lookup[])[],
): Promise<readonly ReadonlySet<number>[]> {
  const out = lists.map(() => new Set<number>());
  const rows = lists.flatMap((list, i) => list.map(([key, from, to]) => [i, key, from, to]));
  if (rows.length === 0) return out;
  // One row a list: a row costs more than the numbers in it.
  const text =
    connection.dialect === 'sqlite'
      ? 'select q.value->>0 as list, group_concat(k.item) as items from json_each(?) q cross join item_key k where k.key = q.value->>1 and k.day between q.value->>2 and q.value->>3 group by 1'
      : `select (q.value->>0)::bigint as list, string_agg(k.item::text, ',') as items from json_array_elements(?::json) as q(value) join item_key k on k.key = (q.value->>1)::bigint and k.day between (q.value->>2)::bigint and (q.value->>3)::bigint group by 1`;
  for (const { list, items } of await connection.all<{ list: number; items: string }>(text, JSON.stringify(rows)))
    out[list] = new Set(items.split(',').map(Number));
  return out;
}
