import type { Span } from '../document/span.js';
import type { Annotation, Sentence, Word } from './annotation.js';

/** A word, with its place among the words of the document. */
export interface Node extends Word {
  readonly index: number;
}

/** The trees of an annotation, to be walked: dependents, subtrees, and the word at a character. */
export class TreeView {
  readonly nodes: readonly Node[];
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly #children: readonly (readonly Node[])[];
  readonly #sentenceOf: Int32Array;

  constructor(annotation: Annotation) {
    this.text = annotation.text;
    this.sentences = annotation.sentences;
    this.nodes = annotation.words.map((word, index) => ({ ...word, index }));
    const children: Node[][] = this.nodes.map(() => []);
    for (const node of this.nodes) if (node.head >= 0) children[node.head]?.push(node);
    this.#children = children;
    this.#sentenceOf = new Int32Array(this.nodes.length);
    annotation.sentences.forEach((s, i) => this.#sentenceOf.fill(i, s.firstWord, s.endWord));
  }

  /** Dependents of a word, in order of the text; with relations, those of these relations alone (subtypes included). */
  children(node: Node, ...relations: readonly string[]): readonly Node[] {
    const all = this.#children[node.index] as readonly Node[];
    return relations.length === 0 ? all : all.filter((child) => relations.some((r) => isRelation(child, r)));
  }

  child(node: Node, ...relations: readonly string[]): Node | undefined {
    return this.#children[node.index]?.find((child) => relations.some((r) => isRelation(child, r)));
  }

  head(node: Node): Node | undefined {
    return node.head < 0 ? undefined : this.nodes[node.head];
  }

  /** The word and all below it, in order; what `except` holds is left out with all below it. */
  subtree(node: Node, except: (child: Node) => boolean = () => false): readonly Node[] {
    const out: Node[] = [];
    const stack: Node[] = [node];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      out.push(top);
      for (const child of this.children(top)) if (!except(child)) stack.push(child);
    }
    return out.sort((a, b) => a.index - b.index);
  }

  /** Whether `node` is `ancestor` or stands below it. */
  isUnder(node: Node, ancestor: Node): boolean {
    for (let at: Node | undefined = node; at !== undefined; at = this.head(at)) if (at === ancestor) return true;
    return false;
  }

  sentenceOf(node: Node): Sentence {
    return this.sentences[this.#sentenceOf[node.index] as number] as Sentence;
  }

  sentenceIndex(node: Node): number {
    return this.#sentenceOf[node.index] as number;
  }

  /** The word that holds a character, or the first one after it. */
  at(character: number): Node | undefined {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.nodes[middle] as Node).end <= character) low = middle + 1;
      else high = middle;
    }
    return this.nodes[low];
  }

  /** The words that lie in a span, wholly or in part. */
  within({ start, end }: Span): readonly Node[] {
    const out: Node[] = [];
    for (let node = this.at(start); node !== undefined && node.start < end; node = this.nodes[node.index + 1]) out.push(node);
    return out;
  }

  /** The word of a span that its other words hang on: the first one whose head lies outside. */
  rootOf(span: Span): Node | undefined {
    const nodes = this.within(span);
    const first = nodes[0]?.index ?? 0;
    const last = nodes.at(-1)?.index ?? 0;
    return nodes.find((node) => node.upos !== 'PUNCT' && (node.head < first || node.head > last)) ?? nodes[0];
  }
}

const isRelation = (node: Word, relation: string): boolean => node.deprel === relation || node.deprel.startsWith(`${relation}:`);
