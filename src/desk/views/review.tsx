import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Dispute, Kept } from '../../server/shapes.js';
import { go } from '../address.js';
import { useAsk, usePages } from '../asking.js';
import { inWords } from '../dates.js';
import { useDesk, useHere } from '../desk.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { Button, Empty, Head, hints, Loading, Wrong } from '../parts.js';
import { DISPUTES } from '../words.js';
import { DisputeCard } from './disputes.js';

/** A queue of suggestions, one question at a time. */
export function Review(): JSX.Element {
  const desk = useDesk();
  const { address, version } = desk;
  const here = useHere();
  const pages = usePages<Dispute>('/api/disputes', { state: 'open' }, version, 100);
  const { data: decisions } = useAsk<{ readonly rows: readonly Kept[] }>('/api/decisions', {}, version);
  const [why, setWhy] = useState('');
  const all = pages.data ?? [];
  const index = Math.max(
    0,
    all.findIndex(({ id }) => id === address.query['open']),
  );
  const now = all[index];
  const last = decisions?.rows.find(({ undone }) => !undone) ?? null;
  const to = (by: number): void => {
    const next = all[index + by];
    if (next !== undefined) go(here({ open: next.id }), { replace: true });
  };
  const decide = (yes: boolean): void => {
    if (now === undefined) return;
    const following = all[index + 1] ?? all[index - 1];
    void desk
      .decideNow(yes ? 'Accepted.' : 'Dismissed.', { kind: yes ? 'confirm' : 'reject', record: now.id }, why)
      .then((done) => {
        if (!done) return;
        setWhy('');
        go(here({ open: following?.id ?? null }), { replace: true });
      });
  };
  useKeys({ j: () => to(1), k: () => to(-1), y: () => decide(true), n: () => decide(false) });
  if (pages.error !== null && pages.error.code !== 'empty-ledger') return <Wrong error={pages.error} />;
  const ready = pages.data !== null || pages.error !== null;
  return (
    <>
      <Head
        title="Review"
        tools={
          last === null ? null : (
            <span class="undo">
              Last: <b>{last.kind}</b>{' '}
              <span class="v">
                <Inert text={last.about.length > 60 ? `${last.about.slice(0, 60)}…` : last.about} />
              </span>{' '}
              <Button shortcut="Z" onClick={() => desk.undo()}>
                Undo
              </Button>
            </span>
          )
        }
      >
        {ready ? `${all.length}${pages.more ? ' and more' : ''} suggestion${all.length === 1 ? ' waits' : 's wait'}. ` : ''}A
        decision is kept, and holds when the articles are read again.
      </Head>
      {!ready ? (
        <Loading />
      ) : now === undefined ? (
        <Empty
          title="Nothing waits for a decision"
          actions={
            <a class="btn pri" href="/disputes">
              Disputes, decided ones too
            </a>
          }
        >
          Suggestions come when two passages contradict each other.
        </Empty>
      ) : (
        <div class="rev">
          <ol class="rq">
            {all.map((one) => (
              <li key={one.id}>
                <a href={here({ open: one.id })} data-keep aria-current={one === now ? 'true' : undefined}>
                  <small>{DISPUTES[one.kind]?.name ?? one.kind}</small>
                  <b>
                    <Inert text={one.about} />
                  </b>
                </a>
              </li>
            ))}
          </ol>
          <article class="rv">
            <p class="sug">
              Suggestion {index + 1} of {all.length} · not yet part of the record
            </p>
            <Question of={now} />
            <div class="acts">
              <Button primary shortcut="Y" onClick={() => decide(true)}>
                Yes, a dispute
              </Button>
              <Button shortcut="N" onClick={() => decide(false)}>
                No, dismiss it
              </Button>
              <Button shortcut="J" onClick={() => to(1)}>
                Later
              </Button>
              <label class="rsn">
                <span>Reason, kept with the decision</span>
                <input type="text" placeholder="optional" value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
              </label>
            </div>
          </article>
        </div>
      )}
      {decisions === null || decisions.rows.length === 0 ? null : <Decisions rows={decisions.rows} />}
    </>
  );
}

const Question = ({ of }: { readonly of: Dispute }): JSX.Element => (
  <>
    <h2>
      {of.kind === 'reversal'
        ? 'Did the same actor go back on it?'
        : of.kind === 'word-vs-deed'
          ? 'Does the deed go against the word?'
          : 'Do these two accounts contradict each other?'}
    </h2>
    <p class="why">
      <Inert text={of.about} />
    </p>
    <DisputeCard of={of} current={false} bare />
    <p class="eff">
      <b>If you agree,</b> it stays on record as a dispute between both passages. If not, no list shows it any more. Nothing is
      deleted.
    </p>
  </>
);

/** Every decision, with who took it, when and why. */
function Decisions({ rows }: { readonly rows: readonly Kept[] }): JSX.Element {
  const desk = useDesk();
  const [all, setAll] = useState(false);
  return (
    <section class="decisions">
      <h2>
        Decisions <small>{rows.filter(({ undone }) => !undone).length} in force</small>
      </h2>
      <ul>
        {rows.slice(0, all ? rows.length : 8).map(({ pk, kind, about, who, at, why, undone }) => (
          <li key={pk} class={undone ? 'undone' : ''}>
            <b>{kind}</b>{' '}
            <span class="v">
              <Inert text={about.length > 120 ? `${about.slice(0, 120)}…` : about} />
            </span>
            <small>
              {inertText(who)}, {inWords(at.slice(0, 10))}: <Inert text={why} />
              {undone ? ' · undone' : ''}
            </small>
            {undone ? null : (
              <button type="button" class="btn sm" onClick={() => desk.undo(pk)}>
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 8 && !all ? <Button onClick={() => setAll(true)}>Show all</Button> : null}
    </section>
  );
}

export const REVIEW_KEYS = hints(['Y N', 'decide'], ['J K', 'next, previous'], ['Z', 'undo']);
