import { stringify } from 'csv-stringify/sync';
import { harmless } from './terminal.js';

/** A column of a table: its heading, and what a row has in it. */
export interface Column<T> {
  readonly name: string;
  readonly value: (row: T) => string | number | null;
  /** Takes the room that the others leave. */
  readonly wide?: true;
}

/** A table for people: columns as wide as what is in them, the wide one cut to the room that is left. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[], width: number): string {
  const cells = rows.map((row) => columns.map((column) => harmless(String(column.value(row) ?? '–'))));
  const widths = columns.map((column, i) =>
    Math.max(column.name.length, ...cells.map((line) => Math.min((line[i] as string).length, MOST))),
  );
  const wide = columns.findIndex((column) => column.wide === true);
  if (wide >= 0) {
    const others = widths.reduce((sum, w, i) => (i === wide ? sum : sum + w + GAP), 0);
    widths[wide] = Math.max(LEAST, width - others);
  }
  const line = (values: readonly string[]): string =>
    values
      .map((value, i) => cut(value, widths[i] as number).padEnd(i === values.length - 1 ? 0 : (widths[i] as number)))
      .join(' '.repeat(GAP))
      .trimEnd();
  return [line(columns.map((column) => column.name)), line(widths.map((w, i) => '─'.repeat(Math.min(w, i === widths.length - 1 ? w : w)))), ...cells.map(line)].join('\n') + '\n'; // prettier-ignore
}

const GAP = 2;
const MOST = 34;
const LEAST = 24;
const cut = (value: string, width: number): string =>
  value.length <= width ? value : `${value.slice(0, Math.max(1, width - 1))}…`;

/** The same as comma-separated values, in full, a heading first (RFC 4180). */
export const csv = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  // A cell that begins like a formula is no formula to a spreadsheet with a mark before it.
  stringify([columns.map((column) => column.name), ...rows.map((row) => columns.map((column) => column.value(row)))], {
    escape_formulas: true,
  });
