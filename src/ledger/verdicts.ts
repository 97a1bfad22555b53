import { rangeOf } from './dates.js';
import { common, type RecordKind } from './decisions.js';
import type { Evidence } from './places.js';
import { oneOf, type Connection } from './store/store.js';

/** Fields that a correction may set, by kind of record, with the column that holds each. */
export const CORRECTABLE: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  statement: { act: 'act', said: 'said' },
  event: { type: 'type', when: 'happened' },
  commitment: { kind: 'kind' },
  position: { issue: 'issue' },
  dispute: { kind: 'kind' },
};

interface VerdictRow {
  readonly record: string;
  readonly kind: RecordKind;
  readonly verdict: string;
  readonly corrections: string;
  readonly document: string;
  readonly spans: string;
}

/** Puts what people have decided of records on the rows that were written, and finds decisions again whose record has another id now. */
export async function applyVerdicts(connection: Connection, kind: RecordKind, pks: readonly number[]): Promise<void> {
  if (pks.length === 0) return;
  const known = await connection.all<VerdictRow>(
    `select record, kind, verdict, corrections, document, spans from verdict where kind = ?`,
    kind,
  );
  if (known.length === 0) return;
  const written = await connection.all<{ pk: number; id: string }>(`select pk, id from ${kind} where pk in ${oneOf(connection, 'integer')}`, JSON.stringify(pks)); // prettier-ignore
  const ids = new Set(written.map(({ id }) => id));
  for (const verdict of known) {
    let id: string | undefined = ids.has(verdict.record) ? verdict.record : undefined;
    if (id === undefined && kind !== 'dispute' && kind !== 'position') id = await movedTo(connection, kind, verdict, written);
    if (id === undefined) continue;
    const sets: string[] = ['verdict = ?'];
    const values: string[] = [verdict.verdict];
    for (const [field, value] of Object.entries(JSON.parse(verdict.corrections) as Record<string, string>)) {
      const column = CORRECTABLE[kind][field];
      if (column === undefined) continue;
      sets.push(`${column} = ?`);
      values.push(value);
      // Lists and the timeline go by the first day on which it can have been.
      const range = field === 'said' || field === 'when' ? rangeOf(value) : null;
      if (range !== null) {
        sets.push('day = ?');
        values.push(range.first);
      }
    }
    await connection.run(`update ${kind} set ${sets.join(', ')} where id = ?`, ...values, id);
  }
}

/** The record among those written that the evidence of a decision shows now. */
async function movedTo(
  connection: Connection,
  kind: RecordKind,
  { record, document, spans }: VerdictRow,
  written: readonly { readonly pk: number; readonly id: string }[],
): Promise<string | undefined> {
  const still = await connection.all(`select pk from ${kind} where id = ?`, record);
  if (still.length > 0) return undefined;
  const reports = await connection.all<{ record: number; spans: string }>(`select record, spans from report where kind = ? and document = ? and record in ${oneOf(connection, 'integer')}`, kind, document, JSON.stringify(written.map(({ pk }) => pk))); // prettier-ignore
  const own = JSON.parse(spans) as Evidence['spans'];
  const ranked = reports.map((r) => ({ pk: r.record, shared: common(own, JSON.parse(r.spans) as Evidence['spans']) })).filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared); // prettier-ignore
  const id = written.find(({ pk }) => pk === ranked[0]?.pk)?.id;
  if (id !== undefined) await connection.run('update verdict set record = ? where record = ?', id, record);
  return id;
}

/** The same for disputes, which go by what shows them and keep their ids. */
export async function applyDisputeVerdicts(connection: Connection): Promise<void> {
  const known = await connection.all<VerdictRow>(
    `select record, kind, verdict, corrections, document, spans from verdict where kind = 'dispute'`,
  );
  for (const { record, verdict } of known)
    await connection.run('update dispute set verdict = ? where id = ? and verdict is null', verdict, record);
}
