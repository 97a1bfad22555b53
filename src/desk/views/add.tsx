import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../server/shapes.js';
import { send, urlOf } from '../api.js';
import { asError } from '../asking.js';
import { useLink } from '../desk.js';
import { Inert } from '../inert.js';
import { State } from '../marks.js';
import { Button, Head, Kbd, hints } from '../parts.js';

/** One thing that was given to be read, and what became of it. */
interface Job {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | Outcome['filed'];
  readonly id: string | null;
  readonly statements: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** What to send again, with a date; null where it cannot be mended here. */
  readonly body: Blob | null;
  readonly type: string;
  /** What the person says of it. */
  readonly published: string;
  readonly publisher: string;
}

// Above this the server refuses what comes in one piece.
const LIMIT = 64_000_000;
const STATES: Readonly<Record<Job['state'], readonly [mark: string, word: string]>> = { waiting: ['open', 'waiting'], reading: ['active', 'reading'], new: ['satisfied', 'filed'], corrected: ['satisfied', 'corrected'], known: ['cancelled', 'known'], refused: ['rejected', 'refused'] }; // prettier-ignore

// Kept while one looks at other views: what is being read goes on.
let jobs: readonly Job[] = [];
let nextKey = 1;
let running = false;
const listeners = new Set<() => void>();
const change = (next: readonly Job[]): void => {
  jobs = next;
  for (const listener of listeners) listener();
};
const update = (key: number, changed: Partial<Job>): void =>
  change(jobs.map((job) => (job.key === key ? { ...job, ...changed } : job)));

/** Texts in, a list of what became of each. Every article needs its date. */
export function Add(): JSX.Element {
  const [, draw] = useState(0);
  useEffect(() => {
    const listener = (): void => draw((n) => n + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const [publisher, setPublisher] = useState('');
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined): void => {
    for (const file of list ?? []) {
      const lines = /\.(?:jsonl|ndjson)$/iu.test(file.name);
      const type = lines ? 'application/x-ndjson' : /\.json$/iu.test(file.name) ? 'application/json' : 'text/plain';
      if (file.size > LIMIT)
        put({ name: file.name, state: 'refused', error: { code: 'too-large', message: `the file has more than ${LIMIT.toLocaleString('en')} bytes: file it with onrecord add, which takes files of any length` }, body: null, type, published: '', publisher: '' }); // prettier-ignore
      else put({ name: file.name, state: 'waiting', error: null, body: file, type, published: '', publisher: '' });
    }
    void run();
  };
  const paste = (): void => {
    if (text.trim() === '') return;
    put({
      name: `pasted: ${text.trim().slice(0, 40)}…`,
      state: 'waiting',
      error: null,
      body: new Blob([text]),
      type: 'text/plain',
      published,
      publisher,
    });
    void run();
    setText('');
  };
  const done = jobs.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  const refused = jobs.filter(({ state }) => state === 'refused').length;
  // A refusal comes first: it is what asks for something.
  const order = [...jobs].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused') || b.key - a.key);
  return (
    <>
      <Head title="Add articles">
        Files stay on the machine that serves this page. Each article needs its date: the words “today” and “Friday” count from
        it.
      </Head>
      <div class="adding">
        <div>
          <div
            class={`drop${over ? ' over' : ''}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              take(event.dataTransfer?.files);
            }}
          >
            <p>
              <b>Drop files here</b>, or{' '}
              <Button primary onClick={() => files.current?.click()}>
                Choose files
              </Button>
              <input
                ref={files}
                type="file"
                class="vh-only"
                multiple
                tabIndex={-1}
                aria-label="Files of articles"
                onChange={(event) => {
                  take(event.currentTarget.files);
                  event.currentTarget.value = '';
                }}
              />
            </p>
            <p class="hint">
              Plain text, or JSON Lines with <code>id, published, publisher, title, text</code>
            </p>
          </div>
          <form
            class="paste"
            onSubmit={(event) => {
              event.preventDefault();
              paste();
            }}
          >
            <label for="pasted">Or paste an article</label>
            <textarea
              id="pasted"
              rows={8}
              value={text}
              placeholder="Paste the text. First lines such as “Date: 2023-05-09” and “Title: …” are read as its header."
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) paste();
              }}
            />
            <div class="fr">
              <label>
                Published <input type="date" value={published} onInput={(event) => setPublished(event.currentTarget.value)} />
              </label>
              <label>
                Outlet{' '}
                <input
                  type="text"
                  value={publisher}
                  placeholder="unknown if left empty"
                  onInput={(event) => setPublisher(event.currentTarget.value)}
                />
              </label>
              <Button submit primary disabled={text.trim() === ''}>
                Read it <Kbd>Ctrl ↵</Kbd>
              </Button>
            </div>
          </form>
        </div>
        <section class="prog" aria-label="What became of it">
          <header>
            <h2>{jobs.length === 0 ? 'Nothing given yet' : done < jobs.length ? 'Being read' : 'Read'}</h2>
            {jobs.length === 0 ? null : (
              <p aria-live="polite">
                <progress max={jobs.length} value={done} aria-label="read" /> {done} of {jobs.length}
                {refused > 0 ? `, ${refused} refused` : ''}
              </p>
            )}
          </header>
          {jobs.length === 0 ? (
            <p class="hint">
              What is dropped is read here, an article at a time; each shows what was found in it, or why it was refused.
            </p>
          ) : (
            <table class="grid-t">
              <thead>
                <tr>
                  <th scope="col">State</th>
                  <th scope="col">Article</th>
                  <th scope="col" class="num">
                    Statements
                  </th>
                </tr>
              </thead>
              <tbody>
                {order.map((job) => (
                  <JobRow key={job.key} of={job} />
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
    </>
  );
}

function JobRow({ of }: { readonly of: Job }): JSX.Element {
  const link = useLink();
  const [day, setDay] = useState('');
  const [mark, word] = STATES[of.state];
  return (
    <tr class={of.state === 'refused' ? 'bad' : ''}>
      <td>
        {of.state === 'reading' ? (
          <span class="st c-active">
            <span class="spin" aria-hidden="true" /> reading
          </span>
        ) : (
          <State state={mark}>{word}</State>
        )}
      </td>
      <td>
        {of.id === null || of.state === 'refused' ? (
          <b>
            <Inert text={of.name} />
          </b>
        ) : (
          <a class="v" href={link('read', of.id)}>
            <Inert text={of.name} />
          </a>
        )}
        {of.state === 'known' ? <small>Already in the ledger with the same text. Nothing changed.</small> : null}
        {of.error === null ? null : (
          <p>
            <Inert text={of.error.message} /> <code>{of.error.code}</code>
          </p>
        )}
        {of.error?.code === 'no-date' && of.body !== null ? (
          <form
            class="fix"
            onSubmit={(event) => {
              event.preventDefault();
              if (day === '') return;
              update(of.key, { state: 'waiting', error: null, published: day });
              void run();
            }}
          >
            <label class="vh-only" for={`day-${of.key}`}>
              Published
            </label>
            <input id={`day-${of.key}`} type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
            <Button submit>Read it with this date</Button>
            <Button onClick={() => change(jobs.filter(({ key }) => key !== of.key))}>Leave it out</Button>
          </form>
        ) : null}
      </td>
      <td class="num">{of.statements ?? (of.state === 'reading' || of.state === 'waiting' ? '…' : '–')}</td>
    </tr>
  );
}

function put(job: Omit<Job, 'key' | 'id' | 'statements'>): number {
  const key = nextKey++;
  change([...jobs, { ...job, key, id: null, statements: null }]);
  return key;
}

/** Reads what waits, one after the other, so that each is seen when it is done. */
async function run(): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (
      let job = jobs.find(({ state }) => state === 'waiting');
      job !== undefined;
      job = jobs.find(({ state }) => state === 'waiting')
    ) {
      update(job.key, { state: 'reading' });
      await read(job);
    }
  } finally {
    running = false;
  }
}

async function read({ key, body, type, name, published, publisher }: Job): Promise<void> {
  let first = true;
  try {
    const response = await send(urlOf('/api/articles', { name, published, publisher }), {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const outcome = JSON.parse(line) as Outcome;
        const result = { state: outcome.filed, id: outcome.id, statements: outcome.statements, error: outcome.error };
        // One job a file, and one for each further article in it.
        if (type !== 'application/x-ndjson') update(key, result);
        else {
          const mended = outcome.error?.code === 'no-date' ? await lineOf(body, outcome.name) : null;
          const own = first
            ? key
            : put({
                name: outcome.name ?? name,
                state: 'reading',
                error: null,
                body: mended,
                type: 'application/json',
                published: '',
                publisher: '',
              });
          update(own, { ...result, name: outcome.name ?? name, body: mended, type: 'application/json' });
        }
        first = false;
      }
    }
    if (first) update(key, { state: 'refused', error: { code: 'empty-text', message: 'there is no article in it' }, body: null });
  } catch (error) {
    const { code, message } = asError(error);
    // What was filed before the line broke is filed.
    if (first) update(key, { state: 'refused', error: { code, message } });
    else put({ name: `the rest of ${name}`, state: 'refused', error: { code, message }, body, type, published, publisher });
  }
}

/** The line that an outcome is about, to be sent again by itself. */
async function lineOf(body: Blob | null, name: string | null): Promise<Blob | null> {
  const number = /line (\d+)$/u.exec(name ?? '')?.[1];
  if (body === null || number === undefined) return null;
  const line = (await body.text()).split('\n')[Number(number) - 1];
  return line === undefined ? null : new Blob([line]);
}

export const ADD_KEYS = hints(['Ctrl ↵', 'read what was pasted']);
