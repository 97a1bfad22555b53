import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onrecord } from './run-cli.js';

const EXAMPLE = 'examples/02-offer.txt';

describe('onrecord annotate', () => {
  it('prints a line of JSON a document, in the formats of the corpora, and needs no date', async () => {
    const { status, stdout } = await onrecord(
      ['annotate'],
      '{"id":"a","text":"President Venn said he would not go to Aldenport."}',
    );
    expect(status).toBe(0);
    const line = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(line)).toEqual([
      ...['id', 'language', 'text', 'sentences', 'entities', 'clusters', 'attributions', 'timexes'],
    ]);
    expect(line).toMatchObject({
      id: 'a',
      sentences: [[0, 49]],
      attributions: [{ source: [[0, 14]], cue: [[15, 19]], mode: 'indirect' }],
    });
  });

  it('prints CoNLL-U that holds every character of the text', async () => {
    const { status, stdout } = await onrecord(['annotate', '--format', 'conllu', EXAMPLE]);
    expect(status).toBe(0);
    const text = readFileSync(EXAMPLE, 'utf8');
    let until = 0;
    let forms = '';
    for (const line of stdout.split('\n')) {
      if (line === '') until = 0;
      if (line === '' || line.startsWith('#')) continue;
      const columns = line.split('\t');
      expect(columns).toHaveLength(10);
      const [id, form] = columns as [string, string];
      if (id.includes('-')) {
        until = Number(id.split('-')[1]);
        forms += form;
      } else if (Number(id) > until) forms += form;
    }
    expect(forms).toBe(text.slice(text.indexOf('BRENNICK')).replace(/\s/gu, ''));
    expect(stdout).toMatch(/^# newdoc id = doc-/u);
    expect(stdout).toContain('# newpar');
    expect(stdout).toMatch(/\tsaid\tsay\tVERB\tVBD\t.*Tense=Past/u);
  });

  it('flags a text in another language and reads nothing from it', async () => {
    const text =
      'Die Außenministerin erklärte am Dienstag, ihr Land werde den Drohungen nicht nachgeben, und die Frist werde verstreichen wie jeder andere Tag auch.';
    const { stdout } = await onrecord(['annotate'], JSON.stringify({ id: 'a', text }));
    expect(JSON.parse(stdout)).toMatchObject({ language: 'deu', sentences: [], attributions: [] });
  });
});
