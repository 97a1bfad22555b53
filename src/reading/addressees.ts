import type { Node } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { caseOf, isPassive } from './clauses.js';
import type { StatementDraft } from './statement-draft.js';

/** Acts that are aimed at whoever their content is about. */
const AIMED = new Set<Act>(['accuse', 'criticise', 'praise', 'threaten', 'refuse', 'deny', 'doubt', 'warn', 'demand', 'request']);

/** To whom a statement is addressed, or at whom its act is aimed. */
export function addresseesOf(
  article: Article,
  actors: Actors,
  draft: StatementDraft,
  act: Act,
  speaker: ActorDraft | null,
): readonly ActorDraft[] {
  const found: ActorDraft[] = [];
  const add = (node: Node | null | undefined, create = true): void => {
    if (node === null || node === undefined) return;
    const actor = (create ? actors.resolve(node, null) : actors.lookup(node, null))?.actor;
    if (actor !== undefined && actor !== speaker && (create || actor !== speaker?.actsFor) && !found.includes(actor))
      found.push(actor);
  };
  const { tree } = article;
  const { head, matter } = draft;
  add(draft.addressee);
  if (head !== null) {
    for (const child of tree.children(head, 'iobj')) add(child);
    if (/^(?:tell|inform|assure|remind|notify|ask|promise|warn)$/u.test(head.lemma)) add(tree.child(head, 'obj'));
    if (isPassive(tree, head) && act !== 'assert' && act !== 'announce' && act !== 'predict' && draft.addressee === null)
      add(tree.child(head, 'nsubj:pass'));
    for (const child of tree.children(head, 'obl'))
      if (/^(?:to|against|on|with|at)$/u.test(caseOf(tree, child))) add(child, false);
  }
  if (found.length > 0 || !AIMED.has(act) || matter === null) return found;
  // "The regime must go", "Russia is doing everything to delay": whoever the clause is about, then whose thing it is about.
  const subject = tree.child(matter, 'nsubj', 'nsubj:pass');
  if (subject !== undefined) add(subject, false);
  for (const node of [matter, ...tree.subtree(matter)]) {
    if (found.length > 0) break;
    if (node.upos === 'PROPN' || node.deprel === 'nmod:poss') add(node, false);
  }
  return found.slice(0, 2);
}
