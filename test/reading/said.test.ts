import { expect, it } from 'vitest';
import { readText } from './read-text.js';

// 2025-03-12 is a Wednesday.
it.each([
  ['the day of its own clause', '2025-03-12', 'Joost Braam said on Monday that the border was open.', ['2025-03-10']],
  [
    'the same speaker again',
    '2025-03-12',
    'Joost Braam said on Monday that the border was open. He denied that it had been shut.',
    ['2025-03-10', '2025-03-10'],
  ],
  [
    'the same speaker after a later day',
    '2025-03-14',
    'Kenya on Monday rejected a ceasefire.\n\nOn Wednesday, Kenya accepted a ceasefire, its foreign minister said.',
    ['2025-03-10', null],
  ],
  ['no day', '2025-03-12', 'Joost Braam has said that the border is open.', [null]],
  ['a day inside what is said', '2025-03-12', 'Joost Braam says the border opened on Monday.', [null]],
  ['a month', '2025-03-12', 'In January, Joost Braam said that the border was open.', ['2025-01']],
])('%s', async (_, published, text, days) => {
  expect((await readText(published, text)).statements.map(({ said }) => said)).toEqual(days);
});
