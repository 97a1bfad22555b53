import wrapAnsi from 'wrap-ansi';

/** A role that a stretch of a sentence plays. */
export type RoleName = 'source' | 'cue' | 'content';

/** How roles are told apart: by colour where there is one, else by marks around them. */
export interface Palette {
  readonly colour: boolean;
  readonly open: Readonly<Record<RoleName, string>>;
  readonly close: Readonly<Record<RoleName, string>>;
  dim(text: string): string;
  bold(text: string): string;
}

const ESCAPE = '\u001b[';

export const COLOURS: Palette = {
  colour: true,
  open: { source: `${ESCAPE}1;36m`, cue: `${ESCAPE}1;33m`, content: `${ESCAPE}32m` },
  close: { source: `${ESCAPE}22;39m`, cue: `${ESCAPE}22;39m`, content: `${ESCAPE}39m` },
  dim: (text) => `${ESCAPE}2m${text}${ESCAPE}22m`,
  bold: (text) => `${ESCAPE}1m${text}${ESCAPE}22m`,
};

/** Brackets that news does not print: editors put [ ] into quotations. */
export const MARKS: Palette = {
  colour: false,
  open: { source: '⟦', cue: '⟨', content: '{' },
  close: { source: '⟧', cue: '⟩', content: '}' },
  dim: (text) => text,
  bold: (text) => text,
};

/** Characters that steer a terminal or turn the direction of writing are shown, not obeyed. */
export function harmless(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
    });
}

/** Wraps to a width with a hanging indent; `first` stands before the first line, blanks of its width before the others. */
export function hang(text: string, first: string, indent: number, width: number): string {
  const room = Math.max(20, width - indent);
  return wrapAnsi(text, room, { hard: true, trim: true })
    .split('\n')
    .map((line, i) => (i === 0 ? first.padEnd(indent) : ' '.repeat(indent)) + line)
    .join('\n');
}
