import { Failure } from '../../document/failure.js';
import type { Profile } from '../profiles.js';
import { oneOf, type Store } from '../store/store.js';
import { actors, type ActorRow } from './actors.js';
import type { ActorName } from './filter.js';

/** A name or an office under which articles speak of an actor. */
export interface NameUsed {
  readonly name: string;
  readonly articles: number;
  /** The first article that has it. */
  readonly first: { readonly id: string; readonly published: string; readonly publisher: string | null };
}

/** Who an actor is to the ledger: its names with the articles, what it said by act, and who speaks for it. */
export interface Dossier extends ActorRow {
  readonly used: readonly NameUsed[];
  /** Offices that articles give it, such as `prime minister`. */
  readonly offices: readonly NameUsed[];
  readonly acts: readonly { readonly act: string; readonly count: number }[];
  /** Those who speak for it, those with the most statements first. */
  readonly speakers: readonly ActorName[];
  /** Others of the same last name that were kept apart. */
  readonly namesakes: readonly ActorName[];
}

const MANY = 20;

/** @throws Failure `no-such-record` */
export async function dossier(store: Store, id: string): Promise<Dossier> {
  const [own] = await store.all<{ pk: number }>('select pk from actor where id = ?', id);
  if (own === undefined) throw new Failure('no-such-record', { id });
  const row = (await actors(store, { id, limit: 1 })).rows[0];
  if (row === undefined) throw new Failure('no-such-record', { id });
  const { pk } = own;
  const used = await store.all<{ data: string; articles: number; first: number }>('select p.data, count(distinct ap.article) as articles, min(ap.article) as first from profile p join article_profile ap on ap.profile = p.pk where p.actor = ? group by p.pk, p.data order by 2 desc, 3 limit 50', pk); // prettier-ignore
  const articles = await store.all<NameUsed['first'] & { pk: number }>(`select pk, id, published, publisher from article where pk in ${oneOf(store, 'integer')}`, JSON.stringify(used.map(({ first }) => first))); // prettier-ignore
  const firsts = new Map(articles.map(({ pk: article, ...place }) => [article, place]));
  // Articles by what a profile has, with the first of them.
  const tally = (of: (profile: Pick<Profile, 'name' | 'office'>) => string | null): readonly NameUsed[] => {
    const out = new Map<string, NameUsed>();
    for (const { data, articles: count, first } of used) {
      const name = of(JSON.parse(data) as Profile);
      const place = firsts.get(first);
      if (name === null || place === undefined) continue;
      const known = out.get(name);
      out.set(name, { name, articles: (known?.articles ?? 0) + count, first: known?.first ?? place });
    }
    return [...out.values()];
  };
  return {
    ...row,
    used: tally(({ name }) => name),
    offices: tally(({ office }) => office),
    acts: await store.all(`select act, count(*) as count from statement where speaker = ? and (verdict is null or verdict <> 'rejected') group by act order by 2 desc, 1`, pk), // prettier-ignore
    speakers: await store.all('select id, name from actor where side = ? and pk <> ? order by statements desc, id limit ?', pk, pk, MANY), // prettier-ignore
    namesakes: row.kind !== 'person' ? [] : await store.all('select distinct a.id, a.name from actor_name n join actor_name o on o.last = n.last and o.actor <> n.actor join actor a on a.pk = o.actor where n.actor = ? order by a.id limit ?', pk, MANY), // prettier-ignore
  };
}
