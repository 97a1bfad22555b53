import type { ActorKind } from '../reading/actor.js';
import { BODY_OFFICES, LEADERS, STATE_OFFICES } from '../reading/data/offices.js';
import { HELD_BY_ONE } from '../reading/offices.js';
import { fold, isAcronym } from '../reading/name-forms.js';
import type { Reading, ReadingActor } from '../reading/reading.js';

/**
 * What one article says of who an actor is, without the article: the same name, side and office give the same profile in every article, so
 * that a ledger of a million articles has few of them. Who is who is worked out over profiles, never over articles.
 */
export interface Profile {
  /** The profile itself as a string; two profiles of one key are one. */
  readonly key: string;
  readonly kind: ActorKind;
  /** As written; the fullest form that the article has. */
  readonly name: string;
  /** How the profile is recognised: by a listed country, by a name, by an office of a side, or within its article alone. */
  readonly by: 'country' | 'name' | 'office' | 'article';
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** Key of the profile of the state or body that the actor speaks for. */
  readonly side: string | null;
  readonly office: string | null;
  /** The acronym that an article gives with a body's name. */
  readonly short: string | null;
}

/** A sign that a place stands for a state: keys of two profiles, and its weight in tenths, so that sums do not depend on their order. */
export interface SeatSign {
  readonly seat: string;
  readonly state: string;
  readonly weight: number;
}

export interface ArticleProfiles {
  /** Profile of every actor of the reading, by its id in the reading. */
  readonly of: ReadonlyMap<string, Profile>;
  readonly signs: readonly SeatSign[];
}

const PARTICLE =
  /^(?:al|el|de|da|do|dos|du|der|den|van|von|bin|ibn|ben|la|le|of|the|and|y|e|i|st|mac|bint|abu|ul|ur|di|del|della|af|av|zu|ter)$/iu;
const HONORIFIC = /^(?:mr|mrs|ms|dr|president|prime|minister|premier|foreign|deputy|sir|lord|lady|king|queen|prince|princess|general|admiral|rear|vice|colonel|captain|senator|bishop|archbishop|commander|interior|defen[cs]e|finance|energy|chancellor|secretary|ambassador|professor|judge|justice|pope|sheikh|chairman|chairwoman|lieutenant|major|marshal|brigadier|imam|rabbi|mayor|governor|envoy|spokesman|spokeswoman)\.?$/iu; // prettier-ignore

/** Whether a phrase is a name rather than a description: every word but particles begins with a capital. */
export const isName = (name: string): boolean => {
  const words = name.split(/[\s-]+/u).filter((word) => !PARTICLE.test(word));
  return words.length > 0 && words.length <= 6 && !/[’']s\b/u.test(name) && words.every((word) => /^[\p{Lu}\d]/u.test(word));
};

/** "French President", "The Vice President": an office written large names nobody. */
const isOffice = (name: string): boolean => {
  const last = name.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  return LEADERS.has(last) || STATE_OFFICES.has(last) || BODY_OFFICES.has(last);
};

/** A name without titles, for comparison. */
export function bare(name: string): string {
  const words = name
    .replace(/[’']s?$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && HONORIFIC.test(words[0] as string)) words.shift();
  return words.join(' ');
}

/** The profiles of the actors of a reading. */
export function profilesOf(reading: Reading): ArticleProfiles {
  const byId = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const of = new Map<string, Profile>();
  const profile = (actor: ReadingActor): Profile => {
    const known = of.get(actor.id);
    if (known !== undefined) return known;
    const patron = actor.actsFor === null || actor.actsFor === actor.id ? undefined : byId.get(actor.actsFor);
    const side = patron === undefined || patron.kind === 'person' ? null : profile(patron).key;
    const made = profileOf(actor, side, reading.document.id);
    of.set(actor.id, made);
    return made;
  };
  for (const actor of reading.actors) profile(actor);
  const signs = reading.actors.flatMap((actor) =>
    actor.seatOf.flatMap(({ actor: state, weight }): SeatSign | [] => {
      const other = of.get(state);
      return other === undefined
        ? []
        : { seat: (of.get(actor.id) as Profile).key, state: other.key, weight: Math.round(weight * 10) };
    }),
  );
  return { of, signs };
}

function profileOf(actor: ReadingActor, side: string | null, document: string): Profile {
  const { kind, country } = actor;
  const short = kind === 'organisation' ? (actor.aliases.find((alias) => isAcronym(alias, actor.name)) ?? null) : null;
  const facts = { kind, name: actor.name, country, side, office: actor.office, short };
  if (kind === 'state' && country !== null)
    return { ...facts, key: `country ${country}`, by: 'country', side: null, office: null };
  const forms = [actor.name, ...actor.aliases];
  // "Davit Orlan of Karvia" is Davit Orlan.
  const name = (kind === 'person' ? forms.map((form) => form.replace(/(?:,| of | from ).*$/u, '')) : forms)
    .map(bare)
    .filter((form) => isName(form) && !(kind === 'person' && isOffice(form)))
    .sort(byFullness)[0];
  if (name !== undefined) {
    const parts: readonly (string | null)[] =
      kind === 'person' ? [name, country, side, actor.office] : [name, country, side, short];
    return { ...facts, name, key: `${kind} ${JSON.stringify(parts)}`, by: 'name' };
  }
  if (
    kind === 'person' &&
    side !== null &&
    actor.office !== null &&
    HELD_BY_ONE.has(actor.office) &&
    !/^(?:an?|one|former)\b/iu.test(actor.name)
  )
    return { ...facts, key: `office ${JSON.stringify([actor.office, side, actor.name])}`, by: 'office' };
  return { ...facts, key: `article ${JSON.stringify([document, actor.id])}`, by: 'article' };
}

/** More words first, then longer, then in order of the letters. */
const byFullness = (a: string, b: string): number =>
  Math.min(b.split(' ').length, 4) - Math.min(a.split(' ').length, 4) || b.length - a.length || (a < b ? -1 : 1);

/** A name of a state or body for comparison. */
export const plainName = (name: string): string => fold(name).replace(/^the /u, '').replace(/[’'.]/gu, '').trim();

/** A name as it is looked up: without titles, accents, articles and case. */
export const foldedName = (name: string): string => plainName(bare(name)).replace(/\s+/gu, ' ');
