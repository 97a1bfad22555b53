import { Temporal } from 'temporal-polyfill';
import { Failure } from './failure.js';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/**
 * A publication date as people and feeds write it, in the form that a document keeps: a day, or a time with its zone.
 * Reads `2025-09-05`, ISO 8601 times, `5 September 2025`, `September 5, 2025`, `Fri, 05 Sep 2025 14:30:00 +0200`.
 * A time without a zone is cut to its day, as nobody can say which instant it was. Dates in figures such as `05/09/2025`
 * mean two days and are refused.
 *
 * @throws Failure `bad-date`
 */
export function parsePublished(value: string): string {
  const written = value.trim();
  const parsed = fromIso(written) ?? fromWords(written);
  if (parsed === null) throw new Failure('bad-date', { value: written });
  return parsed;
}

function fromIso(written: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/iu.exec(written);
  if (found === null) return null;
  const [, day, time, zone] = found;
  if (!isDay(day as string)) return null;
  if (time === undefined) return day as string;
  if (!isTime(time)) return null;
  return zone === undefined ? (day as string) : withZone(`${day}T${time}`, zone);
}

function fromWords(written: string): string | null {
  const found =
    /^(?:\p{L}+,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+)\.?|(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?$/iu.exec(
      written,
    );
  if (found === null) return null;
  const name = (found[2] ?? found[3] ?? '').toLowerCase();
  const month = name.length < 3 ? -1 : MONTHS.findIndex((m) => m.startsWith(name) || name === 'sept');
  if (month < 0) return null;
  const number = name === 'sept' ? 9 : month + 1;
  const day = `${found[5]}-${two(number)}-${two(Number(found[1] ?? found[4]))}`;
  if (!isDay(day)) return null;
  const [time, zone] = [found[6], found[7]];
  if (time === undefined || zone === undefined) return day;
  const padded = time.padStart(time.length + (time.indexOf(':') === 1 ? 1 : 0), '0');
  return isTime(padded) ? withZone(`${day}T${padded}`, /^(?:GMT|UTC)$/iu.test(zone) ? 'Z' : zone) : null;
}

const two = (n: number): string => String(n).padStart(2, '0');

function isDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function isTime(time: string): boolean {
  try {
    Temporal.PlainTime.from(time, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function withZone(local: string, zone: string): string | null {
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  try {
    Temporal.Instant.from(local + offset);
    return local + offset;
  } catch {
    return null;
  }
}
