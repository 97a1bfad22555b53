import type { Node } from '../language/tree-view.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { isListed } from './countries.js';
import { fold } from './name-forms.js';
import type { ReadStatement } from './read-statements.js';
import { contains } from './spans.js';

/** Why a place may be the seat of a state, as one article shows it. */
export interface SeatHint {
  readonly state: ActorDraft;
  readonly weight: number;
}

/** How much each sign says. Alone none of them is enough to put two names together; the ledger adds them up over articles. */
const WEIGHTS = { ownSide: 1.5, sameThing: 1.5, answered: 2, replied: 1, saidThere: 0.5, dateline: 1 };

/**
 * Signs that a place no list has stands for a state ("Halvik had not answered"): an official says what it would do, its ships are the
 * state's ships, an official answers for it or speaks there, or the news from there begins with an official.
 */
export function seatHints(
  article: Article,
  actors: Actors,
  statements: readonly ReadStatement[],
): ReadonlyMap<ActorDraft, readonly SeatHint[]> {
  const { tree } = article;
  const out = new Map<ActorDraft, SeatHint[]>();
  const seats = actors.all.filter(
    (a) =>
      /^\p{Lu}\p{L}+$/u.test(a.name) && a.actsFor === null && (a.kind === 'state' ? isSeat(article, a) : a.kind === 'person'),
  );
  const add = (seat: ActorDraft, state: ActorDraft | null, weight: number): void => {
    if (state === null || state === seat || !isStateLike(state) || isSeat(article, state)) return;
    out.set(seat, [...(out.get(seat) ?? []), { state, weight }]);
  };
  const sideOf = (actor: ActorDraft | null): ActorDraft | null =>
    actor === null ? null : actor.kind === 'state' ? actor : (actor.actsFor ?? (isStateLike(actor) ? actor : null));
  const things = ownedBy(article, actors);
  for (const seat of seats) {
    const isIt = (node: Node): boolean => fold(node.form) === fold(seat.name);
    for (const { speaker, draft } of statements) {
      const side = sideOf(speaker);
      for (const node of draft.content.flatMap((span) => tree.within(span))) {
        if (!isIt(node) || node.deprel !== 'nsubj') continue;
        const verb = tree.head(node);
        if (verb !== undefined && tree.children(verb, 'aux').some((a) => /^(?:would|will|could|shall|[’']ll)$/iu.test(a.form)))
          add(seat, side, WEIGHTS.ownSide);
      }
      // "the admiral said in Halvík"
      if (draft.head !== null) {
        const { firstWord, endWord } = tree.sentenceOf(draft.head);
        for (const place of tree.nodes.slice(firstWord, endWord))
          if (
            isIt(place) &&
            /^(?:obl|nmod)/u.test(place.deprel) &&
            !draft.content.some((span) => contains(span, place)) &&
            tree.children(place, 'case').some((c) => /^in$/iu.test(c.form))
          )
            add(seat, side, WEIGHTS.saidThere);
      }
    }
    // "Holm denied it", after Telland was accused.
    statements.forEach(({ draft, act }, i) => {
      const before = statements[i - 1];
      if (before === undefined || draft.subject === null || !isIt(draft.subject) || !/^(?:deny|refuse|accept)$/u.test(act))
        return;
      if (/^(?:accuse|demand|offer|request)$/u.test(before.act))
        for (const to of before.to) add(seat, sideOf(to), WEIGHTS.replied);
    });
    for (const node of tree.nodes) {
      if (!isIt(node) || node.deprel !== 'nmod:poss') continue;
      const thing = tree.head(node);
      const owners = thing === undefined ? undefined : things.get(thing.lemma.toLowerCase());
      if (owners?.size === 1) add(seat, [...owners][0] as ActorDraft, WEIGHTS.sameThing);
    }
    const answer = new RegExp(`\\b${seat.name} (?:had|has|did|was)\\s*[:—–-]\\s*(?:the |its )?`, 'u').exec(article.text);
    if (answer !== null) {
      const first = tree.within({ start: answer.index + answer[0].length, end: answer.index + answer[0].length + 60 })[0];
      const country = first === undefined ? null : article.countryOf(first.form);
      if (country !== null && country.role !== 'capital') add(seat, actors.state(country.code), WEIGHTS.answered);
    }
    if (new RegExp(`^${seat.name.toUpperCase()}\\b`, 'u').test(article.text)) {
      const lead = tree.sentences[0];
      const first = lead === undefined ? undefined : actors.firstIn(lead);
      add(seat, sideOf(first ?? null), WEIGHTS.dateline);
    }
  }
  return out;
}

/** A state, or a single word that this article took for a person's name and another one may know for a state's. */
const isStateLike = (actor: ActorDraft): boolean => actor.kind === 'state' || (actor.kind !== 'group' && /^\p{Lu}\p{L}+$/u.test(actor.name) && actor.actsFor === null); // prettier-ignore

/** Whether an unlisted state goes by the name of a place only. */
const isSeat = (article: Article, actor: ActorDraft): boolean =>
  actor.country !== null && !isListed(actor.country) && article.countryOf(actor.name)?.role === 'capital';

/** What the article says is a state's by an adjective: "Druskan warships" gives warship, Drusk. */
function ownedBy(article: Article, actors: Actors): ReadonlyMap<string, ReadonlySet<ActorDraft>> {
  const out = new Map<string, Set<ActorDraft>>();
  for (const node of article.tree.nodes) {
    if (!/^(?:amod|compound)$/u.test(node.deprel)) continue;
    const country = article.countryOf(node.form);
    const thing = article.tree.head(node);
    if (country === null || country.role !== 'demonym' || thing === undefined || thing.upos !== 'NOUN') continue;
    const key = thing.lemma.toLowerCase();
    out.set(key, (out.get(key) ?? new Set()).add(actors.state(country.code)));
  }
  return out;
}
