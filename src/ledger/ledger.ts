import type { Document } from '../document/document.js';
import { Failure } from '../document/failure.js';
import type { Reading } from '../reading/reading.js';
import { Filing } from './filing/filing.js';
import { nextKey } from './filing/profile-rows.js';
import { refileWhereNeeded } from './refile.js';
import { openStore } from './store/open.js';
import type { Connection, Store } from './store/store.js';

/** What became of an article that was given to a ledger. */
export type Filed = 'new' | 'known' | 'corrected';

interface ArticleRow {
  readonly pk: number;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hash: string;
}

/** A ledger: the record of all articles that were filed in it, in a file of SQLite or in PostgreSQL. */
export class Ledger {
  readonly store: Store;

  private constructor(store: Store) {
    this.store = store;
  }

  /**
   * Opens a ledger, and makes it where there is none.
   *
   * @param where path of a file, `:memory:`, or `postgres://…`
   * @throws Failure `ledger-unreadable`
   */
  static async open(where: string): Promise<Ledger> {
    try {
      const store = await openStore(where);
      await refileWhereNeeded(store);
      return new Ledger(store);
    } catch (error) {
      throw new Failure(
        'ledger-unreadable',
        { where: withoutPassword(where), reason: (error as Error).message },
        { cause: error },
      );
    }
  }

  /**
   * What filing an article would come to: known where its text, or a removed one's, is filed already; then nothing has to be read.
   * The same given id or the same url with another text is a corrected version.
   */
  async lookup(document: Document): Promise<Filed> {
    return (await this.#find(this.store, document)).filed;
  }

  /** Files an article and its reading, in one transaction; the record is current when it returns. */
  async add(reading: Reading): Promise<Filed> {
    return (await this.addAll([reading]))[0] as Filed;
  }

  /**
   * Files articles in one transaction, which costs each of them less than one of its own; the record is what it is when they are filed one by
   * one, and current when it returns. Where one cannot be filed, none is.
   */
  async addAll(readings: readonly Reading[]): Promise<readonly Filed[]> {
    return this.store.write(async (connection) => {
      const out: Filed[] = [];
      let open: { readonly article: number; readonly reading: Reading }[] = [];
      const file = async (): Promise<void> => {
        if (open.length > 0) await (await Filing.over(connection)).add(open);
        open = [];
      };
      for (const reading of readings) {
        const { filed, before } = await this.#find(connection, reading.document);
        out.push(filed);
        if (filed === 'known') continue;
        if (before !== undefined) {
          // What a correction takes out may be among those that wait.
          await file();
          await (await Filing.over(connection)).remove(before.pk);
          await connection.run(`update article set state = 'superseded' where pk = ?`, before.pk);
        }
        open.push(await insertArticle(connection, reading, before));
      }
      await file();
      return out;
    });
  }

  /**
   * Puts another reading of an article that is filed in the place of the one that it has, as a newer model gives it; the text is the same, and
   * what people have decided stays in force.
   *
   * @throws Failure `no-such-record` where no such text is filed under that id
   */
  async reread(reading: Reading): Promise<void> {
    const { id, hash } = reading.document;
    await this.store.write(async (connection) => {
      const [row] = await connection.all<ArticleRow>(`select pk, id, version, state, hash from article where id = ? and hash = ? and state = 'current'`, id, hash); // prettier-ignore
      if (row === undefined) throw new Failure('no-such-record', { id });
      await (await Filing.over(connection)).remove(row.pk);
      const kept = JSON.stringify({ ...reading, document: { ...reading.document, text: '' } });
      await connection.run('update article set reading = ?, reader = ?, language = ? where pk = ?', kept, `${reading.reader.version} ${reading.reader.model}`, reading.language, row.pk); // prettier-ignore
      await (await Filing.over(connection)).add([{ article: row.pk, reading }]);
    });
  }

  /**
   * Takes an article out for good, all its versions: what is left is a tombstone with its hash and the reason, and the record is what it
   * would be had it never come.
   *
   * @throws Failure `no-such-record`
   */
  async remove(id: string, reason: string): Promise<void> {
    await this.store.write(async (connection) => {
      const rows = await connection.all<ArticleRow>(
        `select pk, id, version, state, hash from article where id = ? and state <> 'removed'`,
        id,
      );
      if (rows.length === 0) throw new Failure('no-such-record', { id });
      for (const { pk, state } of rows) {
        if (state === 'current') await (await Filing.over(connection)).remove(pk);
        await connection.run(`update article set state = 'removed', title = null, url = null, text = null, reading = null, reason = ? where pk = ?`, reason, pk); // prettier-ignore
      }
    });
  }

  close(): Promise<void> {
    return this.store.close();
  }

  async #find(
    connection: Connection,
    { id, url, hash }: Pick<Document, 'id' | 'url' | 'hash'>,
  ): Promise<{ readonly filed: Filed; readonly before: ArticleRow | undefined }> {
    const rows = await connection.all<ArticleRow>(
      `select pk, id, version, state, hash from article where id = ? order by version desc`,
      id,
    );
    const byUrl = rows.length > 0 || url === null ? [] : await connection.all<ArticleRow>(`select pk, id, version, state, hash from article where url = ? order by version desc`, url); // prettier-ignore
    const all = rows.length > 0 ? rows : byUrl;
    const [latest] = all;
    if (latest === undefined) return { filed: 'new', before: undefined };
    // What was removed stays out, whatever the text.
    if (latest.state === 'removed' || latest.hash === hash) return { filed: 'known', before: undefined };
    return { filed: 'corrected', before: latest };
  }
}

/** Puts an article into its table, after the version `before` where there is one; it then waits to be filed. */
async function insertArticle(
  connection: Connection,
  reading: Reading,
  before: ArticleRow | undefined,
): Promise<{ readonly article: number; readonly reading: Reading }> {
  const { document } = reading;
  const { text, ...facts } = document;
  const article = await nextKey(connection, 'article');
  const id = before?.id ?? document.id;
  const version = (before?.version ?? 0) + 1;
  const kept: Reading = id === document.id ? reading : { ...reading, document: { ...document, id } };
  const published = facts.published ?? '';
  await connection.run(
    `insert into article (pk, id, version, state, hash, day, published, publisher, title, url, language, text, reading, reader) values (?, ?, ?, 'current', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, // prettier-ignore
    ...[article, id, version, facts.hash, published.slice(0, 10), published, facts.publisher, facts.title, facts.url, reading.language, text, JSON.stringify({ ...kept, document: { ...kept.document, text: '' } }), `${reading.reader.version} ${reading.reader.model}`], // prettier-ignore
  );
  return { article, reading: kept };
}

const withoutPassword = (where: string): string => where.replace(/:\/\/([^:@/]+):[^@/]*@/u, '://$1:…@');
