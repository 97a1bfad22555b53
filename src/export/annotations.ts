import { codePoints } from './code-points.js';
import type { Exported } from './exported.js';

const AROUND = 32;

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one a line: a report of a statement, event or commitment each, on its exact
 * words. Positions count code points, as the model asks; the quote selector tells the words and what stands around them.
 */
export function annotations({ record, articles }: Exported): string {
  const byId = new Map(articles.map((article) => [article.id, { ...article, point: codePoints(article.text) }]));
  const actors = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  const name = (id: string | null): string | null => (id === null ? null : (actors.get(id) ?? null));
  const lines: string[] = [];
  const add = (
    id: string,
    body: object,
    reports: readonly { readonly document: string; readonly spans: readonly (readonly [number, number])[] }[],
  ): void => {
    // prettier-ignore
    reports.forEach(({ document, spans }, i) => {
      const article = byId.get(document);
      if (article === undefined) return;
      const { text, point } = article;
      const target = spans.map(([start, end]) => ({
        source: article.url ?? `urn:onrecord:document:${encodeURIComponent(document)}`,
        selector: [
          { type: 'TextPositionSelector', start: point(start), end: point(end) },
          { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(end, end + AROUND) }, // prettier-ignore
        ],
      }));
      lines.push(JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:onrecord:annotation:${id}:${i + 1}`, type: 'Annotation', motivation: 'describing', body: { type: 'Dataset', ...body }, target: target.length === 1 ? target[0] : target })); // prettier-ignore
    });
  };
  for (const s of record.statements)
    add(s.id, { record: 'statement', id: s.id, speaker: name(s.speaker), act: s.act, said: s.said }, s.reports);
  for (const e of record.events)
    add(e.id, { record: 'event', id: e.id, eventType: e.type, agents: e.agents.map(name), when: e.when }, e.reports);
  for (const c of record.commitments) add(c.id, { record: 'commitment', id: c.id, kind: c.kind, debtor: name(c.debtor), state: c.state, due: c.due }, c.history.filter((step) => step.inferred === null)); // prettier-ignore
  return lines.map((line) => line + '\n').join('');
}
