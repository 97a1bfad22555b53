import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Commitment } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useJoined, usePages, useWithChosen } from '../asking.js';
import { citeRecord } from '../citing.js';
import { inWords } from '../dates.js';
import { Decide } from '../deciding.js';
import { useAsOf, useDesk, useHere, useLink } from '../desk.js';
import { Condition } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { Axis, Lifeline, rangeOfAll } from '../lifeline.js';
import { Mark, State } from '../marks.js';
import { ActorChoice, AsOf, Choice, Empty, Head, hints, Left, Loading, Wrong, Button } from '../parts.js';
import { commitmentCells } from '../rows.js';
import { Parties, Steps } from '../steps.js';
import { useWalk } from '../walking.js';
import { isSilent, KINDS, LIVE, STATES } from '../words.js';

/** Rows of a group before one asks for more. */
const SIZE = 20;

/** Commitments with a day, grouped by state on one axis of time. */
export function Deadlines(): JSX.Element {
  const { address, version, overview } = useDesk();
  const desk = useDesk();
  const here = useHere();
  const asOfAsked = useAsOf();
  const { actor, kind, state } = address.query;
  const groups = STATES.map((one) => {
    const shown = state === undefined || state === one.state;
    // What runs is nearest first, what has ended latest first.
    const pages = usePages<Commitment>(shown ? '/api/deadlines' : null, { asOf: asOfAsked, actor, kind, state: one.state, latestFirst: LIVE.has(one.state) ? null : 'true' }, version, SIZE); // prettier-ignore
    return { ...one, pages, shown };
  }).filter(({ shown }) => shown);
  const { rows: loaded, ready, error, asOf: answered, more } = useJoined(groups.map(({ pages }) => pages));
  const asOf = answered ?? overview.asOf ?? '';
  const open = address.query['open'] ?? null;
  const rows = useWithChosen('/api/commitments', { asOf: asOfAsked }, version, loaded, open);
  const apart = rows[0] !== undefined && !loaded.includes(rows[0]) ? rows[0] : null;
  const range = useMemo(() => rangeOfAll(rows, asOf === '' ? '2000-01-01' : asOf), [rows, asOf]);
  const [pixels, setPixels] = useState(560);
  useEffect(() => {
    const measure = (): void => setPixels(document.querySelector('.axis-row .ln')?.clientWidth ?? 560);
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [ready]);
  useEffect(() => {
    if (ready && open !== null) document.querySelector('.dl.open')?.scrollIntoView({ block: 'nearest' });
  }, [ready]);
  const { index, step } = useWalk(rows, open, '.dl.open');
  useKeys({ j: () => step(1), k: () => step(-1), c: () => void citeRecord(desk, open), Escape: () => go(here({ open: null }), { replace: true }), Enter: () => document.querySelector<HTMLElement>('.dl.open .words a')?.focus() }); // prettier-ignore
  if (error !== null && error.code !== 'empty-ledger') return <Wrong error={error} />;
  const filtered = actor !== undefined || kind !== undefined || state !== undefined;
  return (
    <>
      <Announce text={rows[index] === undefined ? null : `${rows[index].kind}: ${rows[index].what}, ${rows[index].state}`} />
      <Head
        title="Deadlines"
        tools={
          <>
            <AsOf />
            <ActorChoice />
            <Choice name="Kind" of="kind" any="Any kind" options={KINDS.map(({ kind: value, name }) => [value, name])} />
            <Choice name="State" of="state" any="Any state" options={STATES.map(({ state: value, name }) => [value, name])} />
            <ExportMenu
              name={`deadlines-${asOf}`}
              table={() => rows.map(commitmentCells)}
              data={() => rows}
              citation={undefined}
            />
          </>
        }
      >
        {ready ? `${rows.length}${more ? ' and more' : ''} with a day. ` : ''}Days count from{' '}
        {asOfAsked === null ? 'the last article' : 'that day'}, not from today.
      </Head>
      {!ready ? (
        <Loading />
      ) : rows.length === 0 ? (
        filtered ? (
          <Empty
            title="No deadline fits"
            actions={
              <a class="btn pri" href={here({ actor: null, kind: null, state: null })}>
                Show every deadline
              </a>
            }
          >
            {[
              state === undefined ? '' : `state: ${STATES.find((one) => one.state === state)?.name ?? state}`,
              kind === undefined ? '' : `kind: ${kind}`,
              actor === undefined ? '' : 'one actor',
            ]
              .filter((part) => part !== '')
              .join(', ')}{' '}
            leaves nothing over.
          </Empty>
        ) : (
          <Empty
            title="No deadline on record"
            actions={
              <>
                <a class="btn pri" href="/commitments">
                  Commitments without a day
                </a>
                <a class="btn" href="/add">
                  Add articles
                </a>
              </>
            }
          >
            No article that was read gives a day by which something is owed.
          </Empty>
        )
      ) : (
        <div class="board">
          <div class="dl axis-row">
            <div class="dl-main">
              <LineKey />
              <div class="ln">
                <Axis range={range} asOf={asOf} pixels={pixels} />
              </div>
              <div class="due">
                <small class="nowk">┆ as of {inWords(asOf, false)}</small>
              </div>
            </div>
          </div>
          {apart === null ? null : (
            <section class="grp" aria-label="Chosen">
              <h2>Chosen</h2>
              <Row of={apart} open range={range} asOf={asOf} />
            </section>
          )}
          {groups.flatMap(({ state: of, name, pages }) => {
            const all = pages.data ?? [];
            // What only silence says stands apart from what was read.
            const parts = [
              { name, rows: all.filter((one) => !isSilent(one)), silent: false },
              { name: `Day passed, nothing read: ${of === 'violated' ? 'promises and agreements' : 'demands and offers'}`, rows: all.filter(isSilent), silent: true }, // prettier-ignore
            ];
            return parts
              .filter((part) => part.rows.length > 0)
              .map((part, i, shown) => (
                <section class="grp" key={`${of} ${String(part.silent)}`} aria-label={part.name}>
                  <h2>
                    <State state={part.silent ? 'silent' : of}>{part.name}</State>{' '}
                    <small>
                      {part.rows.length}
                      {pages.more ? '+' : ''}
                    </small>
                  </h2>
                  {part.rows.map((one) => (
                    <Row key={one.id} of={one} open={one.id === open} range={range} asOf={asOf} />
                  ))}
                  {pages.more && i === shown.length - 1 ? (
                    <p class="more">
                      <Button onClick={pages.next}>Show more</Button>
                    </p>
                  ) : null}
                </section>
              ));
          })}
        </div>
      )}
    </>
  );
}

function Row({
  of,
  open,
  range,
  asOf,
}: {
  readonly of: Commitment;
  readonly open: boolean;
  readonly range: { readonly first: number; readonly last: number };
  readonly asOf: string;
}): JSX.Element {
  const here = useHere();
  const link = useLink();
  const desk = useDesk();
  return (
    <article class={`dl${open ? ' open' : ''}`}>
      <div
        class="dl-main"
        onClick={(event) => {
          if (!(event.target instanceof Element && event.target.closest('a')))
            go(here({ open: open ? null : of.id }), { keep: true });
        }}
      >
        <div class="what">
          <p>
            <Parties of={of} />
          </p>
          <h3 class="v">
            <a href={here({ open: open ? null : of.id })} data-keep aria-expanded={open}>
              <Inert text={of.what} />
            </a>
          </h3>
          {of.condition === null ? null : (
            <p class="if">
              <Condition text={of.condition} />
            </p>
          )}
        </div>
        <div class="ln">
          <Lifeline of={of} range={range} asOf={asOf} />
        </div>
        <div class="due">
          due {inWords(of.due)}
          <span>
            <Left of={of} />
          </span>
        </div>
      </div>
      {open ? (
        <div class="dl-open">
          <Steps of={of} />
          {of.state === 'disputed' ? (
            <p class="side">
              <Mark of="disputed" /> What was agreed is disputed. <a href={link('disputes')}>Both sides’ words</a>
            </p>
          ) : null}
          <p class="side">
            <a href={link('commitments', null, { open: of.id })}>Among the commitments</a> <span class="id">{of.id}</span>
          </p>
          <Decide
            id={of.id}
            what="commitment"
            fields={{ kind: of.kind }}
            verdict={of.verdict}
            cite={() => void citeRecord(desk, of.id)}
          />
        </div>
      ) : null}
    </article>
  );
}

/** What the lines and flags mean. */
function LineKey(): JSX.Element {
  const line = (state: string, name: string): JSX.Element => (
    <span>
      <svg width="26" height="14" aria-hidden="true">
        <line x1="1" x2="25" y1="7" y2="7" class={`seg g-${state}`} />
      </svg>
      {name}
    </span>
  );
  return (
    <div class="what key">
      {line('active', 'owed')}
      {line('conditional', 'on a condition')}
      {line('disputed', 'disputed')}
      <span>
        <svg width="14" height="18" viewBox="-2 -18 14 18" aria-hidden="true">
          <path d="M0 0V-18" class="pole" />
          <path d="M0-17h9l-2.6 3.5L9-10H0Z" class="flag" />
        </svg>
        due
      </span>
      <span>
        <svg width="16" height="18" viewBox="-4 -18 16 18" aria-hidden="true">
          <path d="M0 0V-18" class="pole old" />
          <path d="M0-17h9l-2.6 3.5L9-10H0Z" class="flag old" />
          <path d="M-3-8 11-19" class="pole" />
        </svg>
        day given up
      </span>
    </div>
  );
}

export const DEADLINE_KEYS = hints(
  ['J K', 'next, previous'],
  ['Enter', 'to the words'],
  ['← →', 'as of: article before, next'],
  ['Y N E', 'decide'],
);
