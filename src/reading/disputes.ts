import type { ActorDraft } from './actor.js';
import type { Article } from './article.js';
import type { ReadCommitment } from './commitments.js';
import { stems } from './matter.js';
import type { ReadPosition } from './positions.js';
import type { ReadStatement } from './read-statements.js';
import { anchorOf } from './statement-draft.js';

export type DisputeKind = 'conflicting-accounts' | 'reversal' | 'word-vs-deed';

/** Statements that do not fit together; a suggestion with its reason. */
export interface ReadDispute {
  readonly kind: DisputeKind;
  readonly between: readonly string[];
  readonly about: string;
  readonly reason: string;
}

const side = (actor: ActorDraft | null): readonly ActorDraft[] =>
  actor === null ? [] : [actor, ...(actor.actsFor === null ? [] : [actor.actsFor])];
const sameSide = (a: ActorDraft | null, b: ActorDraft | null): boolean => side(a).some((x) => side(b).includes(x));

/** Accounts in one article that contradict each other: a claim and its denial, a yes and a no of one side, a word and a deed against it. */
export function readDisputes(
  article: Article,
  statements: readonly ReadStatement[],
  commitments: readonly ReadCommitment[],
  positions: readonly ReadPosition[],
): readonly ReadDispute[] {
  const out: ReadDispute[] = [];
  const text = (s: ReadStatement): string =>
    s.draft.content
      .map((span) => article.words(span))
      .join(' ')
      .replace(/\s+/gu, ' ');
  const add = (dispute: ReadDispute): void => {
    if (!out.some((other) => other.between.some((id) => dispute.between.includes(id)) && other.kind === dispute.kind))
      out.push(dispute);
  };
  const matters = statements.map((s) => stems(text(s)));
  statements.forEach((denial, i) => {
    if (denial.act !== 'deny') return;
    const claim = claimAgainst(article, denial, i, statements, matters);
    if (claim !== null)
      add({
        kind: 'conflicting-accounts',
        between: [claim.id, denial.id].sort(byNumber),
        about: short(text(claim)),
        reason: `one says it, the other denies it: “${short(text(denial))}”`,
      });
  });
  statements.forEach((yes, i) => {
    if (yes.act !== 'accept' && yes.act !== 'promise') return;
    statements.forEach((no, k) => {
      if (k === i || no.speaker === null || !sameSide(yes.speaker, no.speaker)) return;
      const near = Math.abs(k - i) === 1 && article.paragraphAt(anchorOf(yes.draft)) === article.paragraphAt(anchorOf(no.draft));
      const inPractice =
        /\bin practice\b|\bin deed\b/iu.test(text(no)) ||
        /\bin principle\b/iu.test(article.text.slice(anchorOf(yes.draft) - 5, anchorOf(yes.draft) + 40));
      if (no.act === 'refuse' && near && inPractice)
        add({
          kind: 'word-vs-deed',
          between: [yes.id, no.id].sort(byNumber),
          about: short(text(yes)),
          reason: 'agreed to in words and refused in practice',
        });
    });
  });
  for (const commitment of commitments) {
    if (commitment.state !== 'violated' || commitment.kind !== 'promise') continue;
    const ids = commitment.evidence.filter((e): e is string => typeof e === 'string');
    if (ids.length >= 2)
      add({
        kind: 'word-vs-deed',
        between: ids.slice(0, 2),
        about: short(commitment.consequent.map((s) => article.words(s)).join(' ')),
        reason: 'promised, and said not to have been done',
      });
  }
  for (const position of positions) {
    if (position.stance !== 'for') continue;
    const against = positions.filter(
      (p) => p.stance === 'against' && p.issue === position.issue && sameSide(p.actor, position.actor),
    );
    const found = turn(statements, position, against);
    if (found !== null) add({ kind: 'reversal', about: position.issue, ...found });
  }
  return out;
}

/** The first two statements of one side, on two known days, of which one is for an issue and the other against it. */
function turn(
  statements: readonly ReadStatement[],
  position: ReadPosition,
  against: readonly ReadPosition[],
): Pick<ReadDispute, 'between' | 'reason'> | null {
  const dated = (p: ReadPosition): readonly ReadStatement[] =>
    p.evidence.flatMap((e) => statements.find((s) => s.id === e && DAY.test(s.said?.value ?? '')) ?? []);
  for (const yes of dated(position)) {
    for (const no of against.flatMap(dated)) {
      const [a, b] = [yes.said?.value ?? '', no.said?.value ?? ''];
      if (a !== b)
        return { between: [yes.id, no.id].sort(byNumber), reason: a < b ? `for it on ${a}, against it on ${b}` : `against it on ${b}, for it on ${a}` }; // prettier-ignore
    }
  }
  return null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 88).replace(/\s+\S*$/u, '')}…` : text);

/** The claim that a denial goes against: what another side says of the same matter, or an accusation just before. */
function claimAgainst(
  article: Article,
  denial: ReadStatement,
  at: number,
  statements: readonly ReadStatement[],
  matters: readonly ReadonlySet<string>[],
): ReadStatement | null {
  const words = matters[at] as ReadonlySet<string>;
  let best: ReadStatement | null = null;
  let score = 0;
  statements.forEach((other, k) => {
    if (other === denial || other.within === denial.id || denial.within === other.id || sameSide(other.speaker, denial.speaker))
      return;
    if (!/^(?:assert|accuse|accept|announce|criticise|warn|predict)$/u.test(other.act)) return;
    const shared = [...(matters[k] as ReadonlySet<string>)].filter((s) => words.has(s)).length;
    const aimed = other.act === 'accuse' && other.to.some((actor) => sameSide(actor, denial.speaker));
    const near = at - k === 1 && article.paragraphAt(anchorOf(other.draft)) === article.paragraphAt(anchorOf(denial.draft));
    const value = shared + (aimed ? 1.5 : 0) + (near ? 0.5 : 0);
    const enough = (shared >= 2 && words.size >= 2) || (shared >= 1 && aimed) || (aimed && near && words.size === 0);
    if (enough && value > score) [best, score] = [other, value];
  });
  return best;
}
