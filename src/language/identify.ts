import { franc } from 'franc-min';
import { FUNCTION_WORDS } from './data/function-words.js';

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 6000;
/** English prose has 20 to 50 of these words in a hundred; other languages in Latin letters share a few by chance. */
const ENGLISH_SHARE = 0.1;
const FEWEST_WORDS = 20;

/**
 * The language of a text as an ISO 639-3 code: `eng` for English, `und` where it cannot be told. English is told by its
 * function words; the rest is left to trigram statistics (franc). A text too short to tell counts as English unless it is
 * in another script.
 */
export function identifyLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = words.join('');
  if (letters === '') return 'und';
  const latin = (letters.match(/\p{Script=Latin}/gu) ?? []).length / [...letters].length;
  const share = words.filter((word) => FUNCTION_WORDS.has(word)).length / words.length;
  if (latin > 0.7) {
    if (share >= ENGLISH_SHARE || words.length < FEWEST_WORDS) return 'eng';
    const guess = franc(sample);
    return guess === 'und' || guess === 'sco' ? 'eng' : guess;
  }
  const guess = franc(sample, { minLength: 3 });
  return guess === 'eng' ? 'und' : guess;
}
