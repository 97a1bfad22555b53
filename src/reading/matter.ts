/** Words that say little of what a phrase is about. */
const EMPTY = new Set(['a', 'about', 'after', 'all', 'also', 'an', 'and', 'any', 'are', 'as', 'at', 'be', 'because', 'been', 'but', 'by', 'can', 'could', 'did', 'do', 'does', 'for', 'from', 'had', 'has', 'have', 'he', 'her', 'his', 'how', 'i', 'if', 'in', 'into', 'is', 'it', 'its', 'may', 'more', 'must', 'no', 'not', 'of', 'on', 'or', 'our', 'over', 'said', 'she', 'should', 'so', 'some', 'such', 'than', 'that', 'the', 'their', 'them', 'there', 'these', 'they', 'this', 'those', 'to', 'under', 'up', 'was', 'we', 'were', 'what', 'when', 'which', 'who', 'will', 'with', 'would', 'you', 'your', 'idea', 'proposal', 'plan', 'something', 'happening', 'any', 'us', 'my', 'me', 'him', 'really', 'being', 'own', 'new', 'very', 'just', 'only', 'year', 'years', 'day', 'days', 'week', 'weeks']); // prettier-ignore

/** The content words of a text, cut to stems: "meetings" and "meeting" are one. */
export function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return new Set(
    words
      .map((w) => w.replace(/[’']s$/u, ''))
      .filter((w) => w.length > 2 && !EMPTY.has(w))
      .map(stem),
  );
}

export function stem(word: string): string {
  const cut = word.replace(/(?:ations?|ings?|ions?|ments?|ers?|ed|es|s|al|ian)$/u, '');
  return cut.length >= 3 ? cut : word;
}

/** Whether two texts, by their stems, are about the same matter: they share two content words, or one where either has few. */
export function sameMatter(x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  const shared = [...x].filter((s) => y.has(s)).length;
  const fewer = Math.min(x.size, y.size);
  return shared >= 2 || (shared === 1 && fewer <= 3);
}
