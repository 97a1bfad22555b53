/** Turns UTF-16 offsets of a text into counts of Unicode code points, as Python and the Web Annotation model count. */
export function codePoints(text: string): (offset: number) => number {
  // Most texts have no character outside the basic plane: then the two counts are one.
  const wide: number[] = [];
  for (const found of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) wide.push(found.index);
  return (offset) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
