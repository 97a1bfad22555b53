import type { Span } from '../document/span.js';
import type { Article } from './article.js';
import { caseOf, contiguous } from './clauses.js';
import type { StatementDraft } from './statement-draft.js';

const MARKS = /^(?:if|unless|once|until|provided|providing|when)$/iu;
const PHRASES = /^(?:(?:so|as) long as|on condition that|provided that|only if|even if|in case|in the event)/iu;

/** What a statement makes depend: "if they meet us", "so long as the issues are resolved", "without guarantees". */
export function conditionOf(article: Article, { content }: StatementDraft): readonly Span[] {
  const { tree } = article;
  const found: Span[] = [];
  for (const span of content) {
    for (const node of tree.within(span)) {
      if (node.deprel.startsWith('advcl') || node.deprel === 'parataxis' || node.deprel === 'ccomp') {
        const clause = contiguous(tree.subtree(node), node);
        const start = clause[0]?.start ?? node.start;
        const text = article.text.slice(start, start + 40).replace(/^[“"‘']/u, '');
        const marked = tree.children(node, 'mark').some((mark) => MARKS.test(mark.form) && !/^(?:until|when)$/iu.test(mark.form));
        const late = tree.children(node, 'mark').find((mark) => mark.index > node.index && MARKS.test(mark.form));
        if (late !== undefined) {
          // "will walk out unless the operator withdraws": the parser hung the word on the clause before.
          const own = tree.children(node, 'advcl').find((child) => child.index > late.index);
          if (own !== undefined) found.push(clip({ start: late.start, end: article.spansOf(contiguous(tree.subtree(own), own)).at(-1)?.end ?? own.end }, span)); // prettier-ignore
        } else if (marked || PHRASES.test(text)) found.push(clip(article.spansOf(clause)[0], span));
      } else if (/^(?:obl|nmod)$/u.test(node.deprel) && caseOf(tree, node) === 'without')
        found.push(clip(article.spansOf(contiguous(tree.subtree(node), node))[0], span));
    }
  }
  if (found.length === 0) {
    for (const span of content) {
      const text = article.words(span);
      const match = WORDS.exec(text);
      if (match !== null) found.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
    }
  }
  return found.filter((s) => s.end > s.start).slice(0, 1);
}

/** A condition by its words, where the tree has lost the clause. */
const WORDS = /\b(?:so long as|as long as|on (?:the )?condition that|provided that|only if|if|unless)\b[^.,;”"]*/iu;

const clip = (span: Span | undefined, to: Span): Span => {
  if (span === undefined) return { start: 0, end: 0 };
  return { start: Math.max(span.start, to.start), end: Math.min(span.end, to.end) };
};
