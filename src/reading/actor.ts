import type { Span } from '../document/span.js';

export type ActorKind = 'person' | 'state' | 'organisation' | 'group';

/** Somebody who acts or speaks in an article: who it is, under which names, and for whom by office. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3; null where the article does not tie the actor to a country. */
  readonly country: string | null;
  readonly aliases: readonly string[];
  /** Id of the actor that this one speaks for by office. */
  readonly actsFor: string | null;
  /** The office by which descriptions name the actor, "prime minister"; null where the article gives none. */
  readonly office: string | null;
  /** Where the article names the actor: names and descriptions, no pronouns. */
  readonly mentions: readonly Span[];
}

/** An actor while the article is being read. */
export interface ActorDraft {
  name: string;
  kind: ActorKind;
  country: string | null;
  actsFor: ActorDraft | null;
  readonly aliases: Set<string>;
  readonly mentions: Span[];
  /** Words of office and description that stand with the name: "foreign minister", "president of the union". */
  readonly roles: Set<string>;
}

/** Who a stretch of text means, and why where the text does not say so by name. */
export interface Resolution {
  readonly actor: ActorDraft;
  /** What an inferred resolution rests on; null where the text names the actor. */
  readonly inferredFrom: 'pronoun' | 'description' | 'speaker before' | null;
}
