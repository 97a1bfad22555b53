import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Failure } from '../../document/failure.js';
import type { Reading } from '../../reading/reading.js';
import { isLoopback, serve } from '../../server/serve.js';
import { ledgerOption, withLedger } from '../ledger-options.js';
import { Pool } from '../pool.js';
import { modelOption } from '../run.js';

interface ServeOptions {
  readonly ledger: string;
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly model?: string;
}

/** `onrecord serve`: the desk in a browser, and the HTTP API. */
export const serveCommand = (): Command =>
  new Command('serve')
    .summary('open the ledger in a browser')
    .description(
      'Serves the desk and the HTTP API over a ledger until it is ended. It can be reached from this machine alone; any other address needs a token.',
    )
    .addOption(ledgerOption())
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(new Option('--port <number>', 'port; 0 for any that is free').default(8765).argParser(portOf))
    .option('--token <token>', 'whoever asks has to send it; better in a file, where other users do not see it')
    .option('--token-file <path>', 'file whose first line is the token')
    .addOption(modelOption())
    .exitOverride()
    .action(async (options: ServeOptions) => {
      const token = await tokenOf(options);
      if (!isLoopback(options.host) && token === null)
        throw new InvalidArgumentError(`the address ${options.host} can be reached from elsewhere: give --token-file as well`);
      await withLedger(options.ledger, async (ledger) => {
        // The threads that read are started by the first article that comes.
        let pool: Pool | null = null;
        const read = async (document: Parameters<Pool['run']>[0]): Promise<Reading> => {
          pool ??= new Pool(1, { kind: 'reading-json' }, options.model);
          return JSON.parse(await pool.run(document)) as Reading;
        };
        const serving = await serve(ledger, { host: options.host, port: options.port, token, read }).catch((error: unknown) => {
          if (!/^(?:EADDR|EACCES|ENOTFOUND)/u.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
          throw new Failure('address-taken', { host: options.host, port: options.port, reason: (error as Error).message }, { cause: error }); // prettier-ignore
        });
        process.stdout.write(`The desk is at ${serving.url}${token === null ? '' : ' for those who have the token'}\n`);
        process.stderr.write('It ends with Ctrl+C.\n');
        await ended();
        await serving.close();
        await (pool as Pool | null)?.close();
      });
    });

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('It takes a whole number up to 65535.');
  return port;
}

async function tokenOf({ token, tokenFile }: ServeOptions): Promise<string | null> {
  if (token === '') throw new InvalidArgumentError('the token is empty: give one, or leave --token out');
  if (tokenFile === undefined) return token ?? null;
  const text = await readFile(tokenFile, 'utf8').catch((error: unknown) => {
    throw new Failure('unreadable-file', { path: tokenFile, reason: (error as Error).message }, { cause: error });
  });
  const line = text.split(/\r?\n/u)[0]?.trim() ?? '';
  if (line === '') throw new InvalidArgumentError(`the first line of ${tokenFile} is empty: write the token there`);
  return line;
}

/** When somebody ends the process. */
const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
