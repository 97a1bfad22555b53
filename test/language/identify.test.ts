import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/language/identify.js';

describe('identifyLanguage', () => {
  it.each([
    [
      'eng',
      'The minister said on Tuesday that her country would not give in to threats, and that the deadline would pass like any other day.',
    ],
    ['eng', 'Fresh bread. Friendly staff!'],
    ['eng', 'Aldous, Braam, Tarsk, Venn'],
    [
      'fra',
      'Le ministre des Affaires étrangères a déclaré mardi que son pays ne céderait pas aux menaces et que la date limite passerait comme un autre jour.',
    ],
    [
      'deu',
      'Die Außenministerin erklärte am Dienstag, ihr Land werde den Drohungen nicht nachgeben, und die Frist werde verstreichen wie jeder andere Tag auch.',
    ],
    [
      'spa',
      'La ministra dijo el martes que su país no cederá ante las amenazas y que el plazo pasará como cualquier otro día de la semana, sin más consecuencias.',
    ],
    ['rus', 'Министр заявила во вторник, что её страна не уступит угрозам и что срок пройдёт как любой другой день.'],
    ['und', '12 345 — 67'],
  ])('%s', (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });
});
