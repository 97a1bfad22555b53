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
  const words = /^[“"«„]/u.test(quote.trim()) ? quote.trim() : `“${quote.trim()}”`;
  const whose = speaker === null ? '' : ` — ${speaker}${said === null ? '' : `, ${inWords(said)}`}`;
  const where = [publisher ?? 'outlet not given', title === null ? null : `“${title}”`, inWords(published.slice(0, 10))].filter((part) => part !== null).join(', '); // prettier-ignore
  return `${words}${whose}. ${where}. ${url === null ? '' : `${url} `}${link}`;
}
