import type { JSX } from 'preact';
import { inertText } from './inert-parts.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Correctable, Desk, Undecided } from './desk.js';
import { useDesk } from './desk.js';
import { useKeys } from './keys.js';
import { Button } from './parts.js';
import { ACTS, DISPUTES, EVENT_TYPES, KINDS } from './words.js';

/** A dialog that is open as long as it is there. */
export function Dialog({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: JSX.Element | readonly (JSX.Element | null)[];
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes, it gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{inertText(title)}</h2>
      {children}
    </dialog>
  );
}

/** Asks for the reason of a decision, which is kept with it. */
export function ReasonDialog({
  question,
  action,
  close,
  take,
}: {
  readonly question: string;
  /** What the button says. */
  readonly action: string;
  readonly close: () => void;
  readonly take: (why: string) => void;
}): JSX.Element {
  const [why, setWhy] = useState('');
  return (
    <Dialog title={question} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(why);
        }}
      >
        <label class="field">
          Reason, kept with the decision
          <textarea rows={3} value={why} onInput={(event) => setWhy(event.currentTarget.value)} placeholder="optional" />
        </label>
        <div class="acts">
          <Button submit primary>
            {action}
          </Button>
          <Button onClick={close}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks for the right values of fields that the machine got wrong. */
export function CorrectDialog({
  of,
  close,
  take,
}: {
  readonly of: Correctable;
  readonly close: () => void;
  readonly take: (fields: Readonly<Record<string, string>>, why: string) => void;
}): JSX.Element {
  const [values, setValues] = useState<Record<string, string>>({});
  const [why, setWhy] = useState('');
  const changed = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== '' && value !== of.fields[field]?.value),
  );
  return (
    <Dialog title={`Correct this ${of.what}`} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.keys(changed).length > 0) take(changed, why);
        }}
      >
        {Object.entries(of.fields).map(([field, { value, options }]) => (
          <label class="field" key={field}>
            {field}
            {options === undefined ? (
              <input
                type="text"
                value={values[field] ?? value}
                onInput={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
              />
            ) : (
              <select
                value={values[field] ?? value}
                onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
              >
                {options.map((option) => (
                  <option key={option} value={option}>
                    {option}
                  </option>
                ))}
              </select>
            )}
          </label>
        ))}
        <label class="field">
          Reason, kept with the decision
          <textarea rows={2} value={why} onInput={(event) => setWhy(event.currentTarget.value)} placeholder="optional" />
        </label>
        <div class="acts">
          <Button submit primary disabled={Object.keys(changed).length === 0}>
            Correct
          </Button>
          <Button onClick={close}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What can be corrected in a record of each kind. */
export function correctable(what: string, id: string, now: Readonly<Record<string, string | null>>): Correctable {
  const field = (name: string, options?: readonly string[]) =>
    [name, { value: now[name] ?? '', ...(options === undefined ? {} : { options }) }] as const;
  const fields = { statement: [field('act', ACTS), field('said')], event: [field('type', EVENT_TYPES), field('when')], commitment: [field('kind', KINDS.map(({ kind }) => kind))], position: [field('issue')], dispute: [field('kind', Object.keys(DISPUTES))] }[what] ?? []; // prettier-ignore
  return { id, what, fields: Object.fromEntries(fields) };
}

interface DecideProps {
  readonly id: string;
  readonly what: string;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly verdict: string | null;
  /** Called for the words to cite; null where there is nothing to cite. */
  readonly cite?: (() => void) | undefined;
  readonly yes?: string;
  readonly no?: string;
}

/** Confirm, correct, reject, wherever a record is shown. */
export function Decide({ id, what, fields, verdict, cite, yes = 'Confirm', no = 'Reject' }: DecideProps): JSX.Element {
  const desk = useDesk();
  useKeys(decideKeys(desk, { id, what, fields, cite }));
  return (
    <div class="acts">
      <Button primary shortcut="Y" onClick={() => void confirm(desk, id, what)}>
        {yes}
      </Button>
      <Button shortcut="E" onClick={() => desk.correct(correctable(what, id, fields))}>
        Correct
      </Button>
      <Button shortcut="N" onClick={() => reject(desk, id, what)}>
        {no}
      </Button>
      {cite === undefined ? null : (
        <Button shortcut="C" onClick={cite}>
          Cite
        </Button>
      )}
      {verdict === null ? null : <span class="verdict">{verdict} by a person</span>}
    </div>
  );
}

const confirm = (desk: Desk, id: string, what: string): Promise<boolean> =>
  desk.decideNow(`Confirmed this ${what}.`, { kind: 'confirm', record: id }, '');
const reject = (desk: Desk, id: string, what: string): void => {
  const decision: Undecided = { kind: 'reject', record: id };
  desk.decide(`Reject this ${what}? It will not be shown any more.`, decision);
};

function decideKeys(desk: Desk, { id, what, fields, cite }: Pick<DecideProps, 'id' | 'what' | 'fields' | 'cite'>) {
  return {
    y: () => void confirm(desk, id, what),
    n: () => reject(desk, id, what),
    e: () => desk.correct(correctable(what, id, fields)),
    c: () => cite?.(),
  };
}
