import { readFileSync } from 'node:fs';
import * as tokenizers from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordPiece } from '../../src/language/wordpiece.js';

const vocabulary = readFileSync(new URL('../../models/en/vocabulary.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const wordPiece = new WordPiece(vocabulary);

interface ReferenceTokenizer {
  encode(text: string, options: { readonly add_special_tokens: boolean }): { readonly ids: number[] };
}
// The package's own types do not resolve under NodeNext.
const { Tokenizer } = tokenizers as unknown as {
  readonly Tokenizer: new (tokenizer: object, config: object) => ReferenceTokenizer;
};
const reference = new Tokenizer(
  {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])),
    },
  },
  {},
);
const referenceIds = (text: string): number[] => reference.encode(text, { add_special_tokens: false }).ids;
const ids = (text: string): number[] => wordPiece.encode(text).map(({ id }) => id);

describe('WordPiece', () => {
  it('gives pieces with the characters that they cover', () => {
    const text = 'Naïve Überläufer!';
    const pieces = wordPiece.encode(text).map(({ id, start, end }) => [vocabulary[id], text.slice(start, end)]);
    expect(pieces).toEqual([
      ['naive', 'Naïve'],
      ['uber', 'Über'],
      ['##lau', 'läu'],
      ['##fer', 'fer'],
      ['!', '!'],
    ]);
  });

  it('counts offsets from the start of the text when given a span', () => {
    expect(wordPiece.encode('the dam', { start: 4, end: 7 })).toEqual([{ id: vocabulary.indexOf('dam'), start: 4, end: 7 }]);
  });

  it.each([
    'Brennick’s ministers said: “No — not today.”',
    'İzmir, Łódź, Đà Nẵng, Þingvellir',
    '北京 and 서울 and Київ',
    'ﬁnance ½ ① e\u0301clair',
    'zero\u200bwidth and \u0000nul and \ufffd and \u00adsoft',
    'a'.repeat(101),
    'x'.repeat(100),
    '😀👍🏽 emoji',
    "``quoted'' [MASK] ##ing",
    '',
    ' \n\t ',
  ])('agrees with the reference tokenizer on %j', (text) => {
    expect(ids(text)).toEqual(referenceIds(text));
  });

  it('agrees with the reference on random words, and its pieces stay in order inside the text', () => {
    const letters = fc.constantFrom(...'abcdefgßéüÉçñøåžİıσабвⅧ’“”-.,!?$%&@#_ \n');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        expect(ids(text)).toEqual(referenceIds(text));
        let at = 0;
        for (const { start, end } of wordPiece.encode(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = start;
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
