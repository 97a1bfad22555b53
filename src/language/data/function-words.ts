/**
 * English function words that few other languages in Latin letters share, lower-cased: not "a", "in", "is", "was", "for" or "at",
 * which stand in Dutch, German, Danish, Portuguese or Tagalog prose as well.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'about after against also although and are because been before being between but by could did does during each from has he how if into it its many more most not of only or other our out over said she should since some such than that the their them then there these they this those through to under until up we were what when where which while who whose with would you your'.split(
    ' ',
  ),
);
