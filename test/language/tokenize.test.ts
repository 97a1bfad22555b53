import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/tokenize.js';

/** Tokens parted by blanks, the words of a multiword token by `+`. */
const notation = (text: string): string =>
  tokenize(text)
    .map(({ words }) => words.map(({ start, end }) => text.slice(start, end)).join('+'))
    .join(' ');

describe('tokenize', () => {
  it.each([
    ['punctuation', 'Yes, she said (twice).', 'Yes , she said ( twice ) .'],
    ['negation', "They don't and won’t.", "They do+n't and wo+n’t ."],
    ['cannot', 'It cannot go on', 'It can+not go on'],
    ['clitics', "I'm sure he'd say they've won", "I+'m sure he+'d say they+'ve won"],
    ['possessive', "Solmark's border", "Solmark+'s border"],
    ['possessive of a plural', 'the growers’ union', 'the growers+’ union'],
    ['closing single quote after s', "the word ‘rivers’ and 'dams'", "the word ‘ rivers ’ and ' dams '"],
    ['name with an apostrophe', "Mr O'Dell of Sana'a", "Mr O'Dell of Sana'a"],
    ['two clitics', "she wouldn't've come", "she would+n't+'ve come"],
    ['hyphen', 'a long-term cease-fire', 'a long - term cease - fire'],
    ['prefix with a hyphen', 'anti-government and re-elected', 'anti-government and re-elected'],
    ['title', 'Mr. Braam met Gen. Orso.', 'Mr. Braam met Gen. Orso .'],
    ['initials', 'J. R. Venn of the U.S. delegation', 'J. R. Venn of the U.S. delegation'],
    ['abbreviation at the end', 'They came at 5 p.m.', 'They came at 5 p.m.'],
    ['money', '$5.2 million, €40, US$3', '$ 5.2 million , € 40 , US $ 3'],
    ['per cent', '12.5% rose', '12.5 % rose'],
    ['time', 'at 10:30am on 3/4/2025', 'at 10:30 am on 3/4/2025'],
    ['ordinal and decade', 'the 20th of the 1990s', 'the 20th of the 1990s'],
    ['elided decade', "the '90s", "the '90s"],
    ['numbers', '1,250,000 people in 2024.', '1,250,000 people in 2024 .'],
    ['range', '300-400 lorries', '300 - 400 lorries'],
    ['dashes', 'talks—long ones – failed -- again', 'talks — long ones – failed -- again'],
    ['ellipsis', 'Well... no…', 'Well ... no …'],
    ['repeated marks', 'What?! No!!', 'What ?! No !!'],
    [
      'address',
      'see https://example.org/a?b=1. Or write to a.b@example.org!',
      'see https://example.org/a?b=1 . Or write to a.b@example.org !',
    ],
    ['handles', '@aldous said #korun', '@aldous said #korun'],
    ['quotes', '“Yes,” he said. "No," she said.', '“ Yes , ” he said . " No , " she said .'],
    ['quotes without blanks', 'said,“Go”', 'said , “ Go ”'],
    ['missing blank after a stop', 'It ended.The rest', 'It ended . The rest'],
    ['company', 'AT&T and Smith & Sons', 'AT&T and Smith & Sons'],
    [
      'possessive of an abbreviation',
      "the U.S.'s economy and Apple Inc.’s shares",
      "the U.S.+'s economy and Apple Inc.+’s shares",
    ],
    ['possessive of a number', "2025's budget and COVID-19's end", "2025+'s budget and COVID - 19+'s end"],
    ['possessive of a plural with digits', "the 76ers' win", "the 76ers+' win"],
    ['possessive after a mark', "Yahoo!'s offer", "Yahoo ! 's offer"],
    ['capitals before a hyphen', 'UN-backed and E-3 and E-mail', 'UN - backed and E - 3 and E-mail'],
    ['prefix before an abbreviation', 'anti-U.S. and post-9/11 views', 'anti-U.S. and post-9/11 views'],
    [
      'words that are abbreviations elsewhere',
      'He fell ill. She sat. In the Sun. Then',
      'He fell ill . She sat . In the Sun . Then',
    ],
    ['day and month', 'on Sat. and Sept. 5', 'on Sat. and Sept. 5'],
    ['states', 'of Austin, Tex., and D-Calif., said', 'of Austin , Tex. , and D - Calif. , said'],
    ['end of a paragraph', 'by Apple Inc.\n\nThe firm', 'by Apple Inc . The firm'],
    ['fused words', 'I dont think im late', 'I do+nt think i+m late'],
    ['names that look fused', 'Jony Ive and Im Jong-seok, as is his wont', 'Jony Ive and Im Jong - seok , as is his wont'],
    ['joiner before white space', 'said.\u200d\nNow', 'said . \u200d Now'],
    ['other scripts', 'Київ and 北京', 'Київ and 北京'],
    ['emoji', 'fine 👍🏽 then', 'fine 👍🏽 then'],
    ['No. before a number', 'in No. 3 and No. That', 'in No. 3 and No . That'],
  ])('%s', (_, text, expected) => {
    expect(notation(text)).toBe(expected);
  });

  // Each of these would take hours if time grew with the square of the length.
  it.each(['a-', "a'", 'a.', 'a@', '1-', '“‘', 'a.b-', '.a', '\u200d', "'s", 'é\u0301', '#', 'x_'])(
    'stays quick on a run of %j',
    (part) => {
      const text = part.repeat(300_000 / part.length);
      expect(tokenize(text).at(-1)?.end).toBe(text.length);
    },
  );

  it('covers all characters but white space, each once and in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          let word = token.start;
          for (const { start, end } of token.words) {
            expect(start).toBe(word);
            expect(end).toBeGreaterThan(start);
            word = end;
          }
          expect(word).toBe(token.end);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
