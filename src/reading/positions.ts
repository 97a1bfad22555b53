import type { Span } from '../document/span.js';
import type { Act } from './act.js';
import type { ActorDraft } from './actor.js';
import type { Article } from './article.js';
import type { ReadEvent } from './events.js';
import { issuesOf, ofNoun } from './issues.js';
import { stems } from './matter.js';
import type { ReadStatement } from './read-statements.js';

export type Stance = 'for' | 'against' | 'conditional' | 'open';

/** Where an actor stands on an issue. */
export interface ReadPosition {
  readonly actor: ActorDraft;
  readonly issue: string;
  readonly stance: Stance;
  /** EDTF. */
  readonly since: string | null;
  /** Statements by id, or spans. */
  readonly evidence: readonly (string | Span)[];
}

const STANCES: Partial<Readonly<Record<Act, Stance>>> = { promise: 'for', offer: 'for', demand: 'for', request: 'for', propose: 'for', accept: 'for', praise: 'for', refuse: 'against', warn: 'against', accuse: 'against', criticise: 'against' }; // prettier-ignore
const OPPOSITE: Readonly<Record<Stance, Stance>> = { for: 'against', against: 'for', conditional: 'conditional', open: 'open' };

/** Positions that the acts and deeds of an article show; one actor has one position on an issue, with all its evidence. */
export function readPositions(
  article: Article,
  statements: readonly ReadStatement[],
  events: readonly ReadEvent[],
): readonly ReadPosition[] {
  const out: ReadPosition[] = [];
  const add = (position: ReadPosition): void => {
    const at = out.findIndex((p) => p.actor === position.actor && p.stance === position.stance && alike(p.issue, position.issue));
    const before = out[at];
    if (before !== undefined) {
      out[at] = { ...before, since: before.since ?? position.since, evidence: [...before.evidence, ...position.evidence] };
      return;
    }
    // The same issue bears the same name through the article.
    out.push({ ...position, issue: out.find((p) => alike(p.issue, position.issue))?.issue ?? position.issue });
  };
  for (const statement of statements) {
    const { speaker, said, id } = statement;
    const stance = stanceOf(article, statement);
    if (stance === null || speaker === null) continue;
    // A paper that reports what somebody else says takes no stand by it.
    if (statements.some((inner) => inner.within === id && inner.draft.clausal)) continue;
    for (const { name, negated } of issuesOf(article, statement)) {
      const turned = negated && !/^(?:refuse|accuse|criticise|warn)$/u.test(statement.act);
      add({
        actor: speaker,
        issue: name,
        stance: turned ? OPPOSITE[stance] : stance,
        since: said?.value ?? null,
        evidence: [id],
      });
    }
  }
  for (const threat of statements) redLine(article, threat, add);
  for (const event of events) {
    if (event.type !== 'REJECT' || event.object === null) continue;
    // "refrained from signing the treaty": signing it.
    const { object } = event;
    const done = object.upos === 'VERB' ? article.tree.child(object, 'obj') : object;
    const name = done === undefined ? null : ofNoun(article, done);
    const issue = name === null || object.upos !== 'VERB' ? name : `${object.form.toLowerCase()} ${name}`;
    if (issue === null) continue;
    for (const actor of event.agents) add({ actor, issue, stance: 'against', since: event.when, evidence: event.evidence });
  }
  return out;
}

function stanceOf(article: Article, { act, condition, draft }: ReadStatement): Stance | null {
  const text = draft.content.map((span) => article.words(span)).join(' ');
  if (/\b(?:not|n[’']t) (?:opposed to|rule out|against|averse to|refuse)\b/iu.test(text)) return 'open';
  const stance = STANCES[act] ?? null;
  if (stance === 'for' && condition.length > 0 && (act === 'accept' || act === 'offer')) return 'conditional';
  return stance;
}

/** A threat to "any foreign troops" is a position against them. */
function redLine(
  article: Article,
  { act, speaker, said, id, draft }: ReadStatement,
  add: (position: ReadPosition) => void,
): void {
  const { tree } = article;
  if (act !== 'threaten' || speaker === null || draft.matter === null) return;
  const any = tree
    .children(draft.matter, 'obj', 'nsubj', 'nsubj:pass')
    .find((node) => tree.children(node, 'det').some((d) => /^(?:any|every)$/iu.test(d.form)));
  const issue = any === undefined ? null : ofNoun(article, any);
  if (issue !== null) add({ actor: speaker, issue, stance: 'against', since: said?.value ?? null, evidence: [id] });
}

/** Two names of an issue that share most of their content words. */
function alike(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const shared = [...x].filter((s) => y.has(s)).length;
  return shared > 0 && (2 * shared) / (x.size + y.size) >= 0.6;
}
