import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/language/annotation.js';
import { ArticleCountries, isAdjectiveOf } from '../../src/reading/unlisted-states.js';

const entities = (text: string, names: Readonly<Record<string, Entity['type']>>): readonly Entity[] =>
  Object.entries(names).flatMap(([name, type]) => [...text.matchAll(new RegExp(name, 'gu'))].map((m) => ({ type, start: m.index, end: m.index + name.length }))); // prettier-ignore
const countries = (text: string, names: Readonly<Record<string, Entity['type']>>): ArticleCountries =>
  new ArticleCountries(text, entities(text, names));

describe('ArticleCountries', () => {
  it('knows a state by an office, and the people built on its name', () => {
    const known = countries("Drela's foreign minister met the Drelan navy.", { Drela: 'Location', Drelan: 'NORP' });
    expect(known.of('Drela')).toEqual({ code: 'Drela', role: 'name' });
    expect(known.of('Drelan')).toEqual({ code: 'Drela', role: 'demonym' });
  });

  it('does not take a leader, a club or a faith for a state', () => {
    const text = "Lindgren's government fell. Anna Lindgren resigned. Harbour FC's president wept. The Christian leader prayed.";
    const known = countries(text, { Lindgren: 'Person', 'Anna Lindgren': 'Person', 'Harbour FC': 'Organization' });
    for (const name of ['Lindgren', 'Harbour FC', 'Christian']) expect(known.of(name)).toBeNull();
  });

  it('knows a place that acts for a seat of power', () => {
    const known = countries('Talks were held in Orbost. Orbost had not answered by night.', { Orbost: 'Location' });
    expect(known.of('Orbost')).toEqual({ code: 'Orbost', role: 'capital' });
  });

  it('asks the list of countries first', () => {
    expect(countries("France's foreign minister", { France: 'Location' }).of('France')).toEqual({ code: 'FRA', role: 'name' });
  });
});

it.each([
  ['Velmaran', 'Velmara', true],
  ['Tellish', 'Telland', true],
  ['Druskan', 'Drusk', true],
  ['Velmara', 'Velmara', false],
  ['Romanian', 'Oman', false],
])('isAdjectiveOf(%s, %s)', (adjective, name, is) => {
  expect(isAdjectiveOf(adjective, name)).toBe(is);
});
