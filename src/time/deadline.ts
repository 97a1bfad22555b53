import type { Span } from '../document/span.js';
import type { Node, TreeView } from '../language/tree-view.js';
import { edtfValue, lastDay, type Day, type Period } from './period.js';
import { resolve, type Direction } from './spec.js';
import type { Timex } from './timex.js';

/** How a deadline bounds its time. */
export type Relation = 'until' | 'before' | 'within' | 'in' | 'passed';

/** A time expression with the word that makes it a deadline: "until Friday", "within ten days", "a 50-day deadline". */
export interface DeadlinePhrase extends Span {
  readonly relation: Relation;
  readonly time: Timex;
  /** The noun that names the deadline itself, where there is one. */
  readonly noun: Node | null;
  /** The word that the time hangs on the sentence by. */
  readonly node: Node;
}

/** When something is due: EDTF values of the last day in time and of the first one, where there is one. */
export interface Due {
  readonly due: string;
  readonly earliest: string | null;
}

const BEFORE_TIME =
  /(?<word>no later than|not later than|in no more than|up to|until|till|by|before|within|ahead of|extended to|moved to|back to|forward to|postponed to|delayed to|in the course of|over)(?:\s+(?:the\s+)?(?:close of business|close of play|end of business|nightfall|sunset|dawn)\s+on)?\s+(?:the\s+)?$/iu;
/** "pushed back by a week to", "extended until". */
const MOVED =
  /(?<word>(?:pushed|put|moved|extended|postponed|delayed|brought|shifted|deferred|set)\b[^.;:]{0,40}?\b(?:to|for))\s+(?:the\s+)?$/iu;
const NOUN = /^(?:deadline|ultimatum|cutoff|cut-off|deadlines)$/iu;
const LATEST = /^\s+at the latest/iu;

/** Deadline phrases of a text in order. Which of them somebody set is for the reading to tell. */
export function findDeadlines(tree: TreeView, times: readonly Timex[]): readonly DeadlinePhrase[] {
  return times.flatMap((time) => phraseOf(tree, times, time) ?? []);
}

function phraseOf(tree: TreeView, times: readonly Timex[], time: Timex): DeadlinePhrase | null {
  const node = tree.rootOf(time);
  if (node === undefined || time.type === 'SET') return null;
  const sentence = tree.sentenceOf(node);
  const before = tree.text.slice(Math.max(sentence.start, time.start - 60), time.start);
  const after = tree.text.slice(time.end, Math.min(sentence.end, time.end + 40));
  const noun = nounBeside(tree, time, after);
  const found = BEFORE_TIME.exec(before) ?? MOVED.exec(before);
  const make = (relation: Relation, start: number, end: number): DeadlinePhrase => ({ start, end, relation, time, noun, node });
  // Of "two more months, until 31 December" the day counts.
  if (
    time.type === 'DURATION' &&
    times.some(
      (other) =>
        other !== time &&
        other.start > time.end &&
        other.start - time.end < 12 &&
        other.type !== 'DURATION' &&
        /^,?\s*(?:until|to|by)\s+/iu.test(tree.text.slice(time.end, other.start)),
    )
  )
    return null;
  if (found !== null) {
    const word = (found.groups?.['word'] as string).toLowerCase();
    const start = time.start - found[0].length;
    const end = time.end + (LATEST.exec(after)?.[0].length ?? 0);
    if (word === 'over') return null;
    if (time.type === 'DURATION')
      return word === 'within' || word === 'in no more than' || word === 'up to' || word === 'in the course of'
        ? make('within', start, end)
        : null;
    if (word === 'within' || word === 'in no more than') return null;
    return make(word === 'before' || word === 'ahead of' ? 'before' : 'until', start, end);
  }
  if (noun !== null) {
    const first = Math.min(time.start, noun.start);
    const start =
      first - (/\b(?:an?|the|its|his|her|their)\s$/iu.exec(tree.text.slice(Math.max(0, first - 7), first))?.[0].length ?? 0);
    const end = Math.max(time.end, noun.end);
    if (time.type === 'DURATION') return make('within', start, end);
    return make('until', start, end);
  }
  if (time.type === 'DURATION' && /\bin $/iu.test(before) && /^no more than/iu.test(tree.text.slice(time.start)))
    return make('within', time.start - 3, time.end);
  if (time.type === 'DURATION' && isAllotted(tree, node)) return make('within', time.start, time.end);
  if (
    time.type !== 'DURATION' &&
    /\b(?:expired?|passed|lapsed|ran out|runs out|expires|elapsed)\s+(?:at\s+\S+\s+)?(?:on|at)?\s*$/iu.test(before)
  )
    return make('passed', time.start - (/\S+\s+(?:on|at)?\s*$/iu.exec(before)?.[0].length ?? 0), time.end);
  if (time.type === 'DATE' && /\bin (?:the )?$/iu.test(before) && time.spec?.kind === 'quarter')
    return make('in', time.start - 3, time.end);
  return null;
}

/** "a ten-day ultimatum", "Midnight on Wednesday is the deadline", "a deadline of Friday". */
function nounBeside(tree: TreeView, time: Timex, after: string): Node | null {
  const next = tree.at(time.end);
  if (next !== undefined && NOUN.test(next.form) && next.start - time.end <= 1)
    return next.lemma === 'deadline' && /^\s*deadline day/iu.test(after) ? null : next;
  if (/^\s+(?:is|was|as|would be|remains)\s+(?:the|a|its|their)\s+(?:\S+\s+)?(?:deadline|cut-?off)/iu.test(after)) {
    for (let node = next; node !== undefined && node.start < time.end + 40; node = tree.nodes[node.index + 1])
      if (NOUN.test(node.form)) return node;
  }
  const before = tree.text.slice(Math.max(0, time.start - 30), time.start);
  const of = /(?:deadline|ultimatum) (?:of|for|on|at|is|was|set for|falls on) $/iu.exec(before);
  return of === null ? null : (tree.at(time.start - of[0].length) ?? null);
}

/** "have five days to leave", "was given two weeks to answer": a length that is granted for something. */
function isAllotted(tree: TreeView, node: Node): boolean {
  const verb = tree.head(node);
  if (verb === undefined || !/^(?:have|give|get|allow|grant|leave|receive|set)$/u.test(verb.lemma)) return false;
  if (!/^(?:obj|iobj|obl|obl:unmarked|xcomp)/u.test(node.deprel)) return false;
  return [...tree.children(verb, 'xcomp', 'advcl', 'ccomp'), ...tree.children(node, 'acl', 'advcl')].some(
    (child) => child.index > node.index && tree.children(child, 'mark').some((m) => m.form.toLowerCase() === 'to'),
  );
}

/**
 * The last day on which what is due is in time: "until" and "by" a day include it, "before" ends the day before, "within" and lengths
 * are counted from the day on which it was said, or from an event with a date of its own.
 *
 * @param said the day on which the deadline was set
 * @param from the day from which a length runs, where the text names one
 */
export function dueOf(phrase: DeadlinePhrase, said: Day, published: Day, from: Day | null = null): Due | null {
  const { time, relation } = phrase;
  if (time.length !== null && time.type === 'DURATION') {
    const start = from ?? said;
    const end = added(start, time);
    return end === null ? null : { due: end.toString(), earliest: start.toString() };
  }
  const period = periodOfDeadline(time, relation === 'passed' ? published : said, relation === 'passed' ? 'past' : 'future');
  if (period === null) return null;
  const part = time.spec?.kind === 'part' ? time.spec.part : null;
  if (relation === 'before') return { due: dayBefore(period, part), earliest: null };
  const earliest = relation === 'in' ? period.start.toString() : null;
  return { due: lastInTime(period, part), earliest };
}

function added(start: Day, { length }: Timex): Day | null {
  if (length === null || length.count === null) return null;
  const { count, unit } = length;
  switch (unit) {
    case 'hour':
      return start.add({ days: Math.ceil(count / 24) });
    case 'minute':
    case 'second':
      return start;
    case 'day':
    case 'weekend':
      return start.add({ days: Math.round(count) });
    case 'week':
      return start.add({ days: Math.round(count * 7) });
    case 'month':
      return start.add({ months: Math.round(count) });
    case 'quarter':
      return start.add({ months: Math.round(count * 3) });
    case 'half':
      return start.add({ months: Math.round(count * 6) });
    case 'year':
      return start.add({ months: Math.round(count * 12) });
    default:
      return start.add({ years: Math.round(count * 10) });
  }
}

/** A weekday in a deadline is the first one after the day it was set; what names a day of its own keeps it. */
function periodOfDeadline(time: Timex, day: Day, direction: Direction): Period | null {
  const { spec } = time;
  if (spec === null) return null;
  if (spec.kind === 'weekday' && spec.following !== true && spec.shift === null && direction === 'future') {
    const found = resolve(spec, { day: day.add({ days: 1 }), direction: 'future', reference: null });
    return found?.period ?? null;
  }
  if (spec.kind === 'weekday' && spec.following === true && time.earliest !== null) {
    return {
      unit: 'day',
      start: day.with({
        year: Number(time.earliest.slice(0, 4)),
        month: Number(time.earliest.slice(5, 7)),
        day: Number(time.earliest.slice(8, 10)),
      }),
    };
  }
  return resolve(spec, { day, direction, reference: null, strict: direction === 'future' })?.period ?? null;
}

/** The last day in time, as precise as the words are. */
function lastInTime(period: Period, part: 'START' | 'MID' | 'END' | null): string {
  if (period.unit === 'day') return period.start.toString();
  if (part === 'END' || period.unit === 'week' || period.unit === 'weekend') return lastDay(period).toString();
  if (part !== null) return `${edtfValue(period)}~`;
  if (period.unit === 'quarter' || period.unit === 'season' || period.unit === 'half')
    return lastDay(period).toString().slice(0, 7);
  return edtfValue(period);
}

function dayBefore(period: Period, part: 'START' | 'MID' | 'END' | null): string {
  if (part === 'END') return lastDay(period).toString();
  const day = period.start.subtract({ days: 1 }).toString();
  return period.unit === 'season' ? day.slice(0, 7) : day;
}
