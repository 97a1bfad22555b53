import { createRequire } from 'node:module';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { codePoints } from '../../src/export/code-points.js';
import type { Exported } from '../../src/export/exported.js';
import { FORMATS } from '../../src/export/formats.js';
import { TABLES } from '../../src/export/tables.js';
import { recordOf } from '../../src/ledger/record-of.js';
import { PLOVER_TYPES } from '../../src/reading/plover.js';
import { readSerials } from '../ledger/serials.js';

interface Schema {
  readonly extends: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}
const model = createRequire(import.meta.url)('@alephdata/followthemoney/dist/defaultModel.json') as {
  readonly schemata: Readonly<Record<string, Schema>>;
};

let data: Exported;
beforeAll(async () => {
  const readings = await readSerials('dam');
  const articles = readings.map((reading) => ({ ...reading.document, published: reading.document.published as string, reading }));
  data = { record: recordOf(readings), articles };
});
const make = (format: string, table?: string): string => (FORMATS[format] as (typeof FORMATS)[string]).make(data, { table });
const lines = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('export', () => {
  it('ledger is the record, and reads back as it was', () => {
    expect(JSON.parse(make('ledger'))).toEqual(JSON.parse(JSON.stringify(data.record)));
  });

  it('jsonl has a line a record, each with its kind', () => {
    const rows = lines(make('jsonl')).map((line) => JSON.parse(line) as { record: string });
    const { actors, statements, events, commitments, positions, disputes } = data.record;
    const tables = [actors, statements, events, commitments, positions, disputes];
    expect(rows).toHaveLength(tables.reduce((sum, table) => sum + table.length, 0));
    expect(new Set(rows.map(({ record }) => record))).toEqual(
      new Set(['actor', 'statement', 'event', 'commitment', 'position', 'dispute']),
    );
  });

  it.each(Object.keys(TABLES))('csv has a heading and a line a record of %s', (table) => {
    const text = make('csv', table);
    const records = data.record[table as keyof typeof data.record] as readonly { id: string }[];
    expect(text.split('\n')[0]).toBe((TABLES[table] as (typeof TABLES)[string]).columns.join(','));
    for (const { id } of records) expect(text).toContain(`\n${id},`);
  });

  it('csv keeps a cell that begins like a formula from being one', () => {
    const [first, ...others] = data.record.statements as [(typeof data.record.statements)[number]];
    const hostile = {
      ...data,
      record: { ...data.record, statements: [{ ...first, content: '=HYPERLINK("http://x")' }, ...others] },
    };
    expect((FORMATS['csv'] as (typeof FORMATS)[string]).make(hostile, { table: 'statements' })).toContain(`'=HYPERLINK`);
  });

  it('plover has a row for each pair of actors, with types of PLOVER and days', () => {
    const [heading, ...rows] = lines(make('plover')).map((line) => line.split('\t'));
    const at = (name: string): number => (heading as string[]).indexOf(name);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row).toHaveLength((heading as string[]).length);
      expect(PLOVER_TYPES).toContain(row[at('event_type')]);
      expect(row[at('date')]).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/u);
    }
  });

  it('annotations select exactly the words that they quote', () => {
    const all = lines(make('annotations')).map(
      (line) => JSON.parse(line) as { '@context': string; type: string; target: unknown },
    );
    expect(all.length).toBeGreaterThan(60);
    const texts = new Map(data.articles.map((article) => [`urn:onrecord:document:${article.id}`, [...article.text]]));
    for (const annotation of all) {
      expect([annotation['@context'], annotation.type]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'Annotation']);
      const targets = [annotation.target].flat() as {
        source: string;
        selector: [{ start: number; end: number }, { exact: string }];
      }[];
      for (const { source, selector } of targets) expect((texts.get(source) as string[]).slice(selector[0].start, selector[0].end).join('')).toBe(selector[1].exact); // prettier-ignore
    }
  });

  it('citron has the spans of every statement, with their words', () => {
    interface Span {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
    const documents = lines(make('citron')).map((line) => JSON.parse(line) as { text: string; quotes: { cue?: Span; sources: Span[]; contents: Span[] }[] }); // prettier-ignore
    expect(documents).toHaveLength(data.articles.length);
    for (const { text, quotes } of documents)
      for (const quote of quotes) {
        expect(quote.contents.length).toBeGreaterThan(0);
        for (const span of [...quote.sources, ...quote.contents, ...(quote.cue === undefined ? [] : [quote.cue])]) expect([...text].slice(span.start, span.end).join('')).toBe(span.text); // prettier-ignore
      }
  });

  it('ftm keeps to the schemata of FollowTheMoney', () => {
    const all = (name: string): readonly Schema[] => {
      const schema = model.schemata[name] as Schema;
      return [schema, ...schema.extends.flatMap(all)];
    };
    const entities = lines(make('ftm')).map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> }); // prettier-ignore
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const { schema, properties } of entities) {
      const known = all(schema);
      for (const name of Object.keys(properties))
        expect(
          known.some((s) => name in s.properties),
          `${schema}.${name}`,
        ).toBe(true);
      for (const name of known.flatMap((s) => s.required ?? [])) expect(properties[name], `${schema}.${name}`).toBeDefined();
      for (const id of [...(properties['involved'] ?? []), ...(properties['subject'] ?? []), ...(properties['object'] ?? [])]) expect(ids).toContain(id); // prettier-ignore
    }
  });

  it('timelinejs has dates, and no markup of an article', () => {
    const [first, ...others] = data.record.statements as [(typeof data.record.statements)[number]];
    const hostile = {
      ...data,
      record: { ...data.record, statements: [{ ...first, said: '2024-06', content: '<img src=x onerror=alert(1)>' }, ...others] },
    };
    const text = (FORMATS['timelinejs'] as (typeof FORMATS)[string]).make(hostile, {});
    expect(text).not.toContain('<img');
    const { events } = JSON.parse(text) as { events: { start_date: { year: number; month?: number; day?: number }; text: object; unique_id: string }[] }; // prettier-ignore
    expect(events.find((e) => e.unique_id === first.id)?.start_date).toEqual({ year: 2024, month: 6 });
    for (const { start_date } of events) expect(start_date.year).toBeGreaterThan(2000);
  });

  it('ical has a whole day for every due day', () => {
    const calendar = new ICAL.Component(ICAL.parse(make('ical')) as unknown[]);
    const days = calendar.getAllSubcomponents('vevent').map((event) => [String(event.getFirstPropertyValue('uid')), String(event.getFirstPropertyValue('dtstart'))]); // prettier-ignore
    const due = data.record.commitments.filter((c) => /^\d{4}-\d{2}-\d{2}$/u.test(c.due ?? ''));
    for (const c of due) expect(days).toContainEqual([`${c.id}@onrecord`, c.due]);
  });
});

describe('codePoints', () => {
  it('counts a character outside the basic plane once', () => {
    const point = codePoints('a😀b😀c');
    expect([0, 1, 3, 4, 6, 7].map(point)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
