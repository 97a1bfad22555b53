import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ActorName, Position, ShownRecord } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useAsk, usePages, useWithChosen } from '../asking.js';
import { citationOfRecord, citeRecord } from '../citing.js';
import { dayOf, days, extentOf, inWords, isoOf } from '../dates.js';
import { Decide } from '../deciding.js';
import { useDesk, useHere } from '../desk.js';
import { InContext, Who } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { at, type Range } from '../lifeline.js';
import { Shape, stanceMark, StanceName } from '../marks.js';
import { ActorChoice, Empty, Head, hints, Loading, Wrong } from '../parts.js';
import { positionCells } from '../rows.js';
import { useNarrow } from '../narrow.js';
import { STANCES } from '../words.js';

/** Columns that can be compared at a glance. */
const COLUMNS = 5;
const MOST = 500;
const BACK = 30;

type Step = Position['history'][number];
/** What the articles published by a day say of a position. */
const knownAt = ({ history }: Position, day: string): Step | undefined =>
  history.filter(({ published }) => published.slice(0, 10) <= day).at(-1);

interface Compared {
  readonly position: Position;
  readonly a: Step | undefined;
  readonly b: Step | undefined;
  readonly changed: 'changed' | 'new' | null;
}

/** Who stands where, and what changed between two days. */
export function Positions(): JSX.Element {
  const desk = useDesk();
  const { address, version, overview } = desk;
  const here = useHere();
  const narrow = useNarrow();
  const newest = overview.newest ?? '2000-01-01';
  const b = address.query['b'] ?? address.query['asof'] ?? newest;
  const a = address.query['a'] ?? isoOf(Math.max(dayOf(overview.oldest ?? newest), dayOf(b) - BACK));
  const { actor, q } = address.query;
  const pages = usePages<Position>('/api/positions', { asOf: b, actor, issue: q }, version, MOST);
  const all = useWithChosen('/api/positions', { asOf: b }, version, pages.data, address.query['open'] ?? null);
  const compared = useMemo(() => all.map((position): Compared => {
    const [x, y] = [knownAt(position, a), knownAt(position, b)];
    return { position, a: x, b: y, changed: x?.stance === y?.stance ? null : x === undefined ? 'new' : 'changed' };
  }), [all, a, b]); // prettier-ignore
  const issues = useMemo(() => issuesOf(compared), [compared]);
  const page = Math.max(0, Math.min(Math.ceil(issues.length / COLUMNS) - 1, Number(address.query['page'] ?? 0) || 0));
  const open = address.query['open'] ?? null;
  const chosenIssue = issues.findIndex(({ of }) => of.some(({ position }) => position.id === open));
  const first = address.query['page'] === undefined && chosenIssue >= 0 ? Math.floor(chosenIssue / COLUMNS) : page;
  const shown = issues.slice(first * COLUMNS, first * COLUMNS + COLUMNS);
  const actors = useMemo(() => actorsOf(shown.flatMap(({ of }) => of)), [shown]);
  const range = useMemo(() => rangeOf(all, a, b), [all, a, b]);
  const chosen = compared.find(({ position }) => position.id === open) ?? null;
  const changes = [...(chosen === null ? [] : [chosen]), ...compared.filter((one) => one.changed !== null && one !== chosen).sort((x, y) => (x.changed === y.changed ? 0 : x.changed === 'changed' ? -1 : 1))]; // prettier-ignore
  const { data: record } = useAsk<ShownRecord>(
    open === null ? null : `/api/records/${encodeURIComponent(open)}`,
    { asOf: b },
    version,
  );
  const grid = actors.map((who) => shown.map(({ of }) => of.find(({ position }) => position.actor.id === who.id) ?? null));
  const move = (down: number, right: number): void => {
    const cells = grid.flatMap((row, y) => row.flatMap((cell, x) => (cell === null ? [] : [{ x, y, cell }])));
    const now = cells.find(({ cell }) => cell.position.id === open);
    if (now === undefined) {
      const start = cells[0];
      if (start !== undefined) go(here({ open: start.cell.position.id }), { replace: true });
      return;
    }
    const far = ({ x, y }: { readonly x: number; readonly y: number }): number =>
      Math.abs(x - now.x) * (right === 0 ? 10 : 1) + Math.abs(y - now.y) * (down === 0 ? 10 : 1);
    const next = cells
      .filter(({ x, y }) => (right !== 0 ? Math.sign(x - now.x) === right : Math.sign(y - now.y) === down))
      .sort((m, n) => far(m) - far(n))[0];
    if (next !== undefined) go(here({ open: next.cell.position.id }), { replace: true });
  };
  const flat = compared.map(({ position }) => position.id);
  const walk = (by: number): void => {
    const id = flat[flat.indexOf(open ?? '') + by] ?? null;
    if (id !== null) go(here({ open: id, page: null }), { replace: true });
  };
  const setDay = (name: 'a' | 'b'): void => {
    const on = chosen?.b?.published ?? chosen?.a?.published;
    if (on === undefined) desk.say('Choose a cell first.');
    else go(here({ [name]: on.slice(0, 10) }), { replace: true });
  };
  useKeys({ ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1), j: () => walk(1), k: () => walk(-1), a: () => setDay('a'), b: () => setDay('b'), Enter: () => document.querySelector('.what-ch')?.scrollIntoView({ behavior: 'auto' }), Escape: () => go(here({ open: null }), { replace: true }) }); // prettier-ignore
  if (pages.error !== null && pages.error.code !== 'empty-ledger') return <Wrong error={pages.error} />;
  const day = (name: 'a' | 'b', value: string): JSX.Element => (
    <label class="pick">
      <span>{name.toUpperCase()}</span>
      <input
        type="date"
        value={value}
        min={overview.oldest ?? undefined}
        max={newest}
        onChange={(event) => event.currentTarget.value !== '' && go(here({ [name]: event.currentTarget.value }), { keep: true })}
      />
    </label>
  );
  return (
    <>
      <Announce
        text={chosen === null ? null : `${chosen.position.actor.name} on ${chosen.position.issue}: ${chosen.position.stance}`}
      />
      <Head
        title="Positions"
        tools={
          <>
            {day('a', a)}
            <span class="to" aria-hidden="true">
              →
            </span>
            {day('b', b)}
            <ActorChoice />
            <input
              type="search"
              class="short"
              placeholder="Any issue"
              aria-label="Words of an issue"
              value={q ?? ''}
              onInput={(event) => go(here({ q: event.currentTarget.value, page: null }), { replace: true })}
            />
            <ExportMenu
              name={`positions-${b}`}
              table={() => all.map(positionCells)}
              data={() => all}
              citation={() => (record === null ? null : citationOfRecord(record))}
            />
          </>
        }
      >
        {pages.data === null
          ? ''
          : `${all.length}${pages.more ? ' and more' : ''} stances on ${issues.length} issues. Each cell: how it stood at A, how it stood at B, and its line of time.`}
      </Head>
      {pages.data === null && pages.error === null ? (
        <Loading />
      ) : all.length === 0 ? (
        <Empty
          title={actor !== undefined || q !== undefined ? 'No position fits' : 'No position on record'}
          actions={
            actor !== undefined || q !== undefined ? (
              <a class="btn pri" href={here({ actor: null, q: null })}>
                Show every position
              </a>
            ) : (
              <a class="btn pri" href="/add">
                Add articles
              </a>
            )
          }
        >
          {actor !== undefined || q !== undefined
            ? 'The filters leave nothing over.'
            : `No article published by ${inWords(b)} says where somebody stands on something.`}
        </Empty>
      ) : (
        <>
          <p class="legend2">
            {STANCES.map((stance) => (
              <span key={stance}>
                <StanceName stance={stance} />
                <svg width="30" height="8" aria-hidden="true">
                  <line x1="0" x2="30" y1="4" y2="4" class={`ps p-${stanceMark(stance)}`} />
                </svg>
              </span>
            ))}
            <span class="unk">– nothing on record</span>
          </p>
          {issues.length > COLUMNS ? (
            <nav class="pager" aria-label="Issues">
              {first > 0 ? (
                <a class="btn sq" href={here({ page: String(first - 1), open: null })} data-keep aria-label="Issues before">
                  ‹
                </a>
              ) : null}
              <span>
                issues {first * COLUMNS + 1} to {Math.min(issues.length, first * COLUMNS + COLUMNS)} of {issues.length}
              </span>
              {(first + 1) * COLUMNS < issues.length ? (
                <a class="btn sq" href={here({ page: String(first + 1), open: null })} data-keep aria-label="Next issues">
                  ›
                </a>
              ) : null}
            </nav>
          ) : null}
          {narrow ? (
            shown.map(({ name, of }) => (
              <section class="issue" key={name}>
                <h2>
                  <Inert text={name} />
                </h2>
                {of.map((one) => (
                  <div class={`cell${one.changed === 'changed' ? ' chg' : ''}`} key={one.position.id}>
                    <Who of={one.position.actor} />
                    <Cell of={one} range={range} a={a} b={b} open={open} />
                  </div>
                ))}
              </section>
            ))
          ) : (
            <div class="scroll-x" tabIndex={0} role="region" aria-label="Positions by actor and issue">
              <table class="matrix">
                <thead>
                  <tr>
                    <td />
                    {shown.map(({ name }) => (
                      <th scope="col" key={name}>
                        <Inert text={name} />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {grid.map((row, y) => (
                    <tr key={actors[y]?.id}>
                      <th scope="row">
                        <Who of={actors[y] ?? null} />
                      </th>
                      {row.map((one, x) =>
                        one === null ? (
                          <td class="nil" key={x}>
                            <span class="unk">
                              <span aria-hidden="true">–</span>
                              <span class="vh-only">nothing on record</span>
                            </span>
                          </td>
                        ) : (
                          <td
                            key={x}
                            class={`${one.changed === 'changed' ? 'chg' : ''}${one.position.id === open ? ' open' : ''}`}
                          >
                            <Cell of={one} range={range} a={a} b={b} open={open} />
                          </td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <section class="what-ch">
            <h2>
              What changed between {inWords(a)} and {inWords(b)}
            </h2>
            {a > b ? (
              <p class="hint">A is later than B: choose an earlier A.</p>
            ) : changes.length === 0 ? (
              <p class="hint">No stance changed between these two days. Choose an earlier A, or open a cell for its history.</p>
            ) : (
              changes.slice(0, 20).map((one) => <Pair key={one.position.id} of={one} asOf={b} chosen={one === chosen} />)
            )}
            {changes.length > 20 ? (
              <p class="hint">{changes.length - 20} more changed: narrow by an actor or an issue to see them.</p>
            ) : null}
          </section>
        </>
      )}
    </>
  );
}

interface Issue {
  readonly name: string;
  readonly of: readonly Compared[];
}

/** Positions by issue: those on which somebody turned first, then those on which several stand. */
function issuesOf(all: readonly Compared[]): readonly Issue[] {
  const by = new Map<string, { name: string; of: Compared[] }>();
  for (const one of all) {
    const key = one.position.issue.toLowerCase().replace(/^(?:the|an?) /u, '');
    const group = by.get(key) ?? { name: one.position.issue, of: [] };
    group.of.push(one);
    by.set(key, group);
  }
  const turned = ({ of }: Issue): number => of.filter(({ changed }) => changed === 'changed').length;
  return [...by.values()].sort((x, y) => turned(y) - turned(x) || y.of.length - x.of.length);
}

function actorsOf(all: readonly Compared[]): readonly ActorName[] {
  const by = new Map<string, { readonly actor: ActorName; n: number }>();
  for (const { position } of all) {
    const known = by.get(position.actor.id) ?? { actor: position.actor, n: 0 };
    known.n++;
    by.set(position.actor.id, known);
  }
  return [...by.values()].sort((x, y) => y.n - x.n).map(({ actor }) => actor);
}

function rangeOf(all: readonly Position[], a: string, b: string): Range {
  const every = [dayOf(a), dayOf(b), ...all.flatMap(({ history }) => history.flatMap(({ on }) => extentOf(on)?.first ?? []))];
  const first = every.reduce((x, y) => Math.min(x, y));
  const last = every.reduce((x, y) => Math.max(x, y));
  const room = Math.max(2, Math.round((last - first) * 0.05));
  return { first: first - room, last: last + room };
}

function Cell({
  of,
  range,
  a,
  b,
  open,
}: {
  readonly of: Compared;
  readonly range: Range;
  readonly a: string;
  readonly b: string;
  readonly open: string | null;
}): JSX.Element {
  const here = useHere();
  const { position, changed } = of;
  const now = of.b ?? of.a;
  return (
    <a
      class="cellink"
      href={here({ open: position.id === open ? null : position.id })}
      data-keep
      aria-current={position.id === open ? 'true' : undefined}
    >
      <span class="ab">
        {changed === 'changed' && of.a !== undefined ? (
          <>
            <StanceName stance={of.a.stance} />{' '}
            <span class="to" aria-hidden="true">
              →
            </span>{' '}
          </>
        ) : null}
        {now === undefined ? <span class="unk">not yet on record</span> : <StanceName stance={now.stance} />}
      </span>
      <Track of={position} range={range} a={a} b={b} />
      <span class="since">
        {now === undefined ? null : <>since {inWords(now.on)}</>}
        {changed === null ? null : <b class={changed === 'new' ? 'flagc n' : 'flagc'}>{changed}</b>}
      </span>
    </a>
  );
}

/** How a stance went, as a line of time with the two days on it. */
function Track({
  of,
  range,
  a,
  b,
}: {
  readonly of: Position;
  readonly range: Range;
  readonly a: string;
  readonly b: string;
}): JSX.Element {
  const points = of.history.map((step) => ({
    step,
    extent: extentOf(step.on),
    day: extentOf(step.on)?.first ?? dayOf(step.published),
  }));
  const end = Math.max(dayOf(b), points.at(-1)?.day ?? 0);
  const near = (dayOf(b) - dayOf(a)) / (range.last - range.first) < 0.12;
  return (
    <svg
      class="trk"
      width="100%"
      height="20"
      role="img"
      aria-label={of.history.map(({ stance, on }) => `${stance} since ${inWords(on)}`).join(', then ')}
    >
      {(
        [
          ['A', a, near ? 'end' : 'middle'],
          ['B', b, near ? 'start' : 'middle'],
        ] as const
      ).map(([name, day, anchor]) => (
        <g key={name}>
          <line x1={at(dayOf(day), range)} x2={at(dayOf(day), range)} y1="0" y2="20" class="abl" />
          <text x={at(dayOf(day), range)} y="-1" text-anchor={anchor} class="abt">
            {name}
          </text>
        </g>
      ))}
      {points.map(({ step, extent, day }, i) => (
        <g key={i}>
          <line
            x1={at(day, range)}
            x2={at(points[i + 1]?.day ?? end, range)}
            y1="10"
            y2="10"
            class={`ps p-${stanceMark(step.stance)}`}
          />
          {extent !== null && extent.precision !== 'day' ? (
            <line
              x1={at(extent.first, range)}
              x2={at(Math.max(extent.first, Math.min(extent.last, dayOf(step.published))), range)}
              y1="17"
              y2="17"
              class="vague"
            />
          ) : null}
          <svg x={at(day, range)} y="10" overflow="visible">
            <circle r="7" class="halo" />
            <Shape of={stanceMark(step.stance)} />
          </svg>
        </g>
      ))}
    </svg>
  );
}

/** The words at A and at B side by side, with what lay between. */
function Pair({ of, asOf, chosen }: { readonly of: Compared; readonly asOf: string; readonly chosen: boolean }): JSX.Element {
  const desk = useDesk();
  const { version } = desk;
  const { position } = of;
  const { data: record } = useAsk<ShownRecord>(`/api/records/${encodeURIComponent(position.id)}`, { asOf }, version);
  const from = of.a === undefined ? 0 : position.history.indexOf(of.a);
  const to = of.b === undefined ? position.history.length - 1 : position.history.indexOf(of.b);
  const steps = position.history.slice(Math.max(0, chosen ? 0 : from), to + 1);
  const columns = Math.min(4, steps.length + (of.a === undefined && !chosen ? 1 : 0));
  const apart = of.a !== undefined && of.b !== undefined ? (extentOf(of.b.on)?.first ?? 0) - (extentOf(of.a.on)?.first ?? 0) : 0;
  return (
    <article class={`pair n${columns}`}>
      <header>
        <Who of={position.actor} /> on{' '}
        <b>
          <Inert text={position.issue} />
        </b>
        {apart > 0 ? <span class="gap">{days(apart)} apart</span> : null} <span class="id">{position.id}</span>
      </header>
      {of.a === undefined && !chosen ? (
        <div>
          <p>
            <b>A</b>
          </p>
          <p class="unk">nothing on record</p>
        </div>
      ) : null}
      {steps.map((step) => {
        const shown = record?.evidence[position.history.indexOf(step)];
        return (
          <div key={`${step.document} ${step.on}`}>
            <p>
              <b>
                {step === of.a ? 'A' : ''}
                {step === of.b ? (step === of.a ? ' B' : 'B') : ''}
              </b>{' '}
              <StanceName stance={step.stance} /> {inWords(step.on)}
              {step !== of.a && step !== of.b ? <span class="gap">in between</span> : null}
            </p>
            {shown === undefined ? null : <InContext of={shown} />}
          </div>
        );
      })}
      {chosen ? (
        <div class="wide">
          <Decide
            id={position.id}
            what="position"
            fields={{ issue: position.issue }}
            verdict={position.verdict}
            cite={() => void citeRecord(desk, position.id)}
          />
        </div>
      ) : null}
    </article>
  );
}

export const POSITION_KEYS = hints(
  ['↑ ↓ ← →', 'cell'],
  ['Enter', 'both passages'],
  ['A B', 'set either date'],
  ['Y N E', 'decide'],
);
