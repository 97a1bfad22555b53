import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Found, Statement } from '../../server/shapes.js';
import { go } from '../address.js';
import { useAsk, usePages } from '../asking.js';
import { citeRecord } from '../citing.js';
import { inWords } from '../dates.js';
import { useAsOf, useDesk, useHere, useLink } from '../desk.js';
import { outletOf, Source, Who } from '../evidence.js';
import { copy, ExportMenu } from '../exporting.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { LongList } from '../list.js';
import { StanceName } from '../marks.js';
import { ActorChoice, AsOf, Button, Choice, Empty, hints, Loading, NothingYet, Wrong } from '../parts.js';
import { commitmentCells, positionCells, statementCells } from '../rows.js';
import { Parties, StateOf } from '../steps.js';
import { ACTS, verbOf } from '../words.js';

/** One field over everything; what is asked is in the address. */
export function Search(): JSX.Element {
  const desk = useDesk();
  const { address, version } = desk;
  const here = useHere();
  const field = useRef<HTMLInputElement>(null);
  const asOf = useAsOf();
  const { q = '', actor, act, since, until } = address.query;
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    const soon = setTimeout(() => typed !== q && go(here({ q: typed, only: null, open: null }), { replace: true }), 200);
    return () => clearTimeout(soon);
  }, [typed]);
  useEffect(() => field.current?.focus(), []);
  const asked = { asOf, actor, act, since, until };
  const list = q.trim() === '' || address.query['only'] === 'statements';
  const found = useAsk<Found>(list ? null : '/api/search', { ...asked, q }, version);
  const pages = usePages<Statement>(list ? '/api/statements' : null, { ...asked, issue: q }, version);
  const rows = pages.data ?? [];
  const shown = list ? rows : (found.data?.statements ?? []);
  const open = address.query['open'] ?? null;
  const index = shown.findIndex(({ id }) => id === open);
  const to = (by: number): void => {
    const row = shown[index < 0 ? 0 : index + by];
    if (row !== undefined) go(here({ open: row.id }), { replace: true });
  };
  useKeys({
    j: () => to(1),
    k: () => to(-1),
    c: () => void citeRecord(desk, open),
    Enter: () => document.querySelector<HTMLElement>('.res.cur .cite a')?.click(),
  });
  const error = list ? pages.error : found.error;
  const day = (name: 'since' | 'until', label: string): JSX.Element => (
    <label class="pick">
      {label}{' '}
      <input
        type="date"
        value={address.query[name] ?? ''}
        onChange={(event) => go(here({ [name]: event.currentTarget.value }), { replace: true })}
      />
    </label>
  );
  return (
    <div class="srch">
      <h1 class="vh-only">Search</h1>
      <form class="sbox" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span class="vh-only">Search the record</span>
          <input
            type="search"
            id="q"
            ref={field}
            value={typed}
            placeholder="Words of a statement, a commitment, an article; a name"
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (!['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
              event.preventDefault();
              event.currentTarget.blur();
            }}
          />
        </label>
        <div class="chips">
          <ActorChoice />
          <Choice name="Act" of="act" any="Any act" options={ACTS.map((one) => [one, verbOf(one)])} />
          {day('since', 'since')}
          {day('until', 'until')}
          <AsOf />
          <ExportMenu
            name="search"
            table={() => [
              ...shown.map((s) => ({ found: 'statement', ...statementCells(s) })),
              ...(list
                ? []
                : [
                    ...(found.data?.commitments ?? []).map((c) => ({ found: 'commitment', ...commitmentCells(c) })),
                    ...(found.data?.positions ?? []).map((p) => ({ found: 'position', ...positionCells(p) })),
                  ]),
            ]}
            data={() => (list ? rows : found.data)}
          />
        </div>
        <p class="addr">
          The address of this page is the search.{' '}
          <Button
            onClick={() =>
              void copy(location.href).then((done) => desk.say(done ? 'Link copied.' : 'The browser does not let the page copy.'))
            }
          >
            Copy link
          </Button>
        </p>
      </form>
      {error !== null ? (
        error.code === 'empty-ledger' ? (
          <NothingYet />
        ) : (
          <Wrong error={error} />
        )
      ) : list ? (
        pages.data === null ? (
          <Loading />
        ) : rows.length === 0 ? (
          <NoneFound q={q} />
        ) : (
          <>
            <h2 class="lh2">
              {q === '' ? 'All statements' : 'Statements'}, the latest first{' '}
              {q === '' ? null : (
                <a href={here({ only: null })} data-keep>
                  everything found
                </a>
              )}
            </h2>
            <LongList
              label="Statements"
              rows={rows}
              keyOf={({ id }) => id}
              height={92}
              more={pages.more}
              next={pages.next}
              chosen={index < 0 ? undefined : index}
              row={(s) => <StatementFound of={s} words={q} current={s.id === open} />}
            />
          </>
        )
      ) : found.data === null ? (
        <Loading />
      ) : (
        <FoundShown of={found.data} q={q} open={open} />
      )}
    </div>
  );
}

const NoneFound = ({ q }: { readonly q: string }): JSX.Element => {
  const here = useHere();
  return (
    <Empty
      title={q === '' ? 'No statement fits' : `Nothing on record for “${q}”`}
      actions={
        <a class="btn pri" href={here({ actor: null, act: null, since: null, until: null })}>
          Take away the filters
        </a>
      }
    >
      {q === ''
        ? 'The filters leave nothing over.'
        : 'No statement, commitment, position or article of this ledger has all of these words. Try fewer, or a name as the articles spell it.'}
    </Empty>
  );
};

function FoundShown({ of, q, open }: { readonly of: Found; readonly q: string; readonly open: string | null }): JSX.Element {
  const here = useHere();
  const link = useLink();
  const n = of.actors.length + of.statements.length + of.commitments.length + of.positions.length + of.passages.length;
  if (n === 0) return <NoneFound q={q} />;
  return (
    <div class="scols">
      <div>
        {of.actors.length === 0 ? null : (
          <section>
            <h2>Actors</h2>
            {of.actors.map((a) => (
              <article class="res" key={a.id}>
                <h3>
                  <Who of={a} />
                </h3>
                <p>
                  {a.kind}
                  {a.actsFor === null ? '' : `, acts for ${inertText(a.actsFor.name)}`} · {a.statements} statement
                  {a.statements === 1 ? '' : 's'}
                </p>
              </article>
            ))}
          </section>
        )}
        {of.commitments.length === 0 ? null : (
          <section>
            <h2>Commitments</h2>
            {of.commitments.map((c) => (
              <article class="res" key={c.id}>
                <p>
                  <StateOf of={c} /> <Parties of={c} />
                </p>
                <h3 class="v">
                  <a href={link('commitments', null, { open: c.id, q })}>
                    <Lit text={c.what} words={q} />
                  </a>
                </h3>
                <small>{c.due === null ? 'no day given' : `due ${inWords(c.due)}`}</small>
              </article>
            ))}
          </section>
        )}
        {of.statements.length === 0 ? null : (
          <section>
            <h2>
              Statements{' '}
              <a href={here({ only: 'statements' })} data-keep>
                all of them
              </a>
            </h2>
            {of.statements.map((s) => (
              <StatementFound key={s.id} of={s} words={q} current={s.id === open} />
            ))}
          </section>
        )}
        {of.positions.length === 0 ? null : (
          <section>
            <h2>Positions</h2>
            {of.positions.map((p) => (
              <article class="res" key={p.id}>
                <p>
                  <Who of={p.actor} /> <StanceName stance={p.stance} /> since {inWords(p.since)}
                </p>
                <h3>
                  <a href={link('positions', null, { open: p.id })}>
                    <Lit text={p.issue} words={q} />
                  </a>
                </h3>
              </article>
            ))}
          </section>
        )}
      </div>
      <aside>
        <h2>
          In the articles <a href={link('read', null, { q })}>all of them</a>
        </h2>
        {of.passages.length === 0 ? <p class="hint">No article has all of these words.</p> : null}
        {of.passages.map((p) => (
          <article class="kwic" key={`${p.article} ${p.start}`}>
            <p class="kw v">
              <span>
                <Inert text={p.before} />
              </span>
              <mark>
                <Inert text={p.words} />
              </mark>
              <span>
                <Inert text={p.after} />
              </span>
            </p>
            <p>
              <a href={link('read', p.article, { at: `${p.start}-${p.end}` })}>
                {outletOf(p)}, {inWords(p.published.slice(0, 10))}
              </a>
            </p>
          </article>
        ))}
      </aside>
    </div>
  );
}

function StatementFound({
  of,
  words,
  current,
}: {
  readonly of: Statement;
  readonly words: string;
  readonly current: boolean;
}): JSX.Element {
  return (
    <article class={`res${current ? ' cur' : ''}`}>
      <p>
        <Who of={of.speaker} /> {verbOf(of.act)} · {of.said === null ? <span class="unk">day not given</span> : inWords(of.said)}
        {of.verdict === null ? null : <span class="verdict"> · {of.verdict} by a person</span>}
      </p>
      <blockquote class="words">
        <p>
          <Lit text={of.content} words={words} />
        </p>
        {of.first === null ? null : <Source of={of.first} before={of.reports > 1 ? `${of.reports} reports · ` : null} />}
      </blockquote>
    </article>
  );
}

/** Text with the words that were looked for marked. */
function Lit({ text, words }: { readonly text: string; readonly words: string }): JSX.Element {
  const tokens = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (tokens.length === 0) return <Inert text={text} />;
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${tokens.join('|')})(?![\\p{L}\\p{N}])`, 'giu'));
  return <>{parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : <Inert key={i} text={part} />))}</>;
}

export const SEARCH_KEYS = hints(
  ['/', 'to the field'],
  ['J K', 'next, previous'],
  ['Enter', 'to the words'],
  ['C', 'copy citation'],
);
