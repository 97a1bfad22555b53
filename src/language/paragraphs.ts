/**
 * Where paragraphs begin: offsets of their first character that is not white space, in order.
 *
 * An empty line always parts two paragraphs. A single line end does so too, unless the text is hard-wrapped: its lines
 * are filled to about one width and mostly break off inside a sentence.
 */
export function paragraphStarts(text: string): readonly number[] {
  const separator = isHardWrapped(text) ? /\n[^\S\n]*\n\s*|\u2029\s*/gu : /[\n\u2028\u2029]\s*/gu;
  const starts: number[] = [];
  const first = text.search(/\S/u);
  if (first < 0) return starts;
  starts.push(first);
  separator.lastIndex = first;
  for (const found of text.matchAll(separator)) {
    const at = found.index + found[0].length;
    if (at > first && at < text.length) starts.push(at);
  }
  return starts;
}

const NARROWEST_WIDTH = 40;
const WIDEST_WIDTH = 120;

function isHardWrapped(text: string): boolean {
  const blocks = text.split(/\n[^\S\n]*\n/u);
  let wrapped = 0;
  let breaks = 0;
  for (const block of blocks) {
    const lines = block.split('\n').map((line) => line.trimEnd());
    const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i] as string;
      const next = (lines[i + 1] as string).trimStart();
      if (line === '' || next === '') continue;
      breaks++;
      const word = /^\S*/u.exec(next)?.[0].length ?? 0;
      const full = width >= NARROWEST_WIDTH && width <= WIDEST_WIDTH && line.length + 1 + word > width - 6;
      if (full && !/[.!?:”"]$/u.test(line)) wrapped++;
    }
  }
  return breaks >= 3 && wrapped / breaks > 0.6;
}
