import { describe, expect, it } from 'vitest';
import { ARTICLE_LIMIT, articleFromJson, articleFromText, idOfJson } from '../../src/document/article.js';
import type { FailureCode } from '../../src/document/failure.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const options = { needsDate: true };
const code = (run: () => unknown): FailureCode | 'none' => {
  try {
    run();
    return 'none';
  } catch (error) {
    return (error as { code: FailureCode }).code;
  }
};

describe('articleFromText', () => {
  it('keeps the text to the character', () => {
    const document = articleFromText(bytes('\ufeffdate 2025-03-03\n\nThe dam\r\n holds.  \n'), options);
    expect(document.text).toBe('The dam\r\n holds.  \n');
    expect(document.published).toBe('2025-03-03');
  });

  it('lets the caller overrule the header', () => {
    const document = articleFromText(bytes('date 2025-03-03 The dam.'), {
      needsDate: true,
      published: '2025-03-04',
      publisher: 'Wire',
    });
    expect([document.published, document.publisher]).toEqual(['2025-03-04', 'Wire']);
  });

  it.each<[FailureCode, Uint8Array]>([
    ['no-date', bytes('The dam holds.')],
    ['bad-date', bytes('date 2025-02-30 The dam holds.')],
    ['empty-text', bytes('date 2025-03-03 \n ')],
    ['empty-text', bytes('')],
    ['not-utf8', Buffer.from([0x64, 0x61, 0x6d, 0xe9, 0x20])],
    ['unsupported-format', Buffer.from('\ufeffThe dam', 'utf16le')],
    ['unsupported-format', bytes('Date: 2025-03-03\n\n<h1>Dam</h1><p>x')],
    ['unsupported-format', bytes('%PDF-1.7 …')],
    ['unsupported-format', bytes('<!DOCTYPE html><html><p>The dam</p></html>')],
    ['unsupported-format', Buffer.from([0x50, 0x4b, 3, 4, 0xff])],
    ['too-large', Buffer.alloc(ARTICLE_LIMIT + 1, 0x61)],
  ])('%s', (expected, file) => {
    expect(code(() => articleFromText(file, options))).toBe(expected);
  });

  it('needs no date where none is asked for', () => {
    expect(articleFromText(bytes('The dam holds.'), { needsDate: false }).published).toBeNull();
  });
});

describe('articleFromJson', () => {
  it('reads every field, and keeps edge white space', () => {
    const line =
      '{"id":"a1","published":"2025-03-03","publisher":"Wire","title":"T","url":"https://example.org","text":" The dam.\\n"}';
    expect(articleFromJson(bytes(line), options)).toMatchObject({
      id: 'a1',
      published: '2025-03-03',
      publisher: 'Wire',
      title: 'T',
      url: 'https://example.org',
      text: ' The dam.\n',
    });
  });

  it('gives an id by publisher, url, published and text where there is none', () => {
    const id = (fields: object): string =>
      articleFromJson(bytes(JSON.stringify({ published: '2025-03-03', text: 'The dam.', ...fields })), options).id;
    expect(id({})).toMatch(/^doc-[0-9a-f]{16}$/u);
    expect(id({ title: 'Another' })).toBe(id({}));
    expect(id({ publisher: 'Wire' })).not.toBe(id({}));
    expect(id({ url: 'https://example.org' })).not.toBe(id({}));
    expect(id({ published: '2025-03-04' })).not.toBe(id({}));
    expect(id({ text: 'The dam!' })).not.toBe(id({}));
  });

  it.each<[FailureCode, string]>([
    ['not-json', '{"text": '],
    ['not-json', '["text"]'],
    ['not-json', '"text"'],
    ['bad-record', '{"published":"2025-03-03"}'],
    ['bad-record', '{"text":5}'],
    ['bad-record', '{"id":7,"text":"The dam."}'],
    ['bad-record', '{"id":"","text":"The dam."}'],
    ['no-date', '{"text":"The dam."}'],
    ['no-date', '{"text":"The dam.","published":null}'],
    ['bad-date', '{"text":"The dam.","published":"2025-04-31"}'],
    ['empty-text', '{"text":"  ","published":"2025-04-30"}'],
    ['unsupported-format', '{"text":"<html><body>The dam","published":"2025-04-30"}'],
  ])('%s: %s', (expected, line) => {
    expect(code(() => articleFromJson(bytes(line), options))).toBe(expected);
  });

  it('tells the id of a bad record where there is one', () => {
    expect([idOfJson(bytes('{"id":"a1"}')), idOfJson(bytes('{"id":1}')), idOfJson(bytes('{'))]).toEqual(['a1', '1', null]);
  });
});
