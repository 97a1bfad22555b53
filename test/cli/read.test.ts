import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import { onrecord } from './run-cli.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-read-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const EXAMPLE = 'examples/05-two-accounts.txt';
const article = (id: string, text: string, more: object = {}): string =>
  JSON.stringify({ id, published: '2025-03-03', text, ...more });
const parse = (stdout: string): (Reading & { id?: string; line?: number; error?: { code: string; message: string } })[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as never);

describe('onrecord read --json', () => {
  it('prints the shape of a reading', async () => {
    const { status, stdout, stderr } = await onrecord(['read', '--json', EXAMPLE]);
    expect([status, stderr]).toEqual([0, '']);
    const [reading] = parse(stdout) as [Reading];
    expect(Object.keys(reading)).toEqual([
      ...[
        'document',
        'language',
        'reader',
        'actors',
        'statements',
        'events',
        'facts',
        'commitments',
        'positions',
        'disputes',
        'times',
      ],
    ]);
    expect(reading.reader.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(reading.reader.model).toMatch(/^en-[0-9a-f]{12}$/u);
    const file = readFileSync(EXAMPLE, 'utf8');
    expect(reading.document.text).toBe(file.slice(file.indexOf('VESTERHOLM')));
    expect(reading.statements.length).toBeGreaterThan(5);
    for (const statement of reading.statements) {
      expect(Object.keys(statement)).toEqual([
        ...['id', 'speaker', 'source', 'cue', 'content', 'mode', 'act', 'said', 'to', 'within', 'condition', 'inferred'],
      ]);
      for (const [start, end] of [...statement.source, ...statement.cue, ...statement.content]) {
        expect(reading.document.text.slice(start, end).trim()).not.toBe('');
      }
    }
  });

  it('keeps the order of the inputs, with errors in their places', async () => {
    const lines = [
      article('a', 'Braam said the border would close.'),
      '{"id":"b","text":"No date here."}',
      'nonsense',
      article(
        'c',
        'Le ministre a déclaré mardi que son pays ne céderait pas aux menaces et que la date limite passerait comme un autre jour.',
      ),
      article('d', ' '),
      article('e', 'Tarsk denied it.', { published: '2025-02-31' }),
      article('f', 'President Venn said the deadline meant nothing.'),
    ];
    const { status, stdout } = await onrecord(['read', '--json', '-'], lines.join('\n'));
    expect(status).toBe(0);
    const got = parse(stdout).map((r) =>
      r.error ? [r.id, r.line, r.error.code] : [r.document.id, r.language, r.statements.length > 0],
    );
    expect(got).toEqual([
      ['a', 'eng', true],
      ['b', 2, 'no-date'],
      [null, 3, 'not-json'],
      ['c', 'fra', false],
      ['d', 5, 'empty-text'],
      ['e', 6, 'bad-date'],
      ['f', 'eng', true],
    ]);
  });

  it('prints the same bytes alone, in a batch, on one worker and on two', async () => {
    const articles = ['01-ultimatum', '02-offer', '03-refusal', '04-extension'].map((name) =>
      article(name, readFileSync(`examples/${name}.txt`, 'utf8').replace(/^[\s\S]*?\n\n/u, '')),
    );
    const all = articles.join('\n');
    const two = await onrecord(['read', '--json', '--jobs', '2'], all);
    const one = await onrecord(['read', '--json', '--jobs', '1'], all);
    const reversed = await onrecord(['read', '--json', '--jobs', '2'], [...articles].reverse().join('\n'));
    const alone = [];
    for (const line of articles) alone.push((await onrecord(['read', '--json'], line, { TZ: 'Pacific/Kiritimati' })).stdout);
    expect(two.stdout).toBe(alone.join(''));
    expect(one.stdout).toBe(two.stdout);
    expect(reversed.stdout.trimEnd().split('\n').reverse()).toEqual(two.stdout.trimEnd().split('\n'));
  });
});

describe('exit status and errors', () => {
  it.each<[string, readonly string[], string | Uint8Array, number, string]>([
    ['the only input has no date', ['read'], 'Braam said no.', 1, 'no-date'],
    ['the only input is bytes of another encoding', ['read'], Buffer.from([0x64, 0xe9, 0x20]), 1, 'not-utf8'],
    ['the only input is HTML', ['read'], '<html><p>date 2025-03-03', 1, 'HTML'],
    ['the only input is PDF', ['read'], '%PDF-1.4', 1, 'PDF'],
    ['there is no input', ['read'], '', 1, 'empty'],
    ['the file is missing', ['read', 'no-such-file.txt'], '', 1, 'no such file'],
    ['an option is unknown', ['read', '--nonsense'], '', 2, 'nonsense'],
    ['a command is unknown', ['nonsense'], '', 2, 'nonsense'],
    ['an option has a bad value', ['read', '--published', 'soon'], '', 2, 'not a day of the calendar'],
    ['a number is bad', ['read', '--jobs', '0'], '', 2, '1 to 256'],
    ['a width is bad', ['read', '--width', 'wide'], '', 2, '30'],
  ])('%s', async (_, args, stdin, status, message) => {
    const result = await onrecord(args, stdin);
    expect(result.stderr).toContain(message);
    expect([result.status, result.stdout]).toEqual([status, '']);
  });

  it('prints one line of JSON for a bad only input with --json', async () => {
    const { status, stdout, stderr } = await onrecord(['read', '--json'], 'Braam said no.');
    expect([status, stderr]).toEqual([1, '']);
    expect(parse(stdout)[0]).toMatchObject({ id: '-', error: { code: 'no-date' } });
  });

  it('goes on in a batch for people, with a line on standard error', async () => {
    const bad = join(folder, 'bad.txt');
    writeFileSync(bad, 'No date.');
    const { status, stdout, stderr } = await onrecord(['read', bad, EXAMPLE]);
    expect(status).toBe(0);
    expect(stdout).toContain('VESTERHOLM');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the view for people', () => {
  it('shows every word of the article, wrapped, with marks where there is no colour', async () => {
    const { stdout } = await onrecord(['read', '--width', '60', EXAMPLE]);
    const lines = stdout.split('\n');
    expect(lines.every((line) => line.length <= 60)).toBe(true);
    const text = readFileSync(EXAMPLE, 'utf8');
    const body = text.slice(text.indexOf('VESTERHOLM'));
    const words = (s: string): string => s.replace(/[⟦⟧{}⟨⟩\s]/gu, '');
    expect(words(lines.map((line) => line.slice(8)).join(' '))).toContain(words(body));
    expect(stdout).toMatch(/⟦[^⟧]+⟧/u);
    expect(stdout).toMatch(/⟨said⟩/u);
    expect(stdout).not.toContain('\u001b');
  });

  it('uses colour where asked', async () => {
    const { stdout } = await onrecord(['read', '--color', 'always', EXAMPLE]);
    expect(stdout).toContain('\u001b[1;33msaid\u001b[22;39m');
  });

  it('never lets an article steer the terminal', async () => {
    const { stdout } = await onrecord(
      ['read', '--published', '2025-03-03'],
      'Braam said \u001b[31mred\u0007 and \u202ereversed\u202c.',
    );
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/u);
    expect(stdout).toContain('␛[31mred');
  });
});
