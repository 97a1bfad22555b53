import type { Commitment, Dispute, Position, Reading, ReadingEvent, SpanPair, Statement } from '../reading/reading.js';
import { hang, harmless, type Palette } from './terminal.js';

const NUMBER = 5;
const INDENT = 8;

/** Acts as news would put them: "Lindqvist proposes". */
const VERBS: Readonly<Record<Statement['act'], string>> = { promise: 'promises', offer: 'offers', threaten: 'threatens', demand: 'demands', request: 'requests', propose: 'proposes', accept: 'accepts', refuse: 'refuses', announce: 'announces', retract: 'retracts', deny: 'denies', accuse: 'accuses', criticise: 'criticises', praise: 'praises', doubt: 'doubts', warn: 'warns', predict: 'predicts', assert: 'asserts' }; // prettier-ignore

/**
 * What an article puts on the record, for people: statements, commitments, positions, disputes and events, each with the words that it
 * rests on. A `*` marks what was worked out rather than read; the line below says from what.
 */
export function recordView(reading: Reading, palette: Palette, width: number): string {
  const view = new View(reading, palette, width);
  return [
    view.list('Statements', reading.statements, (s) => view.statement(s)),
    view.list('Commitments', reading.commitments, (c) => view.commitment(c)),
    view.list('Positions', reading.positions, (p) => view.position(p)),
    view.list('Disputes', reading.disputes, (d) => view.dispute(d)),
    view.list('Events', reading.events, (e) => view.event(e)),
  ].join('');
}

class View {
  readonly #reading: Reading;
  readonly #palette: Palette;
  readonly #width: number;
  readonly #names: ReadonlyMap<string, string>;

  constructor(reading: Reading, palette: Palette, width: number) {
    this.#reading = reading;
    this.#palette = palette;
    this.#width = width;
    this.#names = new Map(reading.actors.map(({ id, name }) => [id, harmless(name)]));
  }

  list<T>(title: string, items: readonly T[], lines: (item: T) => readonly string[]): string {
    if (items.length === 0) return '';
    const blocks = items.map((item, i) => {
      const [head, ...rest] = lines(item);
      return [this.#line(head as string, String(i + 1).padStart(NUMBER - 2)), ...rest.map((line) => this.#line(line, ''))].join(
        '\n',
      );
    });
    return `${hang(this.#palette.bold(title), '', 0, this.#width)}\n${blocks.join('\n')}\n\n`;
  }

  statement(s: Statement): string[] {
    const to = s.to.length > 0 ? ` → ${s.to.map((id) => this.#name(id)).join(', ')}` : '';
    const inside = s.within === null ? '' : `, as ${s.within.slice(1)} reports`;
    const speaker = `${this.#palette.bold(this.#name(s.speaker))}${star(s.inferred['speaker'])}`;
    const said = s.said === null ? 'no day given' : `${s.said}${star(s.inferred['said'])}`;
    const reasons = [reason('speaker', s.inferred['speaker']), reason('day', s.inferred['said'])].filter((line) => line !== null);
    return [
      `${speaker} ${VERBS[s.act]}${to} · ${said}${inside}`,
      this.#words(s.content),
      ...(s.condition.length > 0 ? [`if: ${this.#words(s.condition)}`] : []),
      ...(reasons.length > 0 ? [this.#palette.dim(`* ${reasons.join('; ')}`)] : []),
    ];
  }

  commitment(c: Commitment): string[] {
    const due = c.due === null ? 'no day' : `due ${c.due}${star(c.inferred['due'])}`;
    const creditor = c.creditor === null ? '' : ` → ${this.#name(c.creditor)}`;
    const reasons = [reason('due day', c.inferred['due']), reason('state', c.inferred['state'])].filter((line) => line !== null);
    return [
      `${c.kind}: ${this.#palette.bold(this.#name(c.debtor))}${creditor} · ${c.state}${star(c.inferred['state'])} · ${due}`,
      this.#words(c.consequent),
      ...(c.antecedent.length > 0 ? [`if: ${this.#words(c.antecedent)}`] : []),
      ...(c.evidence.length > 0 ? [`from: ${c.evidence.map((e) => this.#evidence(e)).join(', ')}`] : []),
      ...(reasons.length > 0 ? [this.#palette.dim(`* ${reasons.join('; ')}`)] : []),
    ];
  }

  position(p: Position): string[] {
    const since = p.since === null ? '' : ` · since ${p.since}`;
    const stance =
      p.stance === 'for' || p.stance === 'against' ? p.stance : p.stance === 'open' ? 'open to' : 'for, on a condition,';
    return [
      `${this.#palette.bold(this.#name(p.actor))} is ${stance} “${harmless(p.issue)}”${since}`,
      `from: ${p.evidence.map((e) => this.#evidence(e)).join(', ')}`,
    ];
  }

  dispute(d: Dispute): string[] {
    return [
      `${d.kind}: ${d.between.map((id) => this.#evidence(id)).join(' against ')}`,
      harmless(d.about),
      this.#palette.dim(`* ${harmless(d.reason)}`),
    ];
  }

  event(e: ReadingEvent): string[] {
    const sides = [e.agents, e.patients].map((ids) => ids.map((id) => this.#name(id)).join(', '));
    const place = e.where === null ? '' : `, ${harmless(e.where)}`;
    return [
      `${e.type}: ${sides.filter((side) => side !== '').join(' → ') || 'nobody named'}${e.when === null ? '' : ` · ${e.when}`}${place}`,
      this.#words(e.evidence),
    ];
  }

  #line(text: string, number: string): string {
    return hang(text, number, INDENT, this.#width);
  }

  #name(id: string | null): string {
    return id === null ? 'nobody named' : (this.#names.get(id) ?? id);
  }

  #words(spans: readonly SpanPair[]): string {
    return spans.map(([start, end]) => harmless(this.#reading.document.text.slice(start, end))).join(' … ');
  }

  /** A statement by its number in the list, a span by its words. */
  #evidence(evidence: string | SpanPair): string {
    return typeof evidence === 'string' ? `statement ${evidence.slice(1)}` : `“${this.#words([evidence])}”`;
  }
}

const star = (inferred: string | undefined): string => (inferred === undefined ? '' : '*');
const reason = (what: string, from: string | undefined): string | null =>
  from === undefined ? null : `${what} worked out from ${harmless(from)}`;
