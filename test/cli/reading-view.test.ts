import { describe, expect, it } from 'vitest';
import { readingView } from '../../src/cli/reading-view.js';
import { COLOURS, MARKS } from '../../src/cli/terminal.js';
import { makeDocument } from '../../src/document/document.js';
import type { Annotation, Attribution } from '../../src/language/annotation.js';
import { readingOf } from '../../src/reading/reading.js';

const text = 'Venn said the gates stay shut. Nobody asked.\n“No,” said Tarsk.';
const at = (part: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(part, from);
  return { start, end: start + part.length };
};
const attributions: Attribution[] = [
  { source: [at('Venn')], cue: [at('said')], content: [at('the gates stay shut')], mode: 'indirect' },
  { source: [at('Tarsk')], cue: [at('said', 40)], content: [at('“No,”')], mode: 'direct' },
];
const sentence = (part: string): Annotation['sentences'][number] => ({ ...at(part), firstWord: 0, endWord: 0 });
const annotation: Annotation = {
  text,
  words: [],
  tokens: [],
  sentences: [sentence('Venn said the gates stay shut.'), sentence('Nobody asked.'), sentence('“No,” said Tarsk.')],
  entities: [],
  quotations: [],
  attributions,
  clusters: [],
};
const document = makeDocument({ id: 'a1', text, published: '2025-03-07', publisher: 'Wire', title: 'Gates' });
const reading = readingOf(document, annotation, 'eng', { version: '0', model: 'm' });

describe('readingView', () => {
  it('prints sentences with marks and the numbers of their statements', () => {
    expect(readingView(reading, annotation, MARKS, 40)).toBe(
      [
        'Gates',
        '2025-03-07 · Wire · a1',
        '',
        '⟦source⟧  ⟨cue⟩  {content}',
        '',
        '1       ⟦Venn⟧ ⟨said⟩ {the gates stay',
        '        shut}.',
        '        Nobody asked.',
        '',
        '2       {“No,”} ⟨said⟩ ⟦Tarsk⟧.',
        '',
        '2 statements: 1 direct, 1 indirect, 0',
        'mixed',
        '',
        '',
      ].join('\n'),
    );
  });

  it('prints colours that end where their words end', () => {
    const line = readingView(reading, annotation, COLOURS, 80)
      .split('\n')
      .find((l) => l.includes('Tarsk'));
    expect(line).toBe('2       \u001b[32m“No,”\u001b[39m \u001b[1;33msaid\u001b[22;39m \u001b[1;36mTarsk\u001b[22;39m.');
  });

  it('says that a text in another language was not read', () => {
    const view = readingView(readingOf(document, null, 'fra', { version: '0', model: 'm' }), null, MARKS, 80);
    expect(view).toContain('not English (it looks like French); it was not read');
  });
});
