import { createHash } from 'node:crypto';
import type { Exported } from './exported.js';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * FollowTheMoney entities (https://followthemoney.tech), one a line: actors, the articles, whom an actor speaks for, and events. Values that
 * are not known are left out.
 */
export function followTheMoney({ record, articles }: Exported): string {
  const id = (kind: string, key: string): string => createHash('sha1').update(`onrecord ${kind} ${key}`).digest('hex');
  const known = (properties: Readonly<Record<string, readonly (string | null)[]>>): Entity['properties'] =>
    Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, values.filter((value): value is string => value !== null && value !== '')] as const).filter(([, values]) => values.length > 0)); // prettier-ignore
  const SCHEMA = { person: 'Person', state: 'PublicBody', organisation: 'Organization', group: 'LegalEntity' } as const;
  const entities: Entity[] = [
    ...record.actors.map((a) => ({ id: id('actor', a.id), schema: SCHEMA[a.kind], properties: known({ name: [a.name], alias: a.aliases, country: [a.country === null ? null : a.country.toLowerCase()] }) })), // prettier-ignore
    ...record.actors.flatMap((a) => (a.actsFor === null ? [] : [{ id: id('link', a.id), schema: 'UnknownLink', properties: known({ subject: [id('actor', a.id)], object: [id('actor', a.actsFor)], role: ['speaks for'] }) }])), // prettier-ignore
    ...articles.map((d) => ({ id: id('article', d.id), schema: 'Article', properties: known({ name: [d.title ?? d.id], fileName: [d.id], title: [d.title ?? d.id], publisher: [d.publisher], publishedAt: [d.published], sourceUrl: [d.url], bodyText: [d.text], language: ['eng'] }) })), // prettier-ignore
    ...record.events.map((e) => ({ id: id('event', e.id), schema: 'Event', properties: known({ name: [`${e.type}: ${e.text}`.slice(0, 250)], date: [e.when === null ? null : (/^\d{4}(?:-\d{2}(?:-\d{2})?)?/u.exec(e.when)?.[0] ?? null)], involved: [...e.agents, ...e.patients].map((actor) => id('actor', actor)), location: [e.where], proof: [...new Set(e.reports.map((r) => id('article', r.document)))] }) })), // prettier-ignore
  ];
  return entities.map((entity) => JSON.stringify(entity) + '\n').join('');
}
