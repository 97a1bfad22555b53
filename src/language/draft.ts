import type { Candidate, RoleSpans } from './attributions.js';
import type { BioDecoder, WordSpan } from './bio.js';
import type { Mention } from './coreference.js';
import { mentionsIn } from './mentions.js';
import type { Encoder, Matrix, ModelFacts, WindowScores } from './encoder.js';
import { parseSentence } from './parse.js';
import { phraseFrom, type Heads } from './phrases.js';
import type { PieceView } from './pieces.js';
import { dotRows, softmax } from './vectors.js';
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
  readonly #mustStart: readonly boolean[];
  readonly #contentBreaks: Uint8Array;
  readonly #facts: ModelFacts;
  readonly #decoders: Readonly<Record<Tagged, BioDecoder>>;
  readonly #tags: Readonly<Record<Tagged, Tags>>;
  /** What the first word of a content points at as its cue, and what a word of a cue points at as its source. */
  readonly #cueOf = new Map<number, readonly Candidate[]>();
  readonly #sourceOf = new Map<number, readonly Candidate[]>();

  /**
   * @param mayStart 1 for the words at which a sentence may begin
   * @param mustStart whether a word begins a sentence whatever the encoder says: after a paragraph's end or a dateline
   * @param contentBreaks 1 for the words that no content goes on into from the word before
   */
  constructor(
    view: PieceView,
    mayStart: Uint8Array,
    mustStart: readonly boolean[],
    contentBreaks: Uint8Array,
    facts: ModelFacts,
    decoders: Readonly<Record<Tagged, BioDecoder>>,
  ) {
    const n = view.words.length;
    this.view = view;
    this.#mayStart = mayStart;
    this.#mustStart = mustStart;
    this.#contentBreaks = contentBreaks;
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
    const first = firstPiece.slice(window.context, window.end).map((piece) => Math.min(piece - from + 1, to - from));
    return [windowIds, windowShapes, first];
  }

  /**
   * Marks where the new words of a window begin sentences. A paragraph always does, and so does the window's first new word:
   * either the window before ended with a sentence, or one sentence filled it and is cut.
   */
  markSentences(window: Window, { scores }: WindowScores): void {
    for (let w = window.begin; w < window.end; w++) {
      const starts =
        w === window.begin || this.#mustStart[w] === true || (scores.sentence.data[w - window.context] as number) > 0;
      this.sentenceStart[w] = starts && this.#mayStart[w] === 1 ? 1 : 0;
    }
  }

  /** Takes what a window says of its new words up to `end`. */
  keep(window: Window, end: number, scores: WindowScores): void {
    const { begin, context } = window;
    const kinds = this.#facts.chosen.length;
    this.chosen.set(scores.chosen.subarray((begin - context) * kinds, (end - context) * kinds), begin * kinds);
    for (let from = begin; from < end;) {
      let to = from + 1;
      while (to < end && this.sentenceStart[to] !== 1) to++;
      this.#parse(scores, context, from, to);
      this.mentions.push(...mentionsIn(scores, context, from, to, this.#facts.labels.mention));
      from = to;
    }
    for (const kind of ['entity', 'source', 'cue', 'content'] as const) this.#tag(kind, scores.scores[kind], context, begin, end);
    this.#point(scores, context, begin, end);
  }

  get entities(): readonly WordSpan[] {
    return this.#decoders.entity.spans(this.#tags.entity.labels);
  }

  get roleSpans(): RoleSpans {
    const spans = (role: Role): WordSpan[] => this.#decoders[role].spans(this.#tags[role].labels);
    return {
      sources: spans('source'),
      cues: spans('cue'),
      contents: spans('content'),
      cueOf: (content) => this.#cueOf.get(content) ?? [],
      sourceOf: (cue) => this.#sourceOf.get(cue) ?? [],
      phraseFrom: (word) => phraseFrom(word, this.#tree),
    };
  }

  get #tree(): Heads {
    const { chosen, labels } = this.#facts;
    const upos = chosen.indexOf('upos');
    return {
      length: this.heads.length,
      head: (w) => this.heads[w] ?? -1,
      upos: (w) => labels.upos[this.chosen[w * chosen.length + upos] ?? 0] ?? '',
      deprel: (w) => labels.deprel[this.relations[w] ?? 0] ?? '',
    };
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
    const breaks = (kind === 'content' ? this.#contentBreaks : this.sentenceStart).subarray(context, end);
    const labels = this.#decoders[kind].decode(matrix.data, matrix.columns, begin - context, end - context, tags.last, breaks);
    tags.labels.set(labels, begin);
    tags.last = labels[labels.length - 1] ?? tags.last;
  }

  /** Keeps the likeliest cues of contents that begin here, and the likeliest sources of cues that begin here. */
  #point({ words, scores }: WindowScores, context: number, begin: number, end: number): void {
    for (let w = begin; w < end; w++) {
      const row = w - context;
      if (this.#begins('content', w)) {
        const logits = new Float64Array(words).map((_, j) => dotRows(scores.link_content, row, scores.link_cue, j));
        this.#cueOf.set(w, likeliest(logits, context));
      }
      if (this.#begins('cue', w)) {
        const logits = new Float64Array(words + 1).map((_, j) => dotRows(scores.link_cue_source, row, scores.link_source, j));
        logits[words] = scores.no_source.data[row] as number;
        this.#sourceOf.set(w, likeliest(logits, context, words));
      }
    }
  }

  #begins(role: Role, w: number): boolean {
    return this.#facts.labels[role][this.#tags[role].labels[w] as number] === 'B';
  }
}

const CANDIDATES = 6;

/** The words that scores point at, likeliest first; a score at `words` and above stands for none (-1). */
function likeliest(logits: Float64Array, context: number, words = logits.length): readonly Candidate[] {
  const probabilities = softmax(logits);
  const top: number[] = [];
  for (let j = 0; j < probabilities.length; j++) {
    let place = top.length;
    while (place > 0 && (probabilities[j] as number) > (probabilities[top[place - 1] as number] as number)) place--;
    if (place < CANDIDATES) top.splice(place, 0, j);
    if (top.length > CANDIDATES) top.pop();
  }
  return top.map((j) => ({ word: j < words ? j + context : -1, probability: probabilities[j] as number }));
}
