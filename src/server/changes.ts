import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Store } from '../ledger/store/store.js';

/** How often the ledger is looked at for what other processes did to it, in milliseconds. */
const INTERVAL = 2000;
/** So that nothing between here and the page takes the line for dead. */
const BEAT = 25_000;

/** Says that the ledger is another one than before, whoever changed it. */
export class Changes {
  readonly #store: Store;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #stamp = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Somebody has changed it here. */
  say(): void {
    this.#emitter.emit('change');
    // What is said here is not found a second time.
    this.#look().then(
      (stamp) => (this.#stamp = stamp),
      () => undefined,
    );
  }

  /** Begins to look for changes from elsewhere. */
  async watch(): Promise<void> {
    this.#stamp = await this.#look();
    this.#timer = setInterval(() => {
      this.#look().then(
        (stamp) => {
          if (stamp !== this.#stamp) this.say();
          this.#stamp = stamp;
        },
        () => undefined,
      );
    }, INTERVAL).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#emitter.emit('stop');
  }

  /** The next change, or null after `milliseconds` without one. */
  async next(milliseconds: number): Promise<'change' | null> {
    const over = new AbortController();
    try {
      return await Promise.race([
        once(this.#emitter, 'change', { signal: over.signal }).then(() => 'change' as const),
        once(this.#emitter, 'stop', { signal: over.signal }).then(() => null),
        sleep(milliseconds, null, { signal: over.signal, ref: false }),
      ]);
    } finally {
      over.abort();
    }
  }

  async #look(): Promise<string> {
    const [row] = await this.#store.all(`select (select max(pk) from article) as a, (select count(*) from article where state <> 'current') as r, (select max(pk) from decision) as d, (select sum(undone) from decision) as u`); // prettier-ignore
    return JSON.stringify(row);
  }
}

/** Server-sent events: `change` whenever the ledger has changed. */
export function changeEvents(app: OpenAPIHono, changes: Changes): void {
  app.get('/api/changes', (c) =>
    streamSSE(c, async (out) => {
      await out.writeSSE({ event: 'open', data: '{}' });
      while (!out.aborted && !out.closed) {
        const found = await changes.next(BEAT);
        await out.writeSSE(found === null ? { event: 'beat', data: '{}' } : { event: 'change', data: '{}' });
      }
    }),
  );
}
