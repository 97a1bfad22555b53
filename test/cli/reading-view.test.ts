import { describe, expect, it } from 'vitest';
import { readingView } from '../../src/cli/reading-view.js';
import { COLOURS, MARKS } from '../../src/cli/terminal.js';
import { makeDocument } from '../../src/document/document.js';
import { readingOf, type Reading, type SpanPair, type Statement } from '../../src/reading/reading.js';

const text = 'Venn said the gates stay shut. Nobody asked.\n“No,” said Tarsk.';
const at = (part: string, from = 0): SpanPair => {
  const start = text.indexOf(part, from);
  return [start, start + part.length];
};
const sentences = ['Venn said the gates stay shut.', 'Nobody asked.', '“No,” said Tarsk.'].map((part) => {
  const [start, end] = at(part);
  return { start, end };
});
const statement = (facts: Partial<Statement>): Statement => ({
  id: 's1',
  speaker: 'a1',
  source: [],
  cue: [],
  content: [],
  mode: 'indirect',
  act: 'assert',
  said: null,
  to: [],
  within: null,
  condition: [],
  inferred: {},
  ...facts,
});
const document = makeDocument({ id: 'a1', text, published: '2025-03-07', publisher: 'Wire', title: 'Gates' });
const empty = (language: string): Reading => readingOf(document, null, language, { version: '0', model: 'm' });
const actor = (id: string, name: string): Reading['actors'][number] => ({
  id,
  name,
  kind: 'person',
  country: null,
  aliases: [],
  actsFor: null,
  office: null,
  seatOf: [],
  mentions: [],
});
const reading: Reading = {
  ...empty('eng'),
  actors: [actor('a1', 'Oskar Venn'), actor('a2', 'Tarsk')],
  statements: [
    statement({ source: [at('Venn')], cue: [at('said')], content: [at('the gates stay shut')], act: 'refuse', said: '2025-03-06', to: ['a2'], inferred: { said: 'own clause: Thursday' } }),
    statement({ id: 's2', speaker: 'a2', source: [at('Tarsk')], cue: [at('said', 40)], content: [at('“No,”')], mode: 'direct', act: 'deny' }),
  ],
  commitments: [
    { id: 'c1', kind: 'demand', debtor: 'a1', creditor: null, antecedent: [], consequent: [at('the gates stay shut')], made: null, due: '2025-03-09', state: 'active', evidence: ['s1'], inferred: {} },
  ],
  positions: [{ actor: 'a1', issue: 'gates', stance: 'against', since: null, evidence: ['s1'] }],
  disputes: [{ id: 'd1', kind: 'conflicting-accounts', between: ['s1', 's2'], about: 'the gates', reason: 'one says it' }],
}; // prettier-ignore

describe('readingView', () => {
  it('prints sentences with marks, the numbers of their statements, and what they put on the record', () => {
    expect(readingView(reading, sentences, MARKS, 40)).toBe(
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
        'Statements',
        '  1     Oskar Venn refuses → Tarsk ·',
        '        2025-03-06*',
        '        the gates stay shut',
        '        * day worked out from own',
        '        clause: Thursday',
        '  2     Tarsk denies · no day given',
        '        “No,”',
        '',
        'Commitments',
        '  1     demand: Oskar Venn · active ·',
        '        due 2025-03-09',
        '        the gates stay shut',
        '        from: statement 1',
        '',
        'Positions',
        '  1     Oskar Venn is against “gates”',
        '        from: statement 1',
        '',
        'Disputes',
        '  1     conflicting-accounts: statement',
        '        1 against statement 2',
        '        the gates',
        '        * one says it',
        '',
        '',
      ].join('\n'),
    );
  });

  it('prints colours that end where their words end', () => {
    const line = readingView(reading, sentences, COLOURS, 80)
      .split('\n')
      .find((l) => l.includes('Tarsk'));
    expect(line).toBe('2       \u001b[32m“No,”\u001b[39m \u001b[1;33msaid\u001b[22;39m \u001b[1;36mTarsk\u001b[22;39m.');
  });

  it('says that a text in another language was not read', () => {
    expect(readingView(empty('fra'), [], MARKS, 80)).toContain('not English (it looks like French); it was not read');
  });
});
