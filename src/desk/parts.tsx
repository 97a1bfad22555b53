import type { ComponentChildren, JSX } from 'preact';
import { inertText } from './inert-parts.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type ApiError } from './api.js';
import { go } from './address.js';
import { asError, useAsk } from './asking.js';
import { days, inWords } from './dates.js';
import { useAsOf, useDesk, useHere } from './desk.js';
import { useKeys } from './keys.js';
import { Mark } from './marks.js';
import type { Actor, Overview, Page } from '../server/shapes.js';

/** The head of a view: its name, what it holds, and its tools. */
export const Head = ({
  title,
  children,
  tools,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly tools?: ComponentChildren;
}): JSX.Element => (
  <header class="vh">
    <div>
      <h1>{title}</h1>
      <p>{children}</p>
    </div>
    <div class="tools">{tools}</div>
  </header>
);

export const Kbd = ({ children }: { readonly children: string }): JSX.Element => (
  <>
    {children.split(' ').map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </>
);

/** The keys of a view, for the strip at the foot. */
export const hints = (...all: readonly (readonly [keys: string, what: string])[]): JSX.Element => (
  <>
    {all.map(([keys, what]) => (
      <span key={keys}>
        <Kbd>{keys}</Kbd> {what}
      </span>
    ))}
  </>
);

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly shortcut?: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly submit?: boolean;
}
export const Button = ({
  children,
  onClick,
  shortcut,
  primary = false,
  disabled = false,
  label,
  submit = false,
}: ButtonProps): JSX.Element => (
  <button
    type={submit ? 'submit' : 'button'}
    class={`btn${primary ? ' pri' : ''}`}
    onClick={onClick}
    disabled={disabled}
    aria-label={label}
  >
    {children}
    {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
  </button>
);

/** A list that opens from a button and closes by Escape, by a choice, or by a click elsewhere. */
export function Menu({
  name,
  children,
  right = true,
}: {
  readonly name: ComponentChildren;
  readonly children: ComponentChildren;
  readonly right?: boolean;
}): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => void (menu.current !== null && (menu.current.open = false));
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) close();
    };
    addEventListener('click', elsewhere);
    return () => removeEventListener('click', elsewhere);
  }, []);
  return (
    <details
      class={`menu${right ? '' : ' left'}`}
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
        event.preventDefault();
      }}
    >
      <summary>{name}</summary>
      <div onClick={close}>{children}</div>
    </details>
  );
}

/** One of a few values, kept in the address. */
export function Choice({
  name,
  of,
  any,
  options,
}: {
  readonly name: string;
  readonly of: string;
  readonly any: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}): JSX.Element {
  const { address } = useDesk();
  const here = useHere();
  return (
    <label class="pick">
      <span class="vh-only">{name}</span>
      <select
        value={address.query[of] ?? ''}
        onChange={(event) => go(here({ [of]: event.currentTarget.value, open: null }), { keep: true })}
      >
        <option value="">{any}</option>
        {options.map(([value, label]) => (
          <option value={value} key={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The actor that a view is narrowed to, found by the first letters of a name and kept in the address. */
export function ActorChoice({ of = 'actor', any = 'Any actor' }: { readonly of?: string; readonly any?: string }): JSX.Element {
  const { address } = useDesk();
  const here = useHere();
  const chosen = address.query[of] ?? '';
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Actor[]>([]);
  const [name, setName] = useState('');
  useEffect(() => {
    let live = true;
    if (chosen === '') setName('');
    else ask<Actor>(`/api/actors/${encodeURIComponent(chosen)}`).then((actor) => live && setName(inertText(actor.name)), () => live && setName(chosen)); // prettier-ignore
    return () => void (live = false);
  }, [chosen]);
  useEffect(() => {
    let live = true;
    const soon = setTimeout(() => {
      if (text.trim() === '') setFound([]);
      else
        ask<Page<Actor>>('/api/actors', { issue: text, limit: 8 }).then(
          ({ rows }) => live && setFound(rows),
          () => live && setFound([]),
        );
    }, 120);
    return () => {
      live = false;
      clearTimeout(soon);
    };
  }, [text]);
  if (chosen !== '')
    return (
      <a class="btn chosen" href={here({ [of]: null, open: null })} data-keep aria-label={`${name}: show every actor again`}>
        {name} <span aria-hidden="true">×</span>
      </a>
    );
  return (
    <div class="find" role="group" aria-label={any}>
      <input
        type="search"
        placeholder={any}
        aria-label={`${any}: first letters of a name`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {found.length === 0 ? null : (
        <ul>
          {found.map(({ id, name: called, statements }) => (
            <li key={id}>
              <a href={here({ [of]: id, open: null })} data-keep onClick={() => setText('')}>
                {inertText(called)} <small>{statements}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The day as of which the ledger is looked at: from article to article, as it changes only when something is read. */
export function AsOf({ keys = true }: { readonly keys?: boolean }): JSX.Element {
  const { overview, say, version } = useDesk();
  const here = useHere();
  const asOf = useAsOf();
  const { data: around } = useAsk<Overview>('/api/ledger', { asOf }, version);
  const { before, after } = around ?? overview;
  // From where the address is, even where what is shown has not caught up with it.
  const step = (which: 'before' | 'after'): void => {
    ask<Overview>('/api/ledger', { asOf }).then(
      ({ [which]: day }) => {
        if (day !== null) go(here({ asof: day === overview.newest ? null : day }), { keep: true });
      },
      (error: unknown) => say(asError(error).message),
    );
  };
  useKeys(keys ? { ArrowLeft: () => step('before'), ArrowRight: () => step('after') } : {});
  return (
    <div class="asof" role="group" aria-label="As of">
      <span>As of</span>
      <Step day={before} sign="‹" name="Article before" />
      <b>{inWords(asOf ?? overview.newest)}</b>
      <Step day={after} sign="›" name="Next article" newest={overview.newest} />
      <small>{after === null ? 'last article' : ''}</small>
    </div>
  );
}

function Step({
  day,
  sign,
  name,
  newest,
}: {
  readonly day: string | null;
  readonly sign: string;
  readonly name: string;
  readonly newest?: string | null;
}): JSX.Element {
  const here = useHere();
  if (day === null) return <span class="btn sq off" aria-disabled="true">{sign}</span>; // prettier-ignore
  return (
    <a class="btn sq" data-keep href={here({ asof: day === newest ? null : day })} aria-label={`${name}: ${inWords(day)}`}>
      {sign}
    </a>
  );
}

/** How long until a commitment is due, or what became of it. */
export function Left({
  of,
}: {
  readonly of: {
    readonly state: string;
    readonly due: string | null;
    readonly daysLeft: number | null;
    readonly history: readonly { readonly on: string; readonly inferred: string | null }[];
  };
}): JSX.Element {
  const { state, due, daysLeft } = of;
  if (due === null || daysLeft === null) return <span class="unk">no day given</span>;
  const silent = of.history.at(-1)?.inferred ?? null;
  if (silent !== null) return <span><b>day passed</b> {days(Math.abs(daysLeft))} ago, nothing read</span>; // prettier-ignore
  if (state === 'satisfied') return <b>met</b>;
  if (state === 'violated') return <b>broken</b>;
  if (state === 'rejected') return <b>turned down</b>;
  if (state === 'cancelled') return <b>withdrawn</b>;
  if (state === 'expired') return daysLeft === 0 ? <b>passed today</b> : <span><b>passed</b> {days(Math.abs(daysLeft))} ago</span>; // prettier-ignore
  if (daysLeft >= 0) return <span><b class="big">{daysLeft}</b> {daysLeft === 1 ? 'day' : 'days'} left</span>; // prettier-ignore
  return <span>day came {days(-daysLeft)} ago</span>;
}

export const Empty = ({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}): JSX.Element => (
  <div class="none-p">
    <h2>{title}</h2>
    <p>{children}</p>
    {actions === undefined ? null : <div class="acts">{actions}</div>}
  </div>
);

export const Loading = (): JSX.Element => (
  <div class="none-p skel" aria-busy="true" aria-label="being fetched">
    <i class="w40" />
    <i class="w92" />
    <i class="w85" />
    <i class="w60" />
  </div>
);

/** What went wrong, with its code, and what to do. */
export const Wrong = ({ error }: { readonly error: ApiError }): JSX.Element => (
  <div class="none-p err" role="alert">
    <h1>
      <Mark of="rejected" /> {error.code === 'unreachable' ? 'The ledger does not answer' : 'This cannot be shown'}
    </h1>
    <p>{error.message}</p>
    <div class="acts">
      <Button primary onClick={() => location.reload()}>
        Try again
      </Button>
      <a class="btn" href="/">
        To the articles
      </a>
    </div>
    <code>{error.code}</code>
  </div>
);

/** What every view says of a ledger in which nothing is filed. */
export const NothingYet = (): JSX.Element => (
  <Empty
    title="Nothing on record yet"
    actions={
      <a class="btn pri" href="/add">
        Add articles
      </a>
    }
  >
    Add a dated article, as a file or pasted. What it says is read on this machine and kept in one file.
  </Empty>
);
