import type { Actors } from './actors.js';
import type { Article } from './article.js';
import type { Speaker } from './speakers.js';
import type { StatementDraft } from './statement-draft.js';

const OFFICE = /^(?:president|premier|prime|minister|chancellor|king|queen|emir)$/u;

/**
 * "Karvia will shut the gates, President Orlan said", in an article that does not say president of what: who tells what a state will do,
 * in an office of a state, speaks for that state.
 */
export function tieOfficials(
  article: Article,
  actors: Actors,
  all: readonly { readonly draft: StatementDraft; readonly speaker: Speaker }[],
): void {
  const { tree } = article;
  for (const { draft, speaker } of all) {
    const { actor } = speaker;
    if (actor === null || actor.kind !== 'person' || actor.actsFor !== null || actor.country !== null) continue;
    if (![...actor.roles].some((role) => OFFICE.test(role))) continue;
    for (const node of draft.content.flatMap((span) => tree.within(span))) {
      const verb = node.deprel === 'nsubj' && node.upos === 'PROPN' ? tree.head(node) : undefined;
      if (verb === undefined || !tree.children(verb, 'aux').some((aux) => /^(?:will|would|shall|[’']ll)$/iu.test(aux.form)))
        continue;
      const state = actors.lookup(node)?.actor;
      // A place that may be the seat of this state or of another says nothing of whose it is.
      if (state?.kind !== 'state' || article.countryOf(node.form)?.role !== 'name') continue;
      actor.actsFor = state;
      actor.country = state.country;
      break;
    }
  }
}
