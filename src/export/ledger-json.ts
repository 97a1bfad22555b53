import type { Exported } from './exported.js';

/** The whole record, one record a line; docs/ledger.md describes the shape. */
export function ledgerJson({ record }: Exported): string {
  const { asOf, ...tables } = record;
  const parts = Object.entries(tables).map(([name, rows]) => ` ${JSON.stringify(name)}: [\n${(rows as readonly unknown[]).map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]`); // prettier-ignore
  return `{\n "asOf": ${JSON.stringify(asOf)},\n${parts.join(',\n')}\n}\n`;
}

/** JSON Lines: a record a line, each with its kind in `record`. */
export function jsonLines({ record }: Exported): string {
  const { asOf, ...tables } = record;
  const KIND: Readonly<Record<string, string>> = { actors: 'actor', statements: 'statement', events: 'event', commitments: 'commitment', positions: 'position', disputes: 'dispute' }; // prettier-ignore
  return Object.entries(tables)
    .flatMap(([name, rows]) =>
      (rows as readonly object[]).map((row) => JSON.stringify({ record: KIND[name], asOf, ...row }) + '\n'),
    )
    .join('');
}
