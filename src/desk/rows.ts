import type { Commitment, Position, Statement, TimelineEntry } from '../server/shapes.js';

/* Rows of what is on screen as cells, for a file. */

export type Cells = Readonly<Record<string, string | number | null>>;

export const commitmentCells = (c: Commitment): Cells => ({ id: c.id, kind: c.kind, state: c.state, debtor: c.debtor?.name ?? null, creditor: c.creditor?.name ?? null, what: c.what, condition: c.condition, day: c.day, due: c.due, days_left: c.daysLeft, history: c.history.map(({ on, state, due }) => `${on} ${state}${due === null ? '' : ` due ${due}`}`).join('; '), decided: c.verdict }); // prettier-ignore

export const statementCells = (s: Statement): Cells => ({ id: s.id, day: s.day, said: s.said, speaker: s.speaker?.name ?? null, act: s.act, content: s.content, condition: s.condition, reports: s.reports, first_report: s.first?.published ?? null, outlet: s.first?.publisher ?? null, decided: s.verdict }); // prettier-ignore

export const positionCells = (p: Position): Cells => ({ id: p.id, actor: p.actor.name, issue: p.issue, stance: p.stance, since: p.since, history: p.history.map(({ on, stance }) => `${on} ${stance}`).join('; '), decided: p.verdict }); // prettier-ignore

export const timelineCells = (t: TimelineEntry): Cells => ({ id: t.id, what: t.what, day: t.day, date: t.date, type: t.type, actors: t.actors, content: t.content, reported: t.reported, reports: t.reports }); // prettier-ignore
