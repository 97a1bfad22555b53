/** How the forms of one name are known from each other. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|a|an|some|many|these|those|all|its|their|his|her|all the|various) /u, '')
    .replace(/[’']s?$/u, '')
    .trim();
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether one name is a form of another: the same first and last word, or a run of the other's words. */
export function isForm(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return true;
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return (
    short.includes(' ') &&
    (` ${long} `.includes(` ${short} `) ||
      (long.split(' ')[0] === short.split(' ')[0] && near(long.split(' ').at(-1) as string, short.split(' ').at(-1) as string)))
  );
}

/** Whether two spellings differ by one letter at most: "Zeya", "Zeyar". */
function near(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1);
}

/** "AAPP" of "Assistance Association of Political Prisoners". */
export function isAcronym(short: string, long: string): boolean {
  if (!/^[\p{Lu}.&]{2,8}$/u.test(short) || !long.includes(' ')) return false;
  const initials = long
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
  return initials === short.replace(/\./gu, '');
}

/** "Bikalpadhara" of "Bikalpadhara Bangladesh": a first word that no other body begins with is its name. */
export const isShort = (a: string, b: string): boolean => {
  const [x, y] = [plain(a), plain(b)];
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return short.length >= 5 && long.startsWith(`${short} `);
};
