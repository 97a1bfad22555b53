import type { Reading } from '../reading/reading.js';
import { alludes, bearingOn, denies, isBetter, tellsOf, tieOf, type Scored } from './bearings.js';
import { byReport, clustersOf, order } from './clusters.js';
import { asOf, type Development } from './history.js';
import {
  isYesToOffer,
  itemsOf,
  type ArticleItems,
  type CommitmentItem,
  type FactItem,
  type Item,
  type StatementItem,
} from './items.js';
import type { Place } from './places.js';
import { profilesOf, type Profile, type SeatSign } from './profiles.js';
import type { ActorRecord, LedgerRecord } from './record.js';
import { Who } from './who.js';
import { NO_DECISIONS, whoIsWho, type ActorDecisions, type Identity } from './who-is-who.js';
import { actorId, commitmentOf, countryOfActor, disputeOfDenial, displayName, disputesOfArticle, disputesOfCommitment, disputesOfPosition, eventOf, kindOf, positionOf, statementOf } from './work-out.js'; // prettier-ignore

interface Filed {
  readonly reading: Reading;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly items: ArticleItems;
}

/**
 * The record of a set of readings: a function of the set, in whatever order it comes, of the decisions of people, and of the day asked for.
 * It looks at everything at once; a ledger that grows comes to the same by filing article after article.
 */
export function recordOf(
  readings: readonly Reading[],
  options: { readonly asOf?: string; readonly decisions?: ActorDecisions } = {},
): LedgerRecord {
  const dayOf = (r: Reading): string => (r.document.published ?? '').slice(0, 10);
  const sorted = [...readings].sort((a, b) => order(dayOf(a), dayOf(b)) || order(a.document.id, b.document.id));
  const day = options.asOf ?? (sorted.length === 0 ? '' : dayOf(sorted.at(-1) as Reading));
  const profiles = new Map<string, Profile>();
  const signs: SeatSign[] = [];
  const articles = sorted
    .filter((r) => dayOf(r) <= day)
    .map((reading): Filed => {
      const own = profilesOf(reading);
      for (const profile of own.of.values()) profiles.set(profile.key, profile);
      signs.push(...own.signs);
      return { reading, profiles: own.of, items: itemsOf(reading, own.of) };
    });
  const identities = whoIsWho([...profiles.values()], signs, options.decisions ?? NO_DECISIONS);
  const who = new Who(identities);
  const idOf = new Map(identities.map((identity) => [identity.key, actorId(identity.profiles, identity.key)]));
  const id = (profile: string | null): string | null => (profile === null ? null : (idOf.get(who.actor(profile) ?? '') ?? null));
  const ids = (keys: readonly string[]): readonly string[] => [...new Set(keys.flatMap((key) => id(key) ?? []))].sort();
  const clusters = <T extends Item>(all: readonly T[]): readonly (readonly T[])[] => clustersOf(all, who);
  const statementItems = articles.flatMap(({ items }) => items.statements);
  const facts = articles.flatMap(({ items }) => items.facts);
  const statements = clusters(statementItems);
  const commitments = clusters(articles.flatMap(({ items }) => items.commitments.filter((c) => !isYesToOffer(c))));
  const developments = developmentsOf(commitments, [...facts, ...statementItems].sort(byReport), who);
  const allusions = putWith(statements, facts, (items, fact) => alludes(items, fact, who));
  const events = clusters(articles.flatMap(({ items }) => items.events));
  const told = putWith(events, facts, (items, fact) => tellsOf(items, fact, who));
  const positions = clusters(articles.flatMap(({ items }) => items.positions)).map((items) => {
    const position = positionOf(items);
    const holders = new Set(items.map((item) => who.actor(item.actor)));
    return {
      ...position,
      actor: holders.size === 1 ? (id(position.actor) as string) : (idOf.get(who.side(position.actor) ?? '') as string),
    };
  });
  const disputes = [
    ...articles.flatMap(({ items }) => disputesOfArticle(items)),
    ...commitments.flatMap((items, i) => disputesOfCommitment(items, developments[i] ?? [])),
    ...positions.flatMap(disputesOfPosition),
    ...statementItems.flatMap((denial) => {
      const fact = deniedBy(denial, facts, who);
      return fact === null ? [] : disputeOfDenial(denial, fact);
    }),
  ];
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => order(a.id, b.id);
  return {
    asOf: day,
    actors: identities.map((identity) => actorRecord(identity, articles, who, id)).sort(byId),
    statements: statements.map((reports, i) => statementOf(reports, allusions[i] ?? [])).map((s) => ({ ...s, speaker: id(s.speaker), to: ids(s.to) })).sort(byId), // prettier-ignore
    events: events
      .map((items, i) => eventOf(items, told[i] ?? [])).map((e) => ({ ...e, agents: ids(e.agents), patients: ids(e.patients) })).sort(byId), // prettier-ignore
    commitments: commitments
      .map((items, i) => {
        const c = commitmentOf(items, developments[i] ?? []);
        const history = asOf(c.kind, c.history, day);
        const last = history.at(-1);
        return {
          ...c,
          debtor: id(c.debtor),
          creditor: id(c.creditor),
          history,
          due: last?.due ?? null,
          state: last?.state ?? c.state,
        };
      })
      .sort(byId),
    positions: positions.sort(byId),
    disputes: [...new Map(disputes.map((d) => [d.id, d])).values()].sort(byId),
  };
}

/** Puts every piece of news with the one commitment on which it bears most. */
function developmentsOf(
  commitments: readonly (readonly CommitmentItem[])[],
  news: readonly (FactItem | StatementItem)[],
  who: Who,
): readonly (readonly Development[])[] {
  const out: Development[][] = commitments.map(() => []);
  const ties = commitments.map((items) => tieOf(items[0] as CommitmentItem));
  for (const item of news) {
    let best: (Scored & { readonly at: number; readonly outcome: Development['outcome'] }) | null = null;
    commitments.forEach((items, at) => {
      const found = bearingOn(items, item, who);
      if (found === null) return;
      const scored = { ...found, at, tie: ties[at] as string };
      if (isBetter(scored, best)) best = scored;
    });
    const chosen = best as (Scored & { readonly at: number; readonly outcome: Development['outcome'] }) | null;
    if (chosen !== null) (out[chosen.at] as Development[]).push({ news: item, outcome: chosen.outcome });
  }
  return out;
}

/** Puts every clause with the one record of which it tells most surely. */
function putWith<T extends Item>(
  records: readonly (readonly T[])[],
  facts: readonly FactItem[],
  scoreOf: (items: readonly T[], fact: FactItem) => number,
): readonly (readonly FactItem[])[] {
  const out: FactItem[][] = records.map(() => []);
  for (const fact of facts) {
    let best: (Scored & { readonly at: number }) | null = null;
    records.forEach((items, at) => {
      const scored = { score: scoreOf(items, fact), tie: tieOf(items[0] as T), at };
      if (scored.score > 0 && isBetter(scored, best)) best = scored;
    });
    const chosen = best as (Scored & { readonly at: number }) | null;
    if (chosen !== null) (out[chosen.at] as FactItem[]).push(fact);
  }
  return out;
}

/** The clause that a denial denies most surely. */
function deniedBy(denial: StatementItem, facts: readonly FactItem[], who: Who): FactItem | null {
  let best: (Scored & { readonly fact: FactItem }) | null = null;
  for (const fact of facts) {
    const scored = { score: denies(denial, fact, who), tie: tieOf(fact), fact };
    if (scored.score > 0 && isBetter(scored, best)) best = scored;
  }
  return best?.fact ?? null;
}

function actorRecord(
  identity: Identity,
  articles: readonly Filed[],
  who: Who,
  id: (profile: string | null) => string | null,
): ActorRecord {
  const mentions: Place[] = [];
  const aliases = new Set<string>();
  for (const { reading, profiles } of articles) {
    for (const actor of reading.actors) {
      const profile = profiles.get(actor.id);
      if (profile === undefined || who.actor(profile.key) !== identity.key) continue;
      for (const [start, end] of actor.mentions) {
        mentions.push({ document: reading.document.id, start, end });
        const words = reading.document.text.slice(start, end).replace(/\s+/gu, ' ');
        if (words.length <= 60) aliases.add(words);
      }
    }
  }
  const name = displayName(identity.profiles, identity.key);
  const side = who.side((identity.profiles[0] as Profile).key);
  return {
    id: actorId(identity.profiles, identity.key),
    name,
    kind: kindOf(identity.profiles),
    country: countryOfActor(identity.profiles),
    aliases: [...aliases].filter((alias) => alias !== name).sort(),
    actsFor: side === identity.key ? null : id(side),
    mentions: mentions.sort((a, b) => order(a.document, b.document) || a.start - b.start || a.end - b.end),
    inferred: identity.inferred,
  };
}
