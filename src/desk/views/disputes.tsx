import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Dispute, ShownRecord } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useAsk, usePages, useWithChosen } from '../asking.js';
import { citationOfRecord, citeRecord } from '../citing.js';
import { dayOf, days, extentOf, inWords } from '../dates.js';
import { Decide } from '../deciding.js';
import { useAsOf, useDesk, useHere } from '../desk.js';
import { InContext } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { LongList } from '../list.js';
import { ActorChoice, AsOf, Choice, Empty, Head, hints, Loading, Wrong } from '../parts.js';
import { DISPUTES, verbOf } from '../words.js';

/** Both sides' words next to each other; neither is ever marked as right. */
export function Disputes(): JSX.Element {
  const desk = useDesk();
  const { address, version } = desk;
  const here = useHere();
  const asOf = useAsOf();
  const { actor, kind } = address.query;
  const pages = usePages<Dispute>('/api/disputes', { asOf, actor, kind }, version, 30);
  const open = address.query['open'] ?? null;
  const rows = useWithChosen('/api/disputes', { asOf }, version, pages.data, open);
  const index = rows.findIndex(({ id }) => id === open);
  // Where the chosen one has gone, the one that has come into its place.
  const place = useRef(0);
  if (index >= 0) place.current = index;
  const chosen = index >= 0 ? index : Math.max(0, Math.min(place.current, rows.length - 1));
  const { data: record } = useAsk<ShownRecord>(
    rows[chosen] === undefined ? null : `/api/records/${encodeURIComponent(rows[chosen].id)}`,
    { asOf },
    version,
  );
  const to = (by: number): void => {
    const row = rows[chosen + by];
    if (row !== undefined) go(here({ open: row.id }), { replace: true });
  };
  useKeys({ j: () => to(1), k: () => to(-1), Enter: () => document.querySelector<HTMLElement>('.disp.cur .words a')?.focus() });
  if (pages.error !== null && pages.error.code !== 'empty-ledger') return <Wrong error={pages.error} />;
  return (
    <>
      <Announce text={rows[chosen] === undefined ? null : rows[chosen].about} />
      <Head
        title="Disputes"
        tools={
          <>
            <AsOf />
            <ActorChoice />
            <Choice
              name="Kind"
              of="kind"
              any="Any kind"
              options={Object.entries(DISPUTES).map(([value, { name }]) => [value, name])}
            />
            <ExportMenu
              name="disputes"
              table={() =>
                rows.map(({ id, kind: of, day, about, reason, verdict }) => ({
                  id,
                  kind: of,
                  day,
                  about,
                  reason,
                  decided: verdict,
                }))
              }
              data={() => rows}
              citation={() => (record === null ? null : citationOfRecord(record))}
            />
          </>
        }
      >
        Suggestions until somebody decides. Neither side is marked right: the desk shows the words.
      </Head>
      {pages.data === null && pages.error === null ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty
          title={actor !== undefined || kind !== undefined ? 'No dispute fits' : 'No dispute on record'}
          actions={
            actor !== undefined || kind !== undefined ? (
              <a class="btn pri" href={here({ actor: null, kind: null })}>
                Show every dispute
              </a>
            ) : undefined
          }
        >
          {actor !== undefined || kind !== undefined
            ? 'The filters leave nothing over.'
            : 'No two passages were found that contradict each other. That is no proof that none do.'}
        </Empty>
      ) : (
        <LongList
          label="Disputes"
          rows={rows}
          keyOf={({ id }) => id}
          height={320}
          more={pages.more}
          next={pages.next}
          chosen={index < 0 ? undefined : index}
          row={(row, i) => <DisputeCard of={row} current={i === chosen} />}
        />
      )}
    </>
  );
}

/** The day of a side; null where it is not known to the day. */
function dayOfSide(side: ShownRecord['evidence'][number] | undefined): number | null {
  if (side === undefined) return null;
  const said = side.said?.said ?? null;
  if (said === null) return dayOf(side.published);
  const extent = extentOf(said);
  return extent?.precision === 'day' && !extent.about ? extent.first : null;
}

/** One dispute: both sides at equal size, in the order of time, then the reason, then the decision. */
export function DisputeCard({
  of,
  current,
  bare = false,
}: {
  readonly of: Dispute;
  readonly current: boolean;
  readonly bare?: boolean;
}): JSX.Element {
  const desk = useDesk();
  const asOf = useAsOf();
  const here = useHere();
  const { data } = useAsk<ShownRecord>(`/api/records/${encodeURIComponent(of.id)}`, { asOf }, desk.version);
  const kind = DISPUTES[of.kind] ?? { name: of.kind, sign: '≠' };
  const [a, b] = data?.evidence ?? [];
  const [from, to] = [dayOfSide(a), dayOfSide(b)];
  const apart = from === null || to === null ? 0 : Math.abs(to - from);
  const side = (one: typeof a): JSX.Element | null =>
    one === undefined ? null : (
      <div class="sd-w">
        <p>
          <b>
            {one.said === null ? (
              'The article itself'
            ) : one.said.speaker === null ? (
              'Speaker not named'
            ) : (
              <>
                <Inert text={one.said.speaker.name} /> {verbOf(one.said.act)}
                {one.said.toldBy === null ? null : (
                  <span class="by">
                    , as told by <Inert text={one.said.toldBy.name} />
                  </span>
                )}
              </>
            )}
          </b>
          <span>{one.said?.said == null ? `reported ${inWords(one.published.slice(0, 10))}` : inWords(one.said.said)}</span>
        </p>
        <InContext of={one} />
      </div>
    );
  return (
    <article class={`disp${current ? ' cur' : ''}`} id={`d-${of.id}`}>
      {bare ? null : (
        <header>
          <span class="dk">{kind.name}</span>
          <h2>
            <a href={here({ open: of.id })} data-keep aria-current={current ? 'true' : undefined}>
              <Inert text={of.about} />
            </a>
          </h2>
          <span class="id">{of.id}</span>
        </header>
      )}
      <div class="vs">
        {side(a)}
        <div class="spine">
          <span aria-hidden="true">{kind.sign}</span>
          <small>
            {apart > 0 ? `${days(apart)} apart` : a !== undefined && a.document === b?.document ? 'same article' : ''}
          </small>
        </div>
        {side(b)}
      </div>
      <footer>
        <p>
          <b>{of.verdict === null ? 'Why it is suggested.' : 'Why it was suggested.'}</b> <Inert text={of.reason} />
        </p>
        {bare ? null : current && of.verdict !== 'confirmed' ? (
          <Decide
            id={of.id}
            what="dispute"
            fields={{ kind: of.kind }}
            verdict={of.verdict}
            yes="Accept"
            no="Dismiss"
            cite={() => void citeRecord(desk, of.id)}
          />
        ) : of.verdict === null ? (
          <span class="sug">not decided</span>
        ) : (
          <span class="verdict">{of.verdict} by a person</span>
        )}
      </footer>
    </article>
  );
}

export const DISPUTE_KEYS = hints(
  ['J K', 'next, previous'],
  ['Y N', 'accept, dismiss'],
  ['Enter', 'to the words'],
  ['Z', 'undo'],
);
