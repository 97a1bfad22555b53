import { z } from '@hono/zod-openapi';

/*
 * What goes over the wire, once: checked on the way in, described in /openapi.json, and the types that the page is written against.
 * Spans are [start, end] in UTF-16 code units of an article's text; dates are EDTF unless they are said to be days.
 */

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine((value) => new Date(Date.parse(value) || 0).toISOString().startsWith(value), 'is not a day of the calendar');
export const span = z.tuple([z.number().int(), z.number().int()]).readonly();
const spans = z.array(span).readonly();
export const actorName = z.object({ id: z.string(), name: z.string() });
const firstReport = z.object({ document: z.string(), spans, published: z.string(), publisher: z.string().nullable() }).nullable();
const verdict = z.string().nullable().openapi({ description: 'confirmed, corrected or rejected; null while nobody has decided' });

export const statementRow = z
  .object({
    id: z.string(),
    day: z.string(),
    said: z.string().nullable(),
    speaker: actorName.nullable(),
    act: z.string(),
    content: z.string(),
    condition: z.string().nullable(),
    reports: z.number().int(),
    first: firstReport,
    verdict,
  })
  .openapi('Statement');

export const commitmentStep = z
  .object({
    document: z.string(),
    spans,
    published: z.string(),
    on: z.string(),
    state: z.string(),
    due: z.string().nullable(),
    inferred: z.string().nullable(),
  })
  .openapi('CommitmentStep');

export const commitmentRow = z
  .object({
    id: z.string(),
    kind: z.string(),
    debtor: actorName.nullable(),
    creditor: actorName.nullable(),
    what: z.string(),
    condition: z.string().nullable(),
    day: z.string(),
    due: z.string().nullable(),
    state: z.string(),
    daysLeft: z.number().int().nullable(),
    history: z.array(commitmentStep).readonly(),
    verdict,
  })
  .openapi('Commitment');

export const positionRow = z
  .object({
    id: z.string(),
    actor: actorName,
    issue: z.string(),
    stance: z.string(),
    since: z.string(),
    history: z
      .array(z.object({ document: z.string(), spans, published: z.string(), on: z.string(), stance: z.string() }))
      .readonly(),
    verdict,
  })
  .openapi('Position');

export const disputeRow = z
  .object({
    id: z.string(),
    kind: z.string(),
    day: z.string(),
    about: z.string(),
    reason: z.string(),
    sides: z.array(z.object({ document: z.string(), spans, published: z.string() })).readonly(),
    verdict,
  })
  .openapi('Dispute');

export const actorRow = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().nullable(),
    actsFor: actorName.nullable(),
    names: z.array(z.string()).readonly(),
    statements: z.number().int(),
    inferred: z.string().nullable(),
  })
  .openapi('Actor');

export const timelineRow = z
  .object({
    id: z.string(),
    what: z.enum(['statement', 'event']),
    day: z.string(),
    date: z.string().nullable(),
    type: z.string(),
    actors: z.string(),
    lane: actorName.nullable(),
    side: actorName.nullable(),
    content: z.string(),
    reported: z.string(),
    reports: z.number().int(),
    first: firstReport,
  })
  .openapi('TimelineEntry');

export const densityShape = z
  .object({
    asOf: z.string(),
    total: z.number().int(),
    periods: z.array(z.object({ period: z.string(), statements: z.number().int(), events: z.number().int() })).readonly(),
    lanes: z
      .array(
        z.object({
          actor: actorName,
          total: z.number().int(),
          periods: z.array(z.object({ period: z.string(), statements: z.number().int() })).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('Density');

export const articleRow = z
  .object({
    id: z.string(),
    published: z.string(),
    publisher: z.string().nullable(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string(),
    version: z.number().int(),
    opening: z.string(),
  })
  .openapi('ArticleRow');

export const overviewShape = z
  .object({
    version: z.string(),
    where: z.string(),
    articles: z.number().int(),
    statements: z.number().int(),
    oldest: z.string().nullable(),
    newest: z.string().nullable(),
    asOf: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    open: z.number().int(),
  })
  .openapi('Ledger');

export const shownRecord = z
  .object({
    id: z.string(),
    what: z.string(),
    asOf: z.string(),
    lines: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    evidence: z
      .array(
        z.object({
          document: z.string(),
          published: z.string(),
          publisher: z.string().nullable(),
          title: z.string().nullable(),
          url: z.string().nullable(),
          spans,
          context: z.string(),
          marked: spans,
          label: z.string().nullable(),
          said: z
            .object({
              id: z.string(),
              speaker: actorName.nullable(),
              act: z.string(),
              said: z.string().nullable(),
              toldBy: actorName.nullable(),
            })
            .nullable(),
        }),
      )
      .readonly(),
  })
  .openapi('Record');

const placedStatement = z.object({
  local: z.string(),
  record: z.string().nullable(),
  speaker: actorName.nullable(),
  source: spans,
  cue: spans,
  content: spans,
  condition: spans,
  mode: z.string(),
  act: z.string(),
  said: z.string().nullable(),
  to: z.array(actorName).readonly(),
  within: z.string().nullable(),
  inferred: z.record(z.string(), z.string()),
  verdict,
  reports: z.number().int(),
});
const placedEvent = z.object({
  local: z.string(),
  record: z.string().nullable(),
  type: z.string(),
  agents: z.array(actorName).readonly(),
  patients: z.array(actorName).readonly(),
  when: z.string().nullable(),
  where: z.string().nullable(),
  evidence: spans,
  verdict,
  reports: z.number().int(),
});

export const articleShown = z
  .object({
    id: z.string(),
    version: z.number().int(),
    state: z.string(),
    versions: z.array(z.number().int()).readonly(),
    hash: z.string(),
    verified: z.boolean(),
    before: z.object({ id: z.string(), published: z.string() }).nullable(),
    after: z.object({ id: z.string(), published: z.string() }).nullable(),
    published: z.string(),
    publisher: z.string().nullable(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string(),
    asOf: z.string(),
    text: z.string(),
    statements: z.array(placedStatement).readonly(),
    events: z.array(placedEvent).readonly(),
    commitments: z
      .array(
        z.object({
          record: z.string(),
          kind: z.string(),
          state: z.string(),
          due: z.string().nullable(),
          inferred: z.string().nullable(),
          statements: z.array(z.string()).readonly(),
        }),
      ) // prettier-ignore
      .readonly(),
    positions: z
      .array(z.object({ record: z.string(), issue: z.string(), stance: z.string(), statements: z.array(z.string()).readonly() })) // prettier-ignore
      .readonly(),
    disputes: z.array(z.object({ record: z.string(), about: z.string(), spans })).readonly(),
    times: z
      .array(z.object({ start: z.number().int(), end: z.number().int(), type: z.string(), edtf: z.string().nullable() }))
      .readonly(),
    actors: z.array(actorName.extend({ mentions: spans })).readonly(),
  })
  .openapi('Article');

const namesUsed = z
  .array(
    z.object({
      name: z.string(),
      articles: z.number().int(),
      first: z.object({ id: z.string(), published: z.string(), publisher: z.string().nullable() }),
    }),
  ) // prettier-ignore
  .readonly();

export const dossierShape = actorRow
  .extend({
    used: namesUsed,
    offices: namesUsed,
    acts: z.array(z.object({ act: z.string(), count: z.number().int() })).readonly(),
    speakers: z.array(actorName).readonly(),
    namesakes: z.array(actorName).readonly(),
  })
  .openapi('Dossier');

/** A page of a list: the day that it holds for, its rows, and the cursor of the next page. */
export const pageOf = <T extends z.ZodType>(
  row: T,
): z.ZodObject<{ asOf: z.ZodString; rows: z.ZodReadonly<z.ZodArray<T>>; next: z.ZodNullable<z.ZodString> }> =>
  z.object({ asOf: z.string(), rows: z.array(row).readonly(), next: z.string().nullable() });

export const foundShape = z
  .object({
    asOf: z.string(),
    actors: z.array(actorRow).readonly(),
    statements: z.array(statementRow).readonly(),
    commitments: z.array(commitmentRow).readonly(),
    positions: z.array(positionRow).readonly(),
    passages: z
      .array(
        z.object({
          article: z.string(),
          published: z.string(),
          publisher: z.string().nullable(),
          start: z.number().int(),
          end: z.number().int(),
          before: z.string(),
          words: z.string(),
          after: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Found');

/** A decision as it is asked for: actors and records by name or id. */
const why = z.string().min(1).max(2000).openapi({ description: 'the reason, kept with the decision' });
const who = z.string().min(1).max(200).openapi({ description: 'who decides' });
const id = z.string().min(1).max(400);
export const decisionAsked = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('merge'), actors: z.tuple([id, id]), who, why }),
    z.object({ kind: z.literal('split'), actor: id, names: z.array(z.string().min(1).max(400)).min(1).max(100), who, why }),
    z.object({ kind: z.literal('rename'), actor: id, name: z.string().min(1).max(400), who, why }),
    z.object({ kind: z.literal('confirm'), record: id, who, why }),
    z.object({ kind: z.literal('reject'), record: id, who, why }),
    z.object({ kind: z.literal('correct'), record: id, fields: z.record(z.string().max(40), z.string().max(400)), who, why }),
    z.object({ kind: z.literal('link'), records: z.tuple([id, id]), who, why }),
    z.object({ kind: z.literal('unlink'), records: z.tuple([id, id]), who, why }),
  ])
  .openapi('DecisionAsked');

export const decisionKept = z
  .object({
    pk: z.number().int(),
    kind: z.string(),
    about: z.string(),
    who: z.string(),
    at: z.string(),
    why: z.string(),
    undone: z.boolean(),
  })
  .openapi('Decision');

export const articleGiven = z
  .object({
    id: z.string().nullish(),
    text: z.string(),
    published: z.string().nullish(),
    publisher: z.string().nullish(),
    title: z.string().nullish(),
    url: z.string().nullish(),
  })
  .openapi('ArticleGiven');

export const outcome = z
  .object({
    name: z.string().nullable(),
    id: z.string().nullable(),
    filed: z.enum(['new', 'known', 'corrected', 'refused']),
    statements: z.number().int().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi('Outcome');

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
  })
  .openapi('Problem');

export type Page<T> = { readonly asOf: string; readonly rows: readonly T[]; readonly next: string | null };
export type Statement = z.infer<typeof statementRow>;
export type Commitment = z.infer<typeof commitmentRow>;
export type Position = z.infer<typeof positionRow>;
export type Dispute = z.infer<typeof disputeRow>;
export type Actor = z.infer<typeof actorRow>;
export type ActorName = z.infer<typeof actorName>;
export type TimelineEntry = z.infer<typeof timelineRow>;
export type ArticleRow = z.infer<typeof articleRow>;
export type Overview = z.infer<typeof overviewShape>;
export type ShownRecord = z.infer<typeof shownRecord>;
export type Density = z.infer<typeof densityShape>;
export type Article = z.infer<typeof articleShown>;
export type PlacedStatement = z.infer<typeof placedStatement>;
export type PlacedEvent = z.infer<typeof placedEvent>;
export type Dossier = z.infer<typeof dossierShape>;
export type Found = z.infer<typeof foundShape>;
export type Kept = z.infer<typeof decisionKept>;
export type Asked = z.infer<typeof decisionAsked>;
export type Outcome = z.infer<typeof outcome>;
export type Problem = z.infer<typeof problem>;
export type Span = z.infer<typeof span>;
