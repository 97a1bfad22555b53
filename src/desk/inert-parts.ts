export interface InertPart {
  readonly text: string;
  /** `U+202E` for a character that is not to act; null for plain text. */
  readonly code: string | null;
}

/**
 * Control characters, and those that turn the direction of writing or hide what they surround: Unicode's Bidi_Control (UAX 9), the
 * interlinear and tag characters, and those that take no room (a soft hyphen, a word joiner, the byte order mark). The carriage return before
 * the end of a line is how some systems end one.
 */
const ACTING =
  /\r(?!\n|$)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

/** Cuts text where a character would act on others. The parts, put together, are the text. */
export function inertParts(text: string): readonly InertPart[] {
  const out: InertPart[] = [];
  let from = 0;
  for (const found of text.matchAll(ACTING)) {
    if (found.index > from) out.push({ text: text.slice(from, found.index), code: null });
    out.push({ text: found[0], code: `U+${hex(found[0])}` });
    from = found.index + found[0].length;
  }
  if (from < text.length || out.length === 0) out.push({ text: text.slice(from), code: null });
  return out;
}

/** Text for places that hold nothing but text, such as a title: acting characters are replaced by their codes. */
export const inertText = (text: string): string => text.replace(ACTING, (found) => `U+${hex(found)}`);

const hex = (found: string): string => (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
