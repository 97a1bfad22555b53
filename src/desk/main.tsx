import { render, type JSX } from 'preact';
import { inertText } from './inert-parts.js';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Kept, Overview } from '../server/shapes.js';
import { followLinks, go, hrefOf, restorePlace, useAddress, VIEWS, type View } from './address.js';
import { ApiError, ask, forget, keepToken, listen, post, send } from './api.js';
import { asError } from './asking.js';
import { CorrectDialog, ReasonDialog } from './deciding.js';
import { DeskContext, type Correctable, type Desk, type Undecided } from './desk.js';
import { HelpDialog, Masthead } from './frame.js';
import { armG, disarmG, isAfterG, useKeys } from './keys.js';
import { Button, Kbd, Loading, Wrong } from './parts.js';
import { applyTheme, readSettings } from './settings.js';
import { ACTOR_KEYS, Actors } from './views/actors.js';
import { Add, ADD_KEYS } from './views/add.js';
import { COMMITMENT_KEYS, Commitments } from './views/commitments.js';
import { DEADLINE_KEYS, Deadlines } from './views/deadlines.js';
import { DISPUTE_KEYS, Disputes } from './views/disputes.js';
import { POSITION_KEYS, Positions } from './views/positions.js';
import { Read, READ_KEYS } from './views/read.js';
import { Review, REVIEW_KEYS } from './views/review.js';
import { Search, SEARCH_KEYS } from './views/search.js';
import { Timeline, TIMELINE_KEYS } from './views/timeline.js';
import './style/tokens.css';
import './style/frame.css';
import './style/marks.css';
import './style/reader.css';
import './style/views.css';
import './style/narrow.css';

const SHOWN: Readonly<Record<View, readonly [view: () => JSX.Element, keys: JSX.Element]>> = {
  read: [Read, READ_KEYS],
  deadlines: [Deadlines, DEADLINE_KEYS],
  commitments: [Commitments, COMMITMENT_KEYS],
  positions: [Positions, POSITION_KEYS],
  timeline: [Timeline, TIMELINE_KEYS],
  disputes: [Disputes, DISPUTE_KEYS],
  actors: [Actors, ACTOR_KEYS],
  add: [Add, ADD_KEYS],
  review: [Review, REVIEW_KEYS],
  search: [Search, SEARCH_KEYS],
};

const ACTIONS: Readonly<Record<Undecided['kind'], string>> = { merge: 'Merge', split: 'Take apart', rename: 'Rename', confirm: 'Confirm', reject: 'Reject', correct: 'Correct', link: 'Put together', unlink: 'Take apart' }; // prettier-ignore

type Open =
  | { readonly what: 'reason'; readonly question: string; readonly decision: Undecided; readonly done: () => void }
  | { readonly what: 'correct'; readonly of: Correctable }
  | { readonly what: 'help' };

function App(): JSX.Element {
  const address = useAddress();
  const [version, setVersion] = useState(0);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [gone, setGone] = useState<Date | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly undo: boolean } | null>(null);

  const own = useRef<number[]>([]);

  const changed = useCallback(() => {
    forget();
    setVersion((n) => n + 1);
  }, []);
  useEffect(() => listen(changed, (yes) => setGone((since) => (yes ? null : (since ?? new Date())))), [changed]);
  useEffect(() => {
    ask<Overview>('/api/ledger').then(
      (found) => {
        setOverview(found);
        setError(null);
      },
      (reason: unknown) => setError(asError(reason)),
    );
  }, [version]);
  useEffect(() => {
    const shown = VIEWS.find(({ view }) => view === address.view)?.name ?? 'Read';
    document.title = `${shown} · Onrecord`;
    document.body.dataset['view'] = address.view === 'read' && address.id !== null ? 'reader' : address.view;
  }, [address]);
  useEffect(() => {
    if (said === null) return undefined;
    const over = setTimeout(() => setSaid(null), said.undo ? 12_000 : 5000);
    return () => clearTimeout(over);
  }, [said]);

  const take = useCallback(async (text: string, decision: Undecided, why: string): Promise<boolean> => {
    try {
      const who = readSettings().who.trim();
      const response = await post('/api/decisions', { ...decision, who: who === '' ? 'desk' : who, why: why.trim() === '' ? 'no reason given' : why.trim() });
      const { pk } = (await response.json()) as { readonly pk: number };
      own.current.push(pk);
      setSaid({ text, undo: true });
      changed();
      return true;
    } catch (reason) {
      setSaid({ text: asError(reason).message, undo: false });
      return false;
    }
  }, [changed]); // prettier-ignore
  const undo = useCallback(
    (pk?: number): void => {
      const run = async (): Promise<void> => {
        const { rows } = await ask<{ readonly rows: readonly Kept[] }>('/api/decisions');
        // The last one taken in this window, before anybody else's.
        const mine = rows.find((row) => !row.undone && own.current.includes(row.pk));
        const one =
          pk === undefined ? (mine ?? rows.find((row) => !row.undone)) : rows.find((row) => !row.undone && row.pk === pk);
        if (one === undefined) return setSaid({ text: 'There is no decision to undo.', undo: false });
        await send(`/api/decisions/${one.pk}`, { method: 'DELETE' });
        setSaid({ text: `Undone: ${one.kind}.`, undo: false });
        changed();
      };
      run().catch((reason: unknown) => setSaid({ text: asError(reason).message, undo: false }));
    },
    [changed],
  );
  const desk = useMemo(
    (): Desk | null =>
      overview === null
        ? null
        : {
            address,
            version,
            overview,
            decide: (question, decision, done = () => undefined) => setOpen({ what: 'reason', question, decision, done }),
            decideNow: take,
            undo,
            correct: (of) => setOpen({ what: 'correct', of }),
            say: (text) => setSaid({ text, undo: false }),
          },
    [address, version, overview, take, undo],
  );
  const asof = address.query['asof'] ?? null;
  useKeys({
    g: armG,
    z: () => undo(),
    '?': () => setOpen({ what: 'help' }),
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('#q');
      if (field === null) go(hrefOf('search', null, { asof }));
      else field.select();
    },
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (!isAfterG() || event.ctrlKey || event.metaKey || event.altKey || event.key === 'g') return;
      disarmG();
      const to = VIEWS.find(({ key }) => key === event.key.toLowerCase());
      if (to === undefined) return;
      event.preventDefault();
      go(hrefOf(to.view, null, { asof }));
    };
    // Before the view hears the letter.
    addEventListener('keydown', heard, true);
    return () => removeEventListener('keydown', heard, true);
  }, [asof]);

  if (error?.code === 'no-token') return <TokenForm retry={changed} />;
  if (desk === null || overview === null) return <main id="main" class="plain">{error === null ? <Loading /> : <Wrong error={error} />}</main>; // prettier-ignore
  const [Shown, keys] = SHOWN[address.view];
  const close = (): void => setOpen(null);
  return (
    <DeskContext.Provider value={desk}>
      <Masthead view={address.view} overview={overview} />
      <main id="main" tabIndex={-1}>
        {gone === null ? null : <Gone since={gone} />}
        {address.known ? (
          <Shown key={address.view} />
        ) : (
          <Wrong error={new ApiError('no-such-page', 'There is no view at this address.')} />
        )}
      </main>
      <footer class="keys">
        <div>
          {keys}
          <span>
            <Kbd>G</Kbd> then a letter: change view
          </span>
          <button type="button" onClick={() => setOpen({ what: 'help' })}>
            <Kbd>?</Kbd> all keys, settings
          </button>
        </div>
      </footer>
      <div class="toast" role="status" aria-live="polite">
        {said === null ? null : (
          <p>
            {inertText(said.text)}{' '}
            {said.undo ? (
              <Button shortcut="Z" onClick={() => undo()}>
                Undo
              </Button>
            ) : null}
          </p>
        )}
      </div>
      {open === null ? null : open.what === 'help' ? (
        <HelpDialog close={close} />
      ) : open.what === 'reason' ? (
        <ReasonDialog
          question={open.question}
          action={ACTIONS[open.decision.kind]}
          close={close}
          take={(why) => {
            close();
            void take('Decided.', open.decision, why).then((done) => done && open.done());
          }}
        />
      ) : (
        <CorrectDialog
          of={open.of}
          close={close}
          take={(fields, why) => {
            close();
            void take(`Corrected this ${open.of.what}.`, { kind: 'correct', record: open.of.id, fields: { ...fields } }, why);
          }}
        />
      )}
    </DeskContext.Provider>
  );
}

const Gone = ({ since }: { readonly since: Date }): JSX.Element => (
  <div class="gone" role="alert">
    <b>The ledger does not answer.</b> What you see was true at {since.toTimeString().slice(0, 5)}. It is asked again every few
    seconds; start it with <code>onrecord serve</code>.
  </div>
);

/** A ledger that can be reached from elsewhere is for those who have its token. */
function TokenForm({ retry }: { readonly retry: () => void }): JSX.Element {
  const [value, set] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <main id="main" class="plain">
      <form
        class="none-p"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (keepToken(value.trim())) retry();
        }}
      >
        <h1>This ledger is open to those who have its token</h1>
        {tried ? (
          <p role="alert">
            <b>That was not the one.</b>
          </p>
        ) : null}
        <p>Whoever started onrecord serve has it. It is kept until this window is closed.</p>
        <label class="field">
          Token <input type="password" value={value} autocomplete="off" onInput={(event) => set(event.currentTarget.value)} />
        </label>
        <div class="acts">
          <Button submit primary>
            Open the desk
          </Button>
        </div>
      </form>
    </main>
  );
}

applyTheme(readSettings());
document.addEventListener('click', followLinks);
restorePlace();
render(<App />, document.getElementById('desk') as HTMLElement);
