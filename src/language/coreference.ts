import type { WordSpan } from './bio.js';
import { dot } from './vectors.js';

/** A mention that may refer back, by its head word, with the vectors that score an antecedent for it. */
export interface Mention extends WordSpan {
  readonly head: number;
  readonly anaphor: Float32Array;
  readonly antecedent: Float32Array;
  /** The score of referring to nothing before it. */
  readonly noAntecedent: number;
}

/** An antecedent is looked for among this many mentions before. */
const REACH = 250;

/**
 * Joins mentions into clusters: each takes the best-scored mention before it, unless referring to nothing scores higher
 * (mention ranking with word-level heads, after Dobrovolskii 2021). Only clusters of two and more are kept.
 *
 * @param distance added to a score, by the power of two of the distance in words
 */
export function clusterMentions(mentions: readonly Mention[], distance: readonly number[]): readonly (readonly Mention[])[] {
  const clusterOf: number[] = [];
  const clusters: Mention[][] = [];
  mentions.forEach((mention, i) => {
    let best = -1;
    let bestScore = mention.noAntecedent;
    for (let j = Math.max(0, i - REACH); j < i; j++) {
      const other = mentions[j] as Mention;
      const far = Math.min(distance.length - 1, Math.floor(Math.log2(Math.max(1, mention.head - other.head))));
      const score = dot(mention.anaphor, other.antecedent) + (distance[far] as number);
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    const cluster = best >= 0 ? (clusterOf[best] as number) : clusters.push([]) - 1;
    (clusters[cluster] as Mention[]).push(mention);
    clusterOf.push(cluster);
  });
  return clusters.filter((cluster) => cluster.length > 1);
}
