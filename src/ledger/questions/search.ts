import type { Store } from '../store/store.js';
import { actors, type ActorRow } from './actors.js';
import { articles } from './articles.js';
import { commitments, type CommitmentRow } from './commitments.js';
import { dayAsked, type Filter } from './filter.js';
import { positions, type PositionRow } from './positions.js';
import { statements, type StatementRow } from './statements.js';

/** A place in an article where the words of a search stand, with what stands around it. */
export interface Passage {
  readonly article: string;
  readonly published: string;
  readonly publisher: string | null;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** What a search finds, a few of each kind; each kind has its own question for the rest. */
export interface Found {
  readonly asOf: string;
  readonly actors: readonly ActorRow[];
  readonly statements: readonly StatementRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly positions: readonly PositionRow[];
  readonly passages: readonly Passage[];
}

const FEW = 8;
const AROUND = 60;

/** Searches everything for words: all of them, in any order. */
export async function search(store: Store, words: string, filter: Filter = {}): Promise<Found> {
  const asOf = await dayAsked(store, filter);
  const tokens = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = { ...filter, issue: words, limit: filter.limit ?? FEW };
  if (tokens.length === 0) return { asOf, actors: [], statements: [], commitments: [], positions: [], passages: [] };
  const [people, said, owed, held, found] = [
    (await actors(store, { issue: words, asOf: filter.asOf, limit: asked.limit })).rows,
    await statements(store, asked),
    await commitments(store, asked),
    await positions(store, asked),
    await articles(store, { ...asked, limit: 5 }),
  ];
  const texts = found.rows.length === 0 ? [] : await store.kysely.selectFrom('article').select(['id', 'text', 'published', 'publisher']).where('state', '=', 'current').where('id', 'in', found.rows.map(({ id }) => id)).orderBy('day', 'desc').orderBy('id').execute(); // prettier-ignore
  return {
    asOf,
    actors: people,
    statements: said.rows,
    commitments: owed.rows,
    positions: held.rows,
    passages: texts.flatMap(({ id, text, published, publisher }) =>
      passagesIn(text ?? '', tokens).map((passage) => ({ article: id, published, publisher, ...passage })),
    ),
  };
}

/** The first places where the words stand, at most three an article. */
function passagesIn(text: string, tokens: readonly string[]): readonly Omit<Passage, 'article' | 'published' | 'publisher'>[] {
  const escaped = tokens.map((token) => token.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  // The whole phrase where it stands somewhere, else its words.
  const phrase = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'giu');
  const single = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const hits = firstOf(text.matchAll(phrase), 3);
  const places = hits.length > 0 ? hits : firstOf(text.matchAll(single), 2);
  return places.map((hit) => {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    return {
      start,
      end,
      before: text.slice(Math.max(0, start - AROUND), start).replace(/\s+/gu, ' '),
      words: text.slice(start, end),
      after: text.slice(end, end + AROUND).replace(/\s+/gu, ' '),
    };
  });
}

/** The first few of what may be very many. */
function firstOf<T>(all: Iterable<T>, most: number): readonly T[] {
  const out: T[] = [];
  for (const one of all) {
    out.push(one);
    if (out.length === most) break;
  }
  return out;
}
