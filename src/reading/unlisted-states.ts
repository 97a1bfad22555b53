import type { Entity } from '../language/annotation.js';
import { countryOf, type CountryName } from './countries.js';
import { KNOWN_LEADERS } from './data/leaders.js';
import { fold } from './name-forms.js';

/** Offices and bodies that only a state has. */
const OFFICE =
  '(?:deputy |vice[- ]|acting |interim |caretaker |then |new |outgoing )*(?:prime minister|premier|head of state|head of government|(?:foreign|defen[cs]e|interior|finance|energy|water|trade|transport|health|home|justice|information|agriculture|fisheries|economy) (?:minister|ministry)|minister|ministry|navy|army|air force|armed forces|ambassador|embassy|coast ?guards?|border guards?|king|queen|emir|chancellor)';
/** What an adjective of a people stands before where it tells of a state. */
const STATE_NOUN = `(?:${OFFICE}|president|government|cabinet|parliament|military|troops|forces|soldiers|warships?|authorities|delegation|negotiators?|officials?|side|leadership|envoys?|diplomats?|capital|territory|waters)`;
const NAME = "\\p{Lu}[\\p{L}’'-]{2,}(?: \\p{Lu}[\\p{L}-]{2,})?";
const ADJECTIVE = '\\p{Lu}\\p{Ll}{2,}(?:an|ian|ean|ese|ish|ic|ni|ri|li|ti|ene|ite)';

const POSSESSIVE = new RegExp(`(${NAME})[’']s? (?:\\p{Ll}+ )?${OFFICE}\\b`, 'gu');
const OF_STATE = new RegExp(
  `\\b(?:(?:President|Prime Minister|Premier|Republic|Kingdom|Government|government|army|navy|${OFFICE})|(?:President|Prime Minister|Premier|King|Queen) \\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}) of (${NAME})`,
  'gu',
);
const PRESIDENT = new RegExp(`(${NAME})[’']s? (?:\\p{Ll}+ )?(?:president|negotiators?|envoys?|delegation|capital)\\b`, 'gu');
/** "Solmark pulls its troops back": who has troops, a navy or an ambassador is a state, if it is no body. */
const ARMED = new RegExp(
  `(${NAME}) (?:\\p{Ll}+ ){1,3}its (?:own )?(?:troops|soldiers|army|navy|warships|ambassador|embassy|air force|coast ?guard)\\b`,
  'gu',
);
/** "Ombria, which …, offered to host talks. Its foreign minister …": the name that the sentence before begins with. */
const ITS = new RegExp(`(?:^|[.,;] )[Ii]ts ${OFFICE}\\b`, 'gmu');
const SUBJECT = /(?:^|[.!?][”"’]? |[—–-] )(\p{Lu}\p{L}{2,}),? (?:which|has|had|is|was|will|would|\p{Ll}+ed)\b/gmu;
const PEOPLE = new RegExp(`(?<![\\p{L}-])(${ADJECTIVE}) (?:\\p{Ll}+ )?${STATE_NOUN}\\b`, 'gu');
const PEOPLE_ALONE = new RegExp(`(?<![\\p{L}-])(${ADJECTIVE}) ${OFFICE}\\b`, 'gu');
/** Adjectives of faith, party, age and language that look like a people's. */
const NO_PEOPLE = /^(?:Christian|Republican|Victorian|Anglican|Lutheran|Presbyterian|Catholic|Islamic|Democratic|Olympic|Atlantic|Arctic|Pacific|Baltic|Public|Republic|Union|European|African|Asian|Arabic|Latin|Human|British|Supreme|Indian|American|Italian|Civic|Strategic|Economic|Academic|Domestic)$/u; // prettier-ignore

/**
 * Countries as an article knows them: those of the list, and states that no list has but the article itself treats as such, by an office
 * or body that only a state has ("Drusk's prime minister", "the Druskan navy"). A place that acts as a government does ("Halvik had not
 * answered") is a seat of power. The code of an unlisted state is its name in the article.
 */
export class ArticleCountries {
  readonly #unlisted = new Map<string, CountryName>();

  constructor(text: string, entities: readonly Entity[]) {
    const partOfName = namesOfPeople(text, entities);
    const names = new Set<string>();
    const bodies = new Set(
      entities.filter((e) => e.type === 'Organization').map((e) => fold(text.slice(e.start, e.end).replace(/[’']s?$/u, ''))),
    );
    const add = (name: string): void => {
      if (countryOf(name) === null && !partOfName.has(fold(name)) && !KNOWN_LEADERS.has(name)) names.add(name);
    };
    for (const pattern of [POSSESSIVE, OF_STATE])
      for (const found of text.matchAll(pattern)) add(lastCapitalised(found[1] as string));
    for (const pattern of [PRESIDENT, ARMED])
      for (const found of text.matchAll(pattern)) {
        // Clubs, unions and companies have presidents too.
        const name = lastCapitalised(found[1] as string);
        if (!bodies.has(fold(name))) add(name);
      }
    for (const found of text.matchAll(ITS)) {
      const before = [...text.slice(0, found.index).matchAll(SUBJECT)].at(-1)?.[1];
      if (before !== undefined && !bodies.has(fold(before))) add(before);
    }
    for (const found of text.matchAll(PEOPLE)) {
      const adjective = found[1] as string;
      if (NO_PEOPLE.test(adjective) || countryOf(adjective) !== null || partOfName.has(fold(adjective))) continue;
      const name = [...names].find((n) => isAdjectiveOf(adjective, n)) ?? nameBehind(adjective, text, entities, partOfName);
      if (name !== undefined) {
        names.add(name);
        this.#unlisted.set(fold(adjective), { code: name, role: 'demonym' });
      }
    }
    // The people without the name: they alone name the state here.
    for (const found of text.matchAll(PEOPLE_ALONE)) {
      const adjective = found[1] as string;
      if (NO_PEOPLE.test(adjective) || this.of(adjective) !== null || partOfName.has(fold(adjective))) continue;
      this.#unlisted.set(fold(adjective), { code: adjective, role: 'demonym' });
    }
    for (const name of names) this.#unlisted.set(fold(name), { code: name, role: 'name' });
    for (const place of seats(text, entities, partOfName))
      if (this.of(place) === null) this.#unlisted.set(fold(place), { code: place, role: 'capital' });
  }

  /** The country that a name, a people, an adjective, a capital or a seat of power belongs to; null where it belongs to none. */
  of(name: string): CountryName | null {
    return countryOf(name) ?? this.#unlisted.get(fold(name.replace(/^the /iu, '').replace(/[’']s?$/u, ''))) ?? null;
  }
}

/** "Drusk" of "Then Drusk": the last word or two that can be the name. */
function lastCapitalised(words: string): string {
  const parts = words.split(' ');
  return parts.length === 2 && /^(?:But|And|Then|When|While|After|In|On|For|Both|As|Asked|Since|The|From|Yet|If|That|Its|His|Her|Former)$/u.test(parts[0] as string) ? (parts[1] as string) : words; // prettier-ignore
}

/** Folded words of the names of people that are named in full or with a title: none of them is a state. */
function namesOfPeople(text: string, entities: readonly Entity[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const entity of entities) {
    if (entity.type !== 'Person') continue;
    const parts = text
      .slice(entity.start, entity.end)
      .replace(/[’']s?$/u, '')
      .split(/\s+/u);
    const titled = /\b(?:Mr|Mrs|Ms|Dr|President|Minister|General|Admiral|Premier|Senator|Captain|Colonel|King|Queen|Prince)\.? $/u.test(text.slice(Math.max(0, entity.start - 12), entity.start)); // prettier-ignore
    if (parts.length > 1 || titled) for (const part of parts) out.add(fold(part));
  }
  return out;
}

/** Whether an adjective is built on a name: "Velmaran" on "Velmara", "Druskan" on "Drusk". */
export function isAdjectiveOf(adjective: string, name: string): boolean {
  const [a, n] = [fold(adjective), fold(name)];
  if (a === n) return false;
  const stem = n.replace(/(?:ia|land|[aeiouy])$/u, '');
  return stem.length >= 3 && a.startsWith(stem) && a.length - stem.length <= 5;
}

/** The name, elsewhere in the article, that an adjective is built on. */
function nameBehind(
  adjective: string,
  text: string,
  entities: readonly Entity[],
  partOfName: ReadonlySet<string>,
): string | undefined {
  return entities
    .map((entity) => text.slice(entity.start, entity.end).replace(/[’']s?$/u, ''))
    .find((name) => /^\p{Lu}\p{L}+$/u.test(name) && !partOfName.has(fold(name)) && isAdjectiveOf(adjective, name));
}

/** Places that act as governments do: named in a dateline or after "in", and answering, refusing or owning ships elsewhere. */
function seats(text: string, entities: readonly Entity[], partOfName: ReadonlySet<string>): ReadonlySet<string> {
  const out = new Set<string>();
  const candidates = new Set(
    entities
      .map((entity) => text.slice(entity.start, entity.end).replace(/[’']s?$/u, ''))
      .filter((name) => /^\p{Lu}\p{L}+$/u.test(name) && !partOfName.has(fold(name)) && countryOf(name) === null),
  );
  for (const name of candidates) {
    const word = `(?<![\\p{L}-])${name}(?![\\p{L}-])`;
    const upper = name.toUpperCase();
    const dateline = new RegExp(`^${upper}\\b[^\\n]{0,40}(?:—|–|--|-|:)\\s`, 'mu').test(text);
    const located = new RegExp(`\\b(?:in|outside|near|around|at the port of|capital,) ${word}`, 'u').test(text);
    const acts =
      new RegExp(`${word} (?:(?:had|has|would|will|could|was|is|did|does)(?: not| never| no longer| yet)? (?:\\p{L}+(?:ed|en|t|y|d|w|k|n|e|ve)\\b)|(?:said|says|denied|insisted|refused|rejected|agreed|accused|warned|wants?|wanted|declined|spurned|demanded|offered))`, 'u').test(text) || // prettier-ignore
      new RegExp(`\\b(?:from|by|with) ${word}[.,]|${word}[’']s (?:\\p{Ll}+ )?(?:government|warships?|ships?|troops|forces|pledge|promise|word|offer|demand|refusal|answer|reply|position|proposal|deadline|threat|claim|denial|soldiers|army|navy|jets|envoy)`, 'u').test(text); // prettier-ignore
    if (acts && (dateline || located)) out.add(name);
  }
  return out;
}
