import { describe, expect, it } from 'vitest';
import { clusterMentions, type Mention } from '../../src/language/coreference.js';

/** A mention at a word, that looks for a direction and is found by one. */
const mention = (head: number, looks: number[], found: number[], noAntecedent = 1): Mention => ({
  first: head,
  last: head,
  head,
  label: '',
  anaphor: Float32Array.from(looks),
  antecedent: Float32Array.from(found),
  noAntecedent,
});

describe('clusterMentions', () => {
  const flat = [0, 0, 0, 0];

  it('takes the best antecedent and joins its cluster', () => {
    const a = mention(0, [0, 0], [1, 0]);
    const b = mention(3, [0, 0], [0, 1]);
    const c = mention(5, [2, 1], [0, 0]);
    const d = mention(9, [0, 3], [0, 0]);
    expect(clusterMentions([a, b, c, d], flat)).toEqual([
      [a, c],
      [b, d],
    ]);
  });

  it('leaves out what refers to nothing', () => {
    expect(clusterMentions([mention(0, [0], [1]), mention(1, [0.5], [1])], flat)).toEqual([]);
  });

  it('weighs the distance', () => {
    const near = mention(10, [0], [1]);
    const far = mention(0, [0], [1]);
    const anaphor = mention(11, [2], [0]);
    expect(clusterMentions([far, near, anaphor], [1, 0, 0, -1])).toEqual([[near, anaphor]]);
  });
});
