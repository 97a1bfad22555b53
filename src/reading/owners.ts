import type { Node } from '../language/tree-view.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';

/** "Druskan warships", "its navy", "Drusk's tugs": whose they are. */
export function ownerOf(article: Article, actors: Actors, node: Node): ActorDraft | null {
  const { tree } = article;
  for (const child of tree.children(node, 'amod', 'compound')) {
    const country = article.countryOf(child.form);
    if (country !== null && country.role === 'demonym') return actors.state(country.code);
  }
  const owner = tree.child(node, 'nmod:poss');
  return owner === undefined ? null : (actors.lookup(owner)?.actor ?? null);
}
