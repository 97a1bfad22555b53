import { describe, expect, it } from 'vitest';
import { makeDocument } from '../../src/document/document.js';
import { profilesOf, type Profile } from '../../src/ledger/profiles.js';
import { readingOf, type ReadingActor } from '../../src/reading/reading.js';
import { decided, nearSpelling, surnameKey, whoIsWho } from '../../src/ledger/who-is-who.js';

const profile = (facts: Partial<Profile> & Pick<Profile, 'key' | 'name' | 'kind'>): Profile => ({ by: 'name', country: null, side: null, office: null, short: null, ...facts }); // prettier-ignore
const person = (key: string, name: string, more: Partial<Profile> = {}): Profile =>
  profile({ key, name, kind: 'person', ...more });
const state = (key: string, name: string): Profile => profile({ key, name, kind: 'state' });
const groups = (...args: Parameters<typeof whoIsWho>): readonly string[] =>
  whoIsWho(...args).map(({ profiles }) => profiles.map((p) => p.key).sort().join(' ')).sort(); // prettier-ignore

describe('whoIsWho', () => {
  it('puts spellings, titles aside, and a surname alone with the one who bears it', () => {
    expect(groups([person('1', 'Ilse Brämer'), person('2', 'Ilse Bramer'), person('3', 'Brämer')], [])).toEqual(['1 2 3']);
  });

  it('keeps two bearers of one name two, by the states that they speak for', () => {
    const all = [
      state('a', 'Norland'),
      state('b', 'Sudland'),
      person('1', 'Ann Lee', { side: 'a' }),
      person('2', 'Ann Lee', { side: 'b' }),
    ];
    expect(groups(all, [])).toEqual(['1', '2', 'a', 'b']);
  });

  it('leaves a surname that two bear by itself, unless its side tells', () => {
    const all = [state('a', 'Norland'), person('1', 'Ann Lee', { side: 'a' }), person('2', 'Bo Lee')];
    expect(groups([...all, person('3', 'Lee')], [])).toEqual(['1', '2', '3', 'a']);
    expect(groups([...all, person('3', 'Lee', { side: 'a' })], [])).toEqual(['1 3', '2', 'a']);
  });

  it('knows a state by an adjective built on its name, and by a word that some article took for a person', () => {
    expect(groups([state('1', 'Velmara'), state('2', 'Velmaran'), person('3', 'Velmara')], [])).toEqual(['1 2 3']);
  });

  it('puts a seat with its state where the signs of several articles say so, and not by one', () => {
    const all = [state('1', 'Norland'), state('2', 'Portsby')];
    expect(groups(all, [{ seat: '2', state: '1', weight: 15 }])).toEqual(['1', '2']);
    const identities = whoIsWho(all, [{ seat: '2', state: '1', weight: 15 }, { seat: '2', state: '1', weight: 10 }]); // prettier-ignore
    expect(identities).toHaveLength(1);
    expect(identities[0]?.inferred).toContain('Portsby');
    expect(groups([...all, state('3', 'Sudland')], [{ seat: '2', state: '1', weight: 25 }, { seat: '2', state: '3', weight: 20 }])).toEqual(['1', '2', '3']); // prettier-ignore
  });

  it('gives an office to the one person who is named with it, and to nobody where two are', () => {
    const premier = profile({
      key: 'o',
      name: 'the Norlandic premier',
      kind: 'person',
      by: 'office',
      side: 'a',
      office: 'prime minister',
    });
    const holder = person('1', 'Ann Lee', { side: 'a', office: 'prime minister' });
    expect(groups([state('a', 'Norland'), premier, holder], [])).toEqual(['1 o', 'a']);
    const other = person('2', 'Bo Dahl', { side: 'a', office: 'prime minister' });
    expect(groups([state('a', 'Norland'), premier, holder, other], [])).toEqual(['1', '2', 'a', 'o']);
  });

  it('joins a body to an acronym that one long name bears', () => {
    const long = profile({ key: '1', name: 'Harbour Workers Union', kind: 'organisation', short: 'HWU' });
    const short = profile({ key: '2', name: 'HWU', kind: 'organisation' });
    expect(groups([long, short], [])).toEqual(['1 2']);
    const second = profile({ key: '3', name: 'Highland Water Utility', kind: 'organisation', short: 'HWU' });
    expect(groups([long, short, second], [])).toEqual(['1', '2', '3']);
  });

  it('gives the same whatever the order', () => {
    const all = [
      state('a', 'Norland'),
      person('1', 'Ann Lee', { side: 'a' }),
      person('2', 'Lee'),
      person('3', 'Ann Lee'),
      state('b', 'Norlandian'),
    ];
    expect(groups([...all].reverse(), [])).toEqual(groups(all, []));
  });
});

it('decided splits before it merges, and a split part stays together', () => {
  const root = decided(() => 'x', { merged: [['1', '4']], split: [['2', '3']] });
  expect(root('2')).toBe(root('3'));
  expect(root('2')).not.toBe(root('1'));
  expect(root('1')).toBe(root('4'));
});

it('spellings of one surname fall together, other surnames do not', () => {
  expect(surnameKey('Olena Zelenska')).toBe(surnameKey('Olena Zelenskaya'));
  expect(nearSpelling('sael', 'sael')).toBe(true);
  expect(nearSpelling('keld', 'kuld')).toBe(true);
  expect(nearSpelling('brask', 'brandt')).toBe(false);
});

describe('profilesOf', () => {
  it('takes an office written large for no name', () => {
    const actor = (id: string, name: string): ReadingActor => ({ id, name, kind: 'person', country: null, aliases: [], actsFor: null, office: null, mentions: [], seatOf: [] }); // prettier-ignore
    const document = makeDocument({ id: 'd', text: 'x', published: '2025-01-01' });
    const empty = readingOf(document, null, 'eng', { version: 't', model: 't' });
    const { of } = profilesOf({
      ...empty,
      actors: [actor('a1', 'French President'), actor('a2', 'The Vice President'), actor('a3', 'Ann Lee')],
    });
    expect([...of.values()].map((p) => p.by)).toEqual(['article', 'article', 'name']);
  });
});
