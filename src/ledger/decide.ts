import { Failure } from '../document/failure.js';
import { ACTS } from '../reading/act.js';
import { PLOVER_TYPES } from '../reading/plover.js';
import { rangeOf } from './dates.js';
import { keysNow, type ActorAnchor, type Decision, type KeptDecision, type RecordAnchor, type RecordKind } from './decisions.js';
import { Filing } from './filing/filing.js';
import { nextKey } from './filing/profile-rows.js';
import { actorAsked } from './questions/filter.js';
import type { Connection, Store } from './store/store.js';
import { applyVerdicts, CORRECTABLE } from './verdicts.js';

/** A decision with its number, and whether it was undone. */
export interface ListedDecision extends KeptDecision {
  readonly pk: number;
  readonly undone: boolean;
}

/**
 * Keeps a decision and brings the record in line with it, in one transaction; gives its number, by which it can be undone.
 *
 * @throws Failure `bad-decision` where it could change nothing
 */
export function decide(store: Store, kept: KeptDecision): Promise<number> {
  return store.write(async (connection) => {
    check(kept.decision);
    const pk = await nextKey(connection, 'decision');
    await connection.run('insert into decision (pk, kind, payload, who, at, reason, undone) values (?, ?, ?, ?, ?, ?, 0)', pk, kept.decision.kind, JSON.stringify(kept.decision), kept.who, kept.at, kept.why); // prettier-ignore
    await carryOut(connection, kept.decision, pk);
    return pk;
  });
}

/** @throws Failure `no-such-record` */
export async function undo(store: Store, pk: number): Promise<void> {
  await store.write(async (connection) => {
    const [row] = await connection.all<{ payload: string; undone: number }>(
      'select payload, undone from decision where pk = ?',
      pk,
    );
    if (row === undefined || row.undone === 1) throw new Failure('no-such-record', { id: `decision ${pk}` });
    await connection.run('update decision set undone = 1 where pk = ?', pk);
    const decision = JSON.parse(row.payload) as Decision;
    if (decision.kind === 'confirm' || decision.kind === 'reject' || decision.kind === 'correct')
      await withdraw(connection, decision.record, pk);
    else await carryOut(connection, decision, pk);
  });
}

/** All decisions, in the order in which they were taken. */
export async function decisions(store: Store): Promise<readonly ListedDecision[]> {
  const rows = await store.all<{ pk: number; payload: string; who: string; at: string; reason: string; undone: number }>('select pk, payload, who, at, reason, undone from decision order by pk'); // prettier-ignore
  return rows.map(({ pk, payload, who, at, reason, undone }) => ({ pk, decision: JSON.parse(payload) as Decision, who, at, why: reason, undone: undone === 1 })); // prettier-ignore
}

/** Takes over the decisions of another desk that this one does not have yet; gives how many. */
export async function takeOver(store: Store, list: readonly KeptDecision[]): Promise<number> {
  const known = new Set((await decisions(store)).map(({ decision, at, who }) => JSON.stringify([decision, at, who])));
  let taken = 0;
  for (const { decision, who, at, why } of list) {
    if (known.has(JSON.stringify([decision, at, who]))) continue;
    await decide(store, { decision, who, at, why });
    taken++;
  }
  return taken;
}

const KINDS: ReadonlySet<string> = new Set(['merge', 'split', 'rename', 'confirm', 'reject', 'correct', 'link', 'unlink']);

function check(decision: Decision): void {
  const bad = (problem: string): never => {
    throw new Failure('bad-decision', { problem });
  };
  if (!KINDS.has(decision.kind)) bad(`there is no decision "${String(decision.kind)}"`);
  if (decision.kind === 'correct') {
    const fields = CORRECTABLE[decision.record.kind];
    for (const [field, value] of Object.entries(decision.fields)) {
      if (!Object.hasOwn(fields, field)) bad(`a ${decision.record.kind} has no field "${field}" to correct; it has ${Object.keys(fields).join(', ')}`); // prettier-ignore
      const takes = takenBy(decision.record.kind, field);
      if (takes === 'day' ? rangeOf(value) === null : takes !== null && !takes.includes(value))
        bad(`"${value}" cannot be the ${field} of a ${decision.record.kind}: it takes ${takes === 'day' ? 'a day or month, such as 2025-09-05 or 2025-09' : (takes ?? []).join(', ')}`); // prettier-ignore
    }
  }
  if ((decision.kind === 'link' || decision.kind === 'unlink') && decision.records[0].kind !== decision.records[1].kind) bad('the two records are of two kinds'); // prettier-ignore
}

/** What a field can be corrected to: one of some terms, a day in EDTF, or any words. */
function takenBy(kind: RecordKind, field: string): readonly string[] | 'day' | null {
  if (field === 'said' || field === 'when') return 'day';
  if (field === 'act') return ACTS;
  if (field === 'type') return PLOVER_TYPES;
  if (field === 'kind') return kind === 'commitment' ? ['demand', 'threat', 'offer', 'promise', 'agreement'] : ['conflicting-accounts', 'reversal', 'word-vs-deed']; // prettier-ignore
  return null;
}

/** Brings the record in line with a decision that is kept under `pk`. */
export async function carryOut(connection: Connection, decision: Decision, pk: number): Promise<void> {
  switch (decision.kind) {
    case 'merge':
    case 'split':
    case 'rename': {
      const anchors = decision.kind === 'merge' ? decision.actors : [decision.actor];
      const keys: string[] = [];
      for (const anchor of anchors) keys.push(...(await keysNow(connection, anchor)));
      await (await Filing.over(connection)).decide(keys);
      return;
    }
    case 'link':
    case 'unlink':
      await (
        await Filing.over(connection)
      ).decide(
        [],
        decision.records.map(({ document }) => document),
      );
      return;
    default: {
      const { record } = decision;
      const verdict = { confirm: 'confirmed', reject: 'rejected', correct: 'corrected' }[decision.kind];
      const fields = decision.kind === 'correct' ? decision.fields : {};
      await connection.run('delete from verdict where record = ?', record.id);
      await connection.run('insert into verdict (record, kind, verdict, corrections, document, spans, decision) values (?, ?, ?, ?, ?, ?, ?)', record.id, record.kind, verdict, JSON.stringify(fields), record.document, JSON.stringify(record.spans), pk); // prettier-ignore
      await rewrite(connection, record);
    }
  }
}

async function withdraw(connection: Connection, record: RecordAnchor, pk: number): Promise<void> {
  await connection.run('delete from verdict where decision = ?', pk);
  await connection.run(`update ${record.kind} set verdict = null where id = ?`, record.id);
  // What a correction had set is worked out again from the articles.
  if (record.kind !== 'dispute') await (await Filing.over(connection)).decide([], [record.document]);
}

async function rewrite(connection: Connection, { kind, id }: RecordAnchor): Promise<void> {
  const rows = await connection.all<{ pk: number }>(`select pk from ${kind} where id = ?`, id);
  await applyVerdicts(
    connection,
    kind,
    rows.map(({ pk }) => pk),
  );
}

/**
 * The actor of a name or id, as decisions keep it.
 *
 * @throws Failure `no-such-actor`, `ambiguous-actor`
 */
export async function actorAnchor(store: Store, name: string): Promise<ActorAnchor> {
  const { pk } = await actorAsked(store, name);
  const rows = await store.all<{ key: string; data: string }>('select key, data from profile where actor = ? order by key', pk);
  return {
    keys: rows.map(({ key }) => key),
    names: [...new Set(rows.map(({ data }) => (JSON.parse(data) as { readonly name: string }).name))],
  };
}

/** The part of an actor that goes by some of its names. */
export async function partAnchor(store: Store, actor: string, names: readonly string[]): Promise<ActorAnchor> {
  const { pk } = await actorAsked(store, actor);
  const rows = await store.all<{ key: string; data: string }>('select key, data from profile where actor = ? order by key', pk);
  const nameOf = ({ data }: { readonly data: string }): string => (JSON.parse(data) as { readonly name: string }).name;
  const known = new Set(rows.map(nameOf));
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) throw new Failure('bad-decision', { problem: `${actor} does not go by the name "${missing}"` });
  const own = rows.filter((row) => names.includes(nameOf(row)));
  if (own.length === rows.length) throw new Failure('bad-decision', { problem: `${actor} goes by no other name than "${names.join('", "')}"` }); // prettier-ignore
  return { keys: own.map(({ key }) => key), names: [...new Set(names)] };
}

/** A record by its id, as decisions keep it. */
export async function recordAnchor(store: Store, id: string): Promise<RecordAnchor> {
  for (const kind of ['statement', 'event', 'commitment', 'position', 'dispute'] as const) {
    const [row] = await store.all<{ pk: number }>(`select pk from ${kind} where id = ?`, id);
    if (row === undefined) continue;
    const [place] = await placesOf(store, kind, row.pk, id);
    if (place === undefined) break;
    const spans = JSON.parse(place.spans) as RecordAnchor['spans'];
    const [article] = await store.all<{ text: string }>(
      `select text from article where state = 'current' and id = ?`,
      place.document,
    );
    return {
      kind,
      id,
      document: place.document,
      spans,
      quote: spans.map(([start, end]) => article?.text.slice(start, end) ?? '').join(' … '),
    };
  }
  throw new Failure('no-such-record', { id });
}

function placesOf(store: Store, kind: RecordKind, pk: number, id: string): Promise<{ document: string; spans: string }[]> {
  if (kind === 'dispute')
    return store.all('select document, spans from dispute_side where dispute = ? order by owner, seq limit 1', id);
  if (kind === 'position')
    return store.all('select document, spans from position_step where position = ? order by seq limit 1', pk);
  return store.all('select document, spans from report where kind = ? and record = ? order by seq limit 1', kind, pk);
}
