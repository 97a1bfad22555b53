import type { ActorKind } from '../../reading/actor.js';
import type { Store } from '../store/store.js';
import { foldedName } from '../profiles.js';
import { actorAsked, beginsWith, dayAsked, DEFAULT_LIMIT, type ActorName, type Answer, type Filter } from './filter.js';

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly actsFor: ActorName | null;
  readonly names: readonly string[];
  /** How many statements of its own the ledger has. */
  readonly statements: number;
  /** Why names were put together that no name puts together. */
  readonly inferred: string | null;
}

/** Actors, those with the most statements first; with `issue`, those of whose names one begins so. */
export async function actors(store: Store, filter: Filter): Promise<Answer<ActorRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const { kysely } = store;
  let query = kysely
    .selectFrom('actor as a')
    .leftJoin('actor as side', (join) => join.onRef('side.pk', '=', 'a.side').onRef('side.pk', '<>', 'a.pk'))
    .select([
      'a.pk',
      'a.id',
      'a.name',
      'a.kind',
      'a.country',
      'a.inferred',
      'side.id as sideId',
      'side.name as sideName',
      'a.statements',
    ]);
  if (filter.id !== undefined) query = query.where('a.id', '=', filter.id);
  if (filter.kind !== undefined) query = query.where('a.kind', '=', filter.kind);
  if (filter.actor !== undefined) {
    const { pk, isSide } = await actorAsked(store, filter.actor);
    query = query.where(isSide ? 'a.side' : 'a.pk', '=', pk);
  }
  if (filter.issue !== undefined) {
    const [from, before] = beginsWith(foldedName(filter.issue));
    const named = kysely.selectFrom('actor_name').select('actor').where((eb) => eb.or((['folded', 'last'] as const).map((column) => eb.and([eb(column, '>=', from), eb(column, '<', before)])))); // prettier-ignore
    query = query.where('a.pk', 'in', named);
  }
  const rows = await query.orderBy('a.statements', 'desc').orderBy('a.id', 'desc').limit(limit + 1).offset(filter.offset ?? 0).execute(); // prettier-ignore
  const shown = rows.slice(0, limit);
  const names = shown.length === 0 ? [] : await kysely.selectFrom('actor_name').select(['actor', 'name']).where('actor', 'in', shown.map(({ pk }) => pk)).orderBy('name').execute(); // prettier-ignore
  return {
    asOf,
    rows: shown.map(({ pk, sideId, sideName, kind, ...row }) => ({
      ...row,
      kind: kind as ActorKind,
      actsFor: sideId === null ? null : { id: sideId, name: sideName as string },
      names: [...new Set(names.filter(({ actor }) => actor === pk).map(({ name }) => name))].filter((name) => name !== row.name),
    })),
    more: rows.length > limit,
  };
}
