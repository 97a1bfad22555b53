import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Actor, ActorName, Commitment, Dossier, Page, Position, Statement } from '../../server/shapes.js';
import { ask } from '../api.js';
import { go } from '../address.js';
import { useAsk, usePages } from '../asking.js';
import { Dialog } from '../deciding.js';
import { inWords } from '../dates.js';
import { useAsOf, useDesk, useHere, useLink } from '../desk.js';
import { outletOf, Who, Words } from '../evidence.js';
import { ExportMenu } from '../exporting.js';
import { useNarrow } from '../narrow.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { StanceName } from '../marks.js';
import { Button, Empty, Head, hints, Loading, NothingYet, Wrong } from '../parts.js';
import { statementCells } from '../rows.js';
import { StateOf } from '../steps.js';
import { verbOf } from '../words.js';

/** Who is on record, and a dossier each. */
export function Actors(): JSX.Element {
  const { address, version } = useDesk();
  const here = useHere();
  const narrow = useNarrow();
  const words = address.query['q'] ?? '';
  const pages = usePages<Actor>('/api/actors', { issue: words }, version, 60);
  const rows = pages.data ?? [];
  // Where there is room for both, the one with the most statements is shown first.
  const shown = address.id ?? (narrow ? null : (rows[0]?.id ?? null));
  const index = rows.findIndex(({ id }) => id === shown);
  const to = (by: number): void => {
    const row = rows[index < 0 ? 0 : index + by];
    if (row !== undefined) go(here({ act: null, split: null }, row.id), { replace: true });
  };
  useKeys({ j: () => to(1), k: () => to(-1) });
  if (pages.error !== null)
    return pages.error.code === 'empty-ledger' ? (
      <>
        <Head title="Actors">People, states and bodies that the articles name.</Head>
        <NothingYet />
      </>
    ) : (
      <Wrong error={pages.error} />
    );
  return (
    <div class={`dossier${shown === null ? ' none' : ''}`}>
      <nav class="alist" aria-label="Actors">
        <label class="field">
          <span class="vh-only">Find an actor</span>
          <input
            type="search"
            placeholder="Find a name"
            value={words}
            onInput={(event) => go(here({ q: event.currentTarget.value }), { replace: true })}
          />
        </label>
        {pages.data === null ? <Loading /> : rows.length === 0 ? <p class="hint">No name begins so.</p> : null}
        <ul>
          {rows.map(({ id, name, kind, actsFor, statements }) => (
            <li key={id}>
              <a href={here({ act: null, split: null }, id)} aria-current={id === shown ? 'page' : undefined}>
                <span>
                  <Inert text={name} />
                </span>
                <small>
                  {inertText(actsFor?.name ?? kind)} · {statements}
                </small>
              </a>
            </li>
          ))}
        </ul>
        {pages.more ? <Button onClick={pages.next}>Show more</Button> : null}
      </nav>
      <div class="dos">
        {shown === null ? (
          <Head title="Actors">People, states and bodies that the articles name. Choose one, or find a name.</Head>
        ) : (
          <DossierShown id={shown} key={shown} />
        )}
      </div>
    </div>
  );
}

function DossierShown({ id }: { readonly id: string }): JSX.Element {
  const desk = useDesk();
  const { version, address } = desk;
  const link = useLink();
  const here = useHere();
  const asOf = useAsOf();
  const { data, error } = useAsk<Dossier>(`/api/actors/${encodeURIComponent(id)}`, {}, version);
  const act = address.query['act'];
  const said = usePages<Statement>('/api/statements', { actor: id, act, asOf }, version, 25);
  const owed = useAsk<Page<Commitment>>('/api/commitments', { actor: id, limit: 20, asOf }, version);
  const held = useAsk<Page<Position>>('/api/positions', { actor: id, limit: 20, asOf }, version);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [merging, setMerging] = useState(address.query['merge'] !== undefined);
  const names = data?.used.map(({ name }) => name) ?? [];
  const canSplit = ticked.length > 0 && ticked.length < names.length;
  const split = (): void => {
    if (names.length < 2) return desk.say('It goes by one name only: there is nothing to take apart.');
    if (!canSplit) return desk.say('Tick the names that are somebody else’s, but not all of them.');
    desk.decide(
      `“${ticked.join('”, “')}” ${ticked.length === 1 ? 'is' : 'are'} somebody else’s?`,
      { kind: 'split', actor: id, names: [...ticked] },
      () => setTicked([]),
    );
  };
  useKeys({ m: () => setMerging(true), s: split });
  useEffect(() => setTicked([]), [version]);
  if (error !== null)
    return error.code === 'no-such-record' ? (
      <Empty
        title="No such actor"
        actions={
          <a class="btn pri" href={link('actors')}>
            All actors
          </a>
        }
      >
        There is no actor with this id. Where there was one, a decision has put it together with another, or taken it apart.
      </Empty>
    ) : (
      <Wrong error={error} />
    );
  if (data === null) return <Loading />;
  const rows = said.data ?? [];
  return (
    <>
      <header class="dh">
        <div>
          <h1>
            <Inert text={data.name} />
          </h1>
          <p>
            {data.kind}
            {data.actsFor === null ? null : (
              <>
                , acts for <Who of={data.actsFor} />
              </>
            )}
            {data.country === null ? null : ` · ${data.country}`} · {data.statements} statement{data.statements === 1 ? '' : 's'}{' '}
            on record <span class="id">{data.id}</span>
          </p>
        </div>
        <div class="tools">
          <Button shortcut="M" onClick={() => setMerging(true)}>
            Merge with…
          </Button>
          <Button shortcut="S" onClick={split}>
            Split…
          </Button>
          <ExportMenu
            name={data.id}
            table={() => rows.map(statementCells)}
            data={() => ({ ...data, shown: rows, commitments: owed.data?.rows ?? [], positions: held.data?.rows ?? [] })}
          />
        </div>
      </header>
      {data.inferred === null ? null : (
        <aside class="note">
          <p>
            <b>Put together on a guess.</b> {inertText(data.inferred)}. Where a name is somebody else’s, tick it and split.
          </p>
        </aside>
      )}
      {data.namesakes.length === 0 ? null : (
        <aside class="note">
          <p>
            <b>Others of the same last name, kept apart:</b>{' '}
            {data.namesakes.map((one, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <Who key={one.id} of={one} /> <span class="id">{one.id}</span>
              </>
            ))}
            . If they are one, merge them.
          </p>
        </aside>
      )}
      <div class="dcols">
        <section>
          <h2>Statements</h2>
          <p class="acts-row">
            <a class={`chip${act === undefined ? ' on' : ''}`} href={here({ act: null })} data-keep>
              all
            </a>
            {data.acts.map(({ act: one, count }) => (
              <a key={one} class={`chip${act === one ? ' on' : ''}`} href={here({ act: one })} data-keep>
                {verbOf(one)} {count}
              </a>
            ))}
          </p>
          {said.data === null ? <Loading /> : rows.length === 0 ? <p class="unk">No statement on record.</p> : null}
          {rows.map((s) => (
            <div class="stl" key={s.id}>
              <span class="num">
                {s.said === null ? <span class="unk">day not given</span> : inWords(s.said)}
                <small>
                  {s.speaker !== null && s.speaker.id !== data.id ? <Who of={s.speaker} /> : null} {verbOf(s.act)}
                </small>
              </span>
              <Words text={s.content} of={s.first}>
                {s.reports > 1 ? `${s.reports} reports · ` : null}
              </Words>
            </div>
          ))}
          {said.more ? <Button onClick={said.next}>Show more</Button> : null}
        </section>
        <section>
          <h2>Names in the articles</h2>
          <p class="hint">{names.length < 2 ? 'One name only.' : 'Tick the names that are somebody else’s, then split.'}</p>
          <ul class="names">
            {data.used.map(({ name, articles, first }) => (
              <li key={name}>
                <label>
                  <input
                    type="checkbox"
                    checked={ticked.includes(name)}
                    onChange={(event) =>
                      setTicked(event.currentTarget.checked ? [...ticked, name] : ticked.filter((other) => other !== name))
                    }
                  />{' '}
                  <span class="v">
                    <Inert text={name} />
                  </span>
                </label>
                <a href={link('read', first.id)} title={`first: ${outletOf(first)}, ${inWords(first.published.slice(0, 10))}`}>
                  {articles} article{articles === 1 ? '' : 's'}
                </a>
              </li>
            ))}
          </ul>
          <div class="acts">
            <Button onClick={split} disabled={!canSplit}>
              These are somebody else…
            </Button>
            <Button
              disabled={ticked.length !== 1}
              onClick={() =>
                ticked[0] !== undefined &&
                desk.decide(`Show this actor as “${ticked[0]}”?`, { kind: 'rename', actor: id, name: ticked[0] })
              }
            >
              Show under this name…
            </Button>
          </div>
          {data.offices.length === 0 ? null : (
            <>
              <h2>Offices</h2>
              <ul class="names">
                {data.offices.map(({ name, articles, first }) => (
                  <li key={name}>
                    <span>{inertText(name)}</span>
                    <a
                      href={link('read', first.id)}
                      title={`first: ${outletOf(first)}, ${inWords(first.published.slice(0, 10))}`}
                    >
                      {articles} article{articles === 1 ? '' : 's'}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {data.speakers.length === 0 ? null : (
            <>
              <h2>Speak for it</h2>
              <p class="speakers">
                {data.speakers.map((one, i) => (
                  <>
                    {i > 0 ? ', ' : ''}
                    <Who key={one.id} of={one} /> <span class="id">{one.id}</span>
                  </>
                ))}
              </p>
            </>
          )}
          <h2>Commitments</h2>
          {owed.data === null ? null : owed.data.rows.length === 0 ? (
            <p class="unk">None on record.</p>
          ) : (
            <ul class="mini">
              {owed.data.rows.map((c) => (
                <li key={c.id}>
                  <StateOf of={c} />
                  <a class="v" href={link('commitments', null, { open: c.id, actor: id })}>
                    <Inert text={c.what} />
                  </a>
                  <small>
                    {c.kind}, {c.debtor?.id === id || c.debtor?.id === data.actsFor?.id ? 'owes' : 'is owed'}
                  </small>
                </li>
              ))}
            </ul>
          )}
          <h2>Positions</h2>
          {held.data === null ? null : held.data.rows.length === 0 ? (
            <p class="unk">None on record.</p>
          ) : (
            <ul class="mini">
              {held.data.rows.map((p) => (
                <li key={p.id}>
                  <StanceName stance={p.stance} />
                  <a href={link('positions', null, { open: p.id, actor: id })}>
                    <Inert text={p.issue} />
                  </a>
                  <small>since {inWords(p.since)}</small>
                </li>
              ))}
            </ul>
          )}
          <p class="hint">
            <a href={link('timeline', null, { actor: id })}>On the timeline</a> ·{' '}
            <a href={link('search', null, { actor: id })}>All statements</a>
          </p>
        </section>
      </div>
      {merging ? <MergeDialog of={data} close={() => setMerging(false)} /> : null}
    </>
  );
}

/** To whoever two actors have become. */
async function goToMerged(ids: readonly string[], name: string): Promise<void> {
  for (const id of ids) {
    const there = await ask<Dossier>(`/api/actors/${encodeURIComponent(id)}`).then(
      () => true,
      () => false,
    );
    if (there) return go(`/actors/${encodeURIComponent(id)}`, { replace: true });
  }
  const [found] = (await ask<Page<Actor>>('/api/actors', { issue: name, limit: 1 })).rows;
  go(found === undefined ? '/actors' : `/actors/${encodeURIComponent(found.id)}`, { replace: true });
}

/** Asks who else this is. */
function MergeDialog({ of, close }: { readonly of: ActorName; readonly close: () => void }): JSX.Element {
  const desk = useDesk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Actor[]>([]);
  useEffect(() => {
    let live = true;
    if (text.trim() === '') setFound([]);
    else
      ask<Page<Actor>>('/api/actors', { issue: text, limit: 9 }).then(
        ({ rows }) => live && setFound(rows.filter(({ id }) => id !== of.id)),
        () => undefined,
      );
    return () => void (live = false);
  }, [text]);
  return (
    <Dialog title={`Who else is ${of.name}?`} close={close}>
      <label class="field">
        First letters of a name
        <input type="text" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <ul class="picklist">
        {found.map(({ id, name, kind, statements }) => (
          <li key={id}>
            <button
              type="button"
              class="btn"
              onClick={() => {
                close();
                desk.decide(
                  `Are ${of.name} and ${name} one? What both said and owe is then one actor’s.`,
                  { kind: 'merge', actors: [of.id, id] },
                  () => void goToMerged([of.id, id], of.name),
                );
              }}
            >
              {inertText(name)}{' '}
              <small>
                {kind}, {statements} statement{statements === 1 ? '' : 's'}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <div class="acts">
        <Button onClick={close}>Cancel</Button>
      </div>
    </Dialog>
  );
}

export const ACTOR_KEYS = hints(['J K', 'next, previous'], ['M', 'merge'], ['S', 'split']);
