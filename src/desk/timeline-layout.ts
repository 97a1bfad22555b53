import type { TimelineEntry } from '../server/shapes.js';
import { inertText } from './inert-parts.js';
import { dayOf, extentOf, type Extent } from './dates.js';

/** An entry as it is drawn: pixels from the left edge of its lane, rows from the top. */
export interface Placed {
  readonly of: TimelineEntry;
  readonly extent: Extent | null;
  /** The mark. */
  readonly x: number;
  /** The days in which it can be. */
  readonly from: number;
  readonly to: number;
  /** Where it was first reported, where that was later. */
  readonly late: number | null;
  readonly lateDays: number;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  /** Where the label begins, and the words that fit. */
  readonly labelX: number;
  readonly words: string;
  readonly verb: string;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly placed: readonly Placed[];
  readonly rows: number;
  /** So many have no room. */
  readonly folded: number;
}

export interface Side {
  readonly id: string;
  readonly name: string;
  readonly lanes: readonly Lane[];
}

export interface LayoutOptions {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly verbOf: (type: string) => string;
  /** Width of a text in pixels, in the type of the verb or of the words. */
  readonly measure: (text: string, what: 'verb' | 'words') => number;
  /** Rows of a lane before the rest is folded. */
  readonly most: number;
  /** Lanes that are shown whole. */
  readonly unfolded: ReadonlySet<string>;
}

const LABEL = 300;
const GAP = 8;

/** Entries by the side they act for and by actor, the state's own lane first; within a lane without overlap. */
export function layOut(entries: readonly TimelineEntry[], options: LayoutOptions): readonly Side[] {
  const sides = new Map<string, { name: string; lanes: Map<string, { name: string; entries: TimelineEntry[] }>; n: number }>();
  for (const entry of entries) {
    const lane = entry.lane ?? { id: '', name: 'not named' };
    const owner = entry.side ?? lane;
    const side = sides.get(owner.id) ?? {
      name: owner.name,
      lanes: new Map<string, { name: string; entries: TimelineEntry[] }>(),
      n: 0,
    };
    const own: { name: string; entries: TimelineEntry[] } = side.lanes.get(lane.id) ?? { name: lane.name, entries: [] };
    own.entries.push(entry);
    side.lanes.set(lane.id, own);
    side.n++;
    sides.set(owner.id, side);
  }
  return [...sides]
    .sort(([a, x], [b, y]) => (a === '' ? 1 : b === '' ? -1 : y.n - x.n || (a < b ? -1 : 1)))
    .map(([id, { name, lanes }]) => ({
      id,
      name,
      lanes: [...lanes]
        .sort(([a, x], [b, y]) => (a === id ? -1 : b === id ? 1 : y.entries.length - x.entries.length || (a < b ? -1 : 1)))
        .map(([lane, own]) => laneOf(lane, own.name, own.entries, options)),
    }));
}

function laneOf(id: string, name: string, entries: readonly TimelineEntry[], options: LayoutOptions): Lane {
  const rows: [number, number][][] = [];
  const placed: Placed[] = [];
  let folded = 0;
  const most = options.unfolded.has(id) ? Infinity : options.most;
  for (const entry of entries) {
    const one = place(entry, options);
    let row = 0;
    while (rows[row]?.some(([left, right]) => one.left < right + GAP && one.right > left - GAP)) row++;
    if (row >= most) {
      folded++;
      continue;
    }
    (rows[row] ??= []).push([one.left, one.right]);
    placed.push({ ...one, row });
  }
  return { id, name, placed, rows: Math.max(1, rows.length), folded };
}

function place(of: TimelineEntry, { first, last, width, verbOf, measure }: LayoutOptions): Placed {
  const px = (day: number): number => ((day - first) / Math.max(1, last - first)) * width;
  const extent = extentOf(of.date);
  const reported = dayOf(of.reported);
  // It cannot have come about after the article that tells it.
  const end =
    extent === null
      ? reported
      : extent.precision === 'day'
        ? extent.last
        : Math.max(extent.first, Math.min(extent.last, reported));
  const begin = extent?.first ?? reported;
  const x = px(
    extent !== null && (extent.precision === 'month' || extent.precision === 'year') ? (Math.max(begin, first) + end) / 2 : begin,
  );
  const lateDays = extent === null ? 0 : reported - end;
  const late = lateDays > 1 ? Math.min(px(reported), width) : null;
  const verb = verbOf(of.type);
  const verbWidth = measure(verb, 'verb') + 6;
  const edge = Math.max(x, late ?? 0, Math.min(px(end), width));
  const room = width - edge - 14;
  const flip = room < 150;
  const before = Math.min(px(begin), x) - (extent === null ? 24 : 8);
  const words = fit(
    inertText(of.content),
    Math.min(LABEL, flip ? Math.max(before - verbWidth - 16, 60) : Math.max(room - verbWidth - 6, 40)),
    measure,
  );
  const full = verbWidth + measure(words, 'words');
  const start = Math.min(px(Math.max(begin, first)), x) - (extent === null ? 24 : 8);
  return {
    of,
    extent,
    x,
    from: px(Math.max(begin, first)),
    to: px(end),
    late,
    lateDays,
    row: 0,
    left: flip ? start - full - 8 : start,
    right: flip ? edge + 8 : edge + 12 + full,
    labelX: flip ? start - full - 4 : edge + 10,
    words,
    verb,
  };
}

function fit(text: string, width: number, measure: LayoutOptions['measure']): string {
  const short = text.slice(0, 90).replace(/\s*…\s*$/u, '');
  if (short === text && measure(text, 'words') <= width) return text;
  const words = short.split(' ');
  while (words.length > 1 && measure(`${words.join(' ')}…`, 'words') > width) words.pop();
  return `${words.join(' ').replace(/[\s…]+$/u, '')}…`;
}
