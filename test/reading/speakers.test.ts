import { describe, expect, it } from 'vitest';
import { nameOf, readText, wordsOf } from './read-text.js';

describe('speakers', () => {
  it.each([
    ['a name after the cue', '“We are ready,” said Joost Braam.', ['Joost Braam']],
    ['a title', 'Interior Minister Joost Braam said the border was open.', ['Joost Braam']],
    ['an apposition', 'Ann Lee, a spokeswoman for the Lakes Commission, said the dam was safe.', ['Ann Lee']],
    ['a pronoun', 'Joost Braam said the border was open. He added that it would stay open.', ['Joost Braam', 'Joost Braam']],
    [
      'a surname after the full name',
      'Joost Braam said the border was open. Braam denied that it had been shut.',
      ['Joost Braam', 'Joost Braam'],
    ],
    ['a capital for its government', 'Kyiv said the talks would go on.', ['Ukraine']],
    ['a seat of power', 'The Kremlin denied the report.', ['Russia']],
    ['a government', 'The Iraqi government condemned the attack.', ['Iraq']],
    [
      'a description of an office',
      'President Oskar Venn rejected the plan. The president said it came too late.',
      ['Oskar Venn', 'Oskar Venn'],
    ],
    ['nobody', 'It was announced that the border would open.', [null]],
  ])('%s: %s', async (_, text, speakers) => {
    const reading = await readText('2025-03-12', text);
    expect(reading.statements.map(({ speaker }) => nameOf(reading, speaker))).toEqual(speakers);
  });

  it('says what a speaker was inferred from, and nothing where the text names it', async () => {
    const { statements } = await readText(
      '2025-03-12',
      'Joost Braam said the border was open. He added that it would stay open.',
    );
    expect(statements.map(({ inferred }) => inferred['speaker'])).toEqual([undefined, 'pronoun']);
  });

  it('keeps two people of one surname apart', async () => {
    const text =
      'Joost Braam said the border was open. His sister, Lena Braam, denied it. Lena Braam said the guards had been sent home.';
    const reading = await readText('2025-03-12', text);
    const people = reading.actors.filter(({ kind }) => kind === 'person').map(({ name }) => name);
    expect(people).toEqual(expect.arrayContaining(['Joost Braam', 'Lena Braam']));
    expect(nameOf(reading, reading.statements.at(-1)?.speaker ?? null)).toBe('Lena Braam');
  });

  it('lets those who hold an office speak for what they hold it in', async () => {
    const reading = await readText('2025-03-12', 'Russian Foreign Minister Pavel Orlov said the talks would go on.');
    const orlov = reading.actors.find(({ name }) => name === 'Pavel Orlov');
    expect([orlov?.country, nameOf(reading, orlov?.actsFor ?? null)]).toEqual(['RUS', 'Russia']);
  });
});

describe('chains', () => {
  it('keep what one statement reports of another', async () => {
    const reading = await readText('2025-03-12', 'President Oskar Venn said that Tarvia had agreed to a truce.');
    const inner = reading.statements.find(({ act }) => act === 'accept');
    expect(nameOf(reading, inner?.speaker ?? null)).toBe('Tarvia');
    expect(inner?.within).toBe(reading.statements.find(({ within }) => within === null)?.id);
  });

  it('do not count what speakers report of themselves', async () => {
    const { statements } = await readText('2025-03-12', 'President Oskar Venn said that he rejected the plan.');
    expect(statements.map(({ act, within }) => [act, within])).toEqual([['refuse', null]]);
  });
});

describe('quotations that go on', () => {
  it('belong to the statement before in its paragraph', async () => {
    const reading = await readText(
      '2025-03-12',
      '“We have waited long enough,” Joost Braam said. “The gates must open before the harvest.”',
    );
    expect(reading.statements.map((s) => wordsOf(reading, s.content))).toEqual([
      '“We have waited long enough,” … “The gates must open before the harvest.”',
    ]);
  });

  it('are statements without a cue in a paragraph of their own', async () => {
    const text =
      '“We have waited long enough,” Joost Braam said in the harbour.\n\n“Nobody in this town has seen a ship since the autumn.”';
    const reading = await readText('2025-03-12', text);
    const last = reading.statements.at(-1);
    expect([last?.cue, nameOf(reading, last?.speaker ?? null), last?.inferred['speaker']]).toEqual([
      [],
      'Joost Braam',
      'speaker before',
    ]);
  });
});
