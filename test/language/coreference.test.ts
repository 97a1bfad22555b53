import { describe, expect, it } from 'vitest';
import { clusterMentions, type DescribedMention } from '../../src/language/coreference.js';
import type { AgreementWeights, MentionFacts } from '../../src/language/mention-match.js';

const NOUN: MentionFacts = {
  kind: 'noun',
  head: '',
  core: '',
  names: new Set(),
  pronoun: null,
  definiteness: 'definite',
};

const zeros = [0, 0, 0];
const NO_SAY: AgreementWeights = {
  kind: [zeros, zeros, zeros].map(() => [zeros, zeros, zeros]),
  core: [zeros, zeros, zeros],
  head: [zeros, zeros, zeros],
  name: [0],
  pronoun: [],
};

/** A mention at a word, that looks for a direction and is found by one. */
const mention = (head: number, looks: number[], found: number[], facts: Partial<MentionFacts> = {}): DescribedMention => ({
  first: head,
  last: head,
  head,
  label: '',
  anaphor: Float32Array.from(looks),
  antecedent: Float32Array.from(found),
  noAntecedent: 1,
  // Heads differ unless a case says otherwise, so that the words have no say.
  facts: { ...NOUN, head: `noun${head}`, core: `noun${head}`, ...facts },
});
const name = (head: number, core: string, looks: number[] = [0], found: number[] = [0]): DescribedMention =>
  mention(head, looks, found, { kind: 'name', core, head: core.split(' ').at(-1) ?? '', names: new Set(core.split(' ')) });
const pronoun = (head: number, gender: 'he' | 'she', looks: number[], found: number[] = [0]): DescribedMention =>
  mention(head, looks, found, { kind: 'pronoun', pronoun: { person: 3, gender, plural: false } });

describe('clusterMentions', () => {
  const flat = [0, 0, 0, 0];

  it('takes the best antecedent and joins its cluster', () => {
    const a = mention(0, [0, 0], [1, 0]);
    const b = mention(3, [0, 0], [0, 1]);
    const c = mention(5, [2, 1], [0, 0]);
    const d = mention(9, [0, 3], [0, 0]);
    expect(clusterMentions([a, b, c, d], flat, NO_SAY)).toEqual([
      [a, c],
      [b, d],
    ]);
  });

  it('leaves out what refers to nothing', () => {
    expect(clusterMentions([mention(0, [0], [1]), mention(1, [0.5], [1])], flat, NO_SAY)).toEqual([]);
  });

  it('weighs the distance', () => {
    const near = mention(10, [0], [1]);
    const far = mention(0, [0], [1]);
    const anaphor = mention(11, [2], [0]);
    expect(clusterMentions([far, near, anaphor], [1, 0, 0, -1], NO_SAY)).toEqual([[near, anaphor]]);
  });

  it('joins names by their letters, however far apart', () => {
    const names = [
      name(0, 'lena tarsk'),
      ...Array.from({ length: 300 }, (_, i) => mention(i + 1, [0], [0])),
      name(900, 'lena tarsk'),
    ];
    expect(clusterMentions(names, flat, NO_SAY)).toEqual([[names[0], names[301]]]);
  });

  it('never makes one of "he" and "she", directly or through a third mention', () => {
    const tarsk = mention(0, [0], [5]);
    const she = pronoun(2, 'she', [1], [5]);
    const he = pronoun(4, 'he', [1]);
    expect(clusterMentions([tarsk, she, he], flat, NO_SAY)).toEqual([[tarsk, she]]);
  });

  it('never makes one of a mention and another inside it', () => {
    const outer = { ...mention(1, [0], [9]), first: 0, last: 5 };
    const inner = mention(4, [9], [0]);
    expect(clusterMentions([outer, inner], flat, NO_SAY)).toEqual([]);
  });
});
