import type { Document } from '../document/document.js';
import type {
  Commitment,
  Dispute,
  Fact,
  Position,
  Reading,
  ReadingActor,
  ReadingEvent,
  ReadingTime,
  SpanPair,
  Statement,
} from './reading.js';

/** The reading of a section of a very long text, and where in the text it begins. */
export interface SectionReading {
  readonly start: number;
  readonly reading: Reading;
}

/**
 * Joins the readings of sections that follow each other into that of the whole text: spans and ids are moved on, and actors of one kind
 * and name are one. Takes the sections one by one, so that no more than one has to be held beside what is kept.
 */
export class ReadingJoiner {
  readonly #actors: ReadingActor[] = [];
  readonly #statements: Statement[] = [];
  readonly #events: ReadingEvent[] = [];
  readonly #facts: Fact[] = [];
  readonly #commitments: Commitment[] = [];
  readonly #positions: Position[] = [];
  readonly #disputes: Dispute[] = [];
  readonly #times: ReadingTime[] = [];

  add({ start, reading }: SectionReading): void {
    const move = ([from, to]: SpanPair): SpanPair => [from + start, to + start];
    const statementsBefore = this.#statements.length;
    const later = (id: string): string => `s${Number(id.slice(1)) + statementsBefore}`;
    const idOf = this.#actorIds(reading, move);
    const actor = (id: string | null): string | null => (id === null ? null : (idOf.get(id) ?? null));
    const actors = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => actor(id) ?? []);
    const eventsBefore = this.#events.length;
    const commitmentsBefore = this.#commitments.length;
    const disputesBefore = this.#disputes.length;
    for (const s of reading.statements) {
      this.#statements.push({
        ...s,
        id: later(s.id),
        speaker: actor(s.speaker),
        source: s.source.map(move),
        cue: s.cue.map(move),
        content: s.content.map(move),
        to: actors(s.to),
        within: s.within === null ? null : later(s.within),
        condition: s.condition.map(move),
      });
    }
    reading.events.forEach((e, i) => {
      this.#events.push({
        ...e,
        id: `e${eventsBefore + i + 1}`,
        agents: actors(e.agents),
        patients: actors(e.patients),
        evidence: e.evidence.map(move),
      });
    });
    const factsBefore = this.#facts.length;
    reading.facts.forEach((f, i) => {
      this.#facts.push({
        ...f,
        id: `f${factsBefore + i + 1}`,
        agents: actors(f.agents),
        patients: actors(f.patients),
        within: f.within === null ? null : later(f.within),
        evidence: move(f.evidence),
      });
    });
    reading.commitments.forEach((c, i) => {
      this.#commitments.push({
        ...c,
        id: `c${commitmentsBefore + i + 1}`,
        debtor: actor(c.debtor),
        creditor: actor(c.creditor),
        antecedent: c.antecedent.map(move),
        consequent: c.consequent.map(move),
        evidence: c.evidence.map((e) => (typeof e === 'string' ? later(e) : move(e))),
      });
    });
    for (const p of reading.positions) {
      this.#positions.push({
        ...p,
        actor: actor(p.actor) as string,
        evidence: p.evidence.map((e) => (typeof e === 'string' ? later(e) : move(e))),
      });
    }
    reading.disputes.forEach((d, i) => {
      this.#disputes.push({ ...d, id: `d${disputesBefore + i + 1}`, between: d.between.map(later) });
    });
    for (const t of reading.times) this.#times.push({ ...t, start: t.start + start, end: t.end + start });
  }

  /** The reading of the whole document. */
  finish(document: Document, of: Pick<Reading, 'language' | 'reader'>): Reading {
    const { id, published, publisher, title, text, url, hash } = document;
    return {
      document: { id, published, publisher, title, text, url, hash },
      language: of.language,
      reader: of.reader,
      actors: this.#actors,
      statements: this.#statements,
      events: this.#events,
      facts: this.#facts,
      commitments: this.#commitments,
      positions: this.#positions,
      disputes: this.#disputes,
      times: this.#times,
    };
  }

  /** Puts the actors of a section with those known by the same kind and name; gives the ids that they have from now on. */
  #actorIds(reading: Reading, move: (span: SpanPair) => SpanPair): ReadonlyMap<string, string> {
    const idOf = new Map<string, string>();
    const places = new Map<string, number>();
    this.#actors.forEach((a, i) => places.set(`${a.kind} ${a.name}`, i));
    for (const a of reading.actors) {
      const place = places.get(`${a.kind} ${a.name}`) ?? this.#actors.length;
      idOf.set(a.id, `a${place + 1}`);
      const known = this.#actors[place];
      const mentions = a.mentions.map(move);
      this.#actors[place] =
        known === undefined
          ? { ...a, id: `a${place + 1}`, actsFor: null, seatOf: [], mentions }
          : {
              ...known,
              country: known.country ?? a.country,
              aliases: [...new Set([...known.aliases, ...a.aliases])],
              mentions: [...known.mentions, ...mentions],
            };
      places.set(`${a.kind} ${a.name}`, place);
    }
    for (const a of reading.actors) {
      const place = Number((idOf.get(a.id) as string).slice(1)) - 1;
      const known = this.#actors[place] as ReadingActor;
      const seatOf = a.seatOf.flatMap(({ actor, weight }) => {
        const id = idOf.get(actor);
        return id === undefined ? [] : { actor: id, weight };
      });
      this.#actors[place] = {
        ...known,
        actsFor: known.actsFor ?? (a.actsFor === null ? null : (idOf.get(a.actsFor) ?? null)),
        office: known.office ?? a.office,
        seatOf: [...known.seatOf, ...seatOf],
      };
    }
    return idOf;
  }
}
