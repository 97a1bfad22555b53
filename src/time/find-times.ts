import type { Annotation } from '../language/annotation.js';
import { TreeView, type Node } from '../language/tree-view.js';
import { day, edtfValue, lastDay, timexValue, type Day, type Period } from './period.js';
import type { Found, Recogniser, Surroundings } from './recogniser.js';
import { CALENDAR_DATES } from './recognisers/calendar-dates.js';
import { CLOCK } from './recognisers/clock.js';
import { SEASONS } from './recognisers/seasons.js';
import { SETS } from './recognisers/sets.js';
import { UNITS } from './recognisers/units.js';
import { VAGUE } from './recognisers/vague.js';
import { WEEKDAY_RECOGNISERS } from './recognisers/weekdays.js';
import { YEARS } from './recognisers/years.js';
import { resolve } from './spec.js';
import { directionAt } from './tense.js';
import type { Timex } from './timex.js';

/** In order: where two match the same words, the longer one wins, then the earlier in this list. */
const RECOGNISERS: readonly Recogniser[] = [
  ...CALENDAR_DATES,
  ...CLOCK,
  ...WEEKDAY_RECOGNISERS,
  ...SEASONS,
  ...UNITS,
  ...SETS,
  ...YEARS,
  ...VAGUE,
];

interface Match {
  readonly start: number;
  readonly end: number;
  readonly order: number;
  readonly found: Found;
}

/**
 * Time expressions of a text with their values, after TIMEX3. Relative ones are counted from the day of publication and by the tense
 * of the verb that governs them; without a publication date their values are null.
 *
 * @param published EDTF day or time of publication, or null
 */
export function findTimes(annotation: Annotation, published: string | null, tree = new TreeView(annotation)): readonly Timex[] {
  const today = published === null ? null : day(published);
  const matches = chosen(matchesIn(annotation, tree));
  const narrative = today !== null && isNarrative(matches, today);
  const out: Timex[] = [];
  let reference: Period | null = null;
  for (const match of matches) {
    const timex = valued(match, tree, today, reference, narrative);
    if (timex === null) continue;
    out.push(timex.timex);
    if (timex.period !== null) reference = timex.period;
  }
  return out;
}

function matchesIn(annotation: Annotation, tree: TreeView): Match[] {
  const { text } = annotation;
  const names = new Uint8Array(text.length + 1);
  for (const { start, end, type } of annotation.entities) {
    // A name that is nothing but the words of a time ("Friday") is none here; only longer ones hide a time.
    if (type === 'Organization' || type === 'Product' || type === 'Person' || type === 'Facility') names.fill(1, start, end);
  }
  const found: Match[] = [];
  RECOGNISERS.forEach(({ pattern, build }, order) => {
    for (const match of text.matchAll(pattern)) {
      const around = surroundings(text, match.index, match.index + match[0].length, tree, names);
      const value = build(match.groups ?? {}, around);
      if (value === null) continue;
      const start = value.from ?? around.start;
      const end = value.to ?? around.end;
      if (end > start) found.push({ start, end, order, found: value });
    }
  });
  return found;
}

function surroundings(text: string, start: number, end: number, tree: TreeView, names: Uint8Array): Surroundings {
  const beside = (character: number, by: 1 | -1): Node | undefined => {
    const node = tree.at(character);
    const other = node === undefined ? undefined : tree.nodes[node.index + by];
    return node === undefined || other === undefined || tree.sentenceIndex(node) !== tree.sentenceIndex(other)
      ? undefined
      : other;
  };
  return {
    text,
    start,
    end,
    wordAt: (character) => tree.at(character),
    before: (character) => beside(character, -1),
    after: (character) => beside(character, 1),
    inName: (character) => names[character] === 1,
  };
}

/** Of matches that overlap, the longest; of those as long, the first in the list. In order of the text. */
function chosen(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  const ordered = [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order || a.start - b.start);
  const taken = new Set<number>();
  for (const match of ordered) {
    let free = true;
    for (let at = match.start; at < match.end && free; at++) if (taken.has(at)) free = false;
    if (!free) continue;
    for (let at = match.start; at < match.end; at++) taken.add(at);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A text whose dates with a year mostly lie years before its own day tells history. */
function isNarrative(matches: readonly Match[], today: Day): boolean {
  const years = matches.flatMap(({ found: { spec } }) => (spec?.kind === 'date' && spec.year !== undefined ? [spec.year] : []));
  const far = years.filter((year) => Math.abs(year - today.year) >= 2).length;
  return far >= 5 && far > years.length * 0.6;
}

function valued(
  { start, end, found }: Match,
  tree: TreeView,
  today: Day | null,
  reference: Period | null,
  narrative: boolean,
): { readonly timex: Timex; readonly period: Period | null } | null {
  const base = { start, end, type: found.type, mod: found.mod ?? null, spec: found.spec ?? null, length: found.length ?? null };
  const none = { edtf: null, earliest: null, latest: null, inferred: false };
  if (found.spec === undefined) return { timex: { ...base, ...none, value: found.value ?? null }, period: null };
  const node = tree.at(start);
  const direction = node === undefined ? 'unknown' : directionAt(tree, node);
  const anchorDay = today ?? day('2000-01-01');
  const resolved = resolve(found.spec, { day: anchorDay, direction, reference, narrative });
  if (resolved === null || (today === null && resolved.inferred)) {
    return { timex: { ...base, ...none, value: null }, period: null };
  }
  const { period, inferred } = resolved;
  const suffix = found.suffix ?? '';
  const about = found.mod !== undefined && found.mod !== 'END' ? '~' : '';
  return {
    timex: {
      ...base,
      value: timexValue(period) + suffix,
      edtf: edtfValue(period) + about,
      earliest: period.start.toString(),
      latest: lastDay(period).toString(),
      inferred,
    },
    // "last year" or "the 1990s" is no day that "the following day" could follow.
    period:
      period.unit === 'day' || period.unit === 'month' || period.unit === 'year' || period.unit === 'quarter' ? period : null,
  };
}
