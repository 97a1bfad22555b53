import type { Mention } from './coreference.js';
import type { Matrix, WindowScores } from './encoder.js';
import { dotRows, rowOf } from './vectors.js';

/**
 * Words `from` to `to` of a document, one sentence, that head a mention, each with the span that its pointers give it.
 *
 * @param context the word of the document that row 0 of the window stands for
 * @param labels kinds of mentions, the first one for none
 */
export function mentionsIn(
  { scores }: WindowScores,
  context: number,
  from: number,
  to: number,
  labels: readonly string[],
): Mention[] {
  const mentions: Mention[] = [];
  for (let w = from; w < to; w++) {
    const row = w - context;
    const kind = bestColumn(scores.mention, row);
    if (kind === 0) continue;
    mentions.push({
      first: context + bestRow(scores.mention_head, row, scores.mention_start, from - context, row + 1),
      last: context + bestRow(scores.mention_head2, row, scores.mention_end, row, to - context),
      head: w,
      label: labels[kind] as string,
      anaphor: rowOf(scores.anaphor, row),
      antecedent: rowOf(scores.antecedent, row),
      noAntecedent: scores.no_antecedent.data[row] as number,
    });
  }
  return mentions;
}

function bestColumn({ data, columns }: Matrix, row: number): number {
  let best = 0;
  for (let k = 1; k < columns; k++) if ((data[row * columns + k] as number) > (data[row * columns + best] as number)) best = k;
  return best;
}

/** The row from `from` to `to` of one matrix whose product with a row of another is largest. */
function bestRow(a: Matrix, row: number, b: Matrix, from: number, to: number): number {
  let best = from;
  let bestScore = -Infinity;
  for (let i = from; i < to; i++) {
    const score = dotRows(a, row, b, i);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}
