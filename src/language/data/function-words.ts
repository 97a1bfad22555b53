/** The commonest English function words, lower-cased: a text with enough of them is English. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a about after all also an and any are as at be because been before being between both but by can could did do does during each for from had has have he her his how if in into is it its may more most not of on or other our out over said she should so some such than that the their them then there these they this those to under until up was we were what when where which while who will with would you'.split(
    ' ',
  ),
);
