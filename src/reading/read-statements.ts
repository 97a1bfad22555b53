import type { Span } from '../document/span.js';
import { quotationMode, type Mode } from '../language/quotations.js';
import type { Node } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import { actOf } from './acts.js';
import { addresseesOf } from './addressees.js';
import type { Article } from './article.js';
import { conditionOf } from './conditions.js';
import { findStatements } from './find-statements.js';
import { tieOfficials } from './own-states.js';
import { saidDays, type Said } from './said.js';
import { contains, lengthOf } from './spans.js';
import { speakersOf, type Speaker } from './speakers.js';
import type { StatementDraft } from './statement-draft.js';

/** A statement with everything that is known of it, before it is written out. */
export interface ReadStatement {
  readonly id: string;
  readonly draft: StatementDraft;
  readonly speaker: ActorDraft | null;
  /** What the speaker was inferred from, where the text does not name it. */
  readonly speakerFrom: string | null;
  readonly act: Act;
  readonly mode: Mode;
  readonly said: Said | null;
  readonly to: readonly ActorDraft[];
  /** Id of the statement that reports this one. */
  readonly within: string | null;
  readonly condition: readonly Span[];
}

/** The statements of an article in order, each with speaker, act, day, addressees, condition and the statement that reports it. */
export function readStatements(article: Article, actors: Actors): readonly ReadStatement[] {
  const all = findStatements(article);
  const speakersOfAll = speakersOf(article, actors, all);
  const kept = all
    .map((draft, i) => ({ draft, speaker: speakersOfAll[i] as Speaker }))
    .filter(({ draft, speaker }, i) => !isOwnWord(draft, speaker, all, speakersOfAll, i));
  tieOfficials(article, actors, kept);
  const drafts = kept.map(({ draft }) => draft);
  const days = saidDays(
    article,
    drafts,
    kept.map(({ speaker }) => speaker.actor),
  );
  const id = (i: number): string => `s${i + 1}`;
  return kept.map(({ draft, speaker }, i): ReadStatement => {
    const outer = outerOf(draft, drafts);
    const isOwnSide = (node: Node): boolean => isSide(node, speaker.actor, actors, article);
    const act = actOf(draft, { article, isOwnSide });
    return {
      id: id(i),
      draft,
      speaker: speaker.actor,
      speakerFrom: speaker.inferredFrom,
      act,
      mode: modeOf(article, draft),
      said: days[i] ?? (outer === null ? null : null),
      to: addresseesOf(article, actors, draft, act, speaker.actor),
      within: outer === null ? null : id(drafts.indexOf(outer)),
      condition: conditionOf(article, draft),
    };
  });
}

/** The mode of a statement; one inside another's quotation marks is direct only where it has marks of its own. */
function modeOf(article: Article, draft: StatementDraft): Mode {
  const mode = quotationMode(article.text, draft.content, article.quotedMask);
  const cue = draft.cue[0];
  if (cue === undefined || !article.isQuoted(cue.start)) return mode;
  const own = article.annotation.quotations.filter(
    (q) => q.depth > 0 && draft.content.some((span) => span.start < q.end && q.start < span.end),
  );
  return own.length > 0 ? mode : 'indirect';
}

/** The statement that reports another: the shortest one whose content holds the other's cue. */
function outerOf(draft: StatementDraft, all: readonly StatementDraft[]): StatementDraft | null {
  const cue = draft.cue[0];
  if (cue === undefined) return null;
  const outers = all.filter((other) => other !== draft && other.content.some((span) => contains(span, cue)));
  return outers.sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0] ?? null;
}

/** What speakers report of themselves ("he said he supported the plan") is one statement, not two. */
function isOwnWord(
  draft: StatementDraft,
  speaker: Speaker,
  all: readonly StatementDraft[],
  speakers: readonly Speaker[],
  at: number,
): boolean {
  const outer = outerOf(draft, all);
  if (outer === null || all[at] === outer) return false;
  const other = speakers[all.indexOf(outer)]?.actor ?? null;
  if (draft.source.length === 0 && speaker.actor === null) return false;
  return (
    speaker.actor !== null &&
    other !== null &&
    (speaker.actor === other || speaker.actor === other.actsFor || speaker.actor.actsFor === other)
  );
}

const OWN_BODIES =
  /^(?:administration|army|association|cabinet|coalition|company|council|country|department|forces?|government|group|ministry|movement|nation|navy|office|organi[sz]ation|parliament|party|people|side|soldiers?|state|team|troops?|union)$/iu;

function isSide(node: Node, speaker: ActorDraft | null, actors: Actors, article: Article): boolean {
  if (/^(?:i|we|us|our|my|me)$/iu.test(node.form)) return true;
  if (speaker === null) return false;
  // "his cabinet", "its navy": a body of the speaker's own.
  const owner = article.tree.child(node, 'nmod:poss');
  if (owner !== undefined && /^(?:his|her|its|their|my|our)$/iu.test(owner.form) && OWN_BODIES.test(node.lemma)) {
    const whose = /^(?:my|our)$/iu.test(owner.form) ? speaker : (actors.lookup(owner, speaker)?.actor ?? null);
    return whose === speaker;
  }
  const alone = article.tree.child(node, 'conj') === undefined ? null : actors.named(node);
  const actor = alone ?? actors.lookup(node, speaker)?.actor ?? null;
  return (
    actor !== null &&
    (actor === speaker ||
      actor === speaker.actsFor ||
      (actor.actsFor !== null && (actor.actsFor === speaker || actor.actsFor === speaker.actsFor)))
  );
}
