import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/desk/citation.js';
import { csvOf } from '../../src/desk/csv.js';
import { inertParts, inertText } from '../../src/desk/inert-parts.js';
import { byParagraph, paragraphsOf, segmentsOf } from '../../src/desk/segments.js';

const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('a', ' ', '\n', '\u202e', '\u2066', '\u0007', '😀', '<', '\ufeff'), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })) }); // prettier-ignore

describe('text on the page', () => {
  it('is all there, in parts that do not act on each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = inertParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { text: part, code } of parts)
          if (code === null) expect(part).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(inertText(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(inertParts('a\u202eb')).toEqual([{ text: 'a', code: null }, { text: '\u202e', code: 'U+202E' }, { text: 'b', code: null }]); // prettier-ignore
  });

  it('is cut into paragraphs without losing a character or half of one', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 9 }), (text, most) => {
        let at = 0;
        for (const [start, end] of paragraphsOf(text, most)) {
          expect(text.slice(at, start)).toMatch(/^\n?$/u);
          expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end))).toBe(false);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it('is cut wherever something begins or ends on it', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), mark: `${a}-${b}` }));
    fc.assert(
      fc.property(fc.array(span), fc.nat(10), fc.integer({ min: 11, max: 30 }), (marks, start, end) => {
        const segments = segmentsOf(start, end, marks);
        expect(segments.map((one) => one.end - one.start).reduce((a, b) => a + b, 0)).toBe(end - start);
        for (const one of segments)
          for (let i = one.start; i < one.end; i++)
            expect(new Set(one.marks)).toEqual(new Set(marks.filter((mark) => mark.start <= i && i < mark.end)));
      }),
    );
  });
});

describe('what lies on paragraphs', () => {
  it('is found for each without looking at all of it', () => {
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length, mark: `${start}+${length}` })); // prettier-ignore
    fc.assert(
      fc.property(fc.array(span), fc.stringMatching(/^[a\n]{0,50}$/u), (marks, text) => {
        const paragraphs = paragraphsOf(text, 7);
        const found = byParagraph(paragraphs, marks);
        paragraphs.forEach(([start, end], i) => {
          if (start < end) expect(new Set(found[i])).toEqual(new Set(marks.filter((one) => one.start < end && one.end > start)));
        });
      }),
    );
  });
});

describe('what is taken along', () => {
  it('is CSV that no spreadsheet takes for a formula', () => {
    expect(
      csvOf([
        { a: '=1+1', b: 'x, "y"\nz' },
        { a: null, c: -3 },
        { a: '@x', b: '-1', c: '+1' },
      ]),
    ).toBe('a,b,c\r\n\'=1+1,"x, ""y""\nz",\r\n,,-3\r\n\'@x,\'-1,\'+1\r\n');
  });

  it('is a citation with the exact words, speaker, outlet, day and link', () => {
    const facts = { speaker: 'Ana Koe', said: '2025-03-05', publisher: 'The Wire', published: '2025-03-06T10:00:00Z', title: 'A day', url: 'http://wire/1', link: 'http://desk/read/1?at=1-5' }; // prettier-ignore
    expect(citationOf({ quote: 'we will not pay', ...facts })).toBe('“we will not pay” — words of the article, on what Ana Koe said, 5 Mar 2025. The Wire, “A day”, 6 Mar 2025. http://wire/1 http://desk/read/1?at=1-5'); // prettier-ignore
    expect(citationOf({ quote: '“We will not pay.”', ...facts })).toMatch(
      /^“We will not pay\.” — Ana Koe, 5 Mar 2025\. The Wire/u,
    );
    expect(citationOf({ quote: '“No.”', ...facts, speaker: null, said: null, publisher: null, title: null, url: null })).toBe('“No.”. outlet not given, 6 Mar 2025. http://desk/read/1?at=1-5'); // prettier-ignore
  });
});
