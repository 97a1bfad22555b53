import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, Outcome, Overview, Page, Statement } from '../../src/server/shapes.js';
import { example, reader, served, type Served } from './serving.js';

let desk: Served;
let close: () => Promise<void>;
beforeAll(async () => {
  const model = await reader();
  close = model.close;
  desk = await served([], { read: model.read });
});
afterAll(() => close());

const send = async (type: string, body: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Outcome[]> => {
  const response = await desk.ask(`/api/articles${query}`, { method: 'POST', headers: { 'content-type': type }, body });
  expect(response.status).toBe(200);
  return (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Outcome); // prettier-ignore
};

describe('articles over HTTP', () => {
  it('are read and filed; the same again changes nothing', async () => {
    const [first] = await send('text/plain', example('01-ultimatum.txt'), '?name=one.txt');
    expect(first).toMatchObject({ name: 'one.txt', filed: 'new', error: null });
    expect(first?.statements).toBeGreaterThan(5);
    const [again] = await send('text/plain', example('01-ultimatum.txt'));
    expect(again).toMatchObject({ filed: 'known', id: first?.id });
    expect((await desk.json<Overview>('/api/ledger')).articles).toBe(1);
  });

  it('are refused one by one, each with its reason, and the rest goes on', async () => {
    const lines = [
      JSON.stringify({ text: 'Ministers met.' }),
      'no json',
      JSON.stringify({ id: 'w1', published: '2025-01-02', text: 'Kenya said on Thursday that it would open the border.' }),
      JSON.stringify({ published: '2025-01-02', text: 7 }),
    ];
    const outcomes = await send('application/x-ndjson', lines.join('\n'), '?name=some.jsonl');
    expect(outcomes.map(({ name, filed, error }) => [name, filed, error?.code ?? null])).toEqual([
      ['some.jsonl, line 1', 'refused', 'no-date'],
      ['some.jsonl, line 2', 'refused', 'not-json'],
      ['some.jsonl, line 3', 'new', null],
      ['some.jsonl, line 4', 'refused', 'bad-record'],
    ]);
    expect((await desk.json<Page<Statement>>('/api/statements?actor=Kenya')).rows).toHaveLength(1);
  });

  it('get the date that a person gives them', async () => {
    const text = 'Peru said on Friday that it would send doctors.';
    expect((await send('text/plain', text))[0]?.error?.code).toBe('no-date');
    const [mended] = await send('text/plain', text, '?published=2025-03-01&publisher=Desk');
    expect(mended?.filed).toBe('new');
    const article = await desk.json<Article>(`/api/articles/${mended?.id ?? ''}`);
    expect([article.publisher, article.statements[0]?.said]).toEqual(['Desk', '2025-02-28']);
  });

  it('are text and nothing else', async () => {
    const pdf = new Uint8Array([...'%PDF-1.7\n'].map((c) => c.charCodeAt(0)));
    expect((await send('text/plain', pdf, '?published=2025-01-01'))[0]?.error?.code).toBe('unsupported-format');
    expect((await send('text/plain', '<!doctype html><p>x</p>', '?published=2025-01-01'))[0]?.error?.code).toBe(
      'unsupported-format',
    );
    const response = await desk.ask('/api/articles', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x--',
    });
    expect(response.status).toBe(415);
  });

  it('have a limit', async () => {
    const [big] = await send('text/plain', 'a'.repeat(10_000_001), '?published=2025-01-01');
    expect(big?.error?.code).toBe('too-large');
    const response = await desk.ask('/api/articles', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-length': '64000001' },
      body: 'a'.repeat(64_000_001),
    });
    expect(response.status).toBe(413);
  });

  it('keep their markup as characters', async () => {
    const text = 'The minister said <script>alert(1)</script> that “<img src=x onerror=alert(2)> is a threat”.';
    const [outcome] = await send(
      'application/json',
      JSON.stringify({ id: '<b>../x</b>', published: '2025-01-05', title: '<i>x</i>', text }),
    );
    expect(outcome).toMatchObject({ filed: 'new', id: '<b>../x</b>' });
    const response = await desk.ask(`/api/articles/${encodeURIComponent('<b>../x</b>')}`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(((await response.json()) as Article).text).toBe(text);
  });

  it('are taken out for good, with a reason', async () => {
    expect((await desk.ask('/api/articles/w1', { method: 'DELETE' })).status).toBe(400);
    expect((await desk.ask('/api/articles/w1?reason=by%20mistake', { method: 'DELETE' })).status).toBe(204);
    expect((await desk.ask('/api/articles/w1')).status).toBe(404);
    expect(
      (await desk.json<Page<Statement>>('/api/statements?limit=500')).rows.some(({ speaker }) => speaker?.name === 'Kenya'),
    ).toBe(false);
  });
});
