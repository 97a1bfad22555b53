import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Encoder, MODEL_FOLDER } from '../../src/language/encoder.js';

const folder = fileURLToPath(MODEL_FOLDER);

describe('Encoder', () => {
  it('names what is wrong with a folder that holds no model', async () => {
    await expect(Encoder.load(tmpdir(), 1)).rejects.toMatchObject({ code: 'model-unreadable' });
  });

  it('is small enough to ship', () => {
    expect(statSync(`${folder}/encoder.onnx`).size).toBeLessThan(45e6);
  });

  it('gives a row a word for every score, and a label number that exists', async () => {
    const encoder = await Encoder.load(folder, 1);
    const { special } = encoder.wordPiece;
    const window = await encoder.run(
      Int32Array.from([special.start, 2000, 2001, 2002, special.separator]),
      Int32Array.from([0, 7, 7, 7, 0]),
      Int32Array.from([1, 3]),
    );
    expect(window.words).toBe(2);
    for (const [name, { data, columns }] of Object.entries(window.scores)) {
      expect([name, data.length]).toEqual([name, 2 * columns]);
      expect(data.every(Number.isFinite)).toBe(true);
    }
    encoder.facts.chosen.forEach((kind, k) => {
      expect(encoder.facts.labels[kind][window.chosen[k] as number]).toBeTypeOf('string');
    });
    expect(encoder.version).toMatch(/^en-[0-9a-f]{12}$/u);
    await encoder.release();
  });
});
