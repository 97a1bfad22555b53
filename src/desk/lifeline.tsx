import type { JSX } from 'preact';
import type { Commitment } from '../server/shapes.js';
import { dayOf, extentOf, inWords, ticks } from './dates.js';
import { Shape } from './marks.js';
import { LIVE, stepWord } from './words.js';

/** The days that an axis goes over. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The days of a list of commitments, with room at both ends. */
export function rangeOfAll(all: readonly Commitment[], asOf: string): Range {
  const every = [dayOf(asOf)];
  for (const { history, due } of all) {
    for (const step of history) {
      const on = extentOf(step.on);
      if (on !== null) every.push(on.first);
      const owed = extentOf(step.due);
      if (owed !== null) every.push(owed.last);
    }
    const last = extentOf(due);
    if (last !== null) every.push(last.last);
  }
  const [first, last] = [every.reduce((a, b) => Math.min(a, b)), every.reduce((a, b) => Math.max(a, b))];
  const room = Math.max(4, Math.round((last - first) * 0.06));
  return { first: first - room, last: last + room };
}

/** Where a day lies on an axis, in per cent, so that it fits any width. */
export const at = (day: number, { first, last }: Range): string =>
  `${(((day - first) / Math.max(1, last - first)) * 100).toFixed(2)}%`;

// The same for every row of a list.
let drawn: { readonly range: Range; readonly days: readonly number[] } | null = null;
const chiefDays = (range: Range): readonly number[] => {
  if (drawn?.range !== range) drawn = { range, days: ticks(range.first, range.last, 500).filter(({ chief }) => chief).map(({ day }) => day) }; // prettier-ignore
  return drawn.days;
};

/** The life of a commitment on an axis: steps by their marks, the due day by a flag, a day given up by a crossed one. */
export function Lifeline({
  of,
  range,
  asOf,
  height = 44,
}: {
  readonly of: Commitment;
  readonly range: Range;
  readonly asOf: string;
  readonly height?: number;
}): JSX.Element {
  const y = height - 16;
  const now = dayOf(asOf);
  const { history } = of;
  const last = history.at(-1);
  const middle = history.map(({ on, published }) => {
    const extent = extentOf(on);
    if (extent === null) return dayOf(published);
    // It cannot have come about after the article that tells it.
    const end = extent.precision === 'day' ? extent.last : Math.max(extent.first, Math.min(extent.last, dayOf(published)));
    return (extent.first + end) / 2;
  });
  const dues = [...new Set(history.flatMap(({ due }) => due ?? []))];
  const due = last === undefined ? null : extentOf(last.due);
  const live = last !== undefined && LIVE.has(last.state);
  const said = history.map((step, i) => `${stepWord(of.kind, step, history[i - 1])} ${inWords(step.on)}${step.due !== null && step.due !== history[i - 1]?.due ? ` for ${inWords(step.due)}` : ''}`).join(', '); // prettier-ignore
  return (
    <svg class="life" height={height} width="100%" role="img" aria-label={said}>
      {chiefDays(range).map((day) => (
        <line key={day} x1={at(day, range)} x2={at(day, range)} y1="0" y2={height} class="grid" />
      ))}
      <line x1={at(now, range)} x2={at(now, range)} y1="0" y2={height} class="now" />
      {history.map((step, i) => {
        const from = middle[i] ?? now;
        const to = middle[i + 1] ?? (LIVE.has(step.state) ? Math.max(now, from) : null);
        const extent = extentOf(step.on);
        const vague = extent !== null && (extent.precision !== 'day' || extent.about);
        const [a, b] =
          extent === null
            ? [from, from]
            : extent.precision === 'day'
              ? [extent.first - 4, extent.last + 4]
              : [extent.first, Math.max(extent.first, Math.min(extent.last, dayOf(step.published)))];
        return (
          <g key={`s${i}`}>
            {vague ? <line x1={at(a, range)} x2={at(b, range)} y1={y + 9} y2={y + 9} class="vague" /> : null}
            {to === null ? null : <line x1={at(from, range)} x2={at(to, range)} y1={y} y2={y} class={`seg g-${step.state}`} />}
          </g>
        );
      })}
      {live && due !== null && due.last > now ? (
        <line x1={at(now, range)} x2={at(due.last, range)} y1={y} y2={y} class="left" />
      ) : null}
      {dues.map((date) => {
        const extent = extentOf(date);
        if (extent === null) return null;
        const old = date !== last?.due;
        return (
          <svg key={date} x={at(extent.last, range)} y={y} overflow="visible">
            <path d="M0 0V-21" class={old ? 'pole old' : 'pole'} />
            <path d="M0-21h9l-2.6 3.5L9-14H0Z" class={old ? 'flag old' : 'flag'} />
            {old ? <path d="M-3-12 11-23" class="pole" /> : null}
          </svg>
        );
      })}
      {history.map((step, i) =>
        middle[i + 1] === middle[i] ? null : (
          <svg key={`m${i}`} x={at(middle[i] ?? now, range)} y={y} overflow="visible">
            {i > 0 && step.state === history[i - 1]?.state ? (
              <g class={`m c-${step.state}`}>
                <path d="M-4-5 2 0-4 5" class="s" />
              </g>
            ) : (
              <>
                <circle r="7.6" class="halo" />
                <Shape of={step.inferred === null ? step.state : 'silent'} />
              </>
            )}
          </svg>
        ),
      )}
    </svg>
  );
}

/** The axis above lifelines. */
export function Axis({
  range,
  asOf,
  pixels,
}: {
  readonly range: Range;
  readonly asOf: string;
  readonly pixels: number;
}): JSX.Element {
  return (
    <svg class="axis" height="42" width="100%" aria-hidden="true">
      {ticks(range.first, range.last, pixels).map(({ day, name, chief }) =>
        chief ? (
          <g key={day}>
            <line x1={at(day, range)} x2={at(day, range)} y1="6" y2="34" class="grid" />
            <text x={at(day, range)} dx="4" y="14" class="ax">
              {name}
            </text>
          </g>
        ) : (
          <text key={day} x={at(day, range)} y="30" class="ax2" text-anchor="middle">
            {name}
          </text>
        ),
      )}
      <line x1={at(dayOf(asOf), range)} x2={at(dayOf(asOf), range)} y1="18" y2="42" class="now" />
    </svg>
  );
}
