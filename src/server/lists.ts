import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.js';
import { actors } from '../ledger/questions/actors.js';
import { articles } from '../ledger/questions/articles.js';
import { commitments, deadlines } from '../ledger/questions/commitments.js';
import { disputes } from '../ledger/questions/disputes.js';
import type { Answer, Filter } from '../ledger/questions/filter.js';
import { positions } from '../ledger/questions/positions.js';
import { statements } from '../ledger/questions/statements.js';
import { timeline } from '../ledger/questions/timeline.js';
import type { Store } from '../ledger/store/store.js';
import { cursorOf, offsetOf } from './cursor.js';
import { actorRow, articleRow, commitmentRow, day, disputeRow, pageOf, positionRow, problem, statementRow, timelineRow } from './shapes.js'; // prettier-ignore

const words = z.string().max(400).optional();
const LIMIT = 500;

export const filter = z.object({
  id: words.openapi({ description: 'one record, by its id' }),
  actor: words.openapi({ description: 'id or name; of a state or body, all who speak for it count too' }),
  issue: words.openapi({ description: 'words that the record must have' }),
  act: words,
  kind: words,
  state: words,
  stance: words,
  since: day.optional(),
  until: day.optional(),
  latestFirst: z
    .enum(['true', 'false'])
    .optional()
    .transform((value) => value === 'true')
    .openapi({ description: 'deadlines: the latest due first' }),
  asOf: day.optional().openapi({ description: 'what the articles published by this day say; by default the newest one' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMIT)
    .optional()
    .openapi({ description: `rows at most, up to ${LIMIT}` }),
  cursor: words.openapi({ description: '`next` of the page before' }),
});

const failed = { description: 'what is wrong, RFC 9457', content: { 'application/problem+json': { schema: problem } } };
export const failures = {
  400: failed,
  401: failed,
  403: failed,
  404: failed,
  409: failed,
  413: failed,
  415: failed,
  500: failed,
  503: failed,
} as const;

const QUESTIONS: readonly {
  readonly path: string;
  readonly summary: string;
  readonly row: z.ZodType;
  readonly ask: (store: Store, filter: Filter) => Promise<Answer<unknown>>;
}[] = [
  { path: '/api/statements', summary: 'Statements, the latest first', row: statementRow, ask: statements },
  { path: '/api/commitments', summary: 'Commitments, the latest first', row: commitmentRow, ask: commitments },
  { path: '/api/deadlines', summary: 'Commitments with a due day, the soonest due first', row: commitmentRow, ask: deadlines },
  { path: '/api/positions', summary: 'Positions, the one that changed last first', row: positionRow, ask: positions },
  { path: '/api/disputes', summary: 'Disputes, the latest first: suggestions until somebody decides', row: disputeRow, ask: disputes }, // prettier-ignore
  { path: '/api/actors', summary: 'Actors, those with the most statements first', row: actorRow, ask: actors },
  { path: '/api/timeline', summary: 'Statements and events in the order of their days', row: timelineRow, ask: timeline },
  { path: '/api/articles', summary: 'Articles, the latest first', row: articleRow, ask: articles },
];

/** The questions that give lists. */
export function lists(app: OpenAPIHono, { store }: Ledger): void {
  for (const { path, summary, row, ask } of QUESTIONS) {
    const route = createRoute({
      method: 'get',
      path,
      summary,
      request: { query: filter },
      responses: { 200: { description: 'a page of the list', content: { 'application/json': { schema: pageOf(row) } } }, ...failures }, // prettier-ignore
    });
    app.openapi(route, async (c) => {
      const { cursor, ...asked } = c.req.valid('query');
      const offset = offsetOf(cursor);
      const limit = asked.limit ?? 50;
      const { asOf, rows, more } = await ask(store, { ...asked, limit, offset });
      return c.json({ asOf, rows: rows as unknown[], next: more ? cursorOf(offset + limit) : null }, 200);
    });
  }
}
