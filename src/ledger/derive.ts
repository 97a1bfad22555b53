import { createHash } from 'node:crypto';
import type { Reading } from '../reading/reading.js';
import { allusionTo } from './allusions.js';
import { POINTERS } from './data/outcome-words.js';
import { asOf, historyOf, type Development } from './history.js';
import {
  itemsOf,
  type ArticleItems,
  type CommitmentItem,
  type EventItem,
  type FactItem,
  type PositionItem,
  type StatementItem,
} from './items.js';
import { bearingOf, undertakingOf, type News, type Undertaking } from './outcomes.js';
import { byPlace, type Evidence, type Place } from './places.js';
import { profilesOf, type Profile, type SeatSign } from './profiles.js';
import { covered, sharedWeight, type Terms } from './terms.js';
import { mayAgree, rangeOf } from './dates.js';
import type { ActorRecord, CommitmentRecord, DisputeRecord, EventRecord, LedgerRecord, PositionRecord, PositionStep, Report, StatementRecord } from './record.js'; // prettier-ignore
import { sameCommitment, sameEvent, sameStatement } from './same.js';
import { Who } from './who.js';
import { NO_DECISIONS, whoIsWho, type ActorDecisions, type Identity } from './who-is-who.js';

/** The record of a set of readings: a pure function of the set, in whatever order it comes, of the decisions of people and of the day asked for. */
export function recordOf(
  readings: readonly Reading[],
  options: { readonly asOf?: string; readonly decisions?: ActorDecisions } = {},
): LedgerRecord {
  const sorted = [...readings].sort(
    (a, b) => order(a.document.published ?? '', b.document.published ?? '') || order(a.document.id, b.document.id),
  );
  const day = options.asOf ?? (sorted.at(-1)?.document.published ?? '').slice(0, 10);
  const known = sorted.filter((r) => (r.document.published ?? '').slice(0, 10) <= day);
  const profiles = new Map<string, Profile>();
  const signs: SeatSign[] = [];
  const articles = known.map((reading) => {
    const own = profilesOf(reading);
    for (const profile of own.of.values()) profiles.set(profile.key, profile);
    signs.push(...own.signs);
    return { reading, profiles: own.of, items: itemsOf(reading, own.of) };
  });
  const identities = whoIsWho([...profiles.values()], signs, options.decisions ?? NO_DECISIONS);
  const who = new Who(identities);
  const all = <K extends keyof ArticleItems>(kind: K): ArticleItems[K][number][] =>
    articles.flatMap(({ items }) => [...items[kind]] as ArticleItems[K][number][]);
  const statements = components(all('statements'), (a, b) => sameStatement(a, b, who));
  const events = components(all('events'), (a, b) => sameEvent(a, b, who));
  const facts = all('facts');
  const allusions = allusionsOf(statements, facts, who);
  const offers = all('commitments').filter((c) => c.of !== 'agreement' || !isYesToOffer(c));
  const commitments = components(offers, (a, b) => sameCommitment(a, b, who));
  const undertakings = commitments.map(undertakingOf);
  const developments = developmentsOf(undertakings, [...facts, ...all('statements')], commitments, who);
  const idOf = new Map(identities.map((identity) => [identity.key, actorId(identity)]));
  const id = (profile: string | null): string | null => (profile === null ? null : (idOf.get(who.actor(profile) ?? '') ?? null));
  const ids = (keys: readonly string[]): readonly string[] => [...new Set(keys.flatMap((key) => id(key) ?? []))];
  const sideId = (profile: string | null): string | null =>
    profile === null ? null : (idOf.get(who.side(profile) ?? '') ?? null);
  const commitmentRecords = commitments.map((items, i) => commitmentRecord(items, developments[i] ?? [], day, id));
  const positions = positionRecords(
    all('positions'),
    articles.flatMap(({ items }) => items.statements),
    who,
    id,
    sideId,
  );
  return {
    asOf: day,
    actors: identities.map((identity) => actorRecord(identity, articles, who, id)).sort(byId),
    statements: statements.map((reports, i) => statementRecord(reports, allusions[i] ?? [], id, ids)).sort(byId),
    events: events.map((reports) => eventRecord(reports, ids)).sort(byId),
    commitments: commitmentRecords.sort(byId),
    positions: positions.sort(byId),
    disputes: disputeRecords(
      articles.map(({ items }) => items),
      statements,
      commitments,
      developments,
      positions,
      who,
    ).sort(byId),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => order(a.id, b.id);

/** Connected components of items under a relation of two, each in order of publication and place. */
export function components<T extends { readonly published: string; readonly evidence: Evidence; readonly terms: Terms }>(
  items: readonly T[],
  same: (a: T, b: T) => boolean,
): T[][] {
  const top = items.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (top[at] !== at) at = top[at] as number;
    return at;
  };
  items.forEach((a, i) => {
    for (let k = i + 1; k < items.length; k++)
      if (same(a, items[k] as T)) top[Math.max(find(i), find(k))] = Math.min(find(i), find(k));
  });
  const out = new Map<number, T[]>();
  items.forEach((item, i) => out.set(find(i), [...(out.get(find(i)) ?? []), item]));
  return [...out.values()].map((group) =>
    group.sort((a, b) => order(a.published, b.published) || byPlace(a.evidence, b.evidence)),
  );
}

/** "accepted the invitation": saying yes to an offer is a step of the offer, not a commitment of its own. */
const isYesToOffer = (c: CommitmentItem): boolean => POINTERS.offer.test(c.text);

/** Puts every clause that alludes to a statement with the one that it alludes to most surely. */
function allusionsOf(
  statements: readonly (readonly StatementItem[])[],
  facts: readonly FactItem[],
  who: Who,
): readonly (readonly FactItem[])[] {
  const out: FactItem[][] = statements.map(() => []);
  for (const fact of facts) {
    let best = -1;
    let most = 0;
    statements.forEach((reports, i) => {
      for (const s of reports) {
        const score = allusionTo(s, fact, who);
        if (score > most) [best, most] = [i, score];
      }
    });
    if (best >= 0) (out[best] as FactItem[]).push(fact);
  }
  return out;
}

/** Puts every piece of news with the one undertaking that it bears on most. */
export function developmentsOf(
  undertakings: readonly Undertaking[],
  news: readonly News[],
  commitments: readonly (readonly CommitmentItem[])[],
  who: Who,
): readonly (readonly Development[])[] {
  const out: Development[][] = undertakings.map(() => []);
  for (const item of news) {
    let best = -1;
    let bearing: ReturnType<typeof bearingOf> = null;
    undertakings.forEach((c, i) => {
      // The statement that made it is no news of it.
      if ((commitments[i] as readonly CommitmentItem[]).some((own) => shows(own, item))) return;
      const found = bearingOf(c, item, who);
      if (found !== null && (bearing === null || found.score > bearing.score)) [best, bearing] = [i, found];
    });
    if (bearing !== null)
      (out[best] as Development[]).push({ news: item, outcome: (bearing as { outcome: Development['outcome'] }).outcome });
  }
  return out;
}

const shows = (commitment: CommitmentItem, news: News): boolean =>
  commitment.document === news.document &&
  (news.kind === 'statement'
    ? commitment.shownBy[0] === news.local
    : commitment.evidence.spans.some(([a, b]) => news.evidence.spans.some(([c, d]) => a < d && c < b)));

export const hashId = (prefix: string, { document, spans }: Evidence, more = ''): string =>
  `${prefix}-${createHash('sha256')
    .update(JSON.stringify([document, spans, more]))
    .digest('hex')
    .slice(0, 10)}`;

function actorId(identity: Identity): string {
  const slug = displayName(identity).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').slice(0, 40); // prettier-ignore
  return `${slug || 'actor'}-${createHash('sha256').update(identity.key).digest('hex').slice(0, 4)}`;
}

/** The name by which an actor is shown: a listed country's, else the fullest name, else the first description. */
export function displayName({ profiles }: Identity): string {
  const ranked = [...profiles].sort(
    (a, b) =>
      RANK[a.by] - RANK[b.by] ||
      Number(b.kind === 'state') - Number(a.kind === 'state') ||
      words(b.name) - words(a.name) ||
      b.name.length - a.name.length ||
      order(a.name, b.name) ||
      order(a.key, b.key),
  );
  return (ranked[0] as Profile).name;
}
const RANK = { country: 0, name: 1, office: 2, article: 3 } as const;
const words = (name: string): number => Math.min(3, name.split(' ').length);

function actorRecord(
  identity: Identity,
  articles: readonly { readonly reading: Reading; readonly profiles: ReadonlyMap<string, Profile> }[],
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
  const name = displayName(identity);
  const first = identity.profiles[0] as Profile;
  const side = who.side(first.key);
  const kinds = identity.profiles.map((p) => p.kind);
  return {
    id: actorId(identity),
    name,
    kind: kinds.includes('state') ? 'state' : first.kind,
    country: identity.profiles.map((p) => p.country).find((country) => country !== null) ?? null,
    aliases: [...aliases].filter((alias) => alias !== name).sort(),
    actsFor: side === identity.key ? null : id(side),
    mentions: mentions.sort((a, b) => order(a.document, b.document) || a.start - b.start),
    inferred: identity.inferred,
  };
}

const reportOf = (item: { readonly evidence: Evidence; readonly published: string }): Report => ({
  ...item.evidence,
  published: item.published,
});

function statementRecord(
  reports: readonly StatementItem[],
  allusions: readonly FactItem[],
  id: (p: string | null) => string | null,
  ids: (p: readonly string[]) => readonly string[],
): StatementRecord {
  const first = reports[0] as StatementItem;
  // The report that is nearest to what was said: in quotation marks, then the first.
  const main = reports.find((r) => r.mode === 'direct') ?? reports.find((r) => r.mode === 'mixed') ?? first;
  const said =
    reports
      .map((r) => r.said)
      .filter((date) => date !== null)
      .sort((a, b) => narrow(a) - narrow(b) || order(a, b))[0] ?? null;
  return {
    id: hashId('s', first.evidence, first.local),
    speaker: id(reports.find((r) => r.speaker !== null)?.speaker ?? null),
    to: ids(first.to),
    act: first.act,
    mode: main.mode,
    said,
    content: main.text,
    condition: null,
    reports: [...reports, ...allusions].map(reportOf).sort((a, b) => order(a.published, b.published) || byPlace(a, b)),
    inferred: first.inferred,
  };
}

/** How many days a date leaves open. */
const narrow = (date: string): number => {
  const range = rangeOf(date);
  return range === null ? Infinity : Date.parse(range.last) - Date.parse(range.first);
};

function eventRecord(reports: readonly EventItem[], ids: (p: readonly string[]) => readonly string[]): EventRecord {
  const first = reports[0] as EventItem;
  const when =
    reports
      .map((r) => r.when)
      .filter((date) => date !== null)
      .sort((a, b) => narrow(a) - narrow(b) || order(a, b))[0] ?? null;
  return {
    id: hashId('e', first.evidence),
    type: first.type,
    agents: ids(reports.flatMap((r) => r.agents)),
    patients: ids(reports.flatMap((r) => r.patients)),
    when,
    where: reports.map((r) => r.where).find((where) => where !== null) ?? null,
    text: first.text,
    reports: reports.map(reportOf),
  };
}

function commitmentRecord(
  items: readonly CommitmentItem[],
  developments: readonly Development[],
  day: string,
  id: (p: string | null) => string | null,
): CommitmentRecord {
  const first = items[0] as CommitmentItem;
  const history = asOf(first.of, historyOf(items, developments), day);
  const last = history.at(-1);
  return {
    id: hashId('c', first.evidence, first.local),
    kind: first.of,
    debtor: id(items.find((item) => item.debtor !== null)?.debtor ?? null),
    creditor: id(items.find((item) => item.creditor !== null)?.creditor ?? null),
    what: first.text,
    condition: items.find((item) => item.conditionText !== null)?.conditionText ?? null,
    due: last?.due ?? null,
    state: last?.state ?? first.state,
    history,
    reports: items.map(reportOf),
  };
}

function positionRecords(
  items: readonly PositionItem[],
  _statements: readonly StatementItem[],
  who: Who,
  id: (p: string | null) => string | null,
  sideId: (p: string | null) => string | null,
): PositionRecord[] {
  const groups = components(
    [...items],
    (a, b) => who.sameSide(a.actor, b.actor) && sharedWeight(a.terms, b.terms) >= 0.9 && covered(a.terms, b.terms) >= 0.6,
  );
  return groups.map((group): PositionRecord => {
    const first = group[0] as PositionItem;
    const steps: PositionStep[] = [];
    for (const item of [...group].sort(
      (a, b) =>
        order(rangeOf(a.since ?? a.published)?.first ?? '', rangeOf(b.since ?? b.published)?.first ?? '') ||
        order(a.published, b.published) ||
        byPlace(a.evidence, b.evidence),
    )) {
      if (steps.at(-1)?.stance === item.stance) continue;
      steps.push({ ...item.evidence, on: item.since ?? item.published, stance: item.stance, published: item.published });
    }
    const holders = new Set(group.map((item) => who.actor(item.actor)));
    return {
      id: hashId('p', first.evidence, first.issue),
      actor: (holders.size === 1 ? id(first.actor) : sideId(first.actor)) as string,
      issue: first.issue,
      stance: (steps.at(-1) as PositionStep).stance,
      history: steps,
    };
  });
}

function disputeRecords(
  articles: readonly ArticleItems[],
  _statements: readonly (readonly StatementItem[])[],
  commitments: readonly (readonly CommitmentItem[])[],
  developments: readonly (readonly Development[])[],
  positions: readonly PositionRecord[],
  who: Who,
): DisputeRecord[] {
  const out = new Map<string, DisputeRecord>();
  const add = (kind: DisputeRecord['kind'], about: string, reason: string, sides: readonly Report[]): void => {
    const id = hashId(
      'd',
      sides[0] as Report,
      JSON.stringify([kind, sides.slice(1).map(({ document, spans }) => [document, spans])]),
    );
    if (!out.has(id)) out.set(id, { id, kind, about, reason, sides });
  };
  for (const { statements, disputes } of articles)
    for (const d of disputes) {
      const sides = d.between.flatMap((local) => statements.filter((s) => s.local === local).map(reportOf));
      if (sides.length >= 2) add(d.kind, d.about, d.reason, sides);
    }
  commitments.forEach((items, i) => {
    const first = items[0] as CommitmentItem;
    for (const { news, outcome } of developments[i] ?? []) {
      if (outcome === 'denied')
        add('conflicting-accounts', first.text, 'one side says that it was agreed, the other denies it', [
          reportOf(first),
          reportOf(news),
        ]);
      const broken =
        outcome === 'broken' ||
        (outcome === 'done' && first.negative) ||
        (outcome === 'undone' && (first.of === 'promise' || first.of === 'agreement'));
      if (broken && news.kind === 'fact')
        add('word-vs-deed', first.text, 'promised, and the contrary is reported', [reportOf(first), reportOf(news)]);
    }
  });
  for (const p of positions)
    p.history.forEach((step, i) => {
      const before = p.history[i - 1];
      if (
        before !== undefined &&
        ((before.stance === 'for' && step.stance === 'against') || (before.stance === 'against' && step.stance === 'for'))
      )
        add(
          'reversal',
          p.issue,
          `${before.stance} it on ${before.on}, ${step.stance} it on ${step.on}`,
          [before, step].map(({ document, spans, published }) => ({ document, spans, published })),
        );
    });
  const denials = articles.flatMap(({ statements }) => statements.filter((s) => s.act === 'deny'));
  const claims = articles.flatMap(({ statements, facts }) => [
    ...statements.filter((s) => /^(?:assert|accuse|announce|accept|criticise)$/u.test(s.act)),
    ...facts.filter((f) => !f.negated),
  ]);
  for (const denial of denials) {
    let best: News | null = null;
    let most = 0;
    for (const claim of claims as readonly (StatementItem | FactItem)[]) {
      if (claim.document === denial.document && claim.kind === 'statement') continue;
      const actors = claim.kind === 'statement' ? [claim.speaker] : claim.agents;
      if (actors.length > 0 && claim.kind === 'statement' && who.anySameSide(actors, [denial.speaker])) continue;
      if (claim.evidence.document === denial.document && overlaps(claim.evidence, denial.evidence)) continue;
      if (claim.published > denial.published || !mayAgree(null, null)) continue;
      const shared = sharedWeight(claim.terms, denial.terms);
      if (shared >= 2 && covered(claim.terms, denial.terms) >= 0.5 && shared > most) [best, most] = [claim, shared];
    }
    if (best !== null)
      add('conflicting-accounts', best.text, 'one says it, the other denies it', [reportOf(best), reportOf(denial)]);
  }
  return [...out.values()];
}

const overlaps = (a: Evidence, b: Evidence): boolean => a.spans.some(([s, e]) => b.spans.some(([x, y]) => s < y && x < e));
