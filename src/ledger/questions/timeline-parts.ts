import { sql } from 'kysely';
import { newestDay } from '../stored-record.js';
import type { Store } from '../store/store.js';
import { actorAsked, hasAllWords, hasWords, searchWords, type Filter } from './filter.js';

/**
 * Statements `s` and events `e` that a filter leaves, for whoever lists or counts them: what was published by the day and nobody has
 * rejected. Where nothing is held back by the day, or by a decision, nothing is asked for either, so that an index can answer alone.
 */
// The queries are typed by the schema.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export async function timelineParts(store: Store, filter: Filter, asOf: string) {
  const { kysely } = store;
  let said = kysely.selectFrom('statement as s');
  let happened = kysely.selectFrom('event as e');
  if (asOf < ((await newestDay(store)) ?? ''))
    [said, happened] = [said.where('s.published', '<=', asOf), happened.where('e.published', '<=', asOf)];
  const rejected = await store.all(`select 1 from verdict where verdict = 'rejected' and kind in ('statement', 'event') limit 1`);
  if (rejected.length > 0) {
    said = said.where((eb) => eb.or([eb('s.verdict', 'is', null), eb('s.verdict', '<>', 'rejected')]));
    happened = happened.where((eb) => eb.or([eb('e.verdict', 'is', null), eb('e.verdict', '<>', 'rejected')]));
  }
  if (filter.actor !== undefined) {
    const { pk, isSide } = await actorAsked(store, filter.actor);
    said = said.where(isSide ? 's.side' : 's.speaker', '=', pk);
    const own = kysely
      .selectFrom('actor')
      .select('actor.pk')
      .where(isSide ? 'actor.side' : 'actor.pk', '=', pk);
    happened = happened.where('e.pk', 'in', kysely.selectFrom('event_actor').select('event').where('actor', 'in', own));
  }
  if (filter.since !== undefined)
    [said, happened] = [said.where('s.day', '>=', filter.since), happened.where('e.day', '>=', filter.since)];
  if (filter.until !== undefined)
    [said, happened] = [said.where('s.day', '<=', filter.until), happened.where('e.day', '<=', filter.until)];
  if (filter.act !== undefined)
    [said, happened] = [said.where('s.act', '=', filter.act), happened.where('e.type', '=', filter.act)];
  if (hasWords(filter.issue)) {
    const words = searchWords(store, filter.issue);
    said = said.where(store.dialect === 'sqlite' ? sql<boolean>`s.pk in (select rowid from statement_text where statement_text match ${words})` : sql<boolean>`s.words @@ to_tsquery('simple', ${words})`); // prettier-ignore
    happened = happened.where(hasAllWords('e.content', filter.issue));
  }
  return { said, happened };
}
