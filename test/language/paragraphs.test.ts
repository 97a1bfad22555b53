import { describe, expect, it } from 'vitest';
import { paragraphStarts } from '../../src/language/paragraphs.js';

describe('paragraphStarts', () => {
  it.each<[string, string, string[]]>([
    ['one line', 'One line.', ['One']],
    ['empty lines', 'One.\n\nTwo.\n \n  Three.', ['One', 'Two', 'Three']],
    ['single line ends', 'A first paragraph that is long.\nA second.\nA third.', ['A first', 'A second', 'A third']],
    ['windows line ends', 'One.\r\n\r\nTwo.\r\nThree.', ['One', 'Two', 'Three']],
    ['white space at the edges', ' \n One.\n', ['One']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, expected) => {
    const starts = paragraphStarts(text);
    expect(starts.map((start, i) => expected[i] !== undefined && text.startsWith(expected[i], start))).toEqual(
      expected.map(() => true),
    );
  });

  it('joins the lines of a hard-wrapped text', () => {
    const text = [
      'The river commission said on Tuesday that the level of the Wend',
      'had not changed since the gates were opened, although both of the',
      'governments had told their growers to expect water by the end of',
      'the week and had printed notices to that effect in the papers.',
      '',
      'A second paragraph begins here and is wrapped in the same manner',
      'until it ends.',
    ].join('\n');
    expect(paragraphStarts(text)).toEqual([0, text.indexOf('A second')]);
  });
});
