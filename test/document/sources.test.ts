import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../src/document/sources.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-sources-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  for (const part of text.match(/[\s\S]{1,7}/gu) ?? []) yield await Promise.resolve(Buffer.from(part));
}

async function outcomes(paths: readonly string[], stdin = ''): Promise<string[]> {
  const found: string[] = [];
  for await (const input of readSources(paths, stream(stdin), { needsDate: true })) {
    if ('document' in input) found.push(input.document.text);
    else found.push(`${input.id ?? '?'}${input.line === undefined ? '' : `:${input.line}`} ${input.failure.code}`);
  }
  return found;
}

describe('readSources', () => {
  it('reads plain text, JSON Lines and standard input in order', async () => {
    const text = file('a.txt', 'date 2025-03-03 One.');
    const json = file('b.jsonl', '{"published":"2025-03-03","text":"Two."}\n\n{"published":"2025-03-03","text":"Three."}');
    expect(await outcomes([text, '-', json], 'date 2025-03-04 Between.')).toEqual(['One.', 'Between.', 'Two.', 'Three.']);
  });

  it('knows JSON Lines on standard input by their first character', async () => {
    expect(await outcomes(['-'], ' {"published":"2025-03-03","text":"Two."}\n')).toEqual(['Two.']);
  });

  it('knows them where the first line is bad, and where it comes in pieces', async () => {
    expect(await outcomes(['-'], '{id: 1}\n{"published":"2025-03-03","text":"Two."}\n')).toEqual(['?:1 not-json', 'Two.']);
  });

  it('goes on after every kind of bad line and file', async () => {
    const lines = [
      '{"id":"x","text":"No date."}',
      'nonsense',
      '{"published":"2025-03-03","text":"Good."}',
      '{"id":"y","text":""}',
    ];
    const json = file('c.jsonl', lines.join('\n'));
    const missing = join(folder, 'missing.txt');
    const html = file('d.txt', '<html>');
    const last = file('e.txt', 'date 2025-03-03 Last.');
    expect(await outcomes([json, missing, folder, html, last])).toEqual([
      'x:1 no-date',
      '?:2 not-json',
      'Good.',
      'y:4 empty-text',
      `${missing} unreadable-file`,
      `${folder} unreadable-file`,
      `${html} unsupported-format`,
      'Last.',
    ]);
  });
});
