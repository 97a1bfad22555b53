import type { Reading } from '../reading/reading.js';
import { order } from './clusters.js';
import { asOf } from './history.js';
import type { Place } from './places.js';
import type { ActorRecord, CommitmentRecord, CommitmentStep, DisputeRecord, EventRecord, LedgerRecord, PositionRecord, PositionStep, Report, StatementRecord } from './record.js'; // prettier-ignore
import type { Store } from './store/store.js';

type Spans = readonly (readonly [number, number])[];
const spans = (text: string): Spans => JSON.parse(text) as Spans;

/** The newest publication date of a ledger: the day as of which it is asked where none is given; null where it holds nothing. */
export async function newestDay(store: Store): Promise<string | null> {
  const [row] = await store.all<{ day: string | null }>(`select max(day) as day from article where state = 'current'`);
  return row?.day ?? null;
}

/** The whole record as the ledger holds it, as of a day: what the articles published by then say. */
export async function storedRecord(store: Store, day: string): Promise<LedgerRecord> {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => order(a.id, b.id);
  const actorRows = await store.all<{ pk: number; id: string; name: string; kind: string; country: string | null; acts_for: number | null; side: number; inferred: string | null }>('select pk, id, name, kind, country, acts_for, side, inferred from actor'); // prettier-ignore
  const idOf = new Map(actorRows.map(({ pk, id }) => [pk, id]));
  const id = (pk: number | null): string | null => (pk === null ? null : (idOf.get(pk) ?? null));
  const reports = new Map<string, Report[]>();
  for (const r of await store.all<{ kind: string; record: number; document: string; published: string; spans: string }>(
    'select kind, record, document, published, spans from report where published <= ? order by kind, record, seq',
    day,
  )) {
    // prettier-ignore
    const key = `${r.kind} ${r.record}`;
    const list = reports.get(key) ?? [];
    list.push({ document: r.document, spans: spans(r.spans), published: r.published });
    reports.set(key, list);
  }
  const { mentions, aliases, present } = await mentionsOf(store, day);
  const lists = async (table: string, column: string): Promise<Map<number, number[]>> => {
    const out = new Map<number, number[]>();
    for (const row of await store.all<{ record: number; actor: number }>(`select ${column} as record, actor from ${table}`)) out.set(row.record, [...(out.get(row.record) ?? []), row.actor]); // prettier-ignore
    return out;
  };
  const ids = (pks: readonly number[] | undefined): readonly string[] => (pks ?? []).flatMap((pk) => id(pk) ?? []).sort();
  const to = await lists('statement_to', 'statement');
  const agents = await lists(`(select event, actor from event_actor where role = 'agent') a`, 'event');
  const patients = await lists(`(select event, actor from event_actor where role = 'patient') a`, 'event');
  const statements = await store.all<{ pk: number; id: string; speaker: number | null; act: string; mode: string; said: string | null; content: string; condition: string | null; inferred: string }>(`select pk, id, speaker, act, mode, said, content, condition, inferred from statement where (verdict is null or verdict <> 'rejected') and published <= ?`, day); // prettier-ignore
  const events = await store.all<{ pk: number; id: string; type: string; happened: string | null; place: string | null; content: string }>(`select pk, id, type, happened, place, content from event where (verdict is null or verdict <> 'rejected') and published <= ?`, day); // prettier-ignore
  const commitments = await store.all<{ pk: number; id: string; kind: string; debtor: number | null; creditor: number | null; what: string; condition: string | null; state: string }>(`select pk, id, kind, debtor, creditor, what, condition, state from commitment where (verdict is null or verdict <> 'rejected') and published <= ?`, day); // prettier-ignore
  const positions = await store.all<{ pk: number; id: string; actor: number; issue: string }>(`select pk, id, actor, issue from position where (verdict is null or verdict <> 'rejected') and published <= ?`, day); // prettier-ignore
  const steps = await stepsOf(store, 'commitment', 'state, due, inferred');
  const stances = await stepsOf(store, 'position', 'stance');
  return {
    asOf: day,
    actors: actorRows
      .filter(({ pk }) => present.has(pk))
      .map((a): ActorRecord => ({
        id: a.id,
        name: a.name,
        kind: a.kind as ActorRecord['kind'],
        country: a.country,
        aliases: [...(aliases.get(a.pk) ?? [])].filter((alias) => alias !== a.name).sort(),
        actsFor: a.side === a.pk ? null : id(a.side),
        mentions: (mentions.get(a.pk) ?? []).sort((x, y) => order(x.document, y.document) || x.start - y.start || x.end - y.end),
        inferred: a.inferred,
      }))
      .sort(byId),
    statements: statements
      .map((s): StatementRecord => ({
        id: s.id,
        speaker: id(s.speaker),
        to: ids(to.get(s.pk)),
        act: s.act as StatementRecord['act'],
        mode: s.mode as StatementRecord['mode'],
        said: s.said,
        content: s.content,
        condition: s.condition,
        reports: reports.get(`statement ${s.pk}`) ?? [],
        inferred: JSON.parse(s.inferred) as Readonly<Record<string, string>>,
      }))
      .sort(byId),
    events: events
      .map((e): EventRecord => ({
        id: e.id,
        type: e.type as EventRecord['type'],
        agents: ids(agents.get(e.pk)),
        patients: ids(patients.get(e.pk)),
        when: e.happened,
        where: e.place,
        text: e.content,
        reports: reports.get(`event ${e.pk}`) ?? [],
      }))
      .sort(byId),
    commitments: commitments
      .map((c): CommitmentRecord => {
        const all = (steps.get(c.pk) ?? []).map((s): CommitmentStep => ({ document: s.document, spans: spans(s.spans), published: s.published, on: s.happened, state: s.state as CommitmentStep['state'], due: s.due, inferred: s.inferred })); // prettier-ignore
        const history = asOf(c.kind as CommitmentRecord['kind'], all, day);
        const last = history.at(-1);
        return { id: c.id, kind: c.kind as CommitmentRecord['kind'], debtor: id(c.debtor), creditor: id(c.creditor), what: c.what, condition: c.condition, history, reports: reports.get(`commitment ${c.pk}`) ?? [], due: last?.due ?? null, state: last?.state ?? (c.state as CommitmentStep['state']) }; // prettier-ignore
      })
      .sort(byId),
    positions: positions
      .map((p): PositionRecord => {
        const history = (stances.get(p.pk) ?? []).filter((s) => s.published <= day).map((s): PositionStep => ({ document: s.document, spans: spans(s.spans), published: s.published, on: s.happened, stance: s.stance as PositionStep['stance'] })); // prettier-ignore
        return {
          id: p.id,
          actor: id(p.actor) as string,
          issue: p.issue,
          stance: (history.at(-1) as PositionStep).stance,
          history,
        };
      })
      .sort(byId),
    disputes: await disputesOf(store, day),
  };
}

interface StepRow {
  readonly record: number;
  readonly happened: string;
  readonly published: string;
  readonly document: string;
  readonly spans: string;
  readonly state: string;
  readonly stance: string;
  readonly due: string | null;
  readonly inferred: string | null;
}

async function stepsOf(
  store: Store,
  kind: 'commitment' | 'position',
  columns: string,
): Promise<ReadonlyMap<number, readonly StepRow[]>> {
  const out = new Map<number, StepRow[]>();
  for (const row of await store.all<StepRow>(
    `select ${kind} as record, happened, published, document, spans, ${columns} from ${kind}_step order by ${kind}, seq`,
  )) {
    // prettier-ignore
    const list = out.get(row.record) ?? [];
    list.push(row);
    out.set(row.record, list);
  }
  return out;
}

async function disputesOf(store: Store, day: string): Promise<readonly DisputeRecord[]> {
  const out = new Map<string, DisputeRecord & { sides: Report[] }>();
  const rows = await store.all<{ owner: string; id: string; kind: string; about: string; reason: string }>(`select owner, id, kind, about, reason from dispute where (verdict is null or verdict <> 'rejected') and published <= ? order by owner, id`, day); // prettier-ignore
  const sides = await store.all<{ owner: string; dispute: string; document: string; published: string; spans: string }>('select owner, dispute, document, published, spans from dispute_side order by owner, dispute, seq'); // prettier-ignore
  const owners = new Map<string, string>();
  for (const d of rows) {
    if (out.has(d.id)) continue;
    owners.set(d.id, d.owner);
    out.set(d.id, { id: d.id, kind: d.kind as DisputeRecord['kind'], about: d.about, reason: d.reason, sides: [] });
  }
  for (const s of sides) if (owners.get(s.dispute) === s.owner) out.get(s.dispute)?.sides.push({ document: s.document, spans: spans(s.spans), published: s.published }); // prettier-ignore
  return [...out.values()].sort((a, b) => order(a.id, b.id));
}

/** Where the articles name each actor, with the words that do. */
async function mentionsOf(
  store: Store,
  day: string,
): Promise<{
  readonly mentions: ReadonlyMap<number, Place[]>;
  readonly aliases: ReadonlyMap<number, ReadonlySet<string>>;
  readonly present: ReadonlySet<number>;
}> {
  const mentions = new Map<number, Place[]>();
  const aliases = new Map<number, Set<string>>();
  const present = new Set<number>();
  const actorOf = new Map<string, number>();
  for (const row of await store.all<{ article: number; local: string; actor: number }>('select a.article, a.local, p.actor from article_profile a join profile p on p.pk = a.profile')) actorOf.set(`${row.article} ${row.local}`, row.actor); // prettier-ignore
  const articles = await store.all<{ pk: number; id: string; text: string; reading: string }>(`select pk, id, text, reading from article where state = 'current' and day <= ?`, day); // prettier-ignore
  for (const { pk, id, text, reading } of articles) {
    for (const actor of (JSON.parse(reading) as Reading).actors) {
      const known = actorOf.get(`${pk} ${actor.id}`);
      if (known === undefined) continue;
      present.add(known);
      const places = mentions.get(known) ?? [];
      const names = aliases.get(known) ?? new Set<string>();
      for (const [start, end] of actor.mentions) {
        places.push({ document: id, start, end });
        const words = text.slice(start, end).replace(/\s+/gu, ' ');
        if (words.length <= 60) names.add(words);
      }
      mentions.set(known, places);
      aliases.set(known, names);
    }
  }
  return { mentions, aliases, present };
}
