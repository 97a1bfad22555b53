import { expect, it } from 'vitest';
import { makeDocument } from '../../src/document/document.js';
import { ReadingJoiner } from '../../src/reading/join-readings.js';
import { nameOf, readText, wordsOf } from './read-text.js';

it('sections of a long text become one reading: spans and ids move on, and one actor stays one', async () => {
  const first = 'Kenya promised to release the sailors.\n\n';
  const second = 'Kenya threatened to close the border by Friday.';
  const joiner = new ReadingJoiner();
  joiner.add({ start: 0, reading: await readText('2025-03-12', first) });
  joiner.add({ start: first.length, reading: await readText('2025-03-12', second) });
  const document = makeDocument({ id: 'd', text: first + second, published: '2025-03-12', publisher: null, title: null });
  const reading = joiner.finish(document, { language: 'eng', reader: { version: '0', model: 'm' } });
  expect(reading.actors.map(({ id, name, mentions }) => [id, name, mentions])).toEqual([['a1', 'Kenya', [[0, 5], [first.length, first.length + 5]]]]); // prettier-ignore
  expect(reading.statements.map((s) => [s.id, nameOf(reading, s.speaker), wordsOf(reading, s.cue)])).toEqual([
    ['s1', 'Kenya', 'promised'],
    ['s2', 'Kenya', 'threatened'],
  ]);
  expect(reading.commitments.map(({ id, evidence }) => [id, evidence[0]])).toEqual([
    ['c1', 's1'],
    ['c2', 's2'],
  ]);
  expect(reading.times.map(({ start, end }) => reading.document.text.slice(start, end))).toEqual(['Friday']);
});
