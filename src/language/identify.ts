import { franc } from 'franc-min';
import { FUNCTION_WORDS } from './data/function-words.js';

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 6000;
/** English prose has 20 to 40 of these words in a hundred; above this share there is nothing to ask. */
const ENGLISH_SHARE = 0.15;
/** A list of figures may have as few as this. */
const LIST_SHARE = 0.03;
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
    const list = (sample.match(/\p{N}/gu) ?? []).length > letters.length / 12;
    // Lists of names and results have few function words, and trigrams guess wildly on them.
    return guess === 'und' || guess === 'sco' || (list && share >= LIST_SHARE) ? 'eng' : guess;
  }
  const guess = franc(sample, { minLength: 3 });
  return guess === 'eng' ? 'und' : guess;
}
