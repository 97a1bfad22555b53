import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.js';
import type { Schema } from './schema.js';
import type { Connection, Row, Store, Value } from './store.js';

/** One writer at a time: the record of an article hangs on all that is filed already. */
const WRITER_LOCK = 7_205_759_403;

// Counts and keys stay below 2^53, so that numbers hold them.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format),
};

/** A ledger in PostgreSQL, by its address: `postgres://user:password@host/database`. */
export async function openPostgres(address: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: address, max: 8, types: types });
  pool.on('error', () => undefined);
  const over = (client: { query: pg.Pool['query'] }): Connection => ({
    dialect: 'postgres',
    all: async <T extends object = Row>(text: string, ...parameters: readonly Value[]): Promise<T[]> =>
      (await client.query(numbered(text), [...parameters])).rows as T[],
    run: async (text: string, ...parameters: readonly Value[]): Promise<void> => {
      await client.query(numbered(text), [...parameters]);
    },
  });
  const store: Store = {
    ...over(pool),
    where: address.replace(/:\/\/([^:@\/]+):[^@\/]*@/u, '://$1:…@'),
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    write: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select pg_advisory_xact_lock(${WRITER_LOCK})`);
        const result = await work(over(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    close: async () => {
      await store.kysely.destroy();
    },
  };
  await store.write(migrate);
  return store;
}

const texts = new Map<string, string>();

/** `?` as `$1`, `$2`, …: no statement of ours has a question mark of its own. */
function numbered(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const made = text.replace(/\?/gu, () => `$${++count}`);
  texts.set(text, made);
  return made;
}
