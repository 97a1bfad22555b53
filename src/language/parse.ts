import type { ModelFacts, WindowScores } from './encoder.js';
import { decodeTree } from './tree.js';
import { dotRows } from './vectors.js';

/** Heads and relations of one sentence; a head is an index into the sentence, -1 for the root. */
export interface Parse {
  readonly heads: Int32Array;
  /** Indices into `facts.labels.deprel`. */
  readonly relations: Int32Array;
}

/**
 * Parses the words `from` to `to` of a window: the best tree over the arc scores (biaffine attention, Dozat and Manning
 * 2017), then the best relation of every arc.
 */
export function parseSentence(window: WindowScores, from: number, to: number, facts: ModelFacts): Parse {
  const n = to - from;
  const { arc_dependent: dependent, arc_head: head, root } = window.scores;
  const scores = new Float32Array(n * n);
  for (let d = 0; d < n; d++) {
    for (let h = 0; h < n; h++) {
      scores[d * n + h] = d === h ? (root.data[from + d] as number) : dotRows(dependent, from + d, head, from + h);
    }
  }
  const heads = decodeTree(scores, n);
  const relations = new Int32Array(n);
  const labels = facts.labels.deprel;
  const rootLabel = labels.indexOf('root');
  for (let d = 0; d < n; d++) {
    const h = heads[d] as number;
    relations[d] = h < 0 ? rootLabel : bestRelation(window, from + d, from + h, facts, rootLabel);
  }
  return { heads, relations };
}

const relationMatrices = new WeakMap<ModelFacts, Float32Array>();

function relationMatrix(facts: ModelFacts): Float32Array {
  let flat = relationMatrices.get(facts);
  if (flat === undefined) {
    flat = Float32Array.from(facts.relation.flat());
    relationMatrices.set(facts, flat);
  }
  return flat;
}

function bestRelation(window: WindowScores, d: number, h: number, facts: ModelFacts, rootLabel: number): number {
  const { relation_dependent: ofDependent, relation_head: ofHead, relation_label: own } = window.scores;
  const weights = relationMatrix(facts);
  const size = ofDependent.columns;
  const product = new Float32Array(size);
  for (let k = 0; k < size; k++) {
    product[k] = (ofDependent.data[d * size + k] as number) * (ofHead.data[h * size + k] as number);
  }
  let best = -1;
  let bestScore = -Infinity;
  for (let r = 0; r < own.columns; r++) {
    if (r === rootLabel) continue;
    let score = own.data[d * own.columns + r] as number;
    const row = r * size;
    for (let k = 0; k < size; k++) score += (weights[row + k] as number) * (product[k] as number);
    if (score > bestScore) {
      bestScore = score;
      best = r;
    }
  }
  return best;
}
