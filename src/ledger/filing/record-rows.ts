import type { Development } from '../history.js';
import type { CommitmentItem, EventItem, FactItem, PositionItem, StatementItem } from '../items.js';
import type { DisputeRecord, Report } from '../record.js';
import { insertAll, oneOf, updateAll, type Connection, type Value } from '../store/store.js';
import type { Sides } from '../who.js';
import { commitmentOf, eventOf, firstDay, positionOf, statementOf } from '../work-out.js';

const int = (actor: string | null): number | null => (actor === null ? null : Number(actor));
const ints = (profiles: readonly string[], who: Sides): readonly number[] => [
  ...new Set(profiles.map((p) => Number(who.actor(p)))),
];

/** Takes records out of their tables, with all that hangs on them. */
export async function clear(
  connection: Connection,
  kind: 'statement' | 'event' | 'commitment' | 'position',
  pks: readonly number[],
): Promise<void> {
  if (pks.length === 0) return;
  const list = JSON.stringify(pks);
  const among = oneOf(connection, 'integer');
  if (kind === 'statement') {
    const speakers = await connection.all<{ speaker: number }>(
      `select speaker from statement where speaker is not null and pk in ${among}`,
      list,
    );
    await count(
      connection,
      speakers.map(({ speaker }) => speaker),
      -1,
    );
  }
  await connection.run(`delete from ${kind} where pk in ${among}`, list);
  if (kind !== 'position') await connection.run(`delete from report where kind = '${kind}' and record in ${among}`, list);
  if (kind === 'statement') await connection.run(`delete from statement_to where statement in ${among}`, list);
  if (kind === 'event') await connection.run(`delete from event_actor where event in ${among}`, list);
  if (kind === 'commitment') await connection.run(`delete from commitment_step where commitment in ${among}`, list);
  if (kind === 'position') await connection.run(`delete from position_step where position in ${among}`, list);
}

/** Keeps how many statements each actor made. */
async function count(connection: Connection, speakers: readonly number[], sign: 1 | -1): Promise<void> {
  const sums = new Map<number, number>();
  for (const speaker of speakers) sums.set(speaker, (sums.get(speaker) ?? 0) + sign);
  const rows = await connection.all<{ pk: number; statements: number }>(`select pk, statements from actor where pk in ${oneOf(connection, 'integer')}`, JSON.stringify([...sums.keys()])); // prettier-ignore
  await updateAll(connection, 'actor', 'pk', ['statements', 'integer'], rows.map(({ pk, statements }) => [pk, statements + (sums.get(pk) ?? 0)])); // prettier-ignore
}

/** A record to be written: its primary key, its items, and the articles that these are of. */
export interface Clustered<T> {
  readonly pk: number;
  readonly items: readonly T[];
}

async function saveReports(
  connection: Connection,
  kind: string,
  all: readonly { readonly pk: number; readonly reports: readonly Report[] }[],
): Promise<void> {
  const rows = all.flatMap(({ pk, reports }) =>
    reports.map((r, seq): Value[] => [kind, pk, seq, r.document, r.published, JSON.stringify(r.spans)]),
  );
  await insertAll(connection, 'report', [['kind', 'text'], ['record', 'integer'], ['seq', 'integer'], ['document', 'text'], ['published', 'text'], ['spans', 'text']], rows); // prettier-ignore
}

export async function saveStatements(
  connection: Connection,
  who: Sides,
  all: readonly (Clustered<StatementItem> & { readonly allusions: readonly FactItem[] })[],
): Promise<void> {
  const records = all.map(({ pk, items, allusions }) => ({ pk, ...statementOf(items, allusions) }));
  await count(
    connection,
    records.flatMap((r) => int(who.actor(r.speaker)) ?? []),
    1,
  );
  await insertAll(
    connection,
    'statement',
    [['pk', 'integer'], ['id', 'text'], ['speaker', 'integer'], ['side', 'integer'], ['act', 'text'], ['mode', 'text'], ['said', 'text'], ['day', 'text'], ['published', 'text'], ['content', 'text'], ['condition', 'text'], ['reports', 'integer'], ['inferred', 'text']], // prettier-ignore
    records.map((r) => {
      const published = r.reports[0]?.published ?? '';
      return [r.pk, r.id, int(who.actor(r.speaker)), int(who.side(r.speaker)), r.act, r.mode, r.said, r.said === null ? published : firstDay(r.said), published, r.content, r.condition, r.reports.length, JSON.stringify(r.inferred)]; // prettier-ignore
    }),
  );
  await insertAll(connection, 'statement_to', [['statement', 'integer'], ['actor', 'integer']], records.flatMap((r) => ints(r.to, who).map((actor) => [r.pk, actor]))); // prettier-ignore
  await saveReports(connection, 'statement', records);
}

export async function saveEvents(
  connection: Connection,
  who: Sides,
  all: readonly (Clustered<EventItem> & { readonly told: readonly FactItem[] })[],
): Promise<void> {
  const records = all.map(({ pk, items, told }) => ({ pk, ...eventOf(items, told) }));
  await insertAll(
    connection,
    'event',
    [['pk', 'integer'], ['id', 'text'], ['type', 'text'], ['happened', 'text'], ['day', 'text'], ['published', 'text'], ['place', 'text'], ['content', 'text'], ['reports', 'integer']], // prettier-ignore
    records.map((r) => {
      const published = r.reports[0]?.published ?? '';
      return [
        r.pk,
        r.id,
        r.type,
        r.when,
        r.when === null ? published : firstDay(r.when),
        published,
        r.where,
        r.text,
        r.reports.length,
      ];
    }),
  );
  await insertAll(
    connection,
    'event_actor',
    [
      ['event', 'integer'],
      ['actor', 'integer'],
      ['role', 'text'],
    ],
    records.flatMap((r) => [...ints(r.agents, who).map((actor) => [r.pk, actor, 'agent']), ...ints(r.patients, who).map((actor) => [r.pk, actor, 'patient'])]), // prettier-ignore
  );
  await saveReports(connection, 'event', records);
}

export async function saveCommitments(
  connection: Connection,
  who: Sides,
  all: readonly (Clustered<CommitmentItem> & { readonly developments: readonly Development[] })[],
): Promise<void> {
  const records = all.map(({ pk, items, developments }) => ({ pk, ...commitmentOf(items, developments) }));
  await insertAll(
    connection,
    'commitment',
    [['pk', 'integer'], ['id', 'text'], ['kind', 'text'], ['debtor', 'integer'], ['debtor_side', 'integer'], ['creditor', 'integer'], ['creditor_side', 'integer'], ['what', 'text'], ['condition', 'text'], ['due', 'text'], ['state', 'text'], ['day', 'text'], ['published', 'text']], // prettier-ignore
    records.map((r) => [r.pk, r.id, r.kind, int(who.actor(r.debtor)), int(who.side(r.debtor)), int(who.actor(r.creditor)), int(who.side(r.creditor)), r.what, r.condition, r.due, r.state, firstDay(r.history[0]?.on ?? ''), r.reports[0]?.published ?? '']), // prettier-ignore
  );
  await insertAll(
    connection,
    'commitment_step',
    [['commitment', 'integer'], ['seq', 'integer'], ['happened', 'text'], ['state', 'text'], ['due', 'text'], ['published', 'text'], ['document', 'text'], ['spans', 'text'], ['inferred', 'text']], // prettier-ignore
    records.flatMap((r) => r.history.map((h, seq) => [r.pk, seq, h.on, h.state, h.due, h.published, h.document, JSON.stringify(h.spans), h.inferred])), // prettier-ignore
  );
  await saveReports(connection, 'commitment', records);
}

export async function savePositions(connection: Connection, who: Sides, all: readonly Clustered<PositionItem>[]): Promise<void> {
  const records = all.map(({ pk, items }) => {
    const holders = new Set(items.map((item) => who.actor(item.actor)));
    const record = positionOf(items);
    return {
      pk,
      ...record,
      holder: holders.size === 1 ? who.actor(record.actor) : who.side(record.actor),
      side: who.side(record.actor),
    };
  });
  await insertAll(
    connection,
    'position',
    [['pk', 'integer'], ['id', 'text'], ['actor', 'integer'], ['side', 'integer'], ['issue', 'text'], ['stance', 'text'], ['day', 'text'], ['published', 'text']], // prettier-ignore
    records.map((r) => [r.pk, r.id, int(r.holder), int(r.side), r.issue, r.stance, firstDay(r.history.at(-1)?.on ?? ''), r.history[0]?.published ?? '']), // prettier-ignore
  );
  await insertAll(
    connection,
    'position_step',
    [['position', 'integer'], ['seq', 'integer'], ['happened', 'text'], ['stance', 'text'], ['published', 'text'], ['document', 'text'], ['spans', 'text']], // prettier-ignore
    records.flatMap((r) =>
      r.history.map((h, seq) => [r.pk, seq, h.on, h.stance, h.published, h.document, JSON.stringify(h.spans)]),
    ),
  );
}

/** Disputes by what shows them: an article, a commitment, a position or a denial. Two may show the same one. */
export interface OwnedDisputes {
  readonly owner: string;
  readonly disputes: readonly DisputeRecord[];
  /** Actors that take part, by profile. */
  readonly parties: readonly string[];
}

/** @param stale owners that may have disputes already */
export async function saveDisputes(
  connection: Connection,
  who: Sides,
  all: readonly OwnedDisputes[],
  stale: readonly string[],
): Promise<void> {
  const owners = JSON.stringify(stale);
  if (stale.length > 0)
    for (const table of ['dispute', 'dispute_side', 'dispute_actor'])
      await connection.run(`delete from ${table} where owner in ${oneOf(connection, 'text')}`, owners);
  const latest = (sides: readonly Report[]): string =>
    sides
      .map((side) => side.published)
      .sort()
      .at(-1) ?? '';
  await insertAll(
    connection,
    'dispute',
    [['id', 'text'], ['kind', 'text'], ['about', 'text'], ['reason', 'text'], ['day', 'text'], ['published', 'text'], ['owner', 'text']], // prettier-ignore
    all.flatMap(({ owner, disputes }) =>
      disputes.map((d) => [d.id, d.kind, d.about, d.reason, latest(d.sides), latest(d.sides), owner]),
    ),
  );
  await insertAll(
    connection,
    'dispute_side',
    [['owner', 'text'], ['dispute', 'text'], ['seq', 'integer'], ['document', 'text'], ['published', 'text'], ['spans', 'text']], // prettier-ignore
    all.flatMap(({ owner, disputes }) => disputes.flatMap((d) => d.sides.map((s, seq) => [owner, d.id, seq, s.document, s.published, JSON.stringify(s.spans)]))), // prettier-ignore
  );
  await insertAll(
    connection,
    'dispute_actor',
    [
      ['owner', 'text'],
      ['dispute', 'text'],
      ['actor', 'integer'],
    ],
    all.flatMap(({ owner, disputes, parties }) =>
      disputes.flatMap((d) => ints(parties, who).map((actor) => [owner, d.id, actor])),
    ),
    'on conflict do nothing',
  );
}
