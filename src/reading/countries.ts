import { createRequire } from 'node:module';
import { COUNTRY_FACTS } from './data/countries.js';

/** How a name stands for a country: its own name, its people or adjective, its capital, or a seat of power. */
export type CountryRole = 'name' | 'demonym' | 'capital' | 'seat';

export interface CountryName {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly role: CountryRole;
}

interface CountryLists {
  readonly names: Readonly<Record<string, string | readonly string[]>>;
  readonly codes: readonly (readonly string[])[];
}

// Only its two tables are needed; the package itself would load them in every language.
const load = createRequire(import.meta.url);
const LISTS: CountryLists = {
  names: (load('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | readonly string[]> }).countries,
  codes: load('i18n-iso-countries/codes.json') as readonly (readonly string[])[],
};

const key = (name: string): string => name.toLowerCase().replace(/^the /u, '').replace(/[’]/gu, "'").trim();

const BY_NAME = new Map<string, CountryName>();
const NAMES = new Map<string, string>();
/** Names by which news calls a country, where the standard's first one is another. */
const USUAL: Readonly<Record<string, string>> = { USA: 'United States', RUS: 'Russia', IRN: 'Iran', SYR: 'Syria', LAO: 'Laos', MDA: 'Moldova', TZA: 'Tanzania', PSE: 'Palestine', VAT: 'Vatican', CIV: 'Ivory Coast', CZE: 'Czech Republic', TUR: 'Turkey', COD: 'DR Congo', COG: 'Congo', GBR: 'United Kingdom', MKD: 'North Macedonia', BRN: 'Brunei', XKX: 'Kosovo', PRK: 'North Korea', KOR: 'South Korea', TWN: 'Taiwan', GMB: 'Gambia', BHS: 'Bahamas' }; // prettier-ignore

function build(): void {
  const add = (name: string, code: string, role: CountryRole): void => {
    if (!BY_NAME.has(key(name))) BY_NAME.set(key(name), { code, role });
  };
  for (const [alpha2, alpha3] of LISTS.codes) {
    const written = LISTS.names[alpha2 as string];
    if (alpha3 === undefined || written === undefined) continue;
    const names = typeof written === 'string' ? [written] : written;
    NAMES.set(alpha3, USUAL[alpha3] ?? ([...names].filter((n) => n.length > 3).sort((a, b) => a.length - b.length)[0] as string));
    for (const name of names) if (name.length > 2 || name === 'UK') add(name, alpha3, 'name');
    add(NAMES.get(alpha3) as string, alpha3, 'name');
  }
  for (const { code, capitals, demonyms, others } of COUNTRY_FACTS) {
    if (!NAMES.has(code)) NAMES.set(code, USUAL[code] ?? code);
    for (const name of demonyms) {
      add(name, code, 'demonym');
      add(`${name}s`, code, 'demonym');
    }
    for (const name of others) add(name, code, OWN_NAME.test(name) ? 'name' : 'seat');
    for (const name of capitals) add(name, code, 'capital');
  }
  add('U.S.', 'USA', 'name');
  add('US', 'USA', 'name');
}

const OWN_NAME =
  /^(?:UAE|U\.A\.E\.|Emirates|Britain|England|Bosnia|Burma|Holland|Macedonia|North Macedonia|DRC|DPRK|PRC|America|United States|States|East Timor|Palestine|Kosovo|Laos|Moldova|Syria|Vietnam|Hong Kong|North Korea|Czech Republic|Czechia|Soviet Union|USSR|Yugoslavia|Turkiye|Vatican|Holy See|Congo-Brazzaville|Cape Verde|Brunei|Islamic Republic|DR Congo|Democratic Republic of Congo|People's Republic of China|Bosnia-Herzegovina|Palestinian Authority)$/u;
build();

/** The country that a name, a people, an adjective, a capital or a seat of power belongs to; null where it belongs to none. */
export function countryOf(name: string): CountryName | null {
  const found = BY_NAME.get(key(name)) ?? BY_NAME.get(key(name).replace(/'s?$/u, ''));
  return found ?? null;
}

/** The usual English name of a country. */
export const countryName = (code: string): string => NAMES.get(code) ?? code;

/** Whether a code is one of ISO 3166-1; unlisted states of an article go by their names. */
export const isListed = (code: string): boolean => NAMES.has(code);
