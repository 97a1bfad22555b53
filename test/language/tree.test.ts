import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTree } from '../../src/language/tree.js';

/** Scores from rows: row `d` says how well each word heads `d`, the diagonal how well `d` is the root. */
const matrix = (rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat());

function isTree(heads: Int32Array): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  for (let start = 0; start < heads.length; start++) {
    let steps = 0;
    for (let d = start; heads[d] !== -1; d = heads[d] as number) if (steps++ > heads.length) return false;
  }
  return true;
}

const totalOf = (scores: Float32Array, heads: Int32Array): number =>
  heads.reduce((sum, head, d) => sum + (scores[d * heads.length + (head < 0 ? d : head)] as number), 0);

function bestByTrying(scores: Float32Array, n: number): number {
  let best = -Infinity;
  for (let code = 0; code < n ** n; code++) {
    const heads = new Int32Array(n);
    for (let d = 0, rest = code; d < n; d++, rest = Math.floor(rest / n)) heads[d] = rest % n === d ? -1 : rest % n;
    if (isTree(heads)) best = Math.max(best, totalOf(scores, heads));
  }
  return best;
}

describe('decodeTree', () => {
  it('takes the greedy choice where it is a tree', () => {
    expect([
      ...decodeTree(
        matrix([
          [0, 5, 0],
          [0, 9, 0],
          [0, 5, 0],
        ]),
        3,
      ),
    ]).toEqual([1, -1, 1]);
  });

  it('breaks a cycle where that costs least', () => {
    // 0 and 1 choose each other; 2 is the root.
    expect([
      ...decodeTree(
        matrix([
          [-9, 5, 4],
          [5, -9, 1],
          [0, 0, 9],
        ]),
        3,
      ),
    ]).toEqual([2, 0, -1]);
  });

  it('keeps one of two roots', () => {
    expect([
      ...decodeTree(
        matrix([
          [9, 1],
          [8, 8.5],
        ]),
        2,
      ),
    ]).toEqual([-1, 0]);
  });

  it('finds a root where no word wants to be one', () => {
    expect([
      ...decodeTree(
        matrix([
          [-1, 5],
          [5, -2],
        ]),
        2,
      ),
    ]).toEqual([-1, 0]);
  });

  it('reads a sentence of one word', () => {
    expect([...decodeTree(matrix([[-3]]), 1)]).toEqual([-1]);
  });

  const scores = (n: number): fc.Arbitrary<Float32Array> =>
    fc
      .array(fc.integer({ min: -20, max: 20 }), { minLength: n * n, maxLength: n * n })
      .map((values) => Float32Array.from(values));

  it('always gives a tree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((n) => scores(n).map((s) => ({ n, s }))),
        ({ n, s }) => {
          expect(isTree(decodeTree(s, n))).toBe(true);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });

  it('gives the best tree of its root', () => {
    fc.assert(
      fc.property(scores(4), (s) => {
        const heads = decodeTree(s, 4);
        const root = heads.indexOf(-1);
        // With every other word kept from being the root, the best tree overall is the best one of this root.
        const others = s.map((score, i) => (i % 5 === 0 && i !== root * 5 ? -1000 : score));
        expect(totalOf(s, heads)).toBe(bestByTrying(others, 4));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
