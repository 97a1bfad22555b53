import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Density, ShownRecord, TimelineEntry } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useAsk, usePages } from '../asking.js';
import { citationOfRecord, citeRecord } from '../citing.js';
import { dayOf, days, extentOf, inWords, isoOf, ticks } from '../dates.js';
import { Decide } from '../deciding.js';
import { useAsOf, useDesk, useHere, useLink } from '../desk.js';
import { InContext, placeOf } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { measureText } from '../measure.js';
import { useNarrow, useWidth } from '../narrow.js';
import { ActorChoice, AsOf, Button, Choice, Empty, Head, hints, Loading, NothingYet, Wrong } from '../parts.js';
import { timelineCells } from '../rows.js';
import { layOut, type Placed } from '../timeline-layout.js';
import { ACTS, EVENT_TYPES, verbOf } from '../words.js';

/** More than this is counted instead of drawn. */
const MOST = 400;
const NAMES = 150;
const ROW = 22;
const LANE_ROWS = 8;

/** Statements and events at their own precision, in lanes by actor. */
export function Timeline(): JSX.Element {
  const desk = useDesk();
  const { address, version } = desk;
  const here = useHere();
  const asOf = useAsOf();
  const narrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  const wide = useWidth(() => box.current);
  const { actor, act, q } = address.query;
  const asked = { asOf, actor, act, issue: q };
  const whole = useAsk<Density>('/api/density', { ...asked, unit: 'month' }, version);
  const extent = useMemo(() => extentOfAll(whole.data), [whole.data]);
  const since = address.query['since'] ?? extent?.since ?? null;
  const until = address.query['until'] ?? extent?.until ?? null;
  const length = since === null || until === null ? 0 : dayOf(until) - dayOf(since);
  const unit = length > 2500 ? 'year' : length > 150 ? 'month' : 'day';
  const window = { ...asked, since: address.query['since'], until: address.query['until'] };
  const part = useAsk<Density>(whole.data === null ? null : '/api/density', { ...window, unit, lanes: 'true' }, version);
  const total = part.data?.total ?? null;
  const draws = total !== null && total <= MOST;
  const pages = usePages<TimelineEntry>(draws ? '/api/timeline' : null, { ...window }, version, MOST + 50);
  const rows = draws ? (pages.data ?? []) : [];
  const open = address.query['s'] ?? null;
  const { data: record } = useAsk<ShownRecord>(
    open === null ? null : `/api/records/${encodeURIComponent(open)}`,
    { asOf },
    version,
  );
  const zoom = (factor: number): void => {
    if (since === null || until === null || extent === null) return;
    const chosen = rows.find(({ id }) => id === open);
    const [from, to] = [dayOf(since), dayOf(until)];
    const middle = chosen === undefined ? (from + to) / 2 : dayOf(chosen.day);
    const half = Math.max(3, ((to - from) / 2) * factor);
    const [lo, hi] = [dayOf(extent.since), dayOf(extent.until)];
    const [a, b] = [Math.max(lo, Math.round(middle - half)), Math.min(hi, Math.round(middle + half))];
    go(here(a <= lo && b >= hi ? { since: null, until: null } : { since: isoOf(a), until: isoOf(b) }), { keep: true });
  };
  const pan = (by: number): void => {
    if (since === null || until === null) return;
    const step = Math.round(length * 0.5) * by;
    go(here({ since: isoOf(dayOf(since) + step), until: isoOf(dayOf(until) + step) }), { keep: true });
  };
  const sides = useMemo(() => (wide < 300 || since === null || until === null || !draws ? [] : layOut(rows, { first: dayOf(since) - 1, last: dayOf(until) + 1, width: wide - NAMES - 4, verbOf, measure: measureText, most: LANE_ROWS, unfolded: new Set((address.query['whole'] ?? '').split(',')) })), [rows, since, until, wide, draws, address.query['whole']]); // prettier-ignore
  const lanes = sides.flatMap((side) => side.lanes);
  const choose = (id: string | undefined): void => {
    if (id !== undefined) go(here({ s: id }), { replace: true });
  };
  const along = (by: number): void => {
    const lane = lanes.find(({ placed }) => placed.some(({ of }) => of.id === open)) ?? lanes[0];
    const order = [...(lane?.placed ?? [])].sort((x, y) => x.x - y.x || x.row - y.row);
    const i = order.findIndex(({ of }) => of.id === open);
    choose(order[i < 0 ? 0 : i + by]?.of.id);
  };
  const between = (by: number): void => {
    const i = lanes.findIndex(({ placed }) => placed.some(({ of }) => of.id === open));
    const x = lanes[i]?.placed.find(({ of }) => of.id === open)?.x ?? 0;
    const lane = lanes[i < 0 ? 0 : i + by];
    choose([...(lane?.placed ?? [])].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]?.of.id);
  };
  const walk = (by: number): void => {
    const i = rows.findIndex(({ id }) => id === open);
    choose(rows[i < 0 ? 0 : i + by]?.id);
  };
  useKeys({ '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2), ArrowRight: () => along(1), ArrowLeft: () => along(-1), ArrowDown: () => between(1), ArrowUp: () => between(-1), j: () => walk(1), k: () => walk(-1), Enter: () => document.querySelector<HTMLElement>('.tdet .words a')?.focus(), Escape: () => go(here({ s: null }), { replace: true }) }); // prettier-ignore
  const error = whole.error ?? part.error;
  const filtered = actor !== undefined || act !== undefined || q !== undefined || address.query['since'] !== undefined;
  if (error !== null && error.code !== 'empty-ledger') return <Wrong error={error} />;
  return (
    <>
      <Announce text={open === null ? null : (rows.find(({ id }) => id === open)?.content ?? null)} />
      <Head
        title="Timeline"
        tools={
          <>
            <div class="seg-c" role="group" aria-label="Zoom">
              <Button label="Earlier" onClick={() => pan(-1)}>
                ‹
              </Button>
              <Button label="Zoom in" onClick={() => zoom(0.5)} shortcut="+">
                In
              </Button>
              <Button label="Zoom out" onClick={() => zoom(2)} shortcut="−">
                Out
              </Button>
              <a
                class="btn"
                href={here({ since: null, until: null })}
                data-keep
                aria-current={address.query['since'] === undefined ? 'true' : undefined}
              >
                All
              </a>
              <Button label="Later" onClick={() => pan(1)}>
                ›
              </Button>
            </div>
            <ActorChoice />
            <Choice
              name="Act"
              of="act"
              any="Any act"
              options={[
                ...ACTS.map((one): [string, string] => [one, verbOf(one)]),
                ...EVENT_TYPES.map((one): [string, string] => [one, `event: ${verbOf(one)}`]),
              ]}
            />
            <input
              type="search"
              class="short"
              placeholder="Any words"
              aria-label="Words of a statement or event"
              value={q ?? ''}
              onInput={(event) => go(here({ q: event.currentTarget.value }), { replace: true })}
            />
            <AsOfSmall />
            <ExportMenu
              name="timeline"
              table={() => (draws ? rows : []).map(timelineCells)}
              data={() => (draws ? rows : part.data)}
              citation={() => (record === null ? null : citationOfRecord(record))}
            />
          </>
        }
      >
        {total === null
          ? ''
          : `${total.toLocaleString('en')} statements and events${since === null || until === null ? '' : `, ${inWords(since)} to ${inWords(until)}`}, each at the precision its article gives.`}
      </Head>
      <div ref={box} class="tl-box">
        {whole.data !== null && whole.data.total === 0 ? (
          <Empty
            title={filtered ? 'Nothing on the timeline fits' : 'Nothing on record yet'}
            actions={
              filtered ? (
                <a class="btn pri" href={here({ actor: null, act: null, q: null, since: null, until: null })}>
                  Show everything
                </a>
              ) : (
                <a class="btn pri" href="/add">
                  Add articles
                </a>
              )
            }
          >
            {filtered ? 'The filters leave nothing over.' : 'Drop a dated article, and what it tells stands here on its day.'}
          </Empty>
        ) : error?.code === 'empty-ledger' ? (
          <NothingYet />
        ) : part.data === null || since === null || until === null ? (
          <Loading />
        ) : (
          <>
            <Strip of={part.data} unit={unit} since={since} until={until} width={narrow ? wide : wide - NAMES - 4} />
            {total === 0 ? (
              <Empty
                title="Nothing in these days"
                actions={
                  <a class="btn pri" href={here({ since: null, until: null })}>
                    All days
                  </a>
                }
              >
                Zoom out, or move earlier or later.
              </Empty>
            ) : !draws ? (
              <Dense of={part.data} unit={unit} since={since} until={until} width={wide} />
            ) : pages.data === null ? (
              <Loading />
            ) : narrow ? (
              <Column rows={rows} />
            ) : (
              <>
                <TimelineKey />
                <Lanes sides={sides} since={since} until={until} width={wide - NAMES - 4} open={open} />
              </>
            )}
            {open !== null && record !== null && record.id === open ? (
              <Detail of={record} row={rows.find(({ id }) => id === open) ?? null} />
            ) : null}
          </>
        )}
      </div>
    </>
  );
}

const AsOfSmall = (): JSX.Element | null => (useDesk().address.query['asof'] === undefined ? null : <AsOf keys={false} />);

function extentOfAll(density: Density | null): { readonly since: string; readonly until: string } | null {
  const [first, last] = [density?.periods[0], density?.periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [extentOf(first.period), extentOf(last.period)];
  return from === null || to === null ? null : { since: isoOf(from.first), until: isoOf(to.last) };
}

interface Window {
  readonly since: string;
  readonly until: string;
  readonly width: number;
}

/** How much there is in each period; a click zooms to it. */
function Strip({ of, unit, since, until, width }: { readonly of: Density; readonly unit: string } & Window): JSX.Element {
  const here = useHere();
  const [first, last] = [dayOf(since) - 1, dayOf(until) + 1];
  const most = of.periods.reduce((a, p) => Math.max(a, p.statements + p.events), 1);
  const x = (day: number): number => ((day - first) / Math.max(1, last - first)) * width;
  return (
    <svg class="strip" width={width} height="46" role="group" aria-label={`How much there is by ${unit}`}>
      {of.periods.map(({ period, statements, events }) => {
        const extent = extentOf(period);
        if (extent === null) return null;
        const [a, b] = [Math.max(0, x(extent.first)), Math.min(width, x(extent.last + 1))];
        const tall = Math.max(2, ((statements + events) / most) * 40);
        const own = Math.max(1, (statements / Math.max(1, statements + events)) * tall);
        const to = { since: isoOf(Math.max(first + 1, extent.first)), until: isoOf(Math.min(last - 1, extent.last)) };
        return (
          <a
            key={period}
            href={here(unit === 'day' ? { since: isoOf(extent.first - 3), until: isoOf(extent.first + 3) } : to)}
            data-keep
            aria-label={`${inWords(period)}: ${statements} statements, ${events} events`}
          >
            <title>
              {inWords(period)}: {statements} statements, {events} events
            </title>
            <rect x={a} y="0" width={Math.max(3, b - a)} height="46" class="hit" />
            <rect x={a + 0.5} y={45 - tall} width={Math.max(1.5, b - a - 1)} height={tall - own} class="bar-e" />
            <rect x={a + 0.5} y={45 - own} width={Math.max(1.5, b - a - 1)} height={own} class="bar-s" />
          </a>
        );
      })}
      <line x1="0" x2={width} y1="45.5" y2="45.5" class="base" />
    </svg>
  );
}

/** Where there is more than can be drawn one by one: those who said the most, by period. */
function Dense({ of, unit, since, until, width }: { readonly of: Density; readonly unit: string } & Window): JSX.Element {
  const here = useHere();
  const [first, last] = [dayOf(since), dayOf(until) + 1];
  const area = Math.max(100, width - NAMES - 60);
  const x = (day: number): number => ((day - first) / Math.max(1, last - first)) * area;
  const most = Math.max(1, ...of.lanes.flatMap(({ periods }) => periods.map(({ statements }) => statements)));
  return (
    <div class="dense">
      <p class="hint">
        More than {MOST} cannot be told apart here: zoom in, narrow by an actor or by words. Below, those who said the most.
      </p>
      {of.lanes.map(({ actor, total, periods }) => (
        <div class="dense-row" key={actor.id}>
          <a href={here({ actor: actor.id })} data-keep>
            <Inert text={actor.name} />
          </a>
          <svg
            width={area}
            height="20"
            role="img"
            aria-label={`${inertText(actor.name)}: ${total} statements in ${periods.length} ${unit}s`}
          >
            {periods.map(({ period, statements }) => {
              const extent = extentOf(period);
              if (extent === null) return null;
              const [a, b] = [Math.max(0, x(extent.first)), Math.min(area, x(extent.last + 1))];
              const tall = Math.max(1.5, Math.sqrt(statements / most) * 18);
              return <rect key={period} x={a} y={19 - tall} width={Math.max(1, b - a - 0.5)} height={tall} class="bar-s"><title>{inWords(period)}: {statements}</title></rect>; // prettier-ignore
            })}
            <line x1="0" x2={area} y1="19.5" y2="19.5" class="base" />
          </svg>
          <span class="num">{total.toLocaleString('en')}</span>
        </div>
      ))}
    </div>
  );
}

function TimelineKey(): JSX.Element {
  return (
    <p class="legend2 tk">
      <span>
        <i class="dot s" />
        statement
      </span>
      <span>
        <i class="dot e" />
        event
      </span>
      <span>
        <svg width="34" height="14" aria-hidden="true">
          <path d="M1 2v10M33 2v10" class="vague" />
          <line x1="1" x2="33" y1="7" y2="7" class="vague" />
          <circle cx="17" cy="7" r="4.5" class="dt ho" />
        </svg>
        some day in these
      </span>
      <span>
        <svg width="30" height="14" aria-hidden="true">
          <path d="M4 7h12M8 3 3 7l5 4" class="vague solid" />
          <circle cx="23" cy="7" r="4.5" class="dt ho" />
        </svg>
        day not given, by then
      </span>
      <span>
        <svg width="34" height="14" aria-hidden="true">
          <circle cx="6" cy="7" r="4.5" class="dt" />
          <path d="M10 7h22M32 3v8" class="lag" />
        </svg>
        reported only later
      </span>
    </p>
  );
}

function Lanes({
  sides,
  since,
  until,
  width,
  open,
}: { readonly sides: ReturnType<typeof layOut>; readonly open: string | null } & Window): JSX.Element {
  const here = useHere();
  const link = useLink();
  const { address } = useDesk();
  const [first, last] = [dayOf(since) - 1, dayOf(until) + 1];
  const x = (day: number): number => ((day - first) / Math.max(1, last - first)) * width;
  const names: JSX.Element[] = [];
  const drawn: JSX.Element[] = [];
  let y = 0;
  for (const side of sides) {
    const lone = side.lanes.length === 1 && side.lanes[0]?.id === side.id;
    drawn.push(<line key={`side ${side.id}`} x1="0" x2={width} y1={y + 0.5} y2={y + 0.5} class="sidel" />);
    if (!lone) names.push(<div key={`side ${side.id}`} class="lside" style={{ top: `${y}px` }}><Inert text={side.name} /></div>); // prettier-ignore
    y += lone ? 4 : ROW;
    for (const lane of side.lanes) {
      const own = lane.id === side.id;
      names.push(
        <div
          key={lane.id}
          class={`lname${own ? (lone ? ' st' : ' st sub') : ''}`}
          style={{ top: `${y}px` }}
          title={inertText(lane.name)}
        >
          {lane.id === '' ? (
            <span class="unk">not named</span>
          ) : (
            <a href={link('actors', lane.id)}>{own && !lone ? 'as a whole' : <Inert text={lane.name} />}</a>
          )}
        </div>,
      );
      for (const one of lane.placed)
        drawn.push(<Item key={one.of.id} of={one} y={y + one.row * ROW + ROW / 2} width={width} on={one.of.id === open} />);
      y += lane.rows * ROW + 5;
      if (lane.folded > 0) {
        const whole = [...(address.query['whole'] ?? '').split(','), lane.id].filter((id) => id !== '').join(',');
        names.push(<div key={`${lane.id} more`} class="lname more" style={{ top: `${y - 2}px` }}><a href={here({ whole })} data-keep>and {lane.folded} more</a></div>); // prettier-ignore
        y += ROW;
      }
      drawn.push(<line key={`lane ${lane.id}`} x1="0" x2={width} y1={y - 2.5} y2={y - 2.5} class="lanel" />);
    }
    y += 4;
  }
  const marks = ticks(first, last, width);
  return (
    <div class="tl-wrap">
      <div class="tl-ax">
        <svg width={width} height="36" aria-hidden="true">
          {marks.map(({ day, name, chief }) =>
            chief ? (
              <text key={day} x={x(day) + 4} y="14" class="ax">
                {name}
              </text>
            ) : (
              <text
                key={day}
                x={x(day)}
                y="31"
                class="ax2"
                text-anchor={x(day) > width - 14 ? 'end' : x(day) < 14 ? 'start' : 'middle'}
              >
                {name}
              </text>
            ),
          )}
          {marks.some(({ chief }) => chief) ? null : (
            <text x="0" y="14" class="ax">
              {inWords(isoOf(first).slice(0, 7))}
            </text>
          )}
        </svg>
      </div>
      <div class="tl-b" style={{ height: `${y}px` }}>
        <div class="tl-n">{names}</div>
        <svg class="tl-s" width={width} height={y} role="group" aria-label="Timeline by actor">
          {marks
            .filter(({ chief }) => chief)
            .map(({ day }) => (
              <line key={day} x1={x(day)} x2={x(day)} y1="0" y2={y} class="grid" />
            ))}
          {drawn}
        </svg>
      </div>
    </div>
  );
}

function Item({
  of: one,
  y,
  width,
  on,
}: {
  readonly of: Placed;
  readonly y: number;
  readonly width: number;
  readonly on: boolean;
}): JSX.Element {
  const here = useHere();
  const { of, extent, x } = one;
  const hollow = extent === null || extent.about || extent.precision === 'month' || extent.precision === 'year';
  const label = inertText(
    `${of.lane?.name ?? 'not named'} ${one.verb} ${of.content} (${inWords(of.date)}${one.lateDays > 1 ? `, first reported ${days(one.lateDays)} later` : ''})`,
  );
  return (
    <a href={here({ s: of.id })} data-keep class={`it${on ? ' on' : ''}`} aria-current={on ? 'true' : undefined}>
      <title>{label}</title>
      <rect x={one.left - 3} y={y - ROW / 2 + 1} width={one.right - one.left + 6} height={ROW - 2} rx="3" class="hit" />
      {extent !== null && (extent.precision === 'month' || extent.precision === 'year') ? (
        <path d={`M${one.from} ${y - 5}v10M${one.to} ${y - 5}v10M${one.from} ${y}H${one.to}`} class="vague" />
      ) : null}
      {extent?.about === true ? <path d={`M${x - 12} ${y}h24`} class="vague" /> : null}
      {extent === null ? (
        <>
          <path d={`M${x - 22} ${y}h14`} class="vague" />
          <path d={`M${x - 18} ${y - 4}l-5 4 5 4`} class="vague solid" />
        </>
      ) : null}
      {one.late === null ? null : (
        <>
          <path d={`M${Math.max(x, one.to) + 5} ${y}H${one.late}`} class="lag" />
          {one.late < width ? <path d={`M${one.late} ${y - 4}v8`} class="lag" /> : null}
        </>
      )}
      {extent?.precision === 'interval' ? (
        <rect
          x={one.from}
          y={y - 4}
          width={Math.max(one.to - one.from, 4)}
          height="8"
          class={of.what === 'event' ? 'ivl' : 'ivl s'}
        />
      ) : of.what === 'statement' ? (
        <circle cx={x} cy={y} r="4.5" class={`dt${hollow ? ' ho' : ''}`} />
      ) : (
        <rect x={x - 4.5} y={y - 4.5} width="9" height="9" class={`dt${hollow ? ' ho' : ''}`} />
      )}
      <text x={one.labelX} y={y + 4} class="ta">
        {one.verb}
      </text>
      <text x={one.labelX + measureText(one.verb, 'verb') + 6} y={y + 4.5} class="tq">
        {one.words}
      </text>
    </a>
  );
}

/** Days from the last day on which it can have come about to its first report. */
function lateOf({ date, reported }: TimelineEntry): number {
  const extent = extentOf(date);
  return extent === null ? 0 : Math.max(0, dayOf(reported) - extent.last);
}

/** On a narrow screen: a column of days. */
function Column({ rows }: { readonly rows: readonly TimelineEntry[] }): JSX.Element {
  const link = useLink();
  let last = '';
  return (
    <ol class="tcol">
      {rows.map((row) => {
        const day = row.date === null ? `by ${inWords(row.day)}` : inWords(row.date);
        const head = day === last ? null : <li class="td" key={`day ${row.id}`}><b>{day}</b>{row.date === null ? <small>day not given</small> : row.date.length === 7 ? <small>month only</small> : null}</li>; // prettier-ignore
        last = day;
        const late = lateOf(row);
        return (
          <>
            {head}
            <li class="ti" key={row.id}>
              <a
                href={
                  row.first === null
                    ? link('timeline', null, { s: row.id })
                    : link('read', row.first.document, { at: placeOf(row.first.spans) })
                }
              >
                <span
                  class={`dot ${row.what === 'statement' ? 's' : 'e'}${row.date === null || row.date.length !== 10 ? ' vg' : ''}`}
                />
                <b>
                  <Inert text={row.lane?.name ?? 'not named'} />
                </b>{' '}
                {verbOf(row.type)}{' '}
                <span class="v">
                  <Inert text={row.content} />
                </span>
                {late > 1 ? <small class="lagn">first reported {days(late)} later</small> : null}
              </a>
            </li>
          </>
        );
      })}
    </ol>
  );
}

function Detail({ of, row }: { readonly of: ShownRecord; readonly row: TimelineEntry | null }): JSX.Element {
  const desk = useDesk();
  const fact = (name: string): string | null => of.lines.find(([one]) => one === name)?.[1] ?? null;
  const type = fact('act') ?? fact('type') ?? '';
  const who = fact('speaker') ?? fact('agents') ?? '';
  const date = fact('said') ?? fact('when');
  const late = row === null ? 0 : lateOf(row);
  return (
    <section class="tdet" aria-label="Chosen record">
      <header>
        <p>
          {of.what}{' '}
          <span class="id">
            {of.id}
            {of.what === 'event' ? ` ${type}` : ''}
          </span>
        </p>
        <h2>
          <Inert text={who} /> {verbOf(type)}
        </h2>
        <p>{date === null || date === 'unknown' ? <span class="unk">day not given</span> : inWords(date)}</p>
        {late > 1 ? <p class="lagn">first reported {days(late)} later</p> : null}
        <p>{of.evidence.length === 1 ? 'one report' : `${of.evidence.length} reports`}</p>
        <Decide
          id={of.id}
          what={of.what}
          fields={{ act: fact('act'), said: fact('said'), type: fact('type'), when: fact('when') }}
          verdict={fact('decided')}
          cite={() => void citeRecord(desk, of.id)}
        />
      </header>
      <div class="wcols">
        {of.evidence.map((one) => (
          <InContext key={`${one.document} ${placeOf(one.spans)}`} of={one} />
        ))}
      </div>
    </section>
  );
}

export const TIMELINE_KEYS = hints(
  ['← →', 'along a lane'],
  ['↑ ↓', 'between lanes'],
  ['+ −', 'zoom'],
  ['Enter', 'to the words'],
  ['Y N E', 'decide'],
);
