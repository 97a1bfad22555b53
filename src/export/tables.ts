import { stringify } from 'csv-stringify/sync';
import { Failure } from '../document/failure.js';
import { historyLine } from '../ledger/questions/commitments.js';
import type { Export, Exported } from './exported.js';

type Cell = string | number | null;
type Rows = (data: Exported) => readonly (readonly Cell[])[];

const names = ({ record }: Exported): ((id: string | null) => string | null) => {
  const known = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  return (id) => (id === null ? null : (known.get(id) ?? id));
};

/** A table an export: its columns, and its rows. */
export const TABLES: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: Rows }>> = {
  actors: {
    columns: ['id', 'name', 'kind', 'country', 'acts_for', 'aliases'],
    rows: ({ record }) => record.actors.map((a) => [a.id, a.name, a.kind, a.country, a.actsFor, a.aliases.join('; ')]),
  },
  statements: {
    columns: ['id', 'speaker_id', 'speaker', 'act', 'mode', 'said', 'content', 'condition', 'reports', 'documents'],
    rows: (data) => {
      const name = names(data);
      return data.record.statements.map((s) => [s.id, s.speaker, name(s.speaker), s.act, s.mode, s.said, s.content, s.condition, s.reports.length, [...new Set(s.reports.map((r) => r.document))].join('; ')]); // prettier-ignore
    },
  },
  events: {
    columns: ['id', 'type', 'agents', 'patients', 'when', 'where', 'text', 'documents'],
    rows: (data) => {
      const name = names(data);
      const all = (ids: readonly string[]): string => ids.map(name).join('; ');
      return data.record.events.map((e) => [e.id, e.type, all(e.agents), all(e.patients), e.when, e.where, e.text, [...new Set(e.reports.map((r) => r.document))].join('; ')]); // prettier-ignore
    },
  },
  commitments: {
    columns: ['id', 'kind', 'debtor', 'creditor', 'what', 'condition', 'due', 'state', 'history'],
    rows: (data) => {
      const name = names(data);
      return data.record.commitments.map((c) => [c.id, c.kind, name(c.debtor), name(c.creditor), c.what, c.condition, c.due, c.state, historyLine(c.history)]); // prettier-ignore
    },
  },
  positions: {
    columns: ['id', 'actor', 'issue', 'stance', 'since', 'history'],
    rows: (data) => {
      const name = names(data);
      return data.record.positions.map((p) => [p.id, name(p.actor), p.issue, p.stance, p.history.at(-1)?.on ?? null, p.history.map((h) => `${h.on} ${h.stance}`).join(' → ')]); // prettier-ignore
    },
  },
  disputes: {
    columns: ['id', 'kind', 'about', 'reason', 'sides'],
    rows: ({ record }) => record.disputes.map((d) => [d.id, d.kind, d.about, d.reason, d.sides.map((s) => `${s.document} ${s.spans.map(([a, b]) => `${a}-${b}`).join(',')}`).join('; ')]), // prettier-ignore
  },
};

/** One table as CSV (RFC 4180); a cell that begins like a formula is kept from being one. */
export const tableCsv: Export = (data, { table }) => {
  const found = table === undefined ? undefined : TABLES[table];
  if (found === undefined) throw new Failure('no-such-table', { name: table ?? '', tables: Object.keys(TABLES).join(', ') });
  return stringify([found.columns, ...found.rows(data)] as Cell[][], { escape_formulas: true });
};
