import type { Item } from './items.js';
import type { Evidence } from './places.js';
import type { Connection } from './store/store.js';
import type { ActorDecisions } from './who-is-who.js';

/** What people decide. Actors are named by their profiles, records by what shows them, so that a decision outlives a new reading. */
export type Decision =
  | { readonly kind: 'merge'; readonly actors: readonly [ActorAnchor, ActorAnchor] }
  | { readonly kind: 'split'; readonly actor: ActorAnchor }
  | { readonly kind: 'rename'; readonly actor: ActorAnchor; readonly name: string }
  | { readonly kind: 'confirm' | 'reject'; readonly record: RecordAnchor }
  | { readonly kind: 'correct'; readonly record: RecordAnchor; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'link' | 'unlink'; readonly records: readonly [RecordAnchor, RecordAnchor] };

/** An actor by the profiles that it had, and the names of these. */
export interface ActorAnchor {
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** A record by its kind and the first piece of evidence that shows it, with the words, by which people know it again. */
export interface RecordAnchor extends Evidence {
  readonly kind: RecordKind;
  readonly id: string;
  readonly quote: string;
}
export type RecordKind = 'statement' | 'event' | 'commitment' | 'position' | 'dispute';

/** A decision as it is kept, and shared between desks. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly who: string;
  /** ISO 8601, to the second. */
  readonly at: string;
  readonly why: string;
}

interface Row {
  readonly pk: number;
  readonly kind: string;
  readonly payload: string;
}

/** The decisions in force of some kinds, in the order in which they were taken. */
export async function inForce<K extends Decision['kind']>(
  connection: Connection,
  kinds: readonly K[],
): Promise<readonly (Extract<Decision, { kind: K }> & { readonly pk: number })[]> {
  const rows = await connection.all<Row>(`select pk, kind, payload from decision where undone = 0 and kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) order by pk`); // prettier-ignore
  return rows.map(({ pk, payload }) => ({ ...(JSON.parse(payload) as Extract<Decision, { kind: K }>), pk }));
}

/** Decisions about actors that are in force, as profiles that the ledger has now. */
export async function actorDecisions(connection: Connection): Promise<ActorDecisions> {
  const all = await inForce(connection, ['merge', 'split']);
  if (all.length === 0) return { merged: [], split: [] };
  // The last decision on a profile counts: a split takes it out of what was merged, a merge puts back what was split.
  let groups: (readonly string[])[] = [];
  let split: (readonly string[])[] = [];
  for (const decision of all) {
    const without = (lists: readonly (readonly string[])[], keys: readonly string[]): (readonly string[])[] =>
      lists.map((list) => list.filter((key) => !keys.includes(key))).filter((list) => list.length > 0);
    if (decision.kind === 'split') {
      const keys = await keysNow(connection, decision.actor);
      groups = without(groups, keys);
      split = [...without(split, keys), keys];
      continue;
    }
    const keys = [...(await keysNow(connection, decision.actors[0])), ...(await keysNow(connection, decision.actors[1]))];
    split = without(split, keys);
    groups.push(keys);
  }
  const merged = groups.flatMap(([first, ...others]) => others.map((key) => [first as string, key] as const));
  return { merged, split };
}

/** The profiles of an actor that the ledger has: those it had when it was decided, and where none is left, those of the same names. */
export async function keysNow(connection: Connection, { keys, names }: ActorAnchor): Promise<readonly string[]> {
  const found: string[] = [];
  for (const key of keys) if ((await connection.all('select pk from profile where key = ?', key)).length > 0) found.push(key);
  if (found.length > 0) return found;
  for (const name of names) {
    const rows = await connection.all<{ key: string }>('select p.key from profile p join actor_name n on n.actor = p.actor where n.name = ? order by p.key', name); // prettier-ignore
    found.push(...rows.map(({ key }) => key));
  }
  return [...new Set(found)];
}

/** Names that people have given, by profile. */
export async function givenNames(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const out = new Map<string, string>();
  for (const { actor, name } of await inForce(connection, ['rename']))
    for (const key of await keysNow(connection, actor)) out.set(key, name);
  return out;
}

/** Pairs of items that people have put together or taken apart; the last decision on a pair counts. */
export class Links {
  readonly #pairs: readonly { readonly a: RecordAnchor; readonly b: RecordAnchor; readonly same: boolean }[];

  constructor(pairs: readonly { readonly a: RecordAnchor; readonly b: RecordAnchor; readonly same: boolean }[]) {
    this.#pairs = pairs;
  }

  static async load(connection: Connection): Promise<Links> {
    const all = await inForce(connection, ['link', 'unlink']);
    return new Links(all.map(({ kind, records: [a, b] }) => ({ a, b, same: kind === 'link' })));
  }

  get documents(): ReadonlySet<string> {
    return new Set(this.#pairs.flatMap(({ a, b }) => [a.document, b.document]));
  }

  forced(x: Item, y: Item): boolean | null {
    let found: boolean | null = null;
    for (const { a, b, same } of this.#pairs) if ((shows(a, x) && shows(b, y)) || (shows(a, y) && shows(b, x))) found = same;
    return found;
  }

  /** Documents whose items people have linked to an item. */
  partnersOf(item: Item): readonly string[] {
    return this.#pairs.flatMap(({ a, b, same }) =>
      !same ? [] : shows(a, item) ? [b.document] : shows(b, item) ? [a.document] : [],
    );
  }
}

/** Whether an item is what an anchor points at: of its kind, in its document, and sharing most of the shorter one's characters. */
export function shows(anchor: RecordAnchor, item: Pick<Item, 'kind' | 'evidence'>): boolean {
  if (anchor.kind !== item.kind || anchor.document !== item.evidence.document) return false;
  return common(anchor.spans, item.evidence.spans) > 0.5 * Math.min(length(anchor.spans), length(item.evidence.spans));
}

export const length = (spans: Evidence['spans']): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
export const common = (a: Evidence['spans'], b: Evidence['spans']): number =>
  a.reduce((sum, [s, e]) => sum + b.reduce((inner, [x, y]) => inner + Math.max(0, Math.min(e, y) - Math.max(s, x)), 0), 0);
