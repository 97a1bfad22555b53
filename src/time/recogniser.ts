import type { Word } from '../language/annotation.js';
import type { Part, Spec } from './spec.js';
import type { Length, TimexType } from './timex.js';

/** What a recogniser makes of its match, before anything is counted from a day. */
export interface Found {
  readonly type: TimexType;
  /** A value that hangs on no other date. */
  readonly value?: string;
  readonly spec?: Spec;
  /** What TIMEX3 adds to the value of the spec: a part of the day or a time, `TMO`, `T14:30`. */
  readonly suffix?: string;
  readonly length?: Length;
  readonly mod?: Part;
  /** The stretch of the match that is the expression; all of it where this is left out. */
  readonly from?: number;
  readonly to?: number;
}

/** What stands around a match. */
export interface Surroundings {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word at a character, if there is one. */
  wordAt(character: number): Word | undefined;
  /** The word before the one at a character, and the one after it, within the sentence. */
  before(character: number): Word | undefined;
  after(character: number): Word | undefined;
  /** Whether a character lies in a name of an organisation or a product. */
  inName(character: number): boolean;
}

/** One family of time expressions: a pattern, and what its match means; null where the match is something else. */
export interface Recogniser {
  readonly name: string;
  readonly pattern: RegExp;
  readonly build: (groups: Readonly<Record<string, string | undefined>>, around: Surroundings) => Found | null;
}

/** Blanks of a pattern as any white space: one of a class stays one character. */
const anyBlank = (source: string): string =>
  source.replace(/\[[^\]]*\]| \?| /gu, (part) =>
    part === ' ' ? String.raw`\s+` : part === ' ?' ? String.raw`\s*` : part.replaceAll(' ', String.raw`\s`),
  );

/** A pattern between characters that are no letters or figures; blanks in it stand for any white space. */
export const pattern = (source: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyBlank(source)})(?![\p{L}\p{N}])`, 'gu');

/** The same without regard to case. */
export const patternAnyCase = (source: string): RegExp => new RegExp(pattern(source).source, 'giu');
