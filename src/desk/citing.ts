import type { ShownRecord } from '../server/shapes.js';
import { ask } from './api.js';
import { asError } from './asking.js';
import { citationOf } from './citation.js';
import type { Desk } from './desk.js';
import { copy } from './exporting.js';
import { placeOf } from './evidence.js';

/** The citation of a record by the first piece of its evidence. */
export function citationOfRecord({ evidence }: ShownRecord): string | null {
  const [first] = evidence;
  if (first === undefined) return null;
  return citationOf({
    quote: first.marked.map(([from, to]) => first.context.slice(from, to)).join(' … '),
    speaker: first.said?.speaker?.name ?? null,
    said: first.said?.said ?? null,
    publisher: first.publisher,
    published: first.published,
    title: first.title,
    url: first.url,
    link: `${location.origin}/read/${encodeURIComponent(first.document)}?at=${placeOf(first.spans)}`,
  });
}

/** Copies the citation of a record. */
export async function citeRecord(desk: Desk, id: string | null): Promise<void> {
  if (id === null) return desk.say('Choose a record first, with J and K.');
  try {
    const text = citationOfRecord(await ask<ShownRecord>(`/api/records/${encodeURIComponent(id)}`));
    if (text === null) desk.say('There are no words to cite.');
    else desk.say((await copy(text)) ? 'Citation copied.' : 'The browser does not let the page copy.');
  } catch (error) {
    desk.say(asError(error).message);
  }
}
