/**
 * Contractions written as one run of letters, lower-cased, with the length of their first word.
 * Universal Dependencies splits them into two words of one multiword token.
 */
export const FUSED_WORDS: ReadonlyMap<string, number> = new Map([
  ['arent', 3],
  ['cannot', 3],
  ['cant', 2],
  ['couldnt', 5],
  ['didnt', 3],
  ['doesnt', 4],
  ['dont', 2],
  ['dunno', 2],
  ['gimme', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['hasnt', 3],
  ['havent', 4],
  ['im', 1],
  ['isnt', 2],
  ['ive', 1],
  ['lemme', 3],
  ['shouldnt', 6],
  ['thats', 4],
  ['theyre', 4],
  ['wanna', 3],
  ['wasnt', 3],
  ['werent', 4],
  ['wont', 2],
  ['wouldnt', 5],
  ['youre', 3],
  ['youve', 3],
]);

/** Those that may begin with a capital: "Ive", "Im" and "Cant" are names. */
export const FUSED_CAPITALISED: ReadonlyMap<string, number> = new Map(
  [...FUSED_WORDS]
    .filter(([word]) => !['cant', 'im', 'ive', 'wont'].includes(word))
    .map(([word, first]) => [word.slice(0, 1).toUpperCase() + word.slice(1), first]),
);

/** Words that begin with an apostrophe, lower-cased, without it. */
export const ELIDED_WORDS: ReadonlySet<string> = new Set(['bout', 'cause', 'cuz', 'em', 'n', 'til', 'tis', 'twas', 'round']);
