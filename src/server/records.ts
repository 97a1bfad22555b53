import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { articlesOf } from '../export/exported.js';
import { FORMATS } from '../export/formats.js';
import type { Ledger } from '../ledger/ledger.js';
import { article } from '../ledger/questions/article.js';
import { density } from '../ledger/questions/density.js';
import { dossier } from '../ledger/questions/dossier.js';
import { dayAsked } from '../ledger/questions/filter.js';
import { overview } from '../ledger/questions/overview.js';
import { search } from '../ledger/questions/search.js';
import { show } from '../ledger/questions/show.js';
import { storedRecord } from '../ledger/stored-record.js';
import { verify } from '../ledger/verify.js';
import { VERSION } from '../version.js';
import { failures, filter } from './lists.js';
import { articleShown, day, densityShape, dossierShape, foundShape, overviewShape, shownRecord } from './shapes.js';

const asOf = z.object({ asOf: day.optional() });
const id = z.object({ id: z.string().min(1).max(400) });
const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...failures,
});

/** What is asked of one thing: the ledger itself, a record, an article, an actor; and the search over all. */
export function records(app: OpenAPIHono, { store }: Ledger): void {
  app.openapi(
    createRoute({ method: 'get', path: '/api/ledger', summary: 'What the ledger holds', request: { query: asOf }, responses: json('counts and days', overviewShape) }), // prettier-ignore
    async (c) => c.json({ version: VERSION, ...(await overview(store, c.req.valid('query'))) }, 200),
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/records/{id}', summary: 'One record, its history and its evidence in context', request: { params: id, query: asOf }, responses: json('the record', shownRecord) }), // prettier-ignore
    async (c) => c.json(await show(store, c.req.valid('param').id, c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/articles/{id}', summary: 'One article, verbatim, with everything on record in it', request: { params: id, query: asOf.extend({ version: z.coerce.number().int().optional() }) }, responses: json('the article', articleShown) }), // prettier-ignore
    async (c) => c.json(await article(store, c.req.valid('param').id, c.req.valid('query')), 200),
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/actors/{id}', summary: 'Who an actor is: names, statements by act, who speaks for it', request: { params: id }, responses: json('the dossier', dossierShape) }), // prettier-ignore
    async (c) => c.json(await dossier(store, c.req.valid('param').id), 200),
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/search', summary: 'Everything that has some words', request: { query: filter.omit({ cursor: true, issue: true }).extend({ q: z.string().max(400) }) }, responses: json('a few of each kind', foundShape) }), // prettier-ignore
    async (c) => {
      const { q, ...asked } = c.req.valid('query');
      return c.json(await search(store, q, asked), 200);
    },
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/density', summary: 'How many statements and events there are in each year, month or day', request: { query: filter.omit({ cursor: true, limit: true }).extend({ unit: z.enum(['year', 'month', 'day']), lanes: z.enum(['true', 'false']).optional() }) }, responses: json('counts', densityShape) }), // prettier-ignore
    async (c) => {
      const { unit, lanes, ...asked } = c.req.valid('query');
      return c.json(await density(store, asked, unit, lanes === 'true'), 200);
    },
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/verify', summary: 'Every piece of evidence against the stored text', responses: json('how many pieces, and what does not hold', z.object({ evidence: z.number().int(), faults: z.array(z.unknown()).readonly() })) }), // prettier-ignore
    async (c) => {
      const { evidence, faults } = await verify(store);
      return c.json({ evidence, faults: faults as unknown[] }, 200);
    },
  );
  app.openapi(
    createRoute({ method: 'get', path: '/api/export/{format}', summary: 'The ledger in other people’s formats', request: { params: z.object({ format: z.enum(Object.keys(FORMATS) as [string, ...string[]]) }), query: asOf.extend({ table: z.string().max(40).optional() }) }, responses: { 200: { description: 'a file', content: { 'application/octet-stream': { schema: z.string() } } }, ...failures } }), // prettier-ignore
    async (c) => {
      const { format } = c.req.valid('param');
      const asked = c.req.valid('query');
      const on = await dayAsked(store, asked);
      const data = { record: await storedRecord(store, on), articles: await articlesOf(store, on) };
      const { make } = FORMATS[format] as (typeof FORMATS)[string];
      const text = make(data, asked.table === undefined ? {} : { table: asked.table });
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="onrecord-${on}.${format}"` }; // prettier-ignore
      return c.body(text, 200, headers);
    },
  );
}
