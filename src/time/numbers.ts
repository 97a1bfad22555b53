const UNITS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
}; // prettier-ignore
const TENS: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100,
}; // prettier-ignore
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11,
  twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19,
  twentieth: 20, thirtieth: 30,
}; // prettier-ignore

const words = (table: Readonly<Record<string, number>>): string => Object.keys(table).join('|');

/** A number in figures or words, "a" and "an" left out. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:${words(TENS)})(?:[- ](?:${words(UNITS)}))?|(?:${Object.keys(UNITS).slice(2).join('|')})(?: hundred)?)`;
export const ORDINAL = String.raw`(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty)-(?:${words(ORDINALS)})|${words(ORDINALS)})`;

/** The value of a number in figures or words; null where it is none. */
export function numberOf(text: string): number | null {
  const written = text.toLowerCase().replace(/,/gu, '').trim();
  if (/^\d+(?:\.\d+)?$/u.test(written)) return Number(written);
  let sum = 0;
  for (const part of written.split(/[-\s]+/u)) {
    if (part === 'hundred' && sum > 0) sum *= 100;
    else {
      const value = UNITS[part] ?? TENS[part];
      if (value === undefined) return null;
      sum += value;
    }
  }
  return sum;
}

/** The value of an ordinal number in figures or words; null where it is none. */
export function ordinalOf(text: string): number | null {
  const written = text.toLowerCase().trim();
  const figures = /^(\d+)(?:st|nd|rd|th)$/u.exec(written);
  if (figures !== null) return Number(figures[1]);
  const [tens, unit] = written.split('-');
  if (unit !== undefined && tens !== undefined) return (TENS[tens] ?? 0) + (ORDINALS[unit] ?? 0);
  return ORDINALS[written] ?? null;
}
