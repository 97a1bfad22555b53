import type { Matrix } from './encoder.js';

/** A copy of one row of a matrix. */
export function rowOf(matrix: Matrix, row: number): Float32Array {
  return matrix.data.slice(row * matrix.columns, (row + 1) * matrix.columns);
}

/** Dot product of two rows. */
export function dotRows(a: Matrix, rowA: number, b: Matrix, rowB: number): number {
  const size = a.columns;
  const x = a.data;
  const y = b.data;
  let i = rowA * size;
  let j = rowB * size;
  let sum = 0;
  for (const end = i + size; i < end; i++, j++) sum += (x[i] as number) * (y[j] as number);
  return sum;
}

/** Dot product of two vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Probabilities of scores. */
export function softmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
