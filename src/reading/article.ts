import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { Annotation, Entity } from '../language/annotation.js';
import { datelineAt } from '../language/datelines.js';
import { paragraphStarts } from '../language/paragraphs.js';
import { quotationMask } from '../language/quotations.js';
import { TreeView, type Node } from '../language/tree-view.js';
import { findTimes } from '../time/find-times.js';
import { day, type Day } from '../time/period.js';
import type { Timex } from '../time/timex.js';
import type { CountryName } from './countries.js';
import { ArticleCountries } from './unlisted-states.js';

/** One article with all that is known of its language and times; what every recogniser of the reading looks at. */
export class Article {
  readonly text: string;
  readonly annotation: Annotation;
  readonly tree: TreeView;
  readonly times: readonly Timex[];
  /** The day of publication; null for a document without a date, from which nothing dated can be read. */
  readonly published: Day | null;
  readonly publisher: string | null;
  readonly #paragraphs: readonly number[];
  readonly #quoted: Uint8Array;
  readonly #entities: readonly Entity[];
  readonly #datelines: readonly Span[];
  readonly #countries: ArticleCountries;

  constructor(document: Pick<Document, 'published' | 'publisher'>, annotation: Annotation) {
    this.text = annotation.text;
    this.annotation = annotation;
    this.tree = new TreeView(annotation);
    this.times = findTimes(annotation, document.published, this.tree);
    this.published = document.published === null ? null : day(document.published);
    this.publisher = document.publisher;
    this.#paragraphs = paragraphStarts(annotation.text);
    this.#quoted = quotationMask(annotation.text, annotation.quotations);
    this.#datelines = this.#paragraphs.flatMap((start) => datelineAt(annotation.text, start) ?? []);
    this.#entities = annotation.entities.filter((e) => !this.inDateline(e.start)).sort((a, b) => a.start - b.start);
    this.#countries = new ArticleCountries(annotation.text, this.#entities);
  }

  words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Which paragraph, counted from 0, a character lies in. */
  paragraphAt(character: number): number {
    let low = 0;
    let high = this.#paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paragraphs[middle] as number) <= character) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  paragraphStart(paragraph: number): number {
    return this.#paragraphs[paragraph] ?? this.text.length;
  }

  isQuoted(character: number): boolean {
    return this.#quoted[character] === 1;
  }

  get quotedMask(): Uint8Array {
    return this.#quoted;
  }

  /** Whether a character lies in the place and date before an article's first sentence: "MOMBASA — The union …". */
  inDateline(character: number): boolean {
    return this.#datelines.some((line) => line.start <= character && character < line.end);
  }

  /** The country that a name stands for in this article, listed or not. */
  countryOf(name: string): CountryName | null {
    return this.#countries.of(name);
  }

  /** Names of the text, without those of a dateline. */
  get entities(): readonly Entity[] {
    return this.#entities;
  }

  entityAt(character: number): Entity | undefined {
    const entity = this.#entities[lastAt(this.#entities, character)];
    return entity !== undefined && character < entity.end ? entity : undefined;
  }

  entitiesIn({ start, end }: Span): readonly Entity[] {
    const out: Entity[] = [];
    for (let i = Math.max(0, lastAt(this.#entities, start)); i < this.#entities.length; i++) {
      const entity = this.#entities[i] as Entity;
      if (entity.start >= end) break;
      if (start < entity.end) out.push(entity);
    }
    return out;
  }

  timesIn({ start, end }: Span): readonly Timex[] {
    return this.times.filter((time) => time.start < end && start < time.end);
  }

  /** The characters of words in order, as stretches of words that follow each other; marks at the edges are left out. */
  spansOf(nodes: readonly Node[]): readonly Span[] {
    const spans: Span[] = [];
    for (let i = 0; i < nodes.length;) {
      let j = i;
      while (j + 1 < nodes.length && (nodes[j + 1] as Node).index === (nodes[j] as Node).index + 1) j++;
      let from = i;
      let to = j;
      while (from <= to && isEdge(nodes[from] as Node, OPENING)) from++;
      while (to >= from && isEdge(nodes[to] as Node, CLOSING)) to--;
      if (from <= to) spans.push({ start: (nodes[from] as Node).start, end: (nodes[to] as Node).end });
      i = j + 1;
    }
    return spans;
  }
}

/** The place of the last span that begins at a character or before it; -1 where there is none. */
function lastAt(spans: readonly Span[], character: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= character) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Marks that open or close a quotation or a bracket belong to what they enclose; other punctuation at an edge does not. */
const OPENING = /^[“"‘'«„([`]/u;
const CLOSING = /^[”"’'»“)\]%]/u;
const isEdge = (node: Node, kept: RegExp): boolean => node.upos === 'PUNCT' && !kept.test(node.form);
