import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Article, ArticleRow, PlacedEvent, PlacedStatement, ShownRecord } from '../../server/shapes.js';
import { Announce } from '../announce.js';
import { go } from '../address.js';
import { useAsk, usePages } from '../asking.js';
import { placeBeside } from '../beside.js';
import { citationOf } from '../citation.js';
import { inWords, isDay } from '../dates.js';
import { Decide } from '../deciding.js';
import { useAsOf, useDesk, useHere, useLink, type Desk } from '../desk.js';
import { Condition, InContext, Inferred, outletOf, placeOf, Unknown, When, Who } from '../evidence.js';
import { copy, ExportMenu } from '../exporting.js';
import { inertText } from '../inert-parts.js';
import { Inert } from '../inert.js';
import { useKeys } from '../keys.js';
import { LongList } from '../list.js';
import { Mark, StanceName, State } from '../marks.js';
import { Empty, Head, hints, Loading, NothingYet, Wrong } from '../parts.js';
import { chainOf, entriesOf, entryAt, parsePlace, spansOf, type Entry } from '../reading.js';
import { marksOf, Paragraph } from '../paragraph.js';
import { byParagraph, paragraphsOf } from '../segments.js';
import { verbOf } from '../words.js';

const LAYERS = ['statements', 'times', 'events', 'actors'] as const;
const AT_FIRST = 'statements,times,events';

/** One article with its record beside it; without one chosen, the list of all. */
export function Read(): JSX.Element {
  const { address, version } = useDesk();
  const asOf = useAsOf();
  const { data, error } = useAsk<Article>(address.id === null ? null : `/api/articles/${encodeURIComponent(address.id)}`, { asOf, version: address.query['version'] }, version); // prettier-ignore
  if (address.id === null) return <Articles />;
  if (error !== null) return <div class="plain"><Wrong error={error} /></div>; // prettier-ignore
  if (data === null) return <div class="plain"><Loading /></div>; // prettier-ignore
  return <Reader article={data} key={`${data.id} ${data.version}`} />;
}

function Articles(): JSX.Element {
  const { address, version } = useDesk();
  const here = useHere();
  const link = useLink();
  const asOf = useAsOf();
  const words = address.query['q'] ?? '';
  const pages = usePages<ArticleRow>('/api/articles', { asOf, issue: words }, version);
  const rows = pages.data ?? [];
  const chosen = rows.findIndex(({ id }) => id === address.query['open']);
  const to = (row: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, row))];
    if (next !== undefined) go(here({ open: next.id }), { replace: true });
  };
  useKeys({
    j: () => to(chosen + 1),
    k: () => to(chosen - 1),
    Enter: () => {
      const row = rows[chosen];
      if (row !== undefined) go(link('read', row.id));
    },
  });
  return (
    <div class="plain">
      <Head
        title="Articles"
        tools={
          <input
            type="search"
            placeholder="Words of an article"
            aria-label="Words of an article"
            value={words}
            onInput={(event) => go(here({ q: event.currentTarget.value, open: null }), { replace: true })}
          />
        }
      >
        Everything that was read, the latest first.
      </Head>
      {pages.error !== null ? (
        pages.error.code === 'empty-ledger' ? (
          <NothingYet />
        ) : (
          <Wrong error={pages.error} />
        )
      ) : pages.data === null ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty
          title={`No article has “${words}”`}
          actions={
            <a class="btn pri" href={here({ q: null })}>
              Show every article
            </a>
          }
        >
          Words are looked for as they stand, all of them. Try fewer, or another form of a word.
        </Empty>
      ) : (
        <LongList
          label="Articles"
          rows={rows}
          keyOf={({ id }) => id}
          height={76}
          more={pages.more}
          next={pages.next}
          chosen={chosen}
          row={(row, i) => (
            <article class={`art-row${i === chosen ? ' cur' : ''}`}>
              <p class="dateline">
                {outletOf(row)} <i>·</i> {inWords(row.published.slice(0, 10))}
                {row.language === 'eng' ? null : (
                  <>
                    {' '}
                    <i>·</i> <Unknown>not English ({row.language}): kept, not read</Unknown>
                  </>
                )}
              </p>
              <h2 class="v">
                <a href={link('read', row.id)}>
                  {row.title === null ? <Unknown>No headline</Unknown> : <Inert text={row.title} />}
                </a>
              </h2>
              <p class="opening v">
                <Inert text={row.opening} />…
              </p>
            </article>
          )}
        />
      )}
    </div>
  );
}

/** What the words of a place say, without what stands between its parts. */
const textOf = (article: Article, spans: readonly (readonly [number, number])[]): string =>
  spans.map(([start, end]) => article.text.slice(start, end)).join(' … ');

function Reader({ article }: { readonly article: Article }): JSX.Element {
  const desk = useDesk();
  const { address } = desk;
  const here = useHere();
  const link = useLink();
  const layers = useMemo(() => new Set((address.query['layers'] ?? AT_FIRST).split(',')), [address.query['layers']]);
  const entries = useMemo(() => entriesOf(article, layers), [article, layers]);
  const place = useMemo(() => parsePlace(address.query['at']), [address.query['at']]);
  const asked = entries.find(({ local }) => local === address.query['s']);
  const chosen = asked ?? (place.length > 0 ? entryAt(entries, place) : null);
  const chain = useMemo(() => (chosen?.what === 'statement' ? chainOf(article, chosen.of) : []), [article, chosen]);
  const paragraphs = useMemo(() => paragraphsOf(article.text), [article.text]);
  const marks = useMemo(() => byParagraph(paragraphs, marksOf({ article, layers, chosen, chain, place })), [article, paragraphs, layers, chosen, chain, place]); // prettier-ignore
  const mine = useMemo(() => byParagraph(paragraphs, entries.map((entry) => ({ start: entry.anchor, end: entry.anchor + 1, mark: entry }))), [paragraphs, entries]); // prettier-ignore
  const root = useRef<HTMLDivElement>(null);
  const to = (entry: Entry | undefined): void => {
    if (entry !== undefined) go(here({ s: entry.local, at: null }), { replace: true });
  };
  const step = (by: number): void => {
    const i = chosen === null ? (by > 0 ? -1 : entries.length) : entries.indexOf(chosen);
    to(entries[i + by]);
  };
  const cite = (): void => void citeEntry(desk, article, chosen);
  const byLocal = (local: string | null | undefined): Entry | undefined => entries.find((entry) => entry.local === local);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    '[': () => to(chosen?.what === 'statement' ? byLocal(chosen.of.within) : undefined),
    ']': () =>
      to(
        chosen?.what === 'statement'
          ? entries.find((entry) => entry.what === 'statement' && entry.of.within === chosen.local)
          : undefined,
      ),
    Enter: () => root.current?.querySelector('.par .lit')?.scrollIntoView({ block: 'center' }),
    ArrowLeft: () => article.before !== null && go(link('read', article.before.id)),
    ArrowRight: () => article.after !== null && go(link('read', article.after.id)),
    Escape: () => go(here({ s: null, at: null }), { replace: true }),
  });
  useLayoutEffect(() => {
    const put = (): void => {
      if (root.current !== null) placeBeside(root.current);
    };
    put();
    addEventListener('resize', put);
    void document.fonts.ready.then(put);
    return () => removeEventListener('resize', put);
  });
  useLayoutEffect(() => {
    const target = root.current?.querySelector('.par .lit, .par .at') ?? root.current?.querySelector('.en.on');
    if (target == null) return;
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 90 || bottom > innerHeight - 60) target.scrollIntoView({ block: 'center' });
  }, [chosen?.local, address.query['at']]);
  const pick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null || getSelection()?.isCollapsed === false)
      return;
    const ids = (event.target.closest<HTMLElement>('[data-ids]')?.dataset['ids'] ?? '').split(' ').filter((id) => id !== '');
    if (ids.length === 0) return;
    // The innermost first; with every further click one statement outward.
    const i = chosen === null ? -1 : ids.indexOf(chosen.local);
    to(byLocal(i < 0 ? ids.at(-1) : ids[(i + ids.length - 1) % ids.length]));
  };
  const counts: Readonly<Record<string, number>> = {
    statements: article.statements.length,
    times: article.times.length,
    events: article.events.length,
    actors: article.actors.length,
  };
  return (
    <div class="reader" ref={root} onClick={pick}>
      <Announce
        text={
          chosen === null
            ? null
            : `${chosen.what === 'statement' ? `${chosen.of.speaker?.name ?? 'not named'} ${verbOf(chosen.of.act)}` : verbOf(chosen.of.type)}: ${textOf(article, spansOf(chosen))}`
        }
      />
      <header class="row rh">
        <div class="par">
          <p class="dateline">
            {outletOf(article)} <i>·</i> {inWords(article.published.slice(0, 10))}
            {article.url === null ? null : (
              <>
                {' '}
                <i>·</i> <Inert text={article.url} />
              </>
            )}
            {article.versions.length > 1 ? (
              <>
                {' '}
                <i>·</i>{' '}
                {article.versions.map((v) => (
                  <a
                    key={v}
                    href={here({ version: v === article.versions[0] ? null : String(v), s: null, at: null })}
                    aria-current={v === article.version ? 'true' : undefined}
                  >
                    version {v}{' '}
                  </a>
                ))}
              </>
            ) : null}
          </p>
          {article.title === null ? (
            <h1 class="hl none">No headline in the file</h1>
          ) : (
            <h1 class="hl">
              <Inert text={article.title} />
            </h1>
          )}
          <nav class="artnav" aria-label="Articles">
            {article.before === null ? null : (
              <a href={link('read', article.before.id)}>‹ {inWords(article.before.published.slice(0, 10))}</a>
            )}
            <a href={link('read')}>All articles</a>
            {article.after === null ? null : (
              <a href={link('read', article.after.id)}>{inWords(article.after.published.slice(0, 10))} ›</a>
            )}
          </nav>
          {article.language === 'eng' ? null : (
            <p class="notice">This text is not English ({article.language}): it is kept, and nothing was read from it.</p>
          )}
          {article.state === 'current' ? null : (
            <p class="notice">
              This is an earlier version, which a correction replaced. Its record is not in the ledger any more.
            </p>
          )}
          <p class="legend">
            <span class="so on-so">source</span>
            <span class="cu on-cu">cue</span>
            <span class="on-c">content</span>
            <span class="on-if">condition</span>
            <span class="tm">time, worked out</span>
            <span class="ev ev0">event</span>
          </p>
        </div>
        <div class="led lh">
          <div class="lhh">
            <h2>The record of this article</h2>
            {article.verified ? (
              <span class="verified">
                <Mark of="satisfied" size={13} /> the text is the one that was filed
              </span>
            ) : (
              <span class="c-violated verified">
                <Mark of="violated" size={13} /> the text is not the one that was filed: run onrecord verify
              </span>
            )}
          </div>
          <div class="layers" role="group" aria-label="Layers">
            {LAYERS.map((layer) => {
              const on = layers.has(layer);
              const next = LAYERS.filter((other) => (other === layer ? !on : layers.has(other))).join(',');
              return (
                <button
                  key={layer}
                  type="button"
                  class="btn tog"
                  role="switch"
                  aria-checked={on}
                  onClick={() => go(here({ layers: next === AT_FIRST ? null : next === '' ? 'none' : next }), { replace: true })}
                >
                  <i class="box" />
                  {layer.charAt(0).toUpperCase() + layer.slice(1)} <small>{counts[layer]}</small>
                </button>
              );
            })}
          </div>
          <ExportMenu
            name={`article-${article.published.slice(0, 10)}`}
            table={() => tableOf(article, entries)}
            data={() => article}
            citation={() => citationOfEntry(article, chosen)}
          />
        </div>
      </header>
      {entries.length === 0 && article.statements.length + article.events.length === 0 ? (
        <p class="notice row-note">
          Read, and nothing to record: no one is reported to have said, promised or demanded anything. The text is kept and can be
          searched.
        </p>
      ) : null}
      {paragraphs.map(([start, end], i) => {
        const own = (mine[i] ?? []).map(({ mark }) => mark);
        return (
          <section class={`row${chosen !== null && own.includes(chosen) ? ' has-on' : ''}`} key={start}>
            <Paragraph article={article} start={start} end={end} marks={marks[i] ?? []} />
            <div class="led">
              {own.map((entry) => (
                <EntryShown
                  key={entry.local}
                  entry={entry}
                  on={entry === chosen}
                  linked={chain.length > 1 && entry !== chosen && chain.some(({ of }) => of.local === entry.local)}
                  article={article}
                  choose={() => to(entry)}
                  cite={cite}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

interface EntryProps {
  readonly entry: Entry;
  readonly on: boolean;
  readonly linked: boolean;
  readonly article: Article;
  readonly choose: () => void;
  readonly cite: () => void;
}

function EntryShown({ entry, on, linked, article, choose, cite }: EntryProps): JSX.Element {
  const kind = entry.what === 'event' ? ' ev-en' : entry.of.within === null ? '' : ' nested';
  return (
    <article
      class={`en${kind}${on ? ' on' : ''}${linked ? ' linked' : ''}`}
      data-go={entry.local}
      tabIndex={0}
      aria-current={on ? 'true' : undefined}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button') === null) choose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && !on) {
          event.preventDefault();
          choose();
        }
      }}
    >
      {entry.what === 'event' ? (
        <EventEntry of={entry.of} article={article} on={on} cite={cite} />
      ) : (
        <StatementEntry of={entry.of} article={article} on={on} cite={cite} />
      )}
    </article>
  );
}

interface OfArticle<T> {
  readonly of: T;
  readonly article: Article;
  readonly on: boolean;
  readonly cite: () => void;
}

function EventEntry({ of, article, on, cite }: OfArticle<PlacedEvent>): JSX.Element {
  const names = (all: PlacedEvent['agents']): JSX.Element[] =>
    all.flatMap((one, i) => [...(i > 0 ? [<> and </>] : []), <Who key={one.id} of={one} />]);
  return (
    <>
      <div class="eh">
        <span class="sq-mk" aria-hidden="true" />
        <span class="id">{of.record ?? of.local}</span>
        <span class="by">
          {of.agents.length === 0 ? <Unknown>nobody named</Unknown> : names(of.agents)} <i>{verbOf(of.type)}</i>{' '}
          {names(of.patients)}
        </span>
        <span class="dt-in">
          <When
            date={of.when}
            why={
              of.when !== null && of.when !== article.published.slice(0, 10)
                ? `counted from ${inWords(article.published.slice(0, 10))}`
                : undefined
            }
          />
          {of.where === null ? null : (
            <>
              , <Inert text={of.where} />
            </>
          )}
        </span>
      </div>
      {on && of.record !== null ? (
        <>
          <Tellings record={of.record} article={article} reports={of.reports} />
          <Decide id={of.record} what="event" fields={{ type: of.type, when: of.when }} verdict={of.verdict} cite={cite} />
        </>
      ) : null}
    </>
  );
}

function StatementEntry({ of, article, on, cite }: OfArticle<PlacedStatement>): JSX.Element {
  const link = useLink();
  const outer = article.statements.find(({ local }) => local === of.within);
  const saidWhy =
    of.said === null
      ? undefined
      : (of.inferred['said'] ??
        (of.said.slice(0, 10) === article.published.slice(0, 10) && isDay(of.said)
          ? undefined
          : `counted from ${inWords(article.published.slice(0, 10))}`));
  const source = textOf(article, of.source);
  const plain = of.speaker !== null && source !== '' && source.includes(of.speaker.name.split(' ').at(-1) ?? ' ');
  const whyWho = of.inferred['speaker'];
  const speaker = of.speaker === null ? <Unknown>not named</Unknown> : plain || source === '' ? <b><Inert text={of.speaker.name} /></b> : <b><Inferred why={whyWho ?? `the article says “${source}”`}><Inert text={of.speaker.name} /></Inferred></b>; // prettier-ignore
  return (
    <>
      <div class="eh">
        <span class="id">{of.record ?? of.local}</span>
        {speaker} {verbOf(of.act)}
        {outer === undefined ? null : (
          <span class="by">
            {' '}
            as told by <Inert text={outer.speaker?.name ?? 'somebody not named'} />
          </span>
        )}
        {on ? null : (
          <span class="dt-in">
            <When date={of.said} why={saidWhy} />
          </span>
        )}
      </div>
      {on ? (
        <div class="em">
          <When date={of.said} why={saidWhy} /> ·{' '}
          {of.mode === 'direct' ? 'in quotation marks' : of.mode === 'mixed' ? 'partly in quotation marks' : 'reported'}
          {of.to.length === 0 ? null : (
            <>
              {' '}
              · to{' '}
              {of.to.map((who, i) => (
                <>
                  {i > 0 ? ', ' : ''}
                  <Who of={who} />
                </>
              ))}
            </>
          )}
          {of.speaker === null ? null : (
            <>
              {' '}
              · <a href={link('actors', of.speaker.id)}>dossier</a>
            </>
          )}
          {plain || source === '' ? null : (
            <>
              {' '}
              ·{' '}
              <span class="v">
                “<Inert text={source} />”
              </span>{' '}
              in the text
            </>
          )}
        </div>
      ) : null}
      {on && of.condition.length > 0 ? (
        <div class="em cond">
          <Condition text={textOf(article, of.condition)} />
        </div>
      ) : null}
      {on ? <ChainShown of={of} article={article} /> : null}
      <Related of={of} article={article} />
      {on && of.record !== null ? (
        <>
          <Tellings record={of.record} article={article} reports={of.reports} />
          <Decide id={of.record} what="statement" fields={{ act: of.act, said: of.said }} verdict={of.verdict} cite={cite} />
        </>
      ) : null}
    </>
  );
}

/** Who says that who said it, from the outside in. */
function ChainShown({ of, article }: { readonly of: PlacedStatement; readonly article: Article }): JSX.Element | null {
  const all = chainOf(article, of);
  if (all.length < 2) return null;
  const nameOf = (one: PlacedStatement): string => one.speaker?.name ?? 'somebody not named';
  const outermost = all[0]?.of ?? of;
  const inner = all.filter(({ depth }) => depth > 1);
  return (
    <>
      <ol class="chain" aria-label="Who says that who said it">
        {all.map(({ depth, of: one }) => (
          <li key={one.local} class={`d${Math.min(depth, 3)}`}>
            <span class="lv">{depth}</span>
            {depth > 1 ? 'that ' : ''}
            <b>
              <Inert text={nameOf(one)} />
            </b>{' '}
            {verbOf(one.act)}
            {depth > 1 ? (
              <span class="v">
                <Inert text={textOf(article, one.content)} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p class="caution">
        On record as{' '}
        <b>
          <Inert text={nameOf(outermost)} />
          ’s
        </b>{' '}
        word for it, not {[...new Set(inner.map(({ of: one }) => inertText(nameOf(one))))].join(' or ')}’s.
      </p>
    </>
  );
}

/** The commitments, positions and disputes that rest on a statement. */
function Related({ of, article }: { readonly of: PlacedStatement; readonly article: Article }): JSX.Element | null {
  const link = useLink();
  const commitments = article.commitments.filter(({ statements }) => statements.includes(of.local));
  const positions = article.positions.filter(({ statements }) => statements.includes(of.local));
  const disputes = article.disputes.filter(({ spans }) =>
    spans.some(([from, to]) => of.content.some(([a, b]) => a < to && b > from)),
  );
  if (commitments.length + positions.length + disputes.length === 0) return null;
  return (
    <div class="rel">
      {commitments.map(({ record, kind, state, inferred }) => (
        <a key={record} href={link('commitments', null, { open: record })}>
          {kind} {inferred === null ? <State state={state} /> : <State state="silent">day passed, nothing read</State>}
        </a>
      ))}
      {positions.map(({ record, issue, stance }) => (
        <a key={record} href={link('positions', null, { open: record })}>
          <StanceName stance={stance} />{' '}
          <span>
            <Inert text={issue} />
          </span>
        </a>
      ))}
      {disputes.map(({ record }) => (
        <a key={record} href={link('disputes', null, { open: record })}>
          <State state="disputed">disputed</State>
        </a>
      ))}
    </div>
  );
}

/** How other articles tell the same. */
function Tellings({
  record,
  article,
  reports,
}: {
  readonly record: string;
  readonly article: Article;
  readonly reports: number;
}): JSX.Element | null {
  const { version } = useDesk();
  const asOf = useAsOf();
  const { data } = useAsk<ShownRecord>(reports > 1 ? `/api/records/${encodeURIComponent(record)}` : null, { asOf }, version);
  const others = (data?.evidence ?? []).filter(({ document }) => document !== article.id);
  if (others.length === 0) return null;
  return (
    <div class="tell">
      <h3>Also told by</h3>
      {others.map((one) => (
        <InContext key={`${one.document} ${placeOf(one.spans)}`} of={one} />
      ))}
    </div>
  );
}

function citationOfEntry(article: Article, entry: Entry | null): string | null {
  if (entry === null) return null;
  const statement = entry.what === 'statement' ? entry.of : null;
  return citationOf({
    quote: textOf(article, spansOf(entry)),
    speaker: statement?.speaker?.name ?? null,
    said: statement?.said ?? null,
    publisher: article.publisher,
    published: article.published,
    title: article.title,
    url: article.url,
    link: `${location.origin}/read/${encodeURIComponent(article.id)}?at=${placeOf(spansOf(entry))}`,
  });
}

async function citeEntry(desk: Desk, article: Article, entry: Entry | null): Promise<void> {
  const text = citationOfEntry(article, entry);
  if (text === null) desk.say('Choose a record first, with J and K or by its words.');
  else desk.say((await copy(text)) ? 'Citation copied.' : 'The browser does not let the page copy.');
}

const tableOf = (article: Article, entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.what === 'statement'
      ? {
          id: entry.of.record,
          what: 'statement',
          who: entry.of.speaker?.name ?? null,
          act: entry.of.act,
          date: entry.of.said,
          words: textOf(article, entry.of.content),
          condition: textOf(article, entry.of.condition) || null,
          start: spansOf(entry)[0]?.[0] ?? null,
          end: spansOf(entry).at(-1)?.[1] ?? null,
        }
      : {
          id: entry.of.record,
          what: 'event',
          who: entry.of.agents.map(({ name }) => name).join(', '),
          act: entry.of.type,
          date: entry.of.when,
          words: textOf(article, entry.of.evidence),
          condition: null,
          start: spansOf(entry)[0]?.[0] ?? null,
          end: spansOf(entry).at(-1)?.[1] ?? null,
        },
  );

/** The keys of the reader, for the strip at the foot. */
export const READ_KEYS = hints(
  ['J K', 'next, previous record'],
  ['Enter', 'to the words'],
  ['[ ]', 'outer, inner statement'],
  ['Y N E', 'decide'],
  ['C', 'copy citation'],
);
