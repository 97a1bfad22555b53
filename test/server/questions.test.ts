import { beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import type {
  Article,
  Commitment,
  Density,
  Dispute,
  Dossier,
  Found,
  Overview,
  Page,
  Problem,
  ShownRecord,
  Statement,
  TimelineEntry,
} from '../../src/server/shapes.js';
import { readSerials } from '../ledger/serials.js';
import { served, type Served } from './serving.js';

let readings: readonly Reading[];
let desk: Served;
beforeAll(async () => {
  readings = await readSerials('truce');
  desk = await served(readings);
});

describe('questions over HTTP', () => {
  it('give every list, a page at a time, without a row twice or left out', async () => {
    for (const list of ['statements', 'commitments', 'deadlines', 'positions', 'disputes', 'actors', 'timeline', 'articles']) {
      const whole = await desk.json<Page<{ id: string }>>(`/api/${list}?limit=500`);
      expect(whole.next).toBeNull();
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<{ id: string }> = await desk.json(`/api/${list}?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen, list).toEqual(whole.rows.map(({ id }) => id));
      if (list !== 'disputes') expect(seen.length, list).toBeGreaterThan(0);
    }
  });

  it('give words by their exact characters', async () => {
    const { rows } = await desk.json<Page<Statement>>('/api/statements?limit=500');
    const texts = new Map(readings.map(({ document }) => [document.id, document.text]));
    expect(rows.length).toBeGreaterThan(20);
    for (const { first, content } of rows) {
      const text = texts.get(first?.document ?? '') ?? '';
      expect(first?.spans.map(([start, end]) => text.slice(start, end)).join(' … ')).toBe(content);
    }
  });

  it('narrow by actor, act and day', async () => {
    const all = (await desk.json<Page<Statement>>('/api/statements?limit=500')).rows;
    const denied = (await desk.json<Page<Statement>>('/api/statements?act=deny&limit=500')).rows;
    expect(denied.map(({ id }) => id)).toEqual(all.filter(({ act }) => act === 'deny').map(({ id }) => id));
    const since = (await desk.json<Page<Statement>>('/api/statements?since=2022-11-15&limit=500')).rows;
    expect(since.map(({ id }) => id)).toEqual(all.filter(({ day }) => day >= '2022-11-15').map(({ id }) => id));
  });

  it('give commitments of one state, as of the newest day and an earlier one', async () => {
    for (const asOf of ['2022-12-02', '2022-11-08']) {
      const all = (await desk.json<Page<Commitment>>(`/api/commitments?limit=500&asOf=${asOf}`)).rows;
      for (const state of new Set(all.map((c) => c.state))) {
        const some = (await desk.json<Page<Commitment>>(`/api/commitments?limit=500&asOf=${asOf}&state=${state}`)).rows;
        expect(some.map(({ id }) => id)).toEqual(all.filter((c) => c.state === state).map(({ id }) => id));
      }
    }
    const due = (await desk.json<Page<Commitment>>('/api/deadlines?limit=500')).rows.map((c) => c.due ?? '');
    const back = (await desk.json<Page<Commitment>>('/api/deadlines?limit=500&latestFirst=true')).rows.map((c) => c.due ?? '');
    expect(back).toEqual([...due].sort().reverse());
  });

  it('stand by the day that was known, though it was moved later', async () => {
    const days = [...new Set(readings.map(({ document }) => document.published?.slice(0, 10) ?? ''))].sort();
    let moved = 0;
    for (const asOf of days) {
      const { rows } = await desk.json<Page<Commitment>>(`/api/deadlines?limit=500&asOf=${asOf}`);
      const due = rows.map((row) => row.due ?? '');
      expect(due).toEqual([...due].sort());
      const all = await desk.json<Page<Commitment>>('/api/commitments?limit=500');
      moved += rows.filter(({ id, due: then }) => all.rows.find((now) => now.id === id)?.due !== then).length;
      for (const until of due) {
        const some = await desk.json<Page<Commitment>>(`/api/deadlines?limit=500&asOf=${asOf}&until=${until.slice(0, 7)}-28`);
        expect(some.rows.map(({ id }) => id)).toEqual(
          rows.filter((row) => (row.due ?? '') <= `${until.slice(0, 7)}-28`).map(({ id }) => id),
        );
      }
    }
    expect(moved).toBeGreaterThan(0);
  });

  it('count by period what the timeline lists', async () => {
    const { rows } = await desk.json<Page<TimelineEntry>>('/api/timeline?limit=500');
    for (const [unit, length] of [
      ['year', 4],
      ['month', 7],
      ['day', 10],
    ] as const) {
      // prettier-ignore
      for (const asOf of ['', '&asOf=2022-11-08']) {
        const listed = asOf === '' ? rows : (await desk.json<Page<TimelineEntry>>(`/api/timeline?limit=500${asOf}`)).rows;
        const density = await desk.json<Density>(`/api/density?unit=${unit}&lanes=true${asOf}`);
        expect(density.total).toBe(listed.length);
        for (const { period, statements, events } of density.periods) {
          const own = listed.filter(({ day }) => day.slice(0, length) === period);
          expect([statements, events]).toEqual([own.filter(({ what }) => what === 'statement').length, own.filter(({ what }) => what === 'event').length]);
        }
        for (const { actor, total } of density.lanes)
          expect(total).toBe(listed.filter(({ what, lane }) => what === 'statement' && lane?.id === actor.id).length);
      }
    }
  });

  it('leave out of the counts what was rejected', async () => {
    const own = await served(readings);
    const { rows } = await own.json<Page<TimelineEntry>>('/api/timeline?limit=500');
    const rejected = [rows.find(({ what }) => what === 'statement'), rows.find(({ what }) => what === 'event')];
    for (const row of rejected) await own.post('/api/decisions', { kind: 'reject', record: row?.id, who: 'desk', why: 'not so' });
    const left = await own.json<Page<TimelineEntry>>('/api/timeline?limit=500');
    expect(left.rows).toHaveLength(rows.length - 2);
    expect((await own.json<Density>('/api/density?unit=day')).total).toBe(left.rows.length);
  });

  it('show an article with everything on record in it', async () => {
    const [first, second] = readings.map(({ document }) => document);
    const article = await desk.json<Article>(`/api/articles/${encodeURIComponent(first?.id ?? '')}`);
    expect(article.text).toBe(first?.text);
    expect(article.verified).toBe(true);
    expect(article.before).toBeNull();
    expect(article.after?.id).toBe(second?.id);
    expect(article.statements.map(({ content }) => content)).toEqual(readings[0]?.statements.map(({ content }) => content));
    for (const { record } of article.statements)
      expect((await desk.json<ShownRecord>(`/api/records/${record ?? ''}`)).what).toBe('statement');
    expect(article.commitments.length).toBeGreaterThan(0);
  });

  it('show both sides of a dispute with whose word each is', async () => {
    const { rows } = await desk.json<Page<Dispute>>('/api/disputes');
    expect(rows.length).toBeGreaterThan(0);
    const records = await Promise.all(rows.map(({ id }) => desk.json<ShownRecord>(`/api/records/${id}`)));
    for (const { evidence } of records) expect(evidence).toHaveLength(2);
    expect(records.flatMap(({ evidence }) => evidence).some(({ said }) => said?.speaker != null)).toBe(true);
  });

  it('show an actor by names, acts and speakers', async () => {
    const { rows } = await desk.json<Page<{ id: string }>>('/api/actors?issue=Adou');
    expect(rows).toHaveLength(1);
    const dossier = await desk.json<Dossier>(`/api/actors/${rows[0]?.id ?? ''}`);
    expect(dossier.name).toBe('Samuel Adou');
    expect(dossier.used.map(({ name }) => name)).toContain('Samuel Adou');
    const [minister] = (await desk.json<Page<{ id: string }>>('/api/actors?issue=Carla')).rows;
    expect((await desk.json<Dossier>(`/api/actors/${minister?.id ?? ''}`)).offices.map(({ name }) => name)).toContain(
      'interior minister',
    );
    expect(dossier.acts.reduce((sum, { count }) => sum + count, 0)).toBe(dossier.statements);
  });

  it('find words in statements, commitments and articles', async () => {
    const found = await desk.json<Found>('/api/search?q=road');
    expect(found.passages.length).toBeGreaterThan(0);
    for (const { article, start, end, words } of found.passages) {
      const text = readings.find(({ document }) => document.id === article)?.document.text ?? '';
      expect(text.slice(start, end)).toBe(words);
      expect(words.toLowerCase()).toContain('road');
    }
    expect((await desk.json<Found>('/api/search?q=%22%27)(*')).passages).toEqual([]);
  });

  it('say what the ledger holds, and what is before and after a day', async () => {
    const days = [...new Set(readings.map(({ document }) => document.published?.slice(0, 10) ?? ''))].sort();
    const now = await desk.json<Overview>('/api/ledger');
    expect([now.articles, now.oldest, now.newest, now.before, now.after]).toEqual([
      readings.length,
      days[0],
      days.at(-1),
      days.at(-2),
      null,
    ]);
    const earlier = await desk.json<Overview>(`/api/ledger?asOf=${days[1] ?? ''}`);
    expect([earlier.before, earlier.after]).toEqual([days[0], days[2]]);
  });

  it('answer the same question with 304 where nothing changed', async () => {
    const first = await desk.ask('/api/statements');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await desk.ask('/api/statements', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it.each([
    ['/api/statements?since=yesterday', 400, 'bad-request'],
    ['/api/statements?since=2022-02-31', 400, 'bad-request'],
    ['/api/statements?limit=100000', 400, 'bad-request'],
    ['/api/statements?cursor=zzz', 400, 'bad-request'],
    ['/api/statements?actor=Nobody%20Atall', 404, 'no-such-actor'],
    ['/api/records/x-1', 404, 'no-such-record'],
    ['/api/articles/..%2F..%2Fetc%2Fpasswd', 404, 'no-such-record'],
    ['/api/nothing', 404, 'no-such-page'],
    ['/api/export/exe', 400, 'bad-request'],
  ])('refuse %s as problem details', async (path, status, code) => {
    const response = await desk.ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as Problem;
    expect([problem.code, problem.status, problem.type]).toEqual([code, status, `urn:onrecord:error:${code}`]);
    expect(problem.detail).toMatch(/:/u);
  });

  it('are described in OpenAPI 3.1 and on a page', async () => {
    const api = await desk.json<{ openapi: string; paths: Record<string, object> }>('/openapi.json');
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/api/statements', '/api/articles', '/api/decisions', '/api/export/{format}']),
    );
    const page = await (await desk.ask('/docs')).text();
    for (const path of Object.keys(api.paths)) expect(page).toContain(path);
    expect(page).not.toMatch(/<script|style=/u);
  });

  it('give the ledger in other people’s formats', async () => {
    const response = await desk.ask('/api/export/ical');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="onrecord-2022-12-02.ical"');
    expect(await response.text()).toContain('BEGIN:VCALENDAR');
  });
});
