import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Type of a column as both databases name it. */
export type ColumnType = 'integer' | 'text' | 'real';

/** A connection to the database of a ledger. Statements are written once, with `?` for parameters, for both databases. */
export interface Connection {
  readonly dialect: 'sqlite' | 'postgres';
  all<T extends object = Row>(statement: string, ...parameters: readonly Value[]): Promise<T[]>;
  run(statement: string, ...parameters: readonly Value[]): Promise<void>;
}

/** The database of a ledger: a file of SQLite, or PostgreSQL. */
export interface Store extends Connection {
  /** For questions and migrations, typed. */
  readonly kysely: Kysely<Schema>;
  /** The path or address, without a password. */
  readonly where: string;
  /** Runs `work` as one transaction that no other writer overlaps: all of it is kept, or nothing. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The rows of a list as one parameter, to stand after `in`: `where pk in ${oneOf(connection, 'integer')}`. */
export const oneOf = ({ dialect }: Connection, type: ColumnType): string =>
  dialect === 'sqlite'
    ? '(select value from json_each(?))'
    : `(select value::${type === 'integer' ? 'bigint' : type} from json_array_elements_text(?::json))`;

const CAST = { integer: 'bigint', text: 'text', real: 'float8' } as const;

/** Inserts rows with one statement, whatever their number. `conflict` is what stands after the values. */
export async function insertAll(
  connection: Connection,
  table: string,
  columns: readonly (readonly [name: string, type: ColumnType])[],
  rows: readonly (readonly Value[])[],
  conflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(([name]) => name).join(', ');
  const [values, source] =
    connection.dialect === 'sqlite'
      ? [columns.map((_, i) => `value->>${i}`), 'json_each(?) where true']
      : [columns.map(([, type], i) => `(value->>${i})::${CAST[type]}`), 'json_array_elements(?::json) as t(value) where true'];
  await connection.run(
    `insert into ${table} (${names}) select ${values.join(', ')} from ${source} ${conflict}`,
    JSON.stringify(rows),
  );
}

/** Sets a column of rows with one statement: each is the row's key, a whole number, and the value. */
export async function updateAll(
  connection: Connection,
  table: string,
  key: string,
  [column, type]: readonly [name: string, type: ColumnType],
  rows: readonly (readonly [key: number, value: Value])[],
): Promise<void> {
  if (rows.length === 0) return;
  const [id, value, source] =
    connection.dialect === 'sqlite'
      ? ['value->>0', 'value->>1', 'json_each(?)']
      : ['(value->>0)::bigint', `(value->>1)::${CAST[type]}`, 'json_array_elements(?::json) as t(value)'];
  await connection.run(
    `update ${table} set ${column} = n.value from (select ${id} as id, ${value} as value from ${source}) n where ${table}.${key} = n.id`,
    JSON.stringify(rows),
  );
}
