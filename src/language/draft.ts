import type { CueSpan, RoleSpan } from './attributions.js';
import type { BioDecoder, WordSpan } from './bio.js';
import type { Mention } from './coreference.js';
import type { Encoder, Matrix, ModelFacts, WindowScores } from './encoder.js';
import { parseSentence } from './parse.js';
import type { PieceView } from './pieces.js';
import { dotRows, rowOf } from './vectors.js';
import type { SpecialPieces } from './wordpiece.js';
import { WINDOW_PIECES, type Window } from './windows.js';

type Role = 'source' | 'cue' | 'content';
type Tagged = Role | 'entity';

/** The labels of one kind for all words of a document, and where the last window's ended. */
interface Tags {
  readonly labels: Uint8Array;
  last: number;
}

/** What the windows of one document have said so far. Everything is in words of the document. */
export class Draft {
  readonly view: PieceView;
  readonly sentenceStart: Uint8Array;
  readonly chosen: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly mentions: Mention[] = [];
  readonly #mayStart: Uint8Array;
  readonly #facts: ModelFacts;
  readonly #decoders: Readonly<Record<Tagged, BioDecoder>>;
  readonly #tags: Readonly<Record<Tagged, Tags>>;
  /** Vectors of words that begin a span of a role. */
  readonly #roleVectors: Readonly<Record<Role, Map<number, Float32Array>>> = { source: new Map(), cue: new Map(), content: new Map() };
  readonly #cueToSource = new Map<number, { readonly vector: Float32Array; readonly noSource: number }>();

  /** @param mayStart 1 for the words at which a sentence may begin */
  constructor(view: PieceView, mayStart: Uint8Array, facts: ModelFacts, decoders: Readonly<Record<Tagged, BioDecoder>>) {
    const n = view.words.length;
    this.view = view;
    this.#mayStart = mayStart;
    this.#facts = facts;
    this.#decoders = decoders;
    this.sentenceStart = new Uint8Array(n);
    this.chosen = new Int32Array(n * facts.chosen.length);
    this.heads = new Int32Array(n).fill(-1);
    this.relations = new Uint8Array(n);
    const tags = (): Tags => ({ labels: new Uint8Array(n), last: -1 });
    this.#tags = { entity: tags(), source: tags(), cue: tags(), content: tags() };
  }

  /** A window as the encoder takes it: pieces between the special ones, their shapes, the first piece of every word. */
  inputs(window: Window, special: SpecialPieces): Parameters<Encoder['run']> {
    const { ids, shapes, firstPiece } = this.view;
    const from = firstPiece[window.context] as number;
    const to = Math.min(firstPiece[window.end] as number, from + WINDOW_PIECES - 2);
    const windowIds = new Int32Array(to - from + 2);
    const windowShapes = new Int32Array(to - from + 2);
    windowIds[0] = special.start;
    windowIds.set(ids.subarray(from, to), 1);
    windowIds[windowIds.length - 1] = special.separator;
    windowShapes.set(shapes.subarray(from, to), 1);
    const first = firstPiece.slice(window.context, window.end).map((piece) => piece - from + 1);
    return [windowIds, windowShapes, first];
  }

  /** Marks where the new words of a window begin sentences. A paragraph always does. */
  markSentences(window: Window, { scores }: WindowScores): void {
    for (let w = window.begin; w < window.end; w++) {
      const starts = w === 0 || this.view.paragraphStart[w] === 1 || (scores.sentence.data[w - window.context] as number) > 0;
      this.sentenceStart[w] = starts && this.#mayStart[w] === 1 ? 1 : 0;
    }
  }

  /** Takes what a window says of its new words up to `end`. */
  keep(window: Window, end: number, scores: WindowScores): void {
    const { begin, context } = window;
    const kinds = this.#facts.chosen.length;
    this.chosen.set(scores.chosen.subarray((begin - context) * kinds, (end - context) * kinds), begin * kinds);
    for (let from = begin; from < end; ) {
      let to = from + 1;
      while (to < end && this.sentenceStart[to] !== 1) to++;
      this.#parse(scores, context, from, to);
      this.#addMentions(scores, context, from, to);
      from = to;
    }
    for (const kind of ['entity', 'source', 'cue', 'content'] as const) this.#tag(kind, scores.scores[kind], context, begin, end);
    this.#keepRoleVectors(scores, context, begin, end);
  }

  get entities(): readonly WordSpan[] {
    return this.#decoders.entity.spans(this.#tags.entity.labels);
  }

  get sources(): readonly RoleSpan[] {
    return this.#roleSpans('source');
  }

  get contents(): readonly RoleSpan[] {
    return this.#roleSpans('content');
  }

  get cues(): readonly CueSpan[] {
    return this.#roleSpans('cue').map((span) => {
      const { vector, noSource } = this.#cueToSource.get(span.first) as { vector: Float32Array; noSource: number };
      return { ...span, toSource: vector, noSource };
    });
  }

  #roleSpans(role: Role): RoleSpan[] {
    return this.#decoders[role].spans(this.#tags[role].labels).map((span) => ({
      ...span,
      vector: this.#roleVectors[role].get(span.first) as Float32Array,
    }));
  }

  #parse(scores: WindowScores, context: number, from: number, to: number): void {
    const { heads, relations } = parseSentence(scores, from - context, to - context, this.#facts);
    for (let i = 0; i < to - from; i++) {
      const head = heads[i] as number;
      this.heads[from + i] = head < 0 ? -1 : from + head;
      this.relations[from + i] = relations[i] as number;
    }
  }

  #tag(kind: Tagged, matrix: Matrix, context: number, begin: number, end: number): void {
    const tags = this.#tags[kind];
    const labels = this.#decoders[kind].decode(matrix.data, matrix.columns, begin - context, end - context, tags.last);
    tags.labels.set(labels, begin);
    tags.last = labels[labels.length - 1] ?? tags.last;
  }

  #keepRoleVectors({ scores }: WindowScores, context: number, begin: number, end: number): void {
    for (let w = begin; w < end; w++) {
      const row = w - context;
      if (this.#begins('source', w)) this.#roleVectors.source.set(w, rowOf(scores.link_source, row));
      if (this.#begins('content', w)) this.#roleVectors.content.set(w, rowOf(scores.link_content, row));
      if (this.#begins('cue', w)) {
        this.#roleVectors.cue.set(w, rowOf(scores.link_cue, row));
        this.#cueToSource.set(w, { vector: rowOf(scores.link_cue_source, row), noSource: scores.no_source.data[row] as number });
      }
    }
  }

  #begins(role: Role, w: number): boolean {
    return this.#facts.labels[role][this.#tags[role].labels[w] as number] === 'B';
  }

  /** Words of a sentence that head a mention, each with the span that its pointers give it. */
  #addMentions({ scores }: WindowScores, context: number, from: number, to: number): void {
    const { mention } = scores;
    for (let w = from; w < to; w++) {
      const row = w - context;
      let kind = 0;
      for (let k = 1; k < mention.columns; k++) {
        if ((mention.data[row * mention.columns + k] as number) > (mention.data[row * mention.columns + kind] as number)) kind = k;
      }
      if (kind === 0) continue;
      let first = w;
      let last = w;
      let best = -Infinity;
      for (let s = from; s <= w; s++) {
        const score = dotRows(scores.mention_head, row, scores.mention_start, s - context);
        if (score > best) [best, first] = [score, s];
      }
      best = -Infinity;
      for (let e = w; e < to; e++) {
        const score = dotRows(scores.mention_head2, row, scores.mention_end, e - context);
        if (score > best) [best, last] = [score, e];
      }
      this.mentions.push({
        first,
        last,
        head: w,
        label: this.#facts.labels.mention[kind] as string,
        anaphor: rowOf(scores.anaphor, row),
        antecedent: rowOf(scores.antecedent, row),
        noAntecedent: scores.no_antecedent.data[row] as number,
      });
    }
  }
}
