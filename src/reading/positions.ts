import type { Span } from '../document/span.js';
import type { Node } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { ActorDraft } from './actor.js';
import type { Article } from './article.js';
import { contiguous, isInfinitive, isPassive } from './clauses.js';
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
  readonly evidence: readonly string[];
}

const STANCES: Partial<Readonly<Record<Act, Stance>>> = {
  promise: 'for',
  offer: 'for',
  demand: 'for',
  request: 'for',
  propose: 'for',
  accept: 'for',
  praise: 'for',
  refuse: 'against',
  accuse: 'against',
  criticise: 'against',
  threaten: 'against',
};

/** Positions that the acts of an article show; one actor has one position on an issue, with all its evidence. */
export function readPositions(article: Article, statements: readonly ReadStatement[]): readonly ReadPosition[] {
  const out: ReadPosition[] = [];
  for (const statement of statements) {
    const stance = stanceOf(article, statement);
    if (stance === null || statement.speaker === null) continue;
    const issue = issueOf(article, statement);
    if (issue === null) continue;
    const actor = statement.speaker;
    const known = out.findIndex((p) => p.actor === actor && p.stance === stance && alike(p.issue, issue));
    const before = out[known];
    if (before !== undefined) {
      out[known] = {
        ...before,
        since: before.since ?? statement.said?.value ?? null,
        evidence: [...before.evidence, statement.id],
      };
      continue;
    }
    // The same issue bears the same name through the article.
    const name = out.find((p) => alike(p.issue, issue))?.issue ?? issue;
    out.push({ actor, issue: name, stance, since: statement.said?.value ?? null, evidence: [statement.id] });
  }
  return out;
}

function stanceOf(article: Article, { act, condition, draft }: ReadStatement): Stance | null {
  const text = draft.content.map((span) => article.words(span)).join(' ');
  if (/\b(?:not|n[’']t) (?:opposed to|rule out|against|averse to)\b/iu.test(text)) return 'open';
  const stance = STANCES[act] ?? null;
  if (stance === 'for' && condition.length > 0 && (act === 'accept' || act === 'offer')) return 'conditional';
  return stance;
}

/** Two names of an issue that share half of their content words. */
function alike(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const shared = [...x].filter((s) => y.has(s)).length;
  return shared > 0 && (2 * shared) / (x.size + y.size) >= 0.6;
}

const LONGEST = 9;

/** The issue of a statement as a short noun phrase in the article's own words. */
function issueOf(article: Article, { draft, act }: ReadStatement): string | null {
  const { tree } = article;
  const { matter, content } = draft;
  if (matter === null || content.length === 0) return null;
  const inside = (node: Node): boolean => content.some((span) => span.start <= node.start && node.end <= span.end);
  if (!draft.clausal || (matter.upos === 'NOUN' && tree.child(matter, 'cop', 'nsubj') === undefined))
    return phrase(article, nominal(article, matter), content);
  const verb = matter;
  const object = tree.child(verb, 'obj') ?? tree.children(verb, 'obl').find(inside);
  const subject = tree.child(verb, 'nsubj', 'nsubj:pass');
  if (act === 'accuse' || act === 'criticise') {
    const noun = [object, subject, tree.children(verb, 'obl')[0]].find((n) => n !== undefined && n.upos === 'NOUN' && inside(n));
    return noun === undefined
      ? phrase(article, nominal(article, object ?? subject ?? verb), content)
      : phrase(article, nominal(article, noun), content);
  }
  // "that the machine should not be used", "the withdrawal must begin": what is done to what.
  if (
    subject !== undefined &&
    (isPassive(tree, verb) || tree.child(verb, 'cop') !== undefined || object === undefined) &&
    subject.upos !== 'PRON'
  )
    return phrase(article, nominal(article, subject), content);
  if (
    object !== undefined &&
    (isInfinitive(tree, verb) || verb.xpos === 'VBG' || object.upos === 'NOUN' || object.upos === 'PROPN')
  ) {
    const light =
      /^(?:have|make|hold|do|give|take|get|see|want|be|go|provide|arrange|keep|seek|reach|continue|deepen|strengthen|step_up|support|accept|oppose|reject|endorse)$/u.test(
        verb.lemma,
      );
    const name = phrase(article, nominal(article, object), content);
    return name === null ? null : light || object.upos === 'PRON' ? name : `${gerund(verb)} ${name}`;
  }
  const infinitive = tree.child(verb, 'xcomp');
  if (infinitive !== undefined) {
    const inner = tree.child(infinitive, 'obj', 'obl');
    if (inner !== undefined) return phrase(article, nominal(article, inner), content);
  }
  return subject === undefined || subject.upos === 'PRON' ? null : phrase(article, nominal(article, subject), content);
}

/** A noun with what defines it, without clauses, times and what it is listed with. */
function nominal(article: Article, noun: Node): readonly Node[] {
  const { tree } = article;
  const nodes = tree.subtree(
    noun,
    (child) =>
      (child.head === noun.index &&
        /^(?:case|punct|mark|cop|nsubj|aux|advmod|parataxis|appos|conj|cc|obl|advcl|ccomp|expl)/u.test(child.deprel)) ||
      /^(?:acl:relcl|acl|advcl|parataxis)/u.test(child.deprel) ||
      article.times.some((t) => t.start <= child.start && child.end <= t.end),
  );
  return contiguous(nodes, noun);
}

function phrase(article: Article, nodes: readonly Node[], content: readonly Span[]): string | null {
  void content;
  let kept = nodes.filter((node) => !/^[“”"‘’«»]$/u.test(node.form));
  while (
    kept[0] !== undefined &&
    ((/^(?:DET|PUNCT|CCONJ|ADP)$/u.test(kept[0].upos) && !/^(?:no|any|all)$/iu.test(kept[0].form)) ||
      /^(?:the|a|an|this|that|these|those)$/iu.test(kept[0].form))
  )
    kept = kept.slice(1);
  kept = kept.slice(0, LONGEST);
  while (
    kept.at(-1) !== undefined &&
    /^(?:ADP|DET|CCONJ|PUNCT|PART)$/u.test((kept.at(-1) as Node).upos) &&
    !/^[’']s?$/u.test((kept.at(-1) as Node).form)
  )
    kept = kept.slice(0, -1);
  const first = kept[0];
  const last = kept.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    kept.every((node) => node.upos === 'PRON' || node.upos === 'VERB' || node.upos === 'AUX' || node.upos === 'ADV')
  )
    return null;
  return article.text.slice(first.start, last.end).replace(/\s+/gu, ' ').replace(/[“”"]/gu, '');
}

/** "provide" to "providing". */
function gerund(verb: Node): string {
  const base = verb.lemma.toLowerCase();
  if (/ie$/u.test(base)) return `${base.slice(0, -2)}ying`;
  if (/[^aeiou]e$/u.test(base) && base.length > 2) return `${base.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/u.test(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}
