import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../dist/cli/main.js');

/** The reading of an example as it is kept: indented, with the words beside every span, without the text and what made it. */
export function goldenReading(path) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [main, 'read', '--json', path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { document, statements } = JSON.parse(stdout);
  const words = (spans) => spans.map(([start, end]) => `${start}-${end} ${document.text.slice(start, end)}`);
  return (
    JSON.stringify(
      {
        document: { ...document, text: undefined },
        statements: statements.map((s) => ({ ...s, source: words(s.source), cue: words(s.cue), content: words(s.content) })),
      },
      null,
      1,
    ) + '\n'
  );
}
