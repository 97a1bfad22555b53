import type { Act } from '../reading/act.js';
import type { CommitmentKind, CommitmentState } from '../reading/obligation.js';
import type { PloverType } from '../reading/plover.js';
import type { Stance } from '../reading/positions.js';
import type { Reading, SpanPair, Statement } from '../reading/reading.js';
import { POINTERS } from './data/outcome-words.js';
import { chiefTerms, type Gated } from './gate.js';
import type { Evidence } from './places.js';
import type { Profile } from './profiles.js';
import { joinTerms, nameTerms, termsOf, type Terms } from './terms.js';

interface ItemFacts extends Gated {
  /** Where it stands: unique among the items of one kind. */
  readonly evidence: Evidence;
  /** Day of publication. */
  readonly published: string;
  readonly terms: Terms;
  /** The words that show it, for people. */
  readonly text: string;
}

/** A statement as one article reports it. Actors are keys of profiles. */
export interface StatementItem extends ItemFacts {
  readonly kind: 'statement';
  readonly local: string;
  readonly speaker: string | null;
  readonly to: readonly string[];
  readonly act: Act;
  readonly mode: Statement['mode'];
  /** EDTF; null where the article gives none. */
  readonly said: string | null;
  readonly within: string | null;
  readonly condition: readonly SpanPair[];
  readonly conditionText: string | null;
  readonly inferred: Readonly<Record<string, string>>;
}

export interface EventItem extends ItemFacts {
  readonly kind: 'event';
  readonly local: string;
  readonly type: PloverType;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  readonly when: string | null;
  readonly where: string | null;
}

export interface CommitmentItem extends ItemFacts {
  readonly kind: 'commitment';
  readonly local: string;
  readonly of: CommitmentKind;
  readonly debtor: string | null;
  readonly creditor: string | null;
  readonly made: string | null;
  readonly due: string | null;
  readonly state: CommitmentState;
  /** How the article itself says that it ended or was denied; null where it does not. */
  readonly ended: { readonly state: CommitmentState; readonly on: string | null; readonly evidence: Evidence } | null;
  /** What is owed is that something does not come about: "no soldier would cross". */
  readonly negative: boolean;
  readonly condition: Terms;
  readonly conditionText: string | null;
  /** Statements of the article that show it, first the one that made it, by their ids in the reading. */
  readonly shownBy: readonly string[];
  readonly inferred: Readonly<Record<string, string>>;
}

export interface PositionItem extends ItemFacts {
  readonly kind: 'position';
  readonly actor: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly since: string | null;
  readonly shownBy: readonly string[];
}

/** A clause that tells what came about. */
export interface FactItem extends ItemFacts {
  readonly kind: 'fact';
  readonly verb: string;
  readonly negated: boolean;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  readonly when: string | null;
  /** The terms of the whole sentence. */
  readonly context: Terms;
  readonly chiefContext: readonly string[];
  /** The statement of the article whose content tells it. */
  readonly within: string | null;
  /** Days that the clause names, in order, with the words before each. */
  readonly days: readonly { readonly before: string; readonly day: string }[];
}

export type Item = StatementItem | EventItem | CommitmentItem | PositionItem | FactItem;

/** "accepted the invitation": saying yes to an offer is a step of the offer, not a commitment of its own; and of "its own" nobody knows what is owed. */
export const isYesToOffer = (c: CommitmentItem): boolean =>
  (c.of === 'agreement' && POINTERS.offer.test(c.text)) || c.chief.length === 0;

/** A dispute that one article shows by itself. */
export interface LocalDispute {
  readonly kind: Reading['disputes'][number]['kind'];
  readonly between: readonly string[];
  readonly about: string;
  readonly reason: string;
}

export interface ArticleItems {
  readonly statements: readonly StatementItem[];
  readonly events: readonly EventItem[];
  readonly commitments: readonly CommitmentItem[];
  readonly positions: readonly PositionItem[];
  readonly facts: readonly FactItem[];
  readonly disputes: readonly LocalDispute[];
}

/** The sentence around a stretch, roughly: from the last full stop or line end before it to the next one after it. */
const contextOf = (context: Terms): Pick<FactItem, 'context' | 'chiefContext'> => ({
  context,
  chiefContext: chiefTerms(context),
});

function sentenceSpan(text: string, [start, end]: SpanPair): SpanPair {
  const from = Math.max(0, start - 400);
  const before = text.slice(from, start);
  const first = [...before.matchAll(/[.!?][”"’]?\s+(?=[\p{Lu}“"‘])|\n/gu)].at(-1);
  const last = text.slice(end, end + 400).search(/[.!?][”"’]?(?:\s|$)|\n/u);
  return [
    first === undefined ? from : from + first.index + first[0].length,
    last < 0 ? Math.min(text.length, end + 400) : end + last,
  ];
}

/** The end that the article tells by a statement or clause of its own; a day that has merely passed is none. */
function endOf(
  c: Reading['commitments'][number],
  document: string,
  statements: ReadonlyMap<string, Statement>,
): CommitmentItem['ended'] {
  if (/^(?:active|conditional)$/u.test(c.state) || c.inferred['state'] !== undefined) return null;
  const last = c.evidence.at(-1);
  if (last === undefined || c.evidence.length < 2) return null;
  const statement = typeof last === 'string' ? statements.get(last) : undefined;
  const spans = typeof last === 'string' ? (statement?.content ?? []) : [last];
  const on = statement?.said ?? (c.state === 'expired' || c.state === 'violated' ? c.due : null);
  return spans.length === 0 ? null : { state: c.state, on, evidence: { document, spans } };
}

/** A negation that turns what is owed around: nobody is to do it. */
const NEGATIVE = /^(?:that |there )?(?:no|not|never|none|neither|nobody|nothing)\b|\b(?:will|would|shall|must|should|to|could|can)(?: be)? (?:not|never|no)\b|\bn[’']t\b|\bnever\b|\b(?:be|is|are) no\b|^not to\b|\b(?:refrain|abstain|desist|stop|cease|halt)\b/iu; // prettier-ignore

/** What the reading of one article puts before the ledger. */
export function itemsOf(reading: Reading, profiles: ReadonlyMap<string, Profile>): ArticleItems {
  const { document, statements } = reading;
  const { text, id } = document;
  const published = (document.published ?? '').slice(0, 10);
  const key = (actor: string | null): string | null => (actor === null ? null : (profiles.get(actor)?.key ?? null));
  const keys = (actors: readonly string[]): readonly string[] => actors.flatMap((actor) => key(actor) ?? []);
  const words = (spans: readonly SpanPair[]): string =>
    spans
      .map(([start, end]) => text.slice(start, end))
      .join(' … ')
      .replace(/\s+/gu, ' ');
  const names = (actors: readonly (string | null)[]): ReadonlySet<string> =>
    nameTerms(
      actors.flatMap((actor) => {
        const known = reading.actors.find((a) => a.id === actor);
        return known === undefined ? [] : [known.name, ...known.aliases.filter((alias) => alias.length < 40)];
      }),
    );
  const everybody = names(reading.actors.filter((a) => a.kind !== 'group').map((a) => a.id));
  const facts = (spans: readonly SpanPair[], parties: readonly (string | null)[], terms: Terms): ItemFacts => ({
    evidence: { document: id, spans },
    document: id,
    published,
    terms,
    chief: chiefTerms(terms),
    parties: [...new Set(parties.filter((party) => party !== null))],
    text: words(spans),
  });
  const about = (spans: readonly SpanPair[], without: readonly (string | null)[] = []): Terms =>
    termsOf(words(spans), names(without), everybody);
  const contentOf = new Map(statements.map((s) => [s.id, s]));
  const spansOf = (evidence: readonly (string | SpanPair)[]): readonly SpanPair[] =>
    evidence.flatMap((e) => (typeof e === 'string' ? (contentOf.get(e)?.content ?? []) : [e]));
  const idsOf = (evidence: readonly (string | SpanPair)[]): readonly string[] =>
    evidence.filter((e): e is string => typeof e === 'string');
  // Whom a sentence mentions, and the first sentence where it mentions nobody: a clause that names no side is about those.
  const lead = sentenceSpan(text, [0, 0]);
  const mentioned = ([from, to]: SpanPair): readonly string[] =>
    keys(reading.actors.filter((a) => a.kind !== 'group' && a.mentions.some(([start]) => start >= from && start < to)).map((a) => a.id)).slice(0, 2); // prettier-ignore
  const partiesOf = (span: SpanPair, named: readonly string[]): readonly string[] => {
    if (named.length > 0) return named;
    const own = mentioned(sentenceSpan(text, span));
    return own.length > 0 ? own : mentioned(lead);
  };
  return {
    statements: statements.map((s): StatementItem => ({
      ...facts(s.content, [key(s.speaker)], about(s.content, [s.speaker])),
      kind: 'statement',
      local: s.id,
      speaker: key(s.speaker),
      to: keys(s.to),
      act: s.act,
      mode: s.mode,
      said: s.said,
      within: s.within,
      condition: s.condition,
      conditionText: s.condition.length === 0 ? null : words(s.condition),
      inferred: s.inferred,
    })),
    events: reading.events.map((e): EventItem => ({
      ...facts(e.evidence, [...keys([...e.agents, ...e.patients]), ...partiesOf(e.evidence[0] ?? [0, 0], [])], about(e.evidence)),
      kind: 'event',
      local: e.id,
      type: e.type,
      agents: keys(e.agents),
      patients: keys(e.patients),
      when: e.when,
      where: e.where,
    })),
    commitments: reading.commitments.map((c): CommitmentItem => {
      const shownBy = idsOf(c.evidence);
      const main = spansOf(c.evidence.slice(0, 1));
      const owed = c.consequent.length > 0 ? c.consequent : main;
      const consequent = words(owed);
      const terms = about(owed, [c.debtor]);
      const condition = termsOf(words(c.antecedent), new Set(), everybody);
      return {
        ...facts(owed, [key(c.debtor), key(c.creditor)], terms),
        evidence: { document: id, spans: main.length > 0 ? main : owed },
        chief: chiefTerms(joinTerms([terms, condition]), 6),
        kind: 'commitment',
        local: c.id,
        of: c.kind,
        debtor: key(c.debtor),
        creditor: key(c.creditor),
        made: c.made,
        due: c.due,
        state: c.state,
        ended: endOf(c, id, contentOf),
        negative: NEGATIVE.test(consequent),
        condition,
        conditionText: c.antecedent.length === 0 ? null : words(c.antecedent),
        shownBy,
        inferred: c.inferred,
      };
    }),
    positions: reading.positions.flatMap((p): PositionItem | [] => {
      const actor = key(p.actor);
      const spans = spansOf(p.evidence.slice(0, 1));
      return actor === null || spans.length === 0
        ? []
        : {
            ...facts(spans, [actor], termsOf(p.issue)),
            kind: 'position',
            actor,
            issue: p.issue,
            stance: p.stance,
            since: p.since,
            shownBy: idsOf(p.evidence),
          };
    }),
    facts: reading.facts.map((f): FactItem => ({
      ...facts([f.evidence], partiesOf(f.evidence, keys([...f.agents, ...f.patients])), about([f.evidence])),
      kind: 'fact',
      verb: f.verb,
      negated: f.negated,
      agents: keys(f.agents),
      patients: keys(f.patients),
      when: f.when,
      ...contextOf(about([sentenceSpan(text, f.evidence)])),
      within: f.within,
      days: reading.times.flatMap((t) => {
        const day = t.edtf ?? '';
        return t.start >= f.evidence[0] && t.end <= f.evidence[1] && /^\d{4}-\d{2}(?:-\d{2})?/u.test(day) && t.type === 'DATE'
          ? [{ before: text.slice(Math.max(f.evidence[0], t.start - 24), t.start), day }]
          : [];
      }),
    })),
    disputes: reading.disputes.map(({ kind, between, about, reason }) => ({ kind, between, about, reason })),
  };
}
