import { describe, expect, it } from 'vitest';
import { countryName, countryOf } from '../../src/reading/countries.js';

describe('countryOf', () => {
  it.each([
    ['Ukraine', 'UKR', 'name'],
    ['the Netherlands', 'NLD', 'name'],
    ['Kyiv', 'UKR', 'capital'],
    ['the Kremlin', 'RUS', 'seat'],
    ['Iraqis', 'IRQ', 'demonym'],
    ['Kenya’s', 'KEN', 'name'],
    ['U.S.', 'USA', 'name'],
  ])('%s', (name, code, role) => expect(countryOf(name)).toEqual({ code, role }));

  it.each(['Lisse', 'the', 'Monday', ''])('%s belongs to none', (name) => expect(countryOf(name)).toBeNull());
});

it('countries bear the names that news gives them', () => {
  expect(['USA', 'RUS', 'CHN', 'IRN', 'GBR', 'XKX'].map(countryName)).toEqual([
    'United States',
    'Russia',
    'China',
    'Iran',
    'United Kingdom',
    'Kosovo',
  ]);
});
