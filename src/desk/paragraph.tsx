import type { JSX } from 'preact';
import type { Article, PlacedStatement, Span } from '../server/shapes.js';
import { inWords } from './dates.js';
import { useLink } from './desk.js';
import { Inert } from './inert.js';
import type { Entry } from './reading.js';
import { segmentsOf, type Marked, type Segment } from './segments.js';

export interface Mark {
  readonly classes: string;
  /** The record that a click chooses. */
  readonly local?: string;
  /** What stands above the line, at the first character. */
  readonly tag?: string;
  readonly kind?: 'part' | 'date';
  readonly actor?: string;
  /** A class of its first stretch alone. */
  readonly first?: string;
}

interface ParagraphProps {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /** What lies on it, and on others maybe. */
  readonly marks: readonly Marked<Mark>[];
}

interface MarksOptions {
  readonly article: Article;
  readonly layers: ReadonlySet<string>;
  readonly chosen: Entry | null;
  readonly chain: readonly { readonly depth: number; readonly of: PlacedStatement }[];
  readonly place: readonly Span[];
}

/** A paragraph of an article with everything that lies on it. */
export function Paragraph({ article, start, end, marks: all }: ParagraphProps): JSX.Element {
  const link = useLink();
  const segments = segmentsOf(start, end, all);
  const tagged = labels(segments);
  const parts = segments.map(({ start: from, end: to, marks }) => {
    const text = article.text.slice(from, to);
    if (marks.length === 0) return <Inert key={from} text={text} />;
    const classes = [...new Set(marks.flatMap(({ start: at, mark }) => [...mark.classes.split(' '), ...(at === from && mark.first !== undefined ? [mark.first] : [])]))].join(' '); // prettier-ignore
    const ids = [...new Set(marks.flatMap(({ mark }) => mark.local ?? []))].join(' ');
    const label = tagged.get(from);
    const actor = marks.find(({ mark }) => mark.actor !== undefined)?.mark.actor;
    return (
      <span
        key={from}
        class={classes}
        data-ids={ids === '' ? undefined : ids}
        data-tag={label?.kind === 'part' ? label.text : undefined}
        data-date={label?.kind === 'date' ? label.text : undefined}
      >
        {actor === undefined || text.trim() === '' ? (
          <Inert text={text} />
        ) : (
          <a class="ac" href={link('actors', actor)}>
            <Inert text={text} />
          </a>
        )}
      </span>
    );
  });
  return (
    <p class={start === end ? 'par empty' : 'par'} dir="auto">
      {start === end ? null : parts}
    </p>
  );
}

/** Everything that lies on an article, in the order in which it is drawn. */
export function marksOf({ article, layers, chosen, chain, place }: MarksOptions): readonly Marked<Mark>[] {
  const out: Marked<Mark>[] = [];
  const put = (spans: readonly Span[], mark: Mark, rest: Mark = mark): void => {
    spans.forEach(([from, to], i) => {
      out.push({ start: from, end: to, mark: i === 0 ? mark : rest });
    });
  };
  if (layers.has('statements')) {
    for (const s of article.statements) {
      if (s.verdict === 'rejected') continue;
      put(s.content, { classes: 'ct', local: s.local });
      put(s.source, { classes: 'so', local: s.local });
      put(s.cue, { classes: 'cu', local: s.local });
    }
    const deep = chain.length > 1;
    for (const { depth, of } of chain) {
      const lit = of.local === chosen?.local ? ' lit' : '';
      put(of.source, { classes: 'on-so', tag: deep ? `${depth} source` : 'source', kind: 'part' });
      put(of.cue, { classes: `on-cu${lit}`, tag: 'cue', kind: 'part' });
      put(of.content, { classes: `${depth > 1 ? 'on-n' : 'on-c'}${lit}`, tag: 'content', kind: 'part' }, { classes: `${depth > 1 ? 'on-n' : 'on-c'}${lit}`, tag: 'content, continued', kind: 'part' }); // prettier-ignore
      put(of.condition, { classes: 'on-if', tag: 'condition', kind: 'part' });
    }
  }
  if (layers.has('times'))
    for (const { start: from, end: to, type, edtf } of article.times) put([[from, to]], { classes: 'tm', ...(type === 'DATE' && edtf !== null ? { tag: inWords(edtf), kind: 'date' as const } : {}) }); // prettier-ignore
  if (layers.has('events'))
    for (const e of article.events) {
      if (e.verdict === 'rejected') continue;
      const on = chosen?.what === 'event' && chosen.local === e.local ? ' on-ev lit' : '';
      put(e.evidence, { classes: `ev${on}`, local: e.local, first: 'ev0' }, { classes: `ev${on}`, local: e.local });
    }
  if (layers.has('actors')) for (const { id, mentions } of article.actors) put(mentions, { classes: 'acm', actor: id });
  if (place.length > 0) put(place, { classes: 'at' });
  return out;
}

interface Label {
  readonly text: string;
  readonly kind: 'part' | 'date';
}

/** What stands above the line, by where it begins; where two would lie on each other, the one that says less is left out. */
function labels(segments: readonly Segment<Mark>[]): ReadonlyMap<number, Label> {
  const all: { at: number; label: Label }[] = [];
  for (const { start: at, marks } of segments) {
    const tags = marks.filter((one) => one.start === at && one.mark.tag !== undefined).map(({ mark }) => mark);
    const parts = tags.flatMap(({ tag, kind }) => (kind === 'part' ? (tag ?? []) : []));
    const date = tags.find(({ kind }) => kind === 'date')?.tag;
    if (parts.length > 0) all.push({ at, label: { text: parts.join(', '), kind: 'part' } });
    else if (date !== undefined) all.push({ at, label: { text: date, kind: 'date' } });
  }
  const out = new Map<number, Label>();
  let last: { at: number; label: Label } | undefined;
  for (const one of all) {
    // A label is set smaller than the text below it.
    const lies = last !== undefined && one.at - last.at < last.label.text.length * 0.62 + 1;
    if (lies && last !== undefined && rank(last.label) > rank(one.label)) continue;
    if (lies && last !== undefined) out.delete(last.at);
    out.set(one.at, one.label);
    last = one;
  }
  return out;
}

const rank = ({ text, kind }: Label): number => (kind === 'date' ? 0 : text.startsWith('content') ? 1 : 2);
