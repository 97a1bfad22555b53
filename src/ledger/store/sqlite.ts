import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { migrate } from './migrations.js';
import type { Schema } from './schema.js';
import type { Connection, Row, Store, Value } from './store.js';

/** How long a writer waits for another one, in milliseconds. */
const PATIENCE = 120_000;

/** A ledger in a file of SQLite; `:memory:` for one that is forgotten. */
export async function openSqlite(path: string): Promise<Store> {
  // Waiting inside the library would stop this whole process; a short wait there, and a long one in turns here.
  const database = new Database(path, { timeout: 5000 });
  database.exec('pragma journal_mode = wal');
  // With a write-ahead log this loses no finished transaction when the process is killed, and keeps the file whole when the machine is.
  database.exec('pragma synchronous = normal');
  database.exec('pragma cache_size = -131072');
  // Fewer, larger copies of the log into the file; the log stays below 64 MB.
  database.exec('pragma wal_autocheckpoint = 16000');
  database.exec('pragma temp_store = memory');
  database.exec('pragma busy_timeout = 20');
  const connection = over(database);
  // Questions have a connection of their own, so that none sees the half of a transaction; what is only in memory has but one.
  const reader = path === ':memory:' ? database : new Database(path, { timeout: 5000 });
  if (reader !== database) reader.exec('pragma temp_store = memory; pragma cache_size = -65536');
  let last: Promise<unknown> = Promise.resolve();
  const store: Store = {
    ...(reader === database ? connection : over(reader)),
    where: path,
    kysely: new Kysely<Schema>({ dialect: new SqliteDialect({ database: reader }) }),
    write: (work) => {
      const run = async (): Promise<Awaited<ReturnType<typeof work>>> => {
        await begin(database);
        try {
          const result = await work(connection);
          database.exec('commit');
          return result;
        } catch (error) {
          try {
            database.exec('rollback');
          } catch {
            // The error that led here says more.
          }
          throw error;
        } finally {
          // What the library frees, it frees when the event loop turns; promises that are kept at once never let it.
          await turn();
        }
      };
      // One connection has one transaction: a second writer of this process waits for the first.
      const result = last.then(run);
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await store.kysely.destroy();
      if (reader.open) reader.close();
      if (database.open) database.close();
    },
  };
  await store.write(migrate);
  return store;
}

/** Statements over a database, each prepared once. */
function over(database: Database.Database): Connection {
  const prepared = new Map<string, Database.Statement>();
  const statement = (text: string): Database.Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = database.prepare(text);
    prepared.set(text, made);
    return made;
  };
  return {
    dialect: 'sqlite',
    // libsql answers at once; the promises are for PostgreSQL's sake.
    // eslint-disable-next-line @typescript-eslint/require-await
    async all<T extends object = Row>(text: string, ...parameters: readonly Value[]): Promise<T[]> {
      return statement(text).all(...parameters) as T[];
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    async run(text: string, ...parameters: readonly Value[]): Promise<void> {
      statement(text).run(...parameters);
    },
  };
}

/** Begins as the only writer; waits for others, in turns, for as long as they go on. */
async function begin(database: Database.Database): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      database.exec('begin immediate');
      return;
    } catch (error) {
      if (!/busy|locked/iu.test((error as Error).message) || Date.now() > until) throw error;
      await sleep(5);
    }
  }
}
