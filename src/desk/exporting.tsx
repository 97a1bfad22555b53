import type { JSX } from 'preact';
import { csvOf } from './csv.js';
import { useDesk } from './desk.js';
import { Menu } from './parts.js';

export interface Exportable {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** The rows that are on screen, a cell a field. */
  readonly table: () => readonly Readonly<Record<string, string | number | null>>[];
  /** The same as the API gave it. */
  readonly data: () => unknown;
  /** A citation of what is chosen; null where nothing is. */
  readonly citation?: (() => string | null) | undefined;
}

export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain HTTP from another machine the clipboard is closed to pages: the old way still works there.
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

/** What is on screen, taken along. */
export function ExportMenu({ name, table, data, citation }: Exportable): JSX.Element {
  const { say } = useDesk();
  return (
    <Menu name="Export">
      <button type="button" onClick={() => download(`${name}.csv`, 'text/csv', csvOf(table()))}>
        CSV of what is shown
      </button>
      <button type="button" onClick={() => download(`${name}.json`, 'application/json', JSON.stringify(data(), null, 2) + '\n')}>
        JSON of what is shown
      </button>
      {citation === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            const text = citation();
            if (text === null) say('Choose a record first.');
            else void copy(text).then((done) => say(done ? 'Citation copied.' : 'The browser does not let the page copy.'));
          }}
        >
          Citation with exact quote
        </button>
      )}
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </Menu>
  );
}
