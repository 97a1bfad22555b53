import { createHash } from 'node:crypto';
import { order } from './clusters.js';
import { isAdjectiveOf } from '../reading/unlisted-states.js';
import { rangeOf } from './dates.js';
import { historyOf, type Development } from './history.js';
import type { ArticleItems, CommitmentItem, EventItem, FactItem, PositionItem, StatementItem } from './items.js';
import { byPlace, type Evidence } from './places.js';
import type { Profile } from './profiles.js';
import type { CommitmentRecord, CommitmentStep, DisputeRecord, EventRecord, PositionRecord, PositionStep, Report, StatementRecord } from './record.js'; // prettier-ignore

/*
 * What a record comes to, from the items that show it. Actors are still keys of profiles; whoever asks puts in who they are.
 */

export const hashId = (prefix: string, { document, spans }: Evidence, more = ''): string =>
  `${prefix}-${createHash('sha256')
    .update(JSON.stringify([document, spans, more]))
    .digest('hex')
    .slice(0, 10)}`;

export const reportOf = (item: { readonly evidence: Evidence; readonly published: string }): Report => ({
  ...item.evidence,
  published: item.published,
});

const byReportPlace = (a: Report, b: Report): number => order(a.published, b.published) || byPlace(a, b);

/** The first day that a date may mean. */
export const firstDay = (date: string): string => rangeOf(date)?.first ?? date;

/** How many milliseconds a date leaves open. */
const narrow = (date: string): number => {
  const range = rangeOf(date);
  return range === null ? Infinity : Date.parse(range.last) - Date.parse(range.first);
};
const narrowest = (dates: readonly (string | null)[]): string | null =>
  dates.filter((date) => date !== null).sort((a, b) => narrow(a) - narrow(b) || order(a, b))[0] ?? null;

export function statementOf(reports: readonly StatementItem[], allusions: readonly FactItem[]): StatementRecord {
  const first = reports[0] as StatementItem;
  // The report that is nearest to what was said: in quotation marks, then the first.
  const main = reports.find((r) => r.mode === 'direct') ?? reports.find((r) => r.mode === 'mixed') ?? first;
  return {
    id: hashId('s', first.evidence, first.local),
    speaker: reports.find((r) => r.speaker !== null)?.speaker ?? null,
    to: [...new Set(reports.flatMap((r) => r.to))],
    act: first.act,
    mode: main.mode,
    said: narrowest(reports.map((r) => r.said)),
    content: main.text,
    condition: first.conditionText,
    reports: [...reports, ...allusions].map(reportOf).sort(byReportPlace),
    inferred: first.inferred,
  };
}

export function eventOf(reports: readonly EventItem[], told: readonly FactItem[]): EventRecord {
  const first = reports[0] as EventItem;
  return {
    id: hashId('e', first.evidence, first.local),
    type: first.type,
    agents: [...new Set(reports.flatMap((r) => r.agents))],
    patients: [...new Set(reports.flatMap((r) => r.patients))],
    when: narrowest([...reports, ...told].map((r) => r.when)),
    where: reports.find((r) => r.where !== null)?.where ?? null,
    text: first.text,
    reports: [...reports, ...told].map(reportOf).sort(byReportPlace),
  };
}

export function commitmentOf(items: readonly CommitmentItem[], developments: readonly Development[]): CommitmentRecord {
  const first = items[0] as CommitmentItem;
  const history = historyOf(items, developments);
  const last = history.at(-1) as CommitmentStep;
  return {
    id: hashId('c', first.evidence, first.local),
    kind: first.of,
    debtor: items.find((item) => item.debtor !== null)?.debtor ?? null,
    creditor: items.find((item) => item.creditor !== null)?.creditor ?? null,
    what: first.text,
    condition: items.find((item) => item.conditionText !== null)?.conditionText ?? null,
    due: last.due,
    state: last.state,
    history,
    reports: items.map(reportOf),
  };
}

/** A position; `sole` says whether one actor alone holds it, else it is the side's. */
export function positionOf(items: readonly PositionItem[]): PositionRecord {
  const first = items[0] as PositionItem;
  const steps: PositionStep[] = [];
  const since = (item: PositionItem): string => firstDay(item.since ?? item.published);
  const dated = [...items].sort((a, b) => order(since(a), since(b)) || order(a.published, b.published) || byPlace(a.evidence, b.evidence) || order(a.issue, b.issue)); // prettier-ignore
  for (const item of dated)
    if (steps.at(-1)?.stance !== item.stance)
      steps.push({ ...item.evidence, on: item.since ?? item.published, stance: item.stance, published: item.published });
  return {
    id: hashId('p', first.evidence, first.issue),
    actor: first.actor,
    issue: first.issue,
    stance: (steps.at(-1) as PositionStep).stance,
    history: steps,
  };
}

function dispute(kind: DisputeRecord['kind'], about: string, reason: string, sides: readonly Report[]): DisputeRecord {
  const more = JSON.stringify([kind, sides.slice(1).map(({ document, spans }) => [document, spans])]);
  return { id: hashId('d', sides[0] as Report, more), kind, about, reason, sides };
}

const distinct = (all: readonly DisputeRecord[]): readonly DisputeRecord[] => [...new Map(all.map((d) => [d.id, d])).values()];

/** Disputes that an article shows by itself. */
export const disputesOfArticle = ({
  statements,
  disputes,
}: Pick<ArticleItems, 'statements' | 'disputes'>): readonly DisputeRecord[] =>
  distinct(
    disputes.flatMap((d) => {
      const sides = d.between.flatMap((local) => statements.filter((s) => s.local === local).map(reportOf));
      return sides.length < 2 ? [] : dispute(d.kind, d.about, d.reason, sides);
    }),
  );

/** What a commitment's news disputes: that it was made, or that its word was kept. */
export function disputesOfCommitment(
  items: readonly CommitmentItem[],
  developments: readonly Development[],
): readonly DisputeRecord[] {
  const first = items[0] as CommitmentItem;
  const promised = first.of === 'promise' || first.of === 'agreement';
  return distinct(
    developments.flatMap(({ news, outcome }): readonly DisputeRecord[] => {
      if (outcome === 'denied')
        return [dispute('conflicting-accounts', first.text, 'one side says that it was agreed, the other denies it', [reportOf(first), reportOf(news)])]; // prettier-ignore
      const contrary = outcome === 'broken' || (outcome === 'done' && first.negative) || (outcome === 'undone' && promised);
      return contrary && news.kind === 'fact' && promised
        ? [dispute('word-vs-deed', first.text, 'promised, and the contrary is reported', [reportOf(first), reportOf(news)])]
        : [];
    }),
  );
}

/** Turns from for to against and back. */
export const disputesOfPosition = ({ issue, history }: PositionRecord): readonly DisputeRecord[] =>
  history.flatMap((step, i) => {
    const before = history[i - 1];
    if (
      before === undefined ||
      !((before.stance === 'for' && step.stance === 'against') || (before.stance === 'against' && step.stance === 'for'))
    )
      return [];
    const sides = [before, step].map(({ document, spans, published }) => ({ document, spans, published }));
    return [dispute('reversal', issue, `${before.stance} it on ${before.on}, ${step.stance} it on ${step.on}`, sides)];
  });

export const disputeOfDenial = (denial: StatementItem, fact: FactItem): DisputeRecord =>
  dispute('conflicting-accounts', fact.text, 'one account tells it, another denies it', [reportOf(fact), reportOf(denial)]);

/** The name by which an actor is shown: a listed country's, else the fullest name, else the first description. */
export function displayName(profiles: readonly Profile[], root: string): string {
  const counts = new Map<string, number>();
  for (const p of profiles) counts.set(p.name, (counts.get(p.name) ?? 0) + 1);
  // "Velmaran" where some article gives no other name of Velmara.
  const isAdjective = (p: Profile): boolean =>
    p.kind === 'state' && profiles.some((q) => q.kind === 'state' && isAdjectiveOf(p.name, q.name));
  // A seat of power is an alias: the name is that of the state whose group the root is of.
  const own = profiles.find((p) => p.key === root)?.name ?? '';
  const isRoot = (p: Profile): boolean => p.name === own || isAdjectiveOf(own, p.name) || isAdjectiveOf(p.name, own);
  const ranked = [...profiles].sort(
    (a, b) =>
      RANK[a.by] - RANK[b.by] ||
      (a.kind === 'state' && b.kind === 'state' ? Number(isRoot(b)) - Number(isRoot(a)) : 0) ||
      Number(b.kind === 'state') - Number(a.kind === 'state') ||
      words(b.name) - words(a.name) ||
      Number(isAdjective(a)) - Number(isAdjective(b)) ||
      (counts.get(b.name) as number) - (counts.get(a.name) as number) ||
      b.name.length - a.name.length ||
      order(a.name, b.name) ||
      order(a.key, b.key),
  );
  return (ranked[0] as Profile).name.replace(/^the /u, '');
}
const RANK = { country: 0, name: 1, office: 2, article: 3 } as const;
const words = (name: string): number => Math.min(3, name.split(' ').length);

/** A readable id: the name, and four letters that tell namesakes apart. */
export function actorId(profiles: readonly Profile[], root: string): string {
  const slug = displayName(profiles, root).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').slice(0, 40); // prettier-ignore
  return `${slug === '' ? 'actor' : slug}-${createHash('sha256').update(root).digest('hex').slice(0, 4)}`;
}

export const kindOf = (profiles: readonly Profile[]): Profile['kind'] =>
  profiles.some((p) => p.kind === 'state') ? 'state' : ([...profiles].sort((a, b) => order(a.key, b.key))[0] as Profile).kind;

export const countryOfActor = (profiles: readonly Profile[]): string | null =>
  profiles
    .map((p) => p.country)
    .filter((country) => country !== null)
    .sort()[0] ?? null;
