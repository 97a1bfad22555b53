import type { Document } from '../document/document.js';
import { checkSpan, type Span } from '../document/span.js';
import type { Annotation } from '../language/annotation.js';
import type { Mode } from '../language/quotations.js';
import type { TimexType } from '../time/timex.js';
import type { Act } from './act.js';
import type { Actor, ActorDraft } from './actor.js';
import { Actors } from './actors.js';
import { Article } from './article.js';
import { readCommitments } from './commitments.js';
import { readDisputes, type DisputeKind } from './disputes.js';
import { readEvents } from './events.js';
import { readFacts } from './facts.js';
import type { PloverType } from './plover.js';
import { seatHints } from './seat-hints.js';
import { readPositions, type Stance } from './positions.js';
import type { CommitmentKind, CommitmentState } from './obligation.js';
import { readStatements } from './read-statements.js';

/** `[start, end]` in UTF-16 code units of `document.text`. */
export type SpanPair = readonly [number, number];

/** Somebody who acts or speaks in the article. */
export type ReadingActor = Omit<Actor, 'mentions'> & {
  readonly mentions: readonly SpanPair[];
  /** States whose seat this place may be, each with the weight of the signs for it; empty for all but places that no list has. */
  readonly seatOf: readonly { readonly actor: string; readonly weight: number }[];
};

/** One attribution on the record. What the text does not give is null. */
export interface Statement {
  readonly id: string;
  /** Id of an actor. */
  readonly speaker: string | null;
  readonly source: readonly SpanPair[];
  readonly cue: readonly SpanPair[];
  readonly content: readonly SpanPair[];
  readonly mode: Mode;
  readonly act: Act;
  /** EDTF. */
  readonly said: string | null;
  readonly to: readonly string[];
  /** Id of the statement that reports this one. */
  readonly within: string | null;
  readonly condition: readonly SpanPair[];
  /** What was worked out rather than read, and from what. */
  readonly inferred: Readonly<Record<string, string>>;
}

/** Who owes whom what. */
export interface Commitment {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly debtor: string | null;
  readonly creditor: string | null;
  readonly antecedent: readonly SpanPair[];
  readonly consequent: readonly SpanPair[];
  readonly made: string | null;
  readonly due: string | null;
  readonly state: CommitmentState;
  /** Ids of statements, and spans. */
  readonly evidence: readonly (string | SpanPair)[];
  readonly inferred: Readonly<Record<string, string>>;
}

/** Something that the article itself reports as having happened. */
export interface ReadingEvent {
  readonly id: string;
  readonly type: PloverType;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  readonly when: string | null;
  readonly where: string | null;
  readonly evidence: readonly SpanPair[];
}

/** A clause that tells that something came about, or did not: by it a later article shows what became of an undertaking. */
export interface Fact {
  readonly id: string;
  /** Lemma of the verb, with its particle: `pull_out`. */
  readonly verb: string;
  readonly negated: boolean;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  readonly when: string | null;
  /** Id of the statement whose content tells it; null where the article itself does. */
  readonly within: string | null;
  readonly evidence: SpanPair;
}

/** Where an actor stands on an issue. */
export interface Position {
  readonly actor: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly since: string | null;
  /** Ids of statements, and spans. */
  readonly evidence: readonly (string | SpanPair)[];
}

/** Statements of the article that do not fit together: a suggestion, with its reason. */
export interface Dispute {
  readonly id: string;
  readonly kind: DisputeKind;
  /** Ids of statements. */
  readonly between: readonly string[];
  readonly about: string;
  readonly reason: string;
}

/** A time expression with its TIMEX3 type and value, and its EDTF value where it has one. */
export interface ReadingTime {
  readonly start: number;
  readonly end: number;
  readonly type: TimexType;
  readonly value: string | null;
  readonly edtf: string | null;
}

/** What one article puts on the record. */
export interface Reading {
  readonly document: {
    readonly id: string;
    readonly published: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly text: string;
    readonly url: string | null;
    readonly hash: string;
  };
  /** ISO 639-3; where it is not `eng` the text is kept and nothing is read from it. */
  readonly language: string;
  readonly reader: { readonly version: string; readonly model: string };
  readonly actors: readonly ReadingActor[];
  readonly statements: readonly Statement[];
  readonly events: readonly ReadingEvent[];
  readonly facts: readonly Fact[];
  readonly commitments: readonly Commitment[];
  readonly positions: readonly Position[];
  readonly disputes: readonly Dispute[];
  readonly times: readonly ReadingTime[];
}

/** What made a reading: the version of this package and the hash of the model. */
export type Reader = Reading['reader'];

/** The reading of a document; `annotation` is null where its language is not one that is read. */
export function readingOf(document: Document, annotation: Annotation | null, language: string, reader: Reader): Reading {
  const { id, published, publisher, title, text, url, hash } = document;
  const facts = { document: { id, published, publisher, title, text, url, hash }, language, reader };
  if (annotation === null) {
    return {
      ...facts,
      actors: [],
      statements: [],
      events: [],
      facts: [],
      commitments: [],
      positions: [],
      disputes: [],
      times: [],
    };
  }
  const pairs = (spans: readonly Span[]): SpanPair[] => spans.map((span) => [checkSpan(span, text.length).start, span.end]);
  const article = new Article(document, annotation);
  const actors = new Actors(article);
  const read = readStatements(article, actors);
  const owed = readCommitments(article, actors, read);
  const events = readEvents(article, actors, read);
  const told = readFacts(article, actors, read);
  const positions = readPositions(article, read, events);
  const disputes = readDisputes(article, read, owed, positions);
  actors.noteOffices();
  const hints = seatHints(article, actors, read);
  const { actors: known, idOf } = actors.finish(new Set([...events, ...told].flatMap((e) => [...e.agents, ...e.patients])));
  const seats = new Map([...hints].map(([seat, signs]) => [idOf.get(seat), signs]));
  const idFor = (actor: ActorDraft | null): string | null => (actor === null ? null : (idOf.get(actor) ?? null));
  return {
    ...facts,
    actors: known.map((actor) => ({
      ...actor,
      mentions: pairs(actor.mentions),
      seatOf: (seats.get(actor.id) ?? []).flatMap(({ state, weight }) => {
        const id = idFor(state);
        return id === null ? [] : { actor: id, weight };
      }),
    })),
    statements: read.map((s): Statement => ({
      id: s.id,
      speaker: idFor(s.speaker),
      source: pairs(s.draft.source),
      cue: pairs(s.draft.cue),
      content: pairs(s.draft.content),
      mode: s.mode,
      act: s.act,
      said: s.said?.value ?? null,
      to: s.to.flatMap((actor) => idFor(actor) ?? []),
      within: s.within,
      condition: pairs(s.condition),
      inferred: {
        ...(s.speakerFrom === null ? {} : { speaker: s.speakerFrom }),
        ...(s.said === null || (s.said.from === 'own clause' && !s.said.time.inferred)
          ? {}
          : { said: `${s.said.from}: ${text.slice(s.said.time.start, s.said.time.end)}` }),
      },
    })),
    events: events.map((e, i): ReadingEvent => ({
      id: `e${i + 1}`,
      type: e.type,
      agents: e.agents.flatMap((actor) => idFor(actor) ?? []),
      patients: e.patients.flatMap((actor) => idFor(actor) ?? []),
      when: e.when,
      where: e.where,
      evidence: pairs(e.evidence),
    })),
    facts: told.map((f, i): Fact => ({
      id: `f${i + 1}`,
      verb: f.verb,
      negated: f.negated,
      agents: f.agents.flatMap((actor) => idFor(actor) ?? []),
      patients: f.patients.flatMap((actor) => idFor(actor) ?? []),
      when: f.when,
      within: f.within,
      evidence: pairs([f.evidence])[0] as SpanPair,
    })),
    commitments: owed.map((c, i): Commitment => ({
      id: `c${i + 1}`,
      kind: c.kind,
      debtor: idFor(c.debtor),
      creditor: idFor(c.creditor),
      antecedent: pairs(c.antecedent),
      consequent: pairs(c.consequent),
      made: c.made,
      due: c.due,
      state: c.state,
      evidence: c.evidence.map((e) => (typeof e === 'string' ? e : (pairs([e])[0] as SpanPair))),
      inferred: c.inferred,
    })),
    positions: positions.flatMap(({ actor, evidence, ...position }) => {
      const holder = idFor(actor);
      return holder === null
        ? []
        : {
            actor: holder,
            ...position,
            evidence: evidence.map((e) => (typeof e === 'string' ? e : (pairs([e])[0] as SpanPair))),
          };
    }),
    disputes: disputes.map((d, i): Dispute => ({ id: `d${i + 1}`, ...d })),
    times: article.times.map(({ start, end, type, value, edtf }) => ({ start, end, type, value, edtf })),
  };
}
