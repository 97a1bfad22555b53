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
    [
      'por',
      'A ministra disse na terça-feira que o país não vai ceder às ameaças e que o prazo fixado pelos mediadores passará como qualquer outro dia da semana.',
    ],
    [
      'nld',
      'De minister zei dinsdag dat haar land niet zal toegeven aan bedreigingen en dat de termijn die de bemiddelaars hebben gesteld zal verstrijken als elke andere dag.',
    ],
    [
      'hun',
      'A miniszter kedden azt mondta, hogy országa nem enged a fenyegetéseknek, és hogy a közvetítők által megszabott határidő úgy telik majd el, mint bármely más nap.',
    ],
    [
      'ron',
      'Ministrul a declarat marți că țara sa nu va ceda în fața amenințărilor și că termenul stabilit de mediatori va trece ca orice altă zi a săptămânii.',
    ],
    ['und', '12 345 — 67'],
  ])('%s', (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });
});
