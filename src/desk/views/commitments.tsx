import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Commitment, ShownRecord } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useAsk, useJoined, usePages, useWithChosen } from '../asking.js';
import { citationOfRecord, citeRecord } from '../citing.js';
import { inWords, isoOf } from '../dates.js';
import { Decide } from '../deciding.js';
import { useAsOf, useDesk, useHere } from '../desk.js';
import { Condition } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { Lifeline, rangeOfAll } from '../lifeline.js';
import { Mark } from '../marks.js';
import { ActorChoice, AsOf, Button, Choice, Empty, Head, hints, Left, Loading, Wrong } from '../parts.js';
import { commitmentCells } from '../rows.js';
import { Parties, StateOf, Steps } from '../steps.js';
import { useWalk } from '../walking.js';
import { isSilent, KINDS, STATES } from '../words.js';

/** Rows of a group before one asks for more. */
const SIZE = 20;
/** So many debtors have their commitments in a row of marks. */
const DEBTORS = 6;
const MARKS = 24;

/** Who owes what to whom, and what became of it. */
export function Commitments(): JSX.Element {
  const desk = useDesk();
  const { address, version, overview } = desk;
  const here = useHere();
  const asOfAsked = useAsOf();
  const { actor, kind, state, q } = address.query;
  const groups = KINDS.map((one) => {
    const shown = kind === undefined || kind === one.kind;
    const pages = usePages<Commitment>(shown ? '/api/commitments' : null, { asOf: asOfAsked, actor, state, issue: q, kind: one.kind }, version, SIZE); // prettier-ignore
    return { ...one, pages, shown };
  }).filter(({ shown }) => shown);
  const { rows: loaded, ready, error, asOf: answered, more } = useJoined(groups.map(({ pages }) => pages));
  const asOf = answered ?? overview.asOf ?? '2000-01-01';
  const asked = address.query['open'] ?? null;
  const rows = useWithChosen('/api/commitments', { asOf: asOfAsked }, version, loaded, asked);
  const chosen = rows.find(({ id }) => id === asked) ?? null;
  const range = useMemo(() => rangeOfAll(rows, asOf), [rows, asOf]);
  const { data: record } = useAsk<ShownRecord>(
    chosen === null ? null : `/api/records/${encodeURIComponent(chosen.id)}`,
    { asOf: asOfAsked },
    version,
  );
  const { step } = useWalk(rows, asked, '.cm .sel');
  useKeys({ j: () => step(1), k: () => step(-1), Escape: () => go(here({ open: null }), { replace: true }), Enter: () => document.querySelector<HTMLElement>('.detail .words a')?.focus() }); // prettier-ignore
  if (error !== null && error.code !== 'empty-ledger') return <Wrong error={error} />;
  const filtered = actor !== undefined || kind !== undefined || state !== undefined || q !== undefined;
  return (
    <>
      <Announce text={chosen === null ? null : `${chosen.kind}: ${chosen.what}, ${chosen.state}`} />
      <Head
        title="Commitments"
        tools={
          <>
            <AsOf />
            <ActorChoice />
            <Choice name="Kind" of="kind" any="Any kind" options={KINDS.map(({ kind: value, name }) => [value, name])} />
            <Choice name="State" of="state" any="Any state" options={STATES.map(({ state: value, name }) => [value, name])} />
            <ExportMenu
              name={`commitments-${asOf}`}
              table={() => rows.map(commitmentCells)}
              data={() => rows}
              citation={() => (record === null ? null : citationOfRecord(record))}
            />
          </>
        }
      >
        {ready ? `${rows.length}${more ? ' and more' : ''} on record. ` : ''}Who owes what to whom, and what became of it.
      </Head>
      {!ready ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty
          title={filtered ? 'No commitment fits' : 'No commitment on record'}
          actions={
            filtered ? (
              <a class="btn pri" href={here({ actor: null, kind: null, state: null, q: null })}>
                Show every commitment
              </a>
            ) : (
              <a class="btn pri" href="/add">
                Add articles
              </a>
            )
          }
        >
          {filtered
            ? 'The filters leave nothing over.'
            : 'Nobody is reported to have promised, offered, threatened, demanded or agreed anything.'}
        </Empty>
      ) : (
        <>
          <Tally rows={rows} />
          <div class={chosen === null ? 'split alone' : 'split'}>
            <div>
              <table class="grid-t cm">
                <thead>
                  <tr>
                    <th scope="col">State</th>
                    <th scope="col">Between</th>
                    <th scope="col">What</th>
                    <th scope="col">Due</th>
                    <th scope="col" class="lt">
                      {inWords(isoOf(range.first).slice(0, 7))} to {inWords(isoOf(range.last).slice(0, 7))}
                    </th>
                  </tr>
                </thead>
                {groups
                  .filter(({ pages }) => (pages.data ?? []).length > 0)
                  .map(({ kind: of, name, pages }) => (
                    <tbody key={of}>
                      <tr class="kh">
                        <th colSpan={5} scope="colgroup">
                          {name}{' '}
                          <small>
                            {pages.data?.length}
                            {pages.more ? '+' : ''}
                          </small>
                        </th>
                      </tr>
                      {pages.data?.map((one) => (
                        <Row key={one.id} of={one} chosen={one === chosen} range={range} asOf={asOf} />
                      ))}
                      {pages.more ? (
                        <tr>
                          <td colSpan={5}>
                            <Button onClick={pages.next}>Show more</Button>
                          </td>
                        </tr>
                      ) : null}
                    </tbody>
                  ))}
              </table>
            </div>
            {chosen === null ? null : (
              <aside class="detail" aria-label="Chosen commitment">
                <p>
                  <Parties of={chosen} /> <span class="id">{chosen.id}</span>
                </p>
                <h2 class="v">
                  <Inert text={chosen.what} />
                </h2>
                {chosen.condition === null ? null : (
                  <p class="if">
                    <Condition text={chosen.condition} />
                  </p>
                )}
                <p>
                  <StateOf of={chosen} /> ·{' '}
                  {chosen.due === null ? (
                    'no day given'
                  ) : (
                    <>
                      due {inWords(chosen.due)} · <Left of={chosen} />
                    </>
                  )}
                </p>
                <Steps of={chosen} down />
                <Decide
                  id={chosen.id}
                  what="commitment"
                  fields={{ kind: chosen.kind }}
                  verdict={chosen.verdict}
                  cite={() => void citeRecord(desk, chosen.id)}
                />
              </aside>
            )}
          </div>
        </>
      )}
    </>
  );
}

function Row({
  of,
  chosen,
  range,
  asOf,
}: {
  readonly of: Commitment;
  readonly chosen: boolean;
  readonly range: { readonly first: number; readonly last: number };
  readonly asOf: string;
}): JSX.Element {
  const here = useHere();
  return (
    <tr
      class={chosen ? 'sel' : ''}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) go(here({ open: of.id }), { keep: true });
      }}
    >
      <td>
        <StateOf of={of} />
      </td>
      <td class="pt">
        <Parties of={of} />
      </td>
      <td class="wt v">
        <a href={here({ open: of.id })} data-keep aria-current={chosen ? 'true' : undefined}>
          <Inert text={of.what} />
        </a>
        {of.condition === null ? null : (
          <small class="if">
            <Condition text={of.condition} />
          </small>
        )}
      </td>
      <td class="num">{of.due === null ? <span class="unk">none</span> : inWords(of.due)}</td>
      <td class="lt">
        <Lifeline of={of} range={range} asOf={asOf} height={32} />
      </td>
    </tr>
  );
}

const markOf = (one: Commitment): string => (isSilent(one) ? 'silent' : one.state);
const stateWord = (one: Commitment): string => (isSilent(one) ? 'day passed, nothing read' : one.state);

/** The commitments of each debtor as a row of marks, each a link: not a score. */
function Tally({ rows }: { readonly rows: readonly Commitment[] }): JSX.Element | null {
  const here = useHere();
  const by = new Map<string, Commitment[]>();
  for (const one of rows) if (one.debtor !== null) by.set(one.debtor.id, [...(by.get(one.debtor.id) ?? []), one]);
  const order = (one: Commitment): number => STATES.findIndex(({ state }) => state === one.state);
  const all = [...by.values()]
    .sort((a, b) => b.length - a.length || ((a[0]?.debtor?.id ?? '') < (b[0]?.debtor?.id ?? '') ? -1 : 1))
    .slice(0, DEBTORS);
  if (all.length === 0) return null;
  return (
    <div class="tally">
      <span class="lab">By debtor</span>
      {all.map((own) => (
        <div class="tl" key={own[0]?.debtor?.id}>
          <b>
            <Inert text={own[0]?.debtor?.name ?? ''} />
          </b>
          <span>
            {own
              .sort((a, b) => order(a) - order(b))
              .slice(0, MARKS)
              .map((one) => (
                <a
                  key={one.id}
                  class={`c-${markOf(one)}`}
                  href={here({ open: one.id })}
                  data-keep
                  title={inertText(`${one.what}: ${stateWord(one)}`)}
                >
                  <Mark of={markOf(one)} size={17} />
                  <span class="vh-only">
                    {inertText(one.what)}: {stateWord(one)}
                  </span>
                </a>
              ))}
          </span>
        </div>
      ))}
    </div>
  );
}

export const COMMITMENT_KEYS = hints(
  ['J K', 'next, previous'],
  ['Enter', 'to the words'],
  ['← →', 'as of: article before, next'],
  ['Y N E', 'decide'],
  ['C', 'copy citation'],
);
