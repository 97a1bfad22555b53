/** An office by the words that stand with a name: "premier" and "prime minister" are one, "foreign minister" is another. */
const OFFICES: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['deputy prime minister', ['deputy', 'prime', 'minister']],
  ['deputy prime minister', ['deputy', 'premier']],
  ['prime minister', ['prime', 'minister']],
  ['prime minister', ['premier']],
  ['vice president', ['vice', 'president']],
  ['deputy foreign minister', ['deputy', 'foreign', 'minister']],
  ['foreign minister', ['foreign', 'minister']],
  ['foreign minister', ['foreign', 'secretary']],
  ['defence minister', ['defence', 'minister']],
  ['defence minister', ['defense', 'minister']],
  ['defence minister', ['defense', 'secretary']],
  ['interior minister', ['interior', 'minister']],
  ['finance minister', ['finance', 'minister']],
  ['energy minister', ['energy', 'minister']],
  ['water minister', ['water', 'minister']],
  ['trade minister', ['trade', 'minister']],
  ['transport minister', ['transport', 'minister']],
  ['health minister', ['health', 'minister']],
  ['justice minister', ['justice', 'minister']],
  ['agriculture minister', ['agriculture', 'minister']],
  ['president', ['president']],
  ['president', ['head', 'state']],
  ['king', ['king']],
  ['queen', ['queen']],
  ['chancellor', ['chancellor']],
  ['secretary-general', ['secretary-general']],
  ['mayor', ['mayor']],
  ['governor', ['governor']],
  ['chairman', ['chairman']],
  ['chairman', ['chairwoman']],
  ['chairman', ['chair']],
  ['director', ['director']],
  ['spokesman', ['spokesman']],
  ['spokesman', ['spokeswoman']],
  ['spokesman', ['spokesperson']],
];

/** Offices that one person at a time holds in a state or body: a description by one of them names its holder. */
export const HELD_BY_ONE: ReadonlySet<string> = new Set(OFFICES.map(([name]) => name).filter((name) => name !== 'spokesman'));

/** The office that words of description name, the fullest one; null where they name none. */
export function officeOf(words: Iterable<string>): string | null {
  const all = new Set([...words].map((w) => w.toLowerCase().replace(/[’']s$/u, '')));
  if (all.has('former') || all.has('ex-president')) return null;
  return OFFICES.find(([, needed]) => needed.every((word) => all.has(word)))?.[0] ?? null;
}
