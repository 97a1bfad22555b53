import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/document/lines.js';

async function* chunks(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

async function lines(parts: readonly string[], limit = 100): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for await (const { number, bytes } of readLines(chunks(parts), limit)) {
    expect(number).toBe(found.length + 1);
    found.push(bytes === null ? null : Buffer.from(bytes).toString());
  }
  return found;
}

describe('readLines', () => {
  it('joins what chunks cut', async () => {
    expect(await lines(['a', 'b\nc', '\n', 'd'])).toEqual(['ab', 'c', 'd']);
  });

  it('keeps empty lines and has none after the last end', async () => {
    expect(await lines(['a\n\nb\n'])).toEqual(['a', '', 'b']);
  });

  it('passes over a line above the limit and goes on', async () => {
    expect(await lines(['aaa', 'aaa', 'a\nbb\n'], 5)).toEqual([null, 'bb']);
  });

  it('gives the same lines however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 6 }), { maxLength: 6 }),
        async (parts) => {
          expect(await lines(parts)).toEqual(await lines([parts.join('')]));
        },
      ),
      { seed: 1 },
    );
  });
});
