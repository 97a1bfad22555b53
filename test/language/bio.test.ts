import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BioDecoder } from '../../src/language/bio.js';

const plain = new BioDecoder(['O', 'B', 'I']);
const typed = new BioDecoder(['O', 'B-Person', 'I-Person', 'B-Place', 'I-Place']);
const rows = (...scores: number[][]): Float32Array => Float32Array.from(scores.flat());

describe('BioDecoder', () => {
  it('takes the best label of each word where that is well-formed', () => {
    expect([...plain.decode(rows([0, 5, 1], [0, 1, 5], [5, 0, 0]), 3, 0, 3)]).toEqual([1, 2, 0]);
  });

  it('never begins a span with I', () => {
    expect([...plain.decode(rows([5, 3, 0], [0, 1, 5]), 3, 0, 2)]).toEqual([1, 2]);
  });

  it('never changes type inside a span', () => {
    expect([...typed.decode(rows([0, 5, 0, 0, 0], [0, 0, 4, 0, 5]), 5, 0, 2)]).toEqual([1, 2]);
  });

  it('goes on from the window before', () => {
    expect([...plain.decode(rows([0, 1, 5]), 3, 0, 1, 1)]).toEqual([2]);
    expect([...plain.decode(rows([0, 1, 5]), 3, 0, 1, 0)]).toEqual([1]);
  });

  it('adds learned transitions', () => {
    const decoder = new BioDecoder(
      ['O', 'B', 'I'],
      [
        [0, 0, 0],
        [-9, 0, 0],
        [0, 0, 0],
      ],
    );
    expect([...decoder.decode(rows([0, 5, 0], [1, 0, 0.5]), 3, 0, 2)]).toEqual([1, 2]);
  });

  it('reads spans off labels', () => {
    expect(typed.spans(Uint8Array.from([1, 2, 1, 0, 3, 4, 4]))).toEqual([
      { first: 0, last: 1, label: 'Person' },
      { first: 2, last: 2, label: 'Person' },
      { first: 4, last: 6, label: 'Place' },
    ]);
  });

  it('is well-formed and no worse than any other well-formed sequence', () => {
    const arbitrary = fc.array(fc.tuple(fc.integer(), fc.integer(), fc.integer()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(arbitrary, (scores) => {
        const n = scores.length;
        const total = (labels: readonly number[]): number => labels.reduce((sum, label, i) => sum + (scores[i]?.[label] ?? 0), 0);
        const wellFormed = (labels: readonly number[]): boolean =>
          labels.every((label, i) => label !== 2 || (i > 0 && labels[i - 1] !== 0));
        const found = [...plain.decode(Float64Array.from(scores.flat()) as never, 3, 0, n)];
        expect(wellFormed(found)).toBe(true);
        for (let code = 0; code < 3 ** n; code++) {
          const labels = Array.from({ length: n }, (_, i) => Math.floor(code / 3 ** i) % 3);
          if (wellFormed(labels)) expect(total(found)).toBeGreaterThanOrEqual(total(labels));
        }
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});
