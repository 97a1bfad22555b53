/**
 * A lemma as a rule on the form that holds it, so that a classifier can choose it (Straka 2018, section 3.2, cut down to
 * suffixes, which is what English needs): how letters are cased, how many characters go at the end, what comes instead.
 * `l|1|e` reads "small letters, one off, add e"; `=|go` is the lemma itself.
 */
export function lemmaScript(form: string, lemma: string): string {
  for (const [name, cased] of Object.entries(CASINGS)) {
    const from = cased(form);
    const shared = sharedPrefix(from, lemma);
    if (shared === from.length && shared === lemma.length) return `${name}|0|`;
    if (shared > 0 && shared >= Math.min(2, lemma.length) && (name !== 'l' || lemma === lemma.toLowerCase())) {
      return `${name}|${from.length - shared}|${lemma.slice(shared)}`;
    }
  }
  return `=|${lemma}`;
}

/** The lemma that a script makes of a form. */
export function applyLemmaScript(form: string, script: string): string {
  const [name, cut, ...added] = script.split('|');
  if (name === '=') return [cut, ...added].join('|');
  const from = (CASINGS[name as keyof typeof CASINGS] ?? CASINGS.k)(form);
  return from.slice(0, Math.max(0, from.length - Number(cut))) + added.join('|');
}

const CASINGS = {
  l: (form: string) => form.toLowerCase(),
  k: (form: string) => form,
  c: (form: string) => form.slice(0, 1).toUpperCase() + form.slice(1).toLowerCase(),
};

function sharedPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
