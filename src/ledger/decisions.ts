import type { Connection } from './store/store.js';
import type { ActorDecisions } from './who-is-who.js';

/** Decisions about actors that are in force, as pairs of profile keys. */
export async function actorDecisions(connection: Connection): Promise<ActorDecisions> {
  const rows = await connection.all<{ kind: string; payload: string }>(`select kind, payload from decision where undone = 0 and kind in ('merge', 'split') order by pk`); // prettier-ignore
  const merged: (readonly [string, string])[] = [];
  const split: string[] = [];
  for (const { kind, payload } of rows) {
    const keys = (JSON.parse(payload) as { readonly keys: readonly string[] }).keys;
    if (kind === 'merge') merged.push([keys[0] as string, keys[1] as string]);
    else split.push(...keys);
  }
  return { merged, split };
}
