import { describe, expect, it } from 'vitest';
import { checkSpan } from '../../src/document/span.js';

describe('checkSpan', () => {
  it('gives back a span that lies in the text', () => {
    expect(checkSpan({ start: 0, end: 5 }, 5)).toEqual({ start: 0, end: 5 });
  });

  it.each([
    [-1, 2, 'span start -1'],
    [0.5, 2, 'span start 0.5'],
    [6, 6, 'span start 6'],
    [3, 2, 'span end 2'],
    [0, 6, 'span end 6'],
    [NaN, 6, 'span start NaN'],
  ])('refuses %d to %d', (start, end, message) => {
    expect(() => checkSpan({ start, end }, 5)).toThrow(RangeError);
    expect(() => checkSpan({ start, end }, 5)).toThrow(message);
  });
});
