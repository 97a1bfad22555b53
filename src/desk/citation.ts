import { inWords } from './dates.js';

export interface Citable {
  readonly quote: string;
  readonly speaker: string | null;
  readonly said: string | null;
  readonly publisher: string | null;
  readonly published: string;
  readonly title: string | null;
  readonly url: string | null;
  /** Address of the words at this desk. */
  readonly link: string;
}

/** A citation to paste: the exact words, who said them, where they stand, and how to find them again. */
export function citationOf({ quote, speaker, said, publisher, published, title, url, link }: Citable): string {
  const words = quote.trim();
  // Only what the article itself sets in quotation marks is the speaker's own wording.
  const own = /^[“"«„‘]/u.test(words);
  const when = said === null ? '' : `, ${inWords(said)}`;
  const whose = speaker === null ? '' : own ? ` — ${speaker}${when}` : ` — words of the article, on what ${speaker} said${when}`;
  const where = [publisher ?? 'outlet not given', title === null ? null : `“${title}”`, inWords(published.slice(0, 10))].filter((part) => part !== null).join(', '); // prettier-ignore
  return `${own ? words : `“${words}”`}${whose}. ${where}. ${url === null ? '' : `${url} `}${link}`;
}
