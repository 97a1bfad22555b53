import type { Article, PlacedEvent, PlacedStatement, Span } from '../server/shapes.js';

/** A record as it stands in an article: what the reader walks through. */
export type Entry =
  | {
      readonly what: 'statement';
      readonly local: string;
      readonly start: number;
      readonly anchor: number;
      readonly of: PlacedStatement;
    }
  | { readonly what: 'event'; readonly local: string; readonly start: number; readonly anchor: number; readonly of: PlacedEvent };

const firstOf = (spans: readonly Span[]): number => Math.min(...spans.map(([start]) => start), Number.MAX_SAFE_INTEGER);

/** Statements and events in the order in which they stand; rejected ones are not shown. */
export function entriesOf(article: Article, layers: ReadonlySet<string>): readonly Entry[] {
  const said = article.statements
    .filter(({ verdict }) => verdict !== 'rejected')
    .map((of): Entry => {
      const start = firstOf([...of.source, ...of.cue, ...of.content]);
      return { what: 'statement', local: of.local, start, anchor: of.cue.length > 0 ? firstOf(of.cue) : firstOf(of.content), of };
    });
  const happened = article.events
    .filter(({ verdict }) => verdict !== 'rejected')
    .map((of): Entry => ({ what: 'event', local: of.local, start: firstOf(of.evidence), anchor: firstOf(of.evidence), of }));
  return [...(layers.has('statements') ? said : []), ...(layers.has('events') ? happened : [])].sort(
    (a, b) => a.start - b.start || a.anchor - b.anchor,
  );
}

/** The words by which an entry is shown. */
export const spansOf = (entry: Entry): readonly Span[] => (entry.what === 'statement' ? entry.of.content : entry.of.evidence);

/** The entry whose words lie at a place, the narrowest of several. */
export function entryAt(entries: readonly Entry[], place: readonly Span[]): Entry | null {
  const [start, end] = [Math.min(...place.map(([from]) => from)), Math.max(...place.map(([, to]) => to))];
  const extent = (entry: Entry): number => spansOf(entry).reduce((sum, [from, to]) => sum + to - from, 0);
  const near = entries.filter((entry) => spansOf(entry).some(([from, to]) => from < end && to > start));
  return near.sort((a, b) => extent(a) - extent(b))[0] ?? null;
}

/** The chain that a statement belongs to, from the outermost speaker in, each with its depth; a statement that nobody else tells is its own. */
export function chainOf(
  article: Article,
  chosen: PlacedStatement,
): readonly { readonly depth: number; readonly of: PlacedStatement }[] {
  const byLocal = new Map(article.statements.map((s) => [s.local, s]));
  let top = chosen;
  const seen = new Set([top.local]);
  for (let outer = top.within; outer !== null && !seen.has(outer); outer = top.within) {
    const next = byLocal.get(outer);
    if (next === undefined) break;
    seen.add(next.local);
    top = next;
  }
  const out: { depth: number; of: PlacedStatement }[] = [];
  const walk = (of: PlacedStatement, depth: number): void => {
    if (out.some((one) => one.of === of)) return;
    out.push({ depth, of });
    for (const inner of article.statements) if (inner.within === of.local) walk(inner, depth + 1);
  };
  walk(top, 1);
  return out;
}

/** `12-40,55-80` as spans; empty where it is none. */
export function parsePlace(text: string | undefined): readonly Span[] {
  return (text ?? '').split(',').flatMap((part) => {
    const found = /^(\d+)-(\d+)$/u.exec(part);
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
  });
}
