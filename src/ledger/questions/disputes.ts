import type { DisputeKind } from '../../reading/disputes.js';
import type { Report } from '../record.js';
import type { Store } from '../store/store.js';
import { actorAsked, dayAsked, DEFAULT_LIMIT, hasAllWords, hasWords, type Answer, type Filter } from './filter.js';

export interface DisputeRow {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly day: string;
  readonly about: string;
  readonly reason: string;
  readonly sides: readonly Report[];
  readonly verdict: string | null;
}

/** Disputes, the latest first: suggestions, each with its reason, until somebody decides; with `state: 'open'`, only those. */
export async function disputes(store: Store, filter: Filter): Promise<Answer<DisputeRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  let query = store.kysely
    .selectFrom('dispute as d')
    .select(['d.id', 'd.kind', 'd.day', 'd.about', 'd.reason', 'd.verdict', (eb) => eb.fn.min('d.owner').as('owner')])
    .where('d.published', '<=', asOf)
    .where((eb) => eb.or([eb('d.verdict', 'is', null), eb('d.verdict', '<>', 'rejected')]))
    .groupBy(['d.id', 'd.kind', 'd.day', 'd.about', 'd.reason', 'd.verdict']);
  if (filter.actor !== undefined) {
    const { pk, isSide } = await actorAsked(store, filter.actor);
    const own = store.kysely
      .selectFrom('actor')
      .select('actor.pk')
      .where(isSide ? 'actor.side' : 'actor.pk', '=', pk);
    query = query.where('d.id', 'in', store.kysely.selectFrom('dispute_actor').select('dispute').where('actor', 'in', own));
  }
  if (filter.id !== undefined) query = query.where('d.id', '=', filter.id);
  if (filter.state === 'open') query = query.where('d.verdict', 'is', null);
  if (filter.kind !== undefined) query = query.where('d.kind', '=', filter.kind);
  if (filter.since !== undefined) query = query.where('d.day', '>=', filter.since);
  if (filter.until !== undefined) query = query.where('d.day', '<=', filter.until);
  if (hasWords(filter.issue)) query = query.where(hasAllWords('d.about', filter.issue));
  const rows = await query
    .orderBy('d.day', 'desc')
    .orderBy('d.id')
    .limit(limit + 1)
    .offset(filter.offset ?? 0)
    .execute();
  const shown = rows.slice(0, limit);
  const sides = await sidesOf(
    store,
    shown.map(({ owner, id }) => ({ owner: owner, id })),
  );
  return {
    asOf,
    rows: shown.map(({ id, kind, day, about, reason, verdict }) => ({ id, kind: kind as DisputeKind, day, about, reason, sides: sides.get(id) ?? [], verdict })), // prettier-ignore
    more: rows.length > limit,
  };
}

export async function sidesOf(
  store: Store,
  all: readonly { readonly owner: string; readonly id: string }[],
): Promise<ReadonlyMap<string, readonly Report[]>> {
  const out = new Map<string, Report[]>();
  if (all.length === 0) return out;
  const owners = new Map(all.map(({ owner, id }) => [id, owner]));
  const rows = await store.kysely.selectFrom('dispute_side').selectAll().where('dispute', 'in', [...owners.keys()]).orderBy('dispute').orderBy('seq').execute(); // prettier-ignore
  for (const row of rows) {
    if (owners.get(row.dispute) !== row.owner) continue;
    const list = out.get(row.dispute) ?? [];
    list.push({ document: row.document, spans: JSON.parse(row.spans) as Report['spans'], published: row.published });
    out.set(row.dispute, list);
  }
  return out;
}
