import { describe, expect, it } from 'vitest';
import type { Annotation, Word } from '../../src/language/annotation.js';
import { TreeView } from '../../src/language/tree-view.js';

// Ann said they left. No.
const text = 'Ann said they left. No.';
const rows: readonly (readonly [form: string, head: number, deprel: string])[] = [
  ['Ann', 1, 'nsubj'],
  ['said', -1, 'root'],
  ['they', 3, 'nsubj'],
  ['left', 1, 'ccomp'],
  ['.', 1, 'punct'],
  ['No', -1, 'root'],
  ['.', 5, 'punct'],
];
let at = 0;
const words = rows.map(([form, head, deprel]): Word => {
  const start = text.indexOf(form, at);
  at = start + form.length;
  return { start, end: at, form, lemma: form, upos: 'X', xpos: 'XX', features: {}, head, deprel };
});
const annotation: Annotation = {
  text,
  words,
  tokens: [],
  sentences: [
    { start: 0, end: 19, firstWord: 0, endWord: 5 },
    { start: 20, end: 23, firstWord: 5, endWord: 7 },
  ],
  entities: [],
  quotations: [],
  attributions: [],
  clusters: [],
};
const tree = new TreeView(annotation);
const node = (index: number): TreeView['nodes'][number] => tree.nodes[index] as TreeView['nodes'][number];
const forms = (nodes: readonly { readonly form: string }[]): string => nodes.map(({ form }) => form).join(' ');

describe('TreeView', () => {
  it('gives dependents, all or by relation', () => {
    expect(forms(tree.children(node(1)))).toBe('Ann left .');
    expect(forms(tree.children(node(1), 'ccomp', 'nsubj'))).toBe('Ann left');
    expect(tree.child(node(1), 'obj')).toBeUndefined();
  });

  it('gives what stands below a word, with and without a part', () => {
    expect(forms(tree.subtree(node(1)))).toBe('Ann said they left .');
    expect(forms(tree.subtree(node(1), (child) => child.deprel === 'ccomp'))).toBe('Ann said .');
    expect([tree.isUnder(node(2), node(1)), tree.isUnder(node(0), node(3))]).toEqual([true, false]);
  });

  it('finds words by characters', () => {
    expect(tree.at(5)?.form).toBe('said');
    expect(tree.at(3)?.form).toBe('said');
    expect(tree.at(99)).toBeUndefined();
    expect(forms(tree.within({ start: 4, end: 10 }))).toBe('said they');
    expect(tree.rootOf({ start: 9, end: 18 })?.form).toBe('left');
  });

  it('knows the sentence of a word', () => {
    expect([tree.sentenceIndex(node(4)), tree.sentenceIndex(node(5))]).toEqual([0, 1]);
    expect(tree.sentenceOf(node(5)).start).toBe(20);
  });
});
