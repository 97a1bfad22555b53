import pg from 'pg';
import { afterAll } from 'vitest';

const server = process.env['ONRECORD_TEST_POSTGRES'];

export interface TestDatabase {
  readonly name: string;
  /** Where a new, empty ledger can be opened. */
  readonly fresh: () => Promise<string>;
}

/** The databases that every test of the store runs over: SQLite, and PostgreSQL where `ONRECORD_TEST_POSTGRES` gives a server. */
export function databases(): readonly TestDatabase[] {
  const all: TestDatabase[] = [{ name: 'SQLite', fresh: () => Promise.resolve(':memory:') }];
  if (server === undefined) {
    console.warn(
      'PostgreSQL is left out: ONRECORD_TEST_POSTGRES gives no server, such as postgres://user:password@127.0.0.1/postgres',
    );
    return all;
  }
  const made: string[] = [];
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  afterAll(async () => {
    for (const name of made) await admin(`drop database if exists ${name} with (force)`);
  });
  all.push({
    name: 'PostgreSQL',
    fresh: async () => {
      const name = `onrecord_test_${process.pid}_${made.length}_${Math.floor(performance.now())}`;
      await admin(`create database ${name}`);
      made.push(name);
      return server.replace(/\/[^/]*$/u, `/${name}`);
    },
  });
  return all;
}
