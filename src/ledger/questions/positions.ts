import type { Stance } from '../../reading/positions.js';
import type { PositionStep } from '../record.js';
import type { Store } from '../store/store.js';
import {
  actorAsked,
  dayAsked,
  DEFAULT_LIMIT,
  hasAllWords,
  hasWords,
  type ActorName,
  type Answer,
  type Filter,
} from './filter.js';

export interface PositionRow {
  readonly id: string;
  readonly actor: ActorName;
  readonly issue: string;
  readonly stance: Stance;
  /** The day since which it is held. */
  readonly since: string;
  readonly history: readonly PositionStep[];
  readonly verdict: string | null;
}

const CHUNK = 200;

/** Positions, the one that changed last first. */
export async function positions(store: Store, filter: Filter): Promise<Answer<PositionRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const actor = filter.actor === undefined ? null : await actorAsked(store, filter.actor);
  const out: PositionRow[] = [];
  let skip = filter.offset ?? 0;
  for (let from = 0; ; from += CHUNK) {
    let query = store.kysely
      .selectFrom('position as p')
      .innerJoin('actor', 'actor.pk', 'p.actor')
      .select(['p.pk', 'p.id', 'p.issue', 'p.verdict', 'actor.id as actorId', 'actor.name as actorName'])
      .where('p.published', '<=', asOf)
      .where((eb) => eb.or([eb('p.verdict', 'is', null), eb('p.verdict', '<>', 'rejected')]));
    if (filter.id !== undefined) query = query.where('p.id', '=', filter.id);
    if (actor !== null) query = query.where(actor.isSide ? 'p.side' : 'p.actor', '=', actor.pk);
    if (filter.since !== undefined) query = query.where('p.day', '>=', filter.since);
    if (filter.until !== undefined) query = query.where('p.day', '<=', filter.until);
    if (hasWords(filter.issue)) query = query.where(hasAllWords('p.issue', filter.issue));
    const rows = await query.orderBy('p.day', 'desc').orderBy('p.id').limit(CHUNK).offset(from).execute();
    const steps = await stancesOf(
      store,
      rows.map((row) => row.pk),
    );
    for (const row of rows) {
      const history = (steps.get(row.pk) ?? []).filter((step) => step.published <= asOf);
      const last = history.at(-1);
      if (last === undefined || (filter.stance !== undefined && last.stance !== filter.stance)) continue;
      if (skip > 0) {
        skip--;
        continue;
      }
      out.push({ id: row.id, actor: { id: row.actorId, name: row.actorName }, issue: row.issue, stance: last.stance, since: last.on, history, verdict: row.verdict }); // prettier-ignore
      if (out.length > limit) return { asOf, rows: out.slice(0, limit), more: true };
    }
    if (rows.length < CHUNK) return { asOf, rows: out, more: false };
  }
}

/** The steps of positions, in order. */
export async function stancesOf(store: Store, pks: readonly number[]): Promise<ReadonlyMap<number, readonly PositionStep[]>> {
  const out = new Map<number, PositionStep[]>();
  if (pks.length === 0) return out;
  const rows = await store.kysely.selectFrom('position_step').selectAll().where('position', 'in', [...pks]).orderBy('position').orderBy('seq').execute(); // prettier-ignore
  for (const row of rows) {
    const list = out.get(row.position) ?? [];
    list.push({ document: row.document, spans: JSON.parse(row.spans) as PositionStep['spans'], published: row.published, on: row.happened, stance: row.stance as Stance }); // prettier-ignore
    out.set(row.position, list);
  }
  return out;
}
