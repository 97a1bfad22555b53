import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.js';
import { actorAnchor, decide, decisions, partAnchor, recordAnchor, undo, type ListedDecision } from '../ledger/decide.js';
import type { Decision } from '../ledger/decisions.js';
import type { Store } from '../ledger/store/store.js';
import type { Changes } from './changes.js';
import { failures } from './lists.js';
import { decisionAsked, decisionKept, type Asked, type Kept } from './shapes.js';

/** Decisions of people: taken, listed, undone. */
export function deciding(app: OpenAPIHono, { store }: Ledger, changes: Changes): void {
  app.openapi(
    createRoute({ method: 'get', path: '/api/decisions', summary: 'All decisions, the latest first', responses: { 200: { description: 'decisions', content: { 'application/json': { schema: z.object({ rows: z.array(decisionKept).readonly() }) } } }, ...failures } }), // prettier-ignore
    async (c) => c.json({ rows: (await decisions(store)).map(kept).reverse() }, 200),
  );
  app.openapi(
    createRoute({ method: 'post', path: '/api/decisions', summary: 'Take a decision', request: { body: { required: true, content: { 'application/json': { schema: decisionAsked } } } }, responses: { 201: { description: 'its number', content: { 'application/json': { schema: z.object({ pk: z.number().int() }) } } }, ...failures } }), // prettier-ignore
    async (c) => {
      const asked = c.req.valid('json');
      const at = new Date().toISOString().slice(0, 19) + 'Z';
      const pk = await decide(store, { decision: await decisionOf(store, asked), who: asked.who, why: asked.why, at });
      changes.say();
      return c.json({ pk }, 201);
    },
  );
  app.openapi(
    createRoute({ method: 'delete', path: '/api/decisions/{pk}', summary: 'Undo a decision; that it was taken stays on record', request: { params: z.object({ pk: z.coerce.number().int() }) }, responses: { 204: { description: 'it is no longer in force' }, ...failures } }), // prettier-ignore
    async (c) => {
      await undo(store, c.req.valid('param').pk);
      changes.say();
      return c.body(null, 204);
    },
  );
}

async function decisionOf(store: Store, asked: Asked): Promise<Decision> {
  switch (asked.kind) {
    case 'merge':
      return { kind: 'merge', actors: [await actorAnchor(store, asked.actors[0]), await actorAnchor(store, asked.actors[1])] };
    case 'split':
      return { kind: 'split', actor: await partAnchor(store, asked.actor, asked.names) };
    case 'rename':
      return { kind: 'rename', actor: await actorAnchor(store, asked.actor), name: asked.name };
    case 'correct':
      return { kind: 'correct', record: await recordAnchor(store, asked.record), fields: asked.fields };
    case 'link':
    case 'unlink':
      return {
        kind: asked.kind,
        records: [await recordAnchor(store, asked.records[0]), await recordAnchor(store, asked.records[1])],
      };
    default:
      return { kind: asked.kind, record: await recordAnchor(store, asked.record) };
  }
}

const kept = ({ pk, decision, who, at, why, undone }: ListedDecision): Kept => ({
  pk,
  kind: decision.kind,
  about: aboutOf(decision),
  who,
  at,
  why,
  undone,
});

function aboutOf(decision: Decision): string {
  if ('record' in decision) return decision.record.quote;
  if ('records' in decision) return decision.records.map(({ quote }) => quote).join(' / ');
  if ('actors' in decision) return decision.actors.map(({ names }) => names.join(', ')).join(' / ');
  return decision.kind === 'rename' ? `${decision.actor.names.join(', ')}: ${decision.name}` : decision.actor.names.join(', ');
}
