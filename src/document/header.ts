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
  const found = /^\s*date(?:[ \t]+|[ \t]*:[ \t]*)(\d{4}-\d[^\s,]*),?(?=\s|$)/iu.exec(text);
  if (found === null) return null;
  const rest = text.slice(found[0].length);
  const lineEnd = /^[ \t]*(?:\r?\n|$)/u.exec(rest);
  if (lineEnd === null && /^[ \t]*[\d+-]/u.test(rest)) return null; // a time and its zone follow
  const after = found[0].length + (lineEnd?.[0].length ?? 0);
  const more = lineEnd === null ? null : namedLines(text, after, false);
  return { fields: { ...more?.fields, published: found[1] as string }, textStart: more?.textStart ?? after };
}

/**
 * Lines of `Name: value`. Names that are not known end the header, unless an empty line does: then they are passed over.
 */
function namedLines(text: string, from: number, needsDate = true): Header | null {
  const known: Partial<Record<HeaderField, string>> = {};
  const all: Partial<Record<HeaderField, string>> = {};
  const line = /[^\S\n]*(\p{L}[\p{L} -]{0,24})[ \t]*:[ \t]*([^\r\n]*)(?:\r?\n|$)/uy;
  const start = from === 0 ? skipBlanks(text, 0) : from;
  let at = start;
  let knownEnd: number | null = null;
  for (;;) {
    line.lastIndex = at;
    const found = at < text.length ? line.exec(text) : null;
    if (found === null) break;
    const name = (found[1] as string).trim().toLowerCase();
    if (!Object.hasOwn(NAMES, name)) knownEnd ??= at;
    const field = Object.hasOwn(NAMES, name) ? NAMES[name] : null;
    const value = (found[2] as string).trim();
    if (field !== null && field !== undefined && value !== '') {
      all[field] ??= value;
      if (knownEnd === null) known[field] ??= value;
    }
    at = line.lastIndex;
  }
  const closed = at >= text.length || /^[ \t]*\r?\n/u.test(text.slice(at, at + 80));
  const whole = closed && all.published !== undefined;
  const fields = whole ? all : known;
  const end = whole ? at : (knownEnd ?? at);
  if (end === start || (needsDate && fields.published === undefined)) return null;
  return { fields, textStart: end };
}

function frontMatter(text: string): Header | null {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (found === null) return null;
  let data: unknown;
  try {
    data = parse(found[1] as string, { schema: 'failsafe' });
  } catch {
    // Front matter by hand is often no YAML, such as a title with a colon: its plain lines still say what they say.
    const named = namedLines(found[1] as string, 0, false);
    return { fields: named?.fields ?? {}, textStart: found[0].length };
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
