import type { Span } from '../document/span.js';
import type { TreeView, Node } from '../language/tree-view.js';
import type { Act } from './act.js';
import type { ActorDraft } from './actor.js';
import type { Actors } from './actors.js';
import type { Article } from './article.js';
import { contiguous, spanOf } from './clauses.js';
import { withStates } from './commitment-states.js';
import { deadlineObligations } from './deadlines.js';
import type { CommitmentKind, CommitmentState, Obligation } from './obligation.js';
import type { ReadStatement } from './read-statements.js';
import { lengthOf, overlaps, shared } from './spans.js';

/** What an act leaves owed, in the terms of commitment protocols (Singh 1999): who owes whom what, once what holds. */
export interface ReadCommitment {
  readonly kind: CommitmentKind;
  readonly debtor: ActorDraft | null;
  readonly creditor: ActorDraft | null;
  readonly antecedent: readonly Span[];
  readonly consequent: readonly Span[];
  /** EDTF. */
  readonly made: string | null;
  readonly due: string | null;
  readonly state: CommitmentState;
  /** Statements by id, or spans. */
  readonly evidence: readonly (string | Span)[];
  /** What was worked out rather than read, and from what. */
  readonly inferred: Readonly<Record<string, string>>;
}

const KINDS: Partial<Readonly<Record<Act, CommitmentKind>>> = {
  promise: 'promise',
  offer: 'offer',
  threaten: 'threat',
  demand: 'demand',
  accept: 'agreement',
};

/** The commitments of an article: what its statements leave owed, and what has a day by which somebody must act. */
export function readCommitments(
  article: Article,
  actors: Actors,
  statements: readonly ReadStatement[],
): readonly ReadCommitment[] {
  const deadlines = [...deadlineObligations(article, actors, statements)];
  const out: ReadCommitment[] = [];
  for (const statement of statements) {
    const commitment = fromStatement(article, actors, statement);
    if (commitment === null) continue;
    // The deadline inside a statement is the statement's own.
    const place = deadlines.findIndex(
      (d) =>
        d.node !== null &&
        statement.draft.content.some((span) => overlaps(span, d.node as Node)) &&
        fits(commitment.kind, d.kind),
    );
    const deadline = place < 0 ? null : (deadlines.splice(place, 1)[0] as Obligation);
    out.push(deadline === null ? commitment : withDeadline(commitment, deadline));
  }
  for (const deadline of deadlines) out.push(fromDeadline(deadline, statements));
  return withStates(article, joined(out), statements);
}

/** A demand's day belongs to a demand, a promise's to a promise; a threat's condition is a demand of its own. */
const fits = (kind: CommitmentKind, deadline: CommitmentKind): boolean =>
  kind === deadline || (kind === 'agreement' && deadline === 'promise');

function withDeadline(commitment: ReadCommitment, deadline: Obligation): ReadCommitment {
  return {
    ...commitment,
    debtor: commitment.kind === 'demand' ? (deadline.debtor ?? commitment.debtor) : (commitment.debtor ?? deadline.debtor),
    creditor: deadline.creditor ?? commitment.creditor,
    made: commitment.made ?? deadline.made,
    consequent:
      commitment.kind === 'demand' && shared(deadline.consequent, commitment.consequent) >= lengthOf(deadline.consequent)
        ? deadline.consequent
        : commitment.consequent,
    due: deadline.due,
    evidence: [...commitment.evidence, ...deadline.evidence],
    inferred: { ...commitment.inferred, due: dueReason(deadline) },
  };
}

const dueReason = (deadline: Obligation): string => `the day it was set, ${deadline.made ?? 'as the text gives it'}`;

function fromDeadline(deadline: Obligation, statements: readonly ReadStatement[]): ReadCommitment {
  const { kind, debtor, creditor, consequent, due, made, evidence } = deadline;
  const ids = statements
    .filter(
      ({ draft, act }) =>
        (act === 'demand' || act === 'request' || act === 'announce' || act === 'promise') &&
        draft.content.some((span) => consequent.some((c) => overlaps(c, span))),
    )
    .map(({ id }) => id);
  return {
    kind,
    debtor,
    creditor,
    antecedent: [],
    consequent,
    made,
    due,
    state: 'active',
    evidence: [...ids.slice(0, 1), ...evidence],
    inferred: { due: dueReason(deadline) },
  };
}

function fromStatement(article: Article, actors: Actors, statement: ReadStatement): ReadCommitment | null {
  const { act, draft, speaker, to, condition, said, id } = statement;
  const kind = KINDS[act];
  if (kind === undefined || draft.content.length === 0) return null;
  if (kind === 'agreement' && !isAgreement(article, statement)) return null;
  const consequent = consequentOf(article, statement);
  if (consequent.length === 0) return null;
  const demanded = kind === 'demand' ? debtorOfDemand(article, actors, statement) : null;
  const debtor = kind === 'demand' ? demanded : speaker;
  const creditor = kind === 'demand' ? speaker : kind === 'agreement' ? null : (to[0] ?? null);
  const threatened = kind === 'threat' && condition.length === 0 ? redLine(article, statement) : [];
  return {
    kind,
    debtor,
    creditor: creditor === debtor ? null : creditor,
    antecedent: condition.length > 0 ? condition : threatened,
    consequent,
    made: said?.value ?? null,
    due: dueIn(article, statement),
    state: condition.length > 0 || kind === 'offer' || threatened.length > 0 ? 'conditional' : 'active',
    evidence: [id],
    inferred: {},
  };
}

/** "that the company reply by Friday": the day of a clause that the parser has lost, where it names one day alone. */
function dueIn(article: Article, { draft, condition }: ReadStatement): string | null {
  if (!draft.clausal || article.published === null) return null;
  const published = article.published.toString();
  const days = draft.content
    .flatMap((span) => article.timesIn(span))
    .filter(
      (time) =>
        !condition.some((part) => overlaps(part, time)) &&
        /\b(?:by|no later than|not later than) (?:the )?$/iu.test(article.text.slice(Math.max(0, time.start - 20), time.start)),
    ) // prettier-ignore
    .map((time) => time.latest);
  const [day] = days;
  return days.length === 1 && day !== undefined && day !== null && day >= published ? day : null;
}

/** Saying yes to somebody's plan or deal leaves something owed; liking an idea does not. */
function isAgreement(article: Article, { draft, within }: ReadStatement): boolean {
  const lemma = draft.head?.lemma.toLowerCase() ?? '';
  if (/^(?:agree|agreement|accept|consent|ratify|endorse|sign|approve)$/u.test(lemma)) return true;
  const text = draft.content.map((span) => article.words(span)).join(' ');
  return (
    within === null &&
    draft.clausal &&
    /\b(?:truce|cease-?fire|peace deal|pause|agreement|treaty|accord)\b/iu.test(text) &&
    /\b(?:endorse|accept|agree|support)/iu.test(text)
  );
}

/** The clause that says what is owed: without the words that introduce it and without its condition. */
function consequentOf(article: Article, { draft, condition, act }: ReadStatement): readonly Span[] {
  const { tree } = article;
  const first = draft.content[0] as Span;
  const main = mainOwed(tree, draft, act);
  const holds = (node: Node | null): Span | undefined =>
    node === null ? undefined : draft.content.find((span) => tree.within(span).includes(node));
  const whole = draft.content.length === 1 ? first : (holds(main) ?? holds(draft.matter) ?? first);
  const seen = act === 'threaten' ? seenAs(tree, draft.matter) : null;
  if (seen !== null)
    return [
      spanOf(
        contiguous(
          tree.subtree(seen, (child) => child.head === seen.index && /^(?:case|advcl|punct|parataxis)/u.test(child.deprel)),
          seen,
        ),
      ),
    ];
  let span =
    main === null
      ? whole
      : intersect(
          spanOf(
            contiguous(
              tree.subtree(
                main,
                (child) =>
                  child.head === main.index &&
                  /^(?:conj|parataxis|mark|cc)$/u.test(child.deprel) &&
                  child.index > main.index + 25,
              ),
              main,
            ),
          ),
          whole,
        );
  span = span.end - span.start < 8 ? whole : span;
  const lead = /^(?:[“"‘']|that |to |how |of )+/iu.exec(article.words(span))?.[0].length ?? 0;
  span = { start: span.start + lead, end: span.end };
  const stop = main === null ? -1 : article.words(span).search(/[.!?][”"’]?\s+[“"‘]?\p{Lu}/u);
  if (stop > 8) span = { start: span.start, end: span.start + stop };
  for (const part of condition) {
    if (part.start <= span.start + 2 && part.end < span.end) span = { start: skipMarks(article.text, part.end), end: span.end };
    else if (part.start > span.start && part.end >= span.end - 2)
      span = { start: span.start, end: trimmed(article.text, span.start, part.start) };
  }
  return span.end - span.start > 2 ? [span] : [];
}

/** "would see them as targets": what they would be. */
function seenAs(tree: TreeView, verb: Node | null): Node | null {
  if (verb === null || !/^(?:see|consider|treat|regard|view)$/u.test(verb.lemma)) return null;
  const nodes = [
    ...tree.children(verb, 'obl', 'xcomp', 'nmod'),
    ...tree.children(verb, 'obj').flatMap((o) => tree.children(o, 'nmod')),
  ];
  return nodes.find((n) => tree.children(n, 'case', 'mark').some((c) => /^as$/iu.test(c.form))) ?? null;
}

/** Of several sentences in one quotation, the one that carries the act. */
function mainOwed(tree: TreeView, draft: ReadStatement['draft'], act: Act): Node | null {
  const nodes = draft.content.flatMap((span) => tree.within(span));
  const several = draft.content.some((span) => /[.!?][”"’]?\s+[“"‘]?\p{Lu}/u.test(tree.text.slice(span.start, span.end)));
  if (nodes.length < 30 && draft.content.length === 1 && !several) return null;
  const wanted =
    act === 'demand' ? /^(?:must|should|has|have|need)$/iu : /^(?:will|would|shall|[’']ll|ready|willing|invite|going)$/iu;
  // "We have asked" is no duty.
  const marker = nodes.find(
    (node) => wanted.test(node.form) && !(node.deprel.startsWith('aux') && tree.head(node)?.xpos === 'VBN'),
  );
  if (marker === undefined) return null;
  return marker.deprel.startsWith('aux') ? (tree.head(marker) ?? null) : marker;
}

const intersect = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });
const skipMarks = (text: string, at: number): number => at + (/^[\s,;:—–-]*/u.exec(text.slice(at))?.[0].length ?? 0);
function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s,;:—–-]/u.test(text[at - 1] as string)) at--;
  return at;
}

/** Who is told to act: the addressee, or the subject of what is demanded. */
function debtorOfDemand(article: Article, actors: Actors, { draft, to, speaker }: ReadStatement): ActorDraft | null {
  const { tree } = article;
  const { matter } = draft;
  const main = mainOwed(tree, draft, 'demand') ?? matter;
  const subject = main === null ? undefined : tree.child(main, 'nsubj');
  const named = subject !== undefined && subject.upos !== 'PRON' && !/^[“"]?(?:i|we|you)$/iu.test(subject.form);
  const bySubject = named ? (actors.resolve(subject, null)?.actor ?? null) : null;
  if (bySubject !== null && bySubject !== speaker) return bySubject;
  if (draft.addressee !== null && to[0] !== undefined) return to[0];
  if (bySubject !== null && bySubject !== speaker) return bySubject;
  if (to[0] !== undefined) return to[0];
  // "the withdrawal of Drusk's troops": whose doing it is.
  const owner =
    matter === null
      ? undefined
      : tree
          .subtree(matter)
          .find((n) => n !== matter && (n.upos === 'PROPN' || n.upos === 'ADJ') && whose(article, actors, n) !== null);
  const actor = owner === undefined ? null : whose(article, actors, owner);
  return actor === speaker ? null : actor;
}

/** The actor of a name, or the state of a people's name: "Turkish troops". */
function whose(article: Article, actors: Actors, node: Node): ActorDraft | null {
  const country = article.countryOf(node.form);
  return country !== null && country.role === 'demonym' ? actors.state(country.code) : (actors.lookup(node)?.actor ?? null);
}

/** What a red line is about: "any foreign troops would be targets" threatens whoever they are. */
function redLine(article: Article, { draft }: ReadStatement): readonly Span[] {
  const { tree } = article;
  const { matter } = draft;
  if (matter === null) return [];
  const any = tree
    .children(matter, 'obj', 'nsubj', 'nsubj:pass')
    .find((node) => tree.children(node, 'det').some((d) => /^(?:any|every)$/iu.test(d.form)));
  if (any !== undefined) return [spanOf(contiguous(tree.subtree(any), any))];
  for (const span of draft.content) {
    const found = /\bany\s[^,.;:”"]+?(?=\s(?:as|would|will|that)\b)/iu.exec(article.words(span));
    if (found !== null) return [{ start: span.start + found.index, end: span.start + found.index + found[0].length }];
  }
  return [];
}

/** Commitments of one kind and debtor about the same words are one, with all their evidence. */
function joined(commitments: readonly ReadCommitment[]): readonly ReadCommitment[] {
  const out: ReadCommitment[] = [];
  for (const commitment of commitments) {
    const at = out.findIndex(
      (other) =>
        other.kind === commitment.kind &&
        (other.debtor === commitment.debtor || other.debtor === null || commitment.debtor === null) &&
        (other.due === null || commitment.due === null || other.due === commitment.due) &&
        shared(other.consequent, commitment.consequent) >
          0.5 * Math.min(lengthOf(other.consequent), lengthOf(commitment.consequent)),
    );
    const known = out[at];
    if (known === undefined) {
      out.push(commitment);
      continue;
    }
    out[at] = {
      ...known,
      debtor: known.debtor ?? commitment.debtor,
      creditor: known.creditor ?? commitment.creditor,
      due: known.due ?? commitment.due,
      made: known.made ?? commitment.made,
      evidence: [...known.evidence, ...commitment.evidence.filter((e) => !known.evidence.includes(e))],
      inferred: { ...commitment.inferred, ...known.inferred },
    };
  }
  return out;
}
