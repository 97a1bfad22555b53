import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { Act } from './act.js';

/** A statement before anybody is resolved: its spans, the verb or noun that carries it, and the act that its cue names. */
export interface StatementDraft {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The word that carries the cue; null where there is none, as in a quotation that goes on. */
  readonly head: Node | null;
  /** The word that the source hangs on, where the tree names it. */
  readonly subject: Node | null;
  /** The word that the content hangs on. */
  readonly matter: Node | null;
  /** The addressee that the cue names: "urged the factions to", "told Drusk". */
  readonly addressee: Node | null;
  /** The act that the cue names; null where what is said decides. */
  readonly act: Act | null;
  /** What found it: the encoder's attribution head, the tree, both, or a quotation that goes on. */
  readonly by: 'encoder' | 'tree' | 'both' | 'continued';
  /** Whether the content is a clause or a quotation rather than a noun phrase. */
  readonly clausal: boolean;
}

/** Where a statement stands in the article: its cue, or what was said where it has none. */
export const anchorOf = (draft: StatementDraft): number => draft.cue[0]?.start ?? draft.content[0]?.start ?? 0;
