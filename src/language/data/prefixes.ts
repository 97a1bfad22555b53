/**
 * Prefixes that do not stand alone, lower-cased: a hyphen after one does not split the token ("pro-Beijing", "re-elected"),
 * as in the English treebanks of Universal Dependencies, where other hyphens are words of their own.
 */
export const PREFIXES: ReadonlySet<string> = new Set(
  'anti bi co counter cross de e eco ex extra hyper infra inter intra macro mega meta micro mid mini mis mono multi neo non para pan poly post pre pro proto pseudo quasi re semi sub super supra trans tri ultra un uni'.split(
    ' ',
  ),
);
