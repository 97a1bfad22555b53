/** A labelled run of words: `first` to `last`, both in it. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/**
 * Chooses the best well-formed sequence of BIO labels (Viterbi 1967): an `I-x` follows only `B-x` or `I-x`.
 * Plain `B` and `I` are labels of one kind. With learned transitions it decodes a linear-chain CRF.
 */
export class BioDecoder {
  readonly #labels: readonly string[];
  /** `allowed[next]`: labels that may stand before it. */
  readonly #before: readonly (readonly number[])[];

  readonly #transitions: readonly (readonly number[])[] | null;

  /** @param transitions `transitions[before][next]`, added to the scores; null for none */
  constructor(labels: readonly string[], transitions: readonly (readonly number[])[] | null = null) {
    this.#labels = labels;
    this.#transitions = transitions;
    const kind = (label: string): string => label.slice(2);
    this.#before = labels.map((next) =>
      labels.flatMap((last, i) => (next[0] !== 'I' || (last !== 'O' && kind(last) === kind(next)) ? [i] : [])),
    );
  }

  /**
   * Label numbers for the rows `from` to `to` of a score matrix.
   *
   * @param last label of the word before, so that a span may go on from the window before; -1 where none may
   * @param breaks 1 for a row that no span goes on into
   */
  decode(data: Float32Array, columns: number, from: number, to: number, last = -1, breaks?: Uint8Array): Int32Array {
    const n = to - from;
    const best = new Int32Array(n);
    if (n === 0) return best;
    const back = new Int32Array(n * columns);
    let scores = new Float64Array(columns).fill(-Infinity);
    for (let next = 0; next < columns; next++) {
      const inside = this.#labels[next]?.[0] === 'I';
      const opens = !inside || (breaks?.[from] !== 1 && last >= 0 && (this.#before[next] as readonly number[]).includes(last));
      if (opens) scores[next] = (data[from * columns + next] as number) + (last >= 0 ? this.#step(last, next) : 0);
    }
    for (let i = 1; i < n; i++) {
      const row = (from + i) * columns;
      const reached = new Float64Array(columns);
      for (let next = 0; next < columns; next++) {
        let top = -1;
        let topScore = -Infinity;
        if (breaks?.[from + i] === 1 && this.#labels[next]?.[0] === 'I') {
          reached[next] = -Infinity;
          continue;
        }
        for (const before of this.#before[next] as readonly number[]) {
          const score = (scores[before] as number) + this.#step(before, next);
          if (top < 0 || score > topScore) [top, topScore] = [before, score];
        }
        back[i * columns + next] = top;
        reached[next] = topScore + (data[row + next] as number);
      }
      scores = reached;
    }
    let label = 0;
    for (let k = 1; k < columns; k++) if ((scores[k] as number) > (scores[label] as number)) label = k;
    for (let i = n - 1; i >= 0; i--) {
      best[i] = label;
      label = back[i * columns + label] as number;
    }
    return best;
  }

  #step(before: number, next: number): number {
    return this.#transitions?.[before]?.[next] ?? 0;
  }

  /** The spans of a sequence of label numbers. */
  spans(sequence: Int32Array | Uint8Array): WordSpan[] {
    const spans: WordSpan[] = [];
    let first = -1;
    for (let i = 0; i <= sequence.length; i++) {
      const label = i < sequence.length ? (this.#labels[sequence[i] as number] as string) : 'O';
      if (first >= 0 && label[0] !== 'I') {
        spans.push({ first, last: i - 1, label: (this.#labels[sequence[first] as number] as string).slice(2) });
        first = -1;
      }
      if (label[0] === 'B') first = i;
    }
    return spans;
  }
}
