import type { WordSpan } from './bio.js';
import { agreement, type AgreementWeights, type MentionFacts } from './mention-match.js';
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

/** A mention and what its words say. */
export interface DescribedMention extends Mention {
  readonly facts: MentionFacts;
}

/**
 * Joins mentions into clusters: each takes the best-scored mention before it, unless referring to nothing scores higher
 * (mention ranking with word-level heads, after Dobrovolskii 2021). The words have a say too: names that match, pronouns that
 * cannot be one. A name is also looked for by its letters among all mentions before. Only clusters of two and more are kept.
 *
 * @param distance added to a score, by the power of two of the distance in words
 */
export function clusterMentions(
  mentions: readonly DescribedMention[],
  distance: readonly number[],
  weights: AgreementWeights,
): readonly (readonly DescribedMention[])[] {
  const clusterOf: number[] = [];
  const clusters: { readonly members: DescribedMention[]; readonly genders: Set<string> }[] = [];
  const lastOfName = new Map<string, number>();
  mentions.forEach((mention, i) => {
    const { facts } = mention;
    let best = -1;
    let bestScore = mention.noAntecedent;
    for (let j = Math.max(0, i - REACH); j < i; j++) {
      const other = mentions[j] as DescribedMention;
      if (overlap(mention, other)) continue;
      const said = agreement(facts, other.facts, weights);
      if (said === -Infinity || clashes(facts, clusters[clusterOf[j] as number]?.genders)) continue;
      const far = Math.min(distance.length - 1, Math.floor(Math.log2(Math.max(1, mention.head - other.head))));
      const score = dot(mention.anaphor, other.antecedent) + (distance[far] as number) + said;
      if (score > bestScore) {
        bestScore = score;
        best = j;
      }
    }
    if (facts.kind === 'name') {
      if (best < 0) best = lastOfName.get(facts.core) ?? -1;
      lastOfName.set(facts.core, i);
    }
    const cluster = best >= 0 ? (clusterOf[best] as number) : clusters.push({ members: [], genders: new Set() }) - 1;
    const { members, genders } = clusters[cluster] as (typeof clusters)[number];
    members.push(mention);
    if (facts.pronoun?.gender != null) genders.add(facts.pronoun.gender);
    clusterOf.push(cluster);
  });
  return clusters.map(({ members }) => members).filter((members) => members.length > 1);
}

/** One mention inside another is never the same thing. */
const overlap = (a: WordSpan, b: WordSpan): boolean => a.first <= b.last && b.first <= a.last;

/** A cluster that "he" belongs to is not "she". */
const clashes = ({ pronoun }: MentionFacts, genders: ReadonlySet<string> | undefined): boolean =>
  pronoun?.gender != null && genders !== undefined && genders.size > 0 && !genders.has(pronoun.gender);
