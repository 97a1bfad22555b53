import type { Span } from '../document/span.js';
import { paragraphStarts } from '../language/paragraphs.js';
import type { Reading, SpanPair } from '../reading/reading.js';
import { recordView } from './record-view.js';
import { hang, harmless, type Palette, type RoleName } from './terminal.js';

const INDENT = 8;
const ROLES: readonly RoleName[] = ['content', 'source', 'cue'];

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly role: RoleName;
}

/**
 * The reading of one article for people: its sentences, in order and whole, with the source, cue and content of every
 * statement set off, and in the margin the numbers of the statements whose cue the sentence holds; then what it puts on the record.
 */
export function readingView(reading: Reading, sentences: readonly Span[], palette: Palette, width: number): string {
  const { document, statements } = reading;
  const out: string[] = [];
  if (document.title !== null) out.push(hang(palette.bold(harmless(document.title)), '', 0, width));
  const facts = [document.published, document.publisher, document.id].filter((fact) => fact !== null);
  out.push(hang(palette.dim(facts.map(harmless).join(' · ')), '', 0, width), '');
  if (reading.language !== 'eng') {
    out.push(
      hang(`This text is not English (it looks like ${languageName(reading.language)}); it was not read.`, '', 0, width),
      '',
    );
    return out.join('\n') + '\n';
  }
  const paint = (role: RoleName, text: string): string => palette.open[role] + text + palette.close[role];
  out.push(`${paint('source', 'source')}  ${paint('cue', 'cue')}  ${paint('content', 'content')}`, '');
  const stretches = statements.flatMap((statement) =>
    ROLES.flatMap((role) => statement[role].map(([start, end]): Stretch => ({ start, end, role }))),
  );
  const cues = statements.map((statement) => ((statement.cue[0] ?? statement.content[0]) as SpanPair)[0]);
  const paragraphs = new Set(paragraphStarts(document.text));
  sentences.forEach((sentence, i) => {
    if (i > 0 && paragraphs.has(sentence.start)) out.push('');
    const numbers = cues.flatMap((at, k) => (at >= sentence.start && at < sentence.end ? [k + 1] : []));
    const margin = numbers.join(' ');
    // More numbers than the margin holds stand on a line of their own.
    const fits = margin.length < INDENT;
    if (!fits) out.push(hang(margin, '', 0, width));
    out.push(hang(paintSentence(document.text, sentence, stretches, palette), fits ? margin : '', INDENT, width));
  });
  const count = (mode: string): number => statements.filter((statement) => statement.mode === mode).length;
  const total = statements.length === 1 ? '1 statement' : `${statements.length} statements`;
  const modes = `${total}: ${count('direct')} direct, ${count('indirect')} indirect, ${count('mixed')} mixed`;
  out.push('', hang(palette.dim(modes), '', 0, width), '');
  return out.join('\n') + '\n' + recordView(reading, palette, width);
}

function paintSentence(text: string, sentence: Span, stretches: readonly Stretch[], palette: Palette): string {
  const here = stretches
    .filter((s) => s.start < sentence.end && s.end > sentence.start)
    .map((s) => ({ ...s, start: Math.max(s.start, sentence.start), end: Math.min(s.end, sentence.end) }));
  const edges = [...new Set([sentence.start, sentence.end, ...here.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b);
  let out = '';
  let open: readonly RoleName[] = [];
  edges.forEach((edge, i) => {
    // The roles from here to the next edge; what a narrower role covers is painted as that role.
    const next = ROLES.filter((role) => here.some((s) => s.role === role && s.start <= edge && s.end > edge));
    const kept = open.findIndex((role, k) => next[k] !== role);
    const same = kept < 0 ? open.length : kept;
    for (const role of open.slice(same).reverse()) out += palette.close[role];
    if (palette.colour && open.length > same)
      out += next
        .slice(0, same)
        .map((role) => palette.open[role])
        .join('');
    out += next
      .slice(same)
      .map((role) => palette.open[role])
      .join('');
    open = next;
    const end = edges[i + 1];
    if (end !== undefined) out += harmless(text.slice(edge, end));
  });
  return out;
}

function languageName(code: string): string {
  if (code === 'und') return 'a language that it does not know';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
