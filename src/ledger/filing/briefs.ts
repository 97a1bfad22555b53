import { isDay } from '../dates.js';
import type { Item } from '../items.js';
import { isReply, pointsAtMatter } from '../outcomes.js';
import { joinTerms, type Terms } from '../terms.js';
import { dayNumber, mayAllude } from './keys.js';

/**
 * The little of an item that says whether it can be of use to another one: to read it costs a fraction of reading the item. It never
 * leaves out what the relations of the record would take; it may let through what they then refuse.
 */
export interface Brief {
  readonly kind: Item['kind'];
  /** Of events and clauses: the day on which it came about, in days since 1970; `about` where it is known about to the day. */
  readonly day: number | 'about' | null;
  /** Of commitments: there is a due date. Of news: it points at a matter by a noun or a day, see `pointsAtMatter`. Of statements: a denial. */
  readonly marked: boolean;
  /** Its terms, each as three characters of a hash. */
  readonly terms: string;
  /** Of clauses that may allude to a statement: the terms of the sentence. */
  readonly context: string;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const WIDTH = 3;

function hashed(terms: Terms): string {
  let out = '';
  for (const term of terms.keys()) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    for (let shift = 0; shift < 6 * WIDTH; shift += 6) out += DIGITS[(hash >>> shift) & 63] as string;
  }
  return out;
}

export function briefOf(item: Item): Brief {
  const when = item.kind === 'event' || item.kind === 'fact' ? item.when : null;
  return {
    kind: item.kind,
    day: !isDay(when) ? null : when.length === 10 ? dayNumber(when) : 'about',
    marked: isMarked(item),
    terms: hashed(item.kind === 'commitment' ? joinTerms([item.terms, item.condition]) : item.terms),
    context: item.kind === 'fact' && mayAllude(item) ? hashed(item.context) : '',
  };
}

function isMarked(item: Item): boolean {
  switch (item.kind) {
    case 'commitment':
      return item.due !== null;
    case 'fact':
      return pointsAtMatter(item);
    case 'statement':
      return isReply(item) && pointsAtMatter(item);
    default:
      return false;
  }
}

const LETTER: Readonly<Record<Item['kind'], string>> = { statement: 's', event: 'e', commitment: 'c', position: 'p', fact: 'f' };
const KIND = new Map(Object.entries(LETTER).map(([kind, letter]) => [letter, kind as Item['kind']]));

export const writeBrief = ({ kind, day, marked, terms, context }: Brief): string =>
  `${LETTER[kind]}${marked ? '!' : '.'}${day ?? ''}:${terms}:${context}`;

export function parseBrief(text: string): Brief {
  const [head = '', terms = '', context = ''] = text.split(':');
  const day = head.slice(2);
  return {
    kind: KIND.get(head[0] ?? '') ?? 'fact',
    day: day === '' ? null : day === 'about' ? day : Number(day),
    marked: head[1] === '!',
    terms,
    context,
  };
}

/** Whether two items can show one record, or one of them can bear on the other, as far as their briefs tell. */
export function mayMeet(a: Brief, b: Brief): boolean {
  if (a.kind > b.kind) return mayMeet(b, a);
  switch (`${a.kind} ${b.kind}`) {
    case 'position position':
      return true;
    case 'commitment commitment':
      return (a.marked && b.marked) || sharesTwo(a.terms, b.terms);
    case 'event event':
    case 'event fact':
      if (a.day === null || b.day === null) return sharesTwo(a.terms, b.terms);
      return a.day === b.day || a.day === 'about' || b.day === 'about';
    case 'commitment fact':
    case 'commitment statement':
      return b.marked || sharesTwo(a.terms, b.terms);
    case 'fact statement':
      return sharesTwo(a.terms, b.terms) || (a.context !== '' && sharesTwo(a.context, b.terms));
    default:
      return sharesTwo(a.terms, b.terms);
  }
}

/** Whether two texts have two terms in common, or all that one of them has. */
function sharesTwo(a: string, b: string): boolean {
  const least = Math.min(2, a.length / WIDTH, b.length / WIDTH);
  let shared = 0;
  for (let i = 0; i < a.length && shared < least; i += WIDTH) {
    const term = a.slice(i, i + WIDTH);
    for (let k = b.indexOf(term); k >= 0; k = b.indexOf(term, k + 1))
      if (k % WIDTH === 0) {
        shared++;
        break;
      }
  }
  return shared >= least;
}
