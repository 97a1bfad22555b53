import { sql } from 'kysely';
import type { CommitmentKind, CommitmentState } from '../../reading/obligation.js';
import { daysBetween, rangeOf } from '../dates.js';
import { afterDue, asOf as historyAsOf } from '../history.js';
import { newestDay } from '../stored-record.js';
import type { CommitmentStep } from '../record.js';
import type { Store } from '../store/store.js';
import {
  actorAsked,
  dayAsked,
  DEFAULT_LIMIT,
  hasAllWords,
  hasWords,
  isIn,
  type ActorName,
  type Answer,
  type Filter,
} from './filter.js';

export interface CommitmentRow {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly debtor: ActorName | null;
  readonly creditor: ActorName | null;
  readonly what: string;
  readonly condition: string | null;
  /** The day on which it was made, or first reported. */
  readonly day: string;
  readonly due: string | null;
  readonly state: CommitmentState;
  /** Days from the day asked for to the due day; negative where it has passed. */
  readonly daysLeft: number | null;
  readonly history: readonly CommitmentStep[];
  readonly verdict: string | null;
}

const CHUNK = 200;

const KINDS: readonly CommitmentKind[] = ['promise', 'agreement', 'demand', 'offer'];
/** Kinds that are in a state when their day has passed and no article says a word. */
const SILENT: Readonly<Record<string, readonly CommitmentKind[]>> = Object.fromEntries(
  (['violated', 'expired'] as const).map((state) => [state, KINDS.filter((kind) => afterDue(kind) === state)]),
);

/** Commitments, the latest first; or, `byDue`, those with a due day, the soonest due first. */
export async function commitments(store: Store, filter: Filter, byDue = false): Promise<Answer<CommitmentRow>> {
  const asOf = await dayAsked(store, filter);
  const limit = filter.limit ?? DEFAULT_LIMIT;
  const actor = filter.actor === undefined ? null : await actorAsked(store, filter.actor);
  const whole = asOf >= ((await newestDay(store)) ?? '');
  const out: CommitmentRow[] = [];
  let skip = filter.offset ?? 0;
  for await (const row of inOrder(store, filter, { asOf, actor, byDue, whole })) {
    if (skip > 0) {
      skip--;
      continue;
    }
    if (out.length === limit) return { asOf, rows: out, more: true };
    out.push(row);
  }
  return { asOf, rows: out, more: false };
}

/**
 * Commitments as they were known by the day, in order. A state as of a day is worked out of the history, so rows are taken as long as they are
 * asked for. Those whose due day was only moved later stand where they stood then: there are few, and they are put in between.
 */
async function* inOrder(store: Store, filter: Filter, asked: Asked): AsyncGenerator<CommitmentRow> {
  const { asOf, byDue, whole } = asked;
  const later = byDue && !whole ? await movedLater(store, asOf) : [];
  const back = filter.latestFirst === true ? -1 : 1;
  const waiting = later.length === 0 ? [] : (await known(store, filter, asOf, byDue, await page(store, filter, { ...asked, from: 0, only: later }))).filter(({ due }) => due !== null && (filter.since === undefined || due >= filter.since) && (filter.until === undefined || due <= filter.until)); // prettier-ignore
  waiting.sort((a, b) => back * ((a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : a.id < b.id ? -1 : 1));
  for (let from = 0; ; from += CHUNK) {
    const rows = await page(store, filter, { ...asked, from, except: later });
    for (const row of await known(store, filter, asOf, byDue, rows)) {
      while (waiting[0] !== undefined && back * ((waiting[0].due ?? '') < (row.due ?? '') ? -1 : 1) < 0) yield waiting.shift() as CommitmentRow; // prettier-ignore
      yield row;
    }
    if (rows.length < CHUNK) break;
  }
  yield* waiting;
}

/** Commitments made by a day whose due day was moved by an article that came after it. */
async function movedLater(store: Store, asOf: string): Promise<readonly number[]> {
  const rows = await store.all<{ pk: number }>('select distinct c.pk from commitment_step s join commitment c on c.pk = s.commitment where s.published > ? and s.due is not null and c.published <= ?', asOf, asOf); // prettier-ignore
  return rows.map(({ pk }) => pk);
}

/** Rows with their history as of a day; those that are not what is asked for are left out. */
async function known(
  store: Store,
  filter: Filter,
  asOf: string,
  byDue: boolean,
  rows: Awaited<ReturnType<typeof page>>,
): Promise<CommitmentRow[]> {
  const steps = await stepsOf(
    store,
    rows.map((row) => row.pk),
  );
  return rows.flatMap((row): CommitmentRow[] => {
    const kind = row.kind as CommitmentKind;
    const history = historyAsOf(kind, steps.get(row.pk) ?? [], asOf);
    const last = history.at(-1);
    if (last === undefined || (filter.state !== undefined && last.state !== filter.state) || (byDue && last.due === null))
      return [];
    const due = last.due === null ? null : (rangeOf(last.due)?.last ?? null);
    return [
      {
        id: row.id,
        kind,
        debtor: row.debtorId === null ? null : { id: row.debtorId, name: row.debtorName as string },
        creditor: row.creditorId === null ? null : { id: row.creditorId, name: row.creditorName as string },
        what: row.what,
        condition: row.condition,
        day: row.day,
        due: last.due,
        state: last.state,
        daysLeft: due === null ? null : daysBetween(asOf, due),
        history,
        verdict: row.verdict,
      },
    ];
  });
}

interface Asked {
  readonly asOf: string;
  readonly actor: { readonly pk: number; readonly isSide: boolean } | null;
  readonly byDue: boolean;
  /** Nothing was published after the day asked for, so that the state that is kept is the one that was reported last. */
  readonly whole: boolean;
}

interface Page extends Asked {
  readonly from: number;
  /** Keys of the rows that are wanted, all of them, whenever they are due. */
  readonly only?: readonly number[];
  /** Keys of rows that are not wanted. */
  readonly except?: readonly number[];
}

function page(store: Store, filter: Filter, { asOf, actor, byDue, whole, from, only, except = [] }: Page) {
  let query = store.kysely
    .selectFrom('commitment as c')
    .leftJoin('actor as debtor', 'debtor.pk', 'c.debtor')
    .leftJoin('actor as creditor', 'creditor.pk', 'c.creditor')
    .select([
      'c.pk',
      'c.id',
      'c.kind',
      'c.what',
      'c.condition',
      'c.day',
      'c.verdict',
      'debtor.id as debtorId',
      'debtor.name as debtorName',
      'creditor.id as creditorId',
      'creditor.name as creditorName',
    ]) // prettier-ignore
    .where('c.published', '<=', asOf)
    .where((eb) => eb.or([eb('c.verdict', 'is', null), eb('c.verdict', '<>', 'rejected')]));
  if (actor !== null)
    query = query.where(
      (eb) =>
      eb.or(actor.isSide ? [eb('c.debtor_side', '=', actor.pk), eb('c.creditor_side', '=', actor.pk)] : [eb('c.debtor', '=', actor.pk), eb('c.creditor', '=', actor.pk)]), // prettier-ignore
    );
  if (filter.id !== undefined) query = query.where('c.id', '=', filter.id);
  if (filter.kind !== undefined) query = query.where('c.kind', '=', filter.kind);
  if (byDue) query = query.where('c.due', 'is not', null);
  const { state } = filter;
  if (state !== undefined && whole) {
    // What can be in that state by the day; the history has the last word.
    const silent = SILENT[state];
    query = query.where((eb) =>
      eb.or([
        eb('c.state', '=', state),
        ...(silent === undefined ? [] : [eb.and([eb('c.kind', 'in', silent), eb('c.state', 'in', ['active', 'conditional']), eb('c.due', '<', asOf)])]), // prettier-ignore
      ]),
    );
    if (state === 'active' || state === 'conditional')
      query = query.where((eb) =>
        eb.or([eb('c.due', 'is', null), eb('c.due', '>=', asOf), eb('c.kind', '=', 'threat'), sql<boolean>`length(c.due) <> 10`]),
      );
  }
  const on = byDue ? 'c.due' : 'c.day';
  if (only !== undefined) query = query.where(isIn(store, 'c.pk', only));
  else if (filter.since !== undefined) query = query.where(on, '>=', filter.since);
  if (only === undefined && filter.until !== undefined) query = query.where(on, '<=', filter.until);
  if (except.length > 0) query = query.where(sql<boolean>`not ${isIn(store, 'c.pk', except)}`);
  if (hasWords(filter.issue)) query = query.where(hasAllWords('c.what', filter.issue));
  return query
    .orderBy(on, byDue && filter.latestFirst !== true ? 'asc' : 'desc')
    .orderBy('c.id', filter.latestFirst === true ? 'desc' : 'asc')
    .limit(only === undefined ? CHUNK : only.length)
    .offset(from)
    .execute();
}

/** The steps of commitments, in order. */
export async function stepsOf(store: Store, pks: readonly number[]): Promise<ReadonlyMap<number, readonly CommitmentStep[]>> {
  const out = new Map<number, CommitmentStep[]>();
  if (pks.length === 0) return out;
  const rows = await store.kysely.selectFrom('commitment_step').selectAll().where(isIn(store, 'commitment', pks)).orderBy('commitment').orderBy('seq').execute(); // prettier-ignore
  for (const row of rows) {
    const list = out.get(row.commitment) ?? [];
    list.push({ document: row.document, spans: JSON.parse(row.spans) as CommitmentStep['spans'], published: row.published, on: row.happened, state: row.state as CommitmentState, due: row.due, inferred: row.inferred }); // prettier-ignore
    out.set(row.commitment, list);
  }
  return out;
}

/** Commitments with a due day, the soonest due first. */
export const deadlines = (store: Store, filter: Filter): Promise<Answer<CommitmentRow>> => commitments(store, filter, true);

/** The life of a commitment in one line: "2023-02-09 active, due 2023-02-28 → 2023-02-24 expired". */
export const historyLine = (history: readonly CommitmentStep[]): string =>
  history
    .map((step, i) => {
      const moved = step.due !== null && step.due !== history[i - 1]?.due;
      return `${step.on} ${step.state}${moved ? `, due ${step.due}` : ''}${step.inferred === null ? '' : '*'}`;
    })
    .join(' → ');
