import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as listen } from '@hono/node-server';
import type { Ledger } from '../ledger/ledger.js';
import type { Read } from './adding.js';
import { makeApp } from './app.js';
import { Changes } from './changes.js';
import { filesOf } from './files.js';

export interface ServeOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly token: string | null;
  readonly read: Read;
}

export interface Serving {
  /** The address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

/** The page as it is built into the package. */
const DESK = fileURLToPath(new URL('../desk', import.meta.url));

/** Whether an address can be reached from this machine alone. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/iu.test(host);

/**
 * Serves the HTTP API and the page over a ledger.
 *
 * @throws RangeError where the address can be reached from elsewhere and there is no token
 */
export async function serve(ledger: Ledger, { host, port, token, read }: ServeOptions): Promise<Serving> {
  if (!isLoopback(host) && token === null)
    throw new RangeError(`the address ${host} can be reached from elsewhere: give a token`);
  const changes = new Changes(ledger.store);
  await changes.watch();
  const app = makeApp({ ledger, read, changes, token, files: await filesOf(DESK) });
  const server = listen({ fetch: app.fetch, hostname: host, port }) as Server;
  if (!server.listening) await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: async () => {
      changes.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
