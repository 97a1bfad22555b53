import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure, FAILURES, type FailureCode } from '../../src/document/failure.js';

const codes = Object.keys(FAILURES) as FailureCode[];
const docs = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

describe('the catalogue of errors', () => {
  it('is sorted', () => {
    expect(codes).toEqual([...codes].sort());
  });

  it.each(codes)('%s says what to do and is documented', (code) => {
    const { message } = new Failure(code, {
      value: 'v',
      field: 'f',
      problem: 'p',
      folder: 'm',
      reason: 'r',
      limit: 1,
      path: 'x',
      format: 'PDF',
      id: 'i',
      name: 'n',
      where: 'w',
      candidates: 'c',
      tables: 't',
      host: 'h',
      port: 1,
    });
    expect(message).toMatch(/:/u);
    expect(message).not.toMatch(/undefined/u);
    expect(docs).toContain(`\`${code}\``);
  });

  it('cuts what it quotes to a length that can be read', () => {
    expect(new Failure('bad-date', { value: 'x'.repeat(500) }).message.length).toBeLessThan(250);
  });
});
