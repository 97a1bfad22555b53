import { parse } from 'yaml';

/** What the head of a plain text says of it, as written, and where its text begins. */
export interface Header {
  readonly fields: Readonly<Partial<Record<HeaderField, string>>>;
  readonly textStart: number;
}

export type HeaderField = 'id' | 'published' | 'publisher' | 'title' | 'url';

const NAMES: Readonly<Record<string, HeaderField | null>> = {
  author: null,
  by: null,
  byline: null,
  date: 'published',
  headline: 'title',
  id: 'id',
  link: 'url',
  published: 'published',
  publisher: 'publisher',
  section: null,
  source: 'publisher',
  title: 'title',
  url: 'url',
};

const NO_HEADER: Header = { fields: {}, textStart: 0 };

/**
 * Reads the header of a plain text, in one of three forms: `date 2025-09-05` before the text, on its line or above it;
 * lines such as `Date: 5 September 2025` and `Title: …`; front matter between two lines of `---`.
 * A block of `Name: value` lines counts as a header only if it gives a date, so that a text beginning "Source: …" stays whole.
 */
export function readHeader(text: string): Header {
  const header = frontMatter(text) ?? bareDate(text) ?? namedLines(text, 0);
  return header === null ? NO_HEADER : { ...header, textStart: skipBlanks(text, header.textStart) };
}

//  date 2025-09-05 The minister said …
//  ^
function bareDate(text: string): Header | null {
  const found = /^\s*date[ \t]+(\S+)(?=\s|$)/iu.exec(text);
  if (found === null || !/^\d{4}-\d/u.test(found[1] as string)) return null;
  const rest = /^[ \t]*\r?\n/u.exec(text.slice(found[0].length));
  const after = found[0].length + (rest?.[0].length ?? 0);
  const more = rest === null ? null : namedLines(text, after, false);
  return { fields: { ...more?.fields, published: found[1] as string }, textStart: more?.textStart ?? found[0].length };
}

function namedLines(text: string, from: number, needsDate = true): Header | null {
  const fields: Partial<Record<HeaderField, string>> = {};
  const line = /[^\S\n]*(\p{L}+)[ \t]*:[ \t]*([^\r\n]*?)[ \t]*(?:\r?\n|$)/uy;
  let at = from === 0 ? skipBlanks(text, 0) : from;
  for (;;) {
    line.lastIndex = at;
    const found = at < text.length ? line.exec(text) : null;
    const name = found?.[1]?.toLowerCase();
    if (found === null || name === undefined || !Object.hasOwn(NAMES, name)) break;
    const field = NAMES[name];
    if (field !== null && field !== undefined && found[2] !== '') fields[field] ??= found[2] as string;
    at = line.lastIndex;
  }
  if (at === from || (needsDate && fields.published === undefined)) return null;
  return { fields, textStart: at };
}

function frontMatter(text: string): Header | null {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (found === null) return null;
  let data: unknown;
  try {
    data = parse(found[1] as string, { schema: 'failsafe' });
  } catch {
    return null;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const fields: Partial<Record<HeaderField, string>> = {};
  for (const [key, value] of Object.entries(data)) {
    const field = Object.hasOwn(NAMES, key.toLowerCase()) ? NAMES[key.toLowerCase()] : null;
    if (field !== null && field !== undefined && typeof value === 'string' && value !== '') fields[field] ??= value;
  }
  return { fields, textStart: found[0].length };
}

function skipBlanks(text: string, from: number): number {
  const rest = text.slice(from).search(/\S/u);
  return rest < 0 ? text.length : from + rest;
}
