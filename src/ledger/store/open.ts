import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import type { Store } from './store.js';

/** Opens the database of a ledger, and makes it where there is none: `postgres://…` or the path of a file. */
export const openStore = (where: string): Promise<Store> =>
  /^postgres(?:ql)?:\/\//u.test(where) ? openPostgres(where) : openSqlite(where);
