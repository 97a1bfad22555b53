import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuedParagraphs, findQuotations, quotationMask, quotationMode } from '../../src/language/quotations.js';

/** Quotations as text, `~` before one that is not closed, `>` before one inside another. */
const notation = (text: string): string[] =>
  findQuotations(text).map(({ start, end, depth, closed }) => '>'.repeat(depth) + (closed ? '' : '~') + text.slice(start, end));

describe('findQuotations', () => {
  it.each<[string, string, string[]]>([
    ['curly marks', '“Go,” she said. “Now.”', ['“Go,”', '“Now.”']],
    ['straight marks', '"Go," she said. "Now."', ['"Go,"', '"Now."']],
    ['curly closed by straight', '“Go," she said. “Now."', ['“Go,"', '“Now."']],
    ['straight closed by curly', '"Go,” she said.', ['"Go,”']],
    ['low opening mark', '„Go“, she said, “no.”', ['„Go“', '“no.”']],
    ['angle marks', 'He said « we stay » twice.', ['« we stay »']],
    ['doubled marks', "He said ``we stay'' twice.", ["``we stay''"]],
    ['single curly marks', 'He said ‘we stay’ twice.', ['‘we stay’']],
    ['single straight marks', "He said 'we stay' twice.", ["'we stay'"]],
    ['apostrophes are no marks', "It's the growers' water, and they'll keep it, said O'Dell.", []],
    ['curly apostrophes are no marks', 'It’s the growers’ water, in the ’90s, said O’Dell.', []],
    ['apostrophe inside single marks', 'He said ‘we don’t stay’ twice.', ['‘we don’t stay’']],
    ['quotation in a quotation', '“She told me ‘never’ twice,” he said.', ['“She told me ‘never’ twice,”', '>‘never’']],
    ['double in single', '\'She told me "never" twice,\' he said.', ['\'She told me "never" twice,\'', '>"never"']],
    ['left open', '“We stay, he said.', ['~“We stay, he said.']],
    ['paragraph that opens anew', '“We stay.\n“We fight,” he said.', ['~“We stay.', '“We fight,”']],
    ['paragraph that goes on without a mark', '“We stay.\n\nWe fight,” he said.', ['~“We stay.', 'We fight,”']],
    ['closing mark alone', 'We fight,” he said.', []],
    ['odd mark does not spill over', 'A 6" pipe.\n\nShe said "no".', ['"no"']],
    ['after a bracket or a dash', '("no")—"yes"', ['"no"', '"yes"']],
    ['possessive of a plural inside single marks', '‘The workers’ rights are key,’ he said.', ['‘The workers’ rights are key,’']],
    ['a decade with the wrong mark', 'In the ‘90s, the workers’ party ruled.', []],
    ['rock and roll', "'I love rock 'n' roll,' he said.", ["'I love rock 'n' roll,'"]],
    ['a straight mark that opens again', '"We go, he said. "We are ready," he added.', ['~"We go, he said.', '"We are ready,"']],
    ['straight inside curly', '“He said "go" now,” she said.', ['“He said "go" now,”', '>"go"']],
    ['the opening mark typed at both ends', '“Hello,“ he said. “Bye.“', ['“Hello,“', '“Bye.“']],
    ['the closing mark typed at both ends', '”Hello,” he said.', ['”Hello,”']],
    ['two single marks for a double one', '‘‘Hello,’’ he said.', ['‘‘Hello,’’']],
    ['straight after dots', 'He paused ..."and left," she said.', ['"and left,"']],
    [
      'a carried quotation with a possessive',
      '“We stay.\n\nThe workers’ demands go on.” Ann said.',
      ['~“We stay.', 'The workers’ demands go on.”'],
    ],
    [
      'a carried quotation with an inner one',
      '“We stay.\n\nHe told me ‘go’ and I went.” Ann said.',
      ['~“We stay.', 'He told me ‘go’ and I went.”', '‘go’'],
    ],
    ['a paragraph between without a mark', '“We stay.\n\nWe fight.\n\nWe win.” Ann said.', ['~“We stay.', 'We win.”']],
    ['single marks that go on', '‘We stay.\n\n‘We fight,’ he said.', ['~‘We stay.', '‘We fight,’']],
    ['no text', '', []],
  ])('%s', (_, text, expected) => {
    expect(notation(text)).toEqual(expected);
  });

  it.each(["a 'b ", '“', '‘a ', '"a ', '“‘'])('stays quick on a run of %j', (part) => {
    const text = part.repeat(300_000 / part.length);
    for (const { end } of findQuotations(text)) expect(end).toBeLessThanOrEqual(text.length);
  });

  it('keeps every quotation inside the text, whatever the marks', () => {
    const marks = fc.constantFrom(...'“”"„«»‘’\'`ab. \n');
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 30 }), (text) => {
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000, seed: 13 },
    );
  });
});

describe('continuedParagraphs', () => {
  it.each<[string, string, string[]]>([
    ['a paragraph that opens the quotation anew', '“We stay.\n“We fight,” he said.', ['“We fight']],
    ['a paragraph that closes it without a mark of its own', '“We stay.\n\nWe fight,” he said.', ['We fight']],
    ['a quotation closed before', '“We stay.”\n“We fight,” he said.', []],
    ['a quotation left open before plain text', '“We stay, he said.\nNobody answered.', []],
  ])('%s', (_, text, expected) => {
    const found = [...continuedParagraphs(text, findQuotations(text))];
    expect(found.map((start) => text.slice(start, start + 8))).toEqual(expected.map((part) => part.slice(0, 8)));
  });
});

describe('quotationMode', () => {
  const text = '“We stay,” he said, “and fight.” She said they “must” go.';
  const at = (part: string): { start: number; end: number } => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  });
  const mode = (...parts: string[]): string => quotationMode(text, parts.map(at), quotationMask(text, findQuotations(text)));

  it.each<[string, string[], string]>([
    ['all in marks', ['“We stay,”'], 'direct'],
    ['two parts, both in marks', ['“We stay,”', '“and fight.”'], 'direct'],
    ['a comma outside does not count', ['“We stay,” '], 'direct'],
    ['none in marks', ['he said'], 'indirect'],
    ['one word in marks', ['they “must” go'], 'mixed'],
  ])('%s', (_, parts, expected) => {
    expect(mode(...parts)).toBe(expected);
  });
});
