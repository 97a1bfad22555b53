import type { Reading } from '../reading/reading.js';
import { carryOut } from './decide.js';
import type { Decision } from './decisions.js';
import { Filing } from './filing/filing.js';
import type { Connection, Store } from './store/store.js';

/** What the schema's second migration leaves to be done, among the migrations that a ledger has seen. */
const MARK = '002-refiled';
const GROUP = 200;

/**
 * Fills the record of a ledger that an earlier version made from the readings that it holds, in one transaction; decisions stay in force. A
 * ledger that has its record is left as it is.
 */
export async function refileWhereNeeded(store: Store): Promise<void> {
  const isDone = async (connection: Connection): Promise<boolean> =>
    (await connection.all('select name from migration where name = ?', MARK)).length > 0;
  if (await isDone(store)) return;
  await store.write(async (connection) => {
    // Another process may have done it meanwhile.
    if (await isDone(connection)) return;
    for (let after = -1; ;) {
      const rows = await connection.all<{ pk: number; text: string; reading: string }>(`select pk, text, reading from article where state = 'current' and pk > ? order by pk limit ?`, after, GROUP); // prettier-ignore
      if (rows.length > 0)
        await (
          await Filing.over(connection)
        ).add(rows.map(({ pk, text, reading }) => ({ article: pk, reading: withText(JSON.parse(reading) as Reading, text) })));
      if (rows.length < GROUP) break;
      after = (rows.at(-1) as { pk: number }).pk;
    }
    // Who is one with whom can only be said of those who are there.
    for (const { pk, payload } of await connection.all<{ pk: number; payload: string }>(
      'select pk, payload from decision where undone = 0 order by pk',
    ))
      // prettier-ignore
      await carryOut(connection, JSON.parse(payload) as Decision, pk);
    await connection.run('insert into migration (name) values (?)', MARK);
  });
}

const withText = (reading: Reading, text: string): Reading => ({ ...reading, document: { ...reading.document, text } });
