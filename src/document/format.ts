/** The name of a format that is not plain text, by the first bytes of a file; null for what may be text. */
export function foreignFormat(head: Uint8Array): string | null {
  const ascii = Buffer.from(head.subarray(0, 512)).toString('latin1');
  for (const [name, magic] of MAGIC) if (ascii.startsWith(magic)) return name;
  return markupFormat(ascii.replace(/^\u00ef\u00bb\u00bf/u, ''));
}

/** The name of a markup language that a text is written in, by how it begins. */
export function markupFormat(text: string): string | null {
  const head = text.slice(0, 512).trimStart().toLowerCase();
  if (
    /^(?:<!--|<!doctype html|<(?:html|head|body|div|p|article|section|main|header|h[1-6]|span|table|meta|link|title|script|style|ul|ol)[\s>])/u.test(
      head,
    )
  )
    return 'HTML';
  if (/^<(?:rss|feed)\b/u.test(head) || /^<\?xml[\s\S]*<(?:rss|feed)\b/u.test(head)) return 'a feed (RSS or Atom)';
  if (head.startsWith('<?xml')) return /<html\b/u.test(head) ? 'HTML' : 'XML';
  return null;
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['a ZIP archive or an Office document', 'PK\u0003\u0004'],
  ['an old Office document', '\u00d0\u00cf\u0011\u00e0'],
  ['a gzip archive', '\u001f\u008b'],
  ['UTF-16 text', '\u00ff\u00fe'],
  ['UTF-16 text', '\u00fe\u00ff'],
  ['a GIF picture', 'GIF8'],
  ['a bzip2 archive', 'BZh'],
  ['an xz archive', '\u00fd7zXZ'],
  ['a 7z archive', '7z\u00bc\u00af'],
  ['a JPEG picture', '\u00ff\u00d8\u00ff'],
  ['a PNG picture', '\u0089PNG'],
  ['PostScript', '%!PS'],
];
