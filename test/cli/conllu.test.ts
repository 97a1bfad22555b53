import { describe, expect, it } from 'vitest';
import { conllu } from '../../src/cli/conllu.js';
import { makeDocument } from '../../src/document/document.js';
import type { Annotation, Word } from '../../src/language/annotation.js';
import type { AnnotatedSection } from '../../src/language/annotator.js';

const text = "They don't.\n\nNo.";
const word = (
  start: number,
  end: number,
  lemma: string,
  head: number,
  deprel: string,
  features: Record<string, string> = {},
): Word => ({
  start,
  end,
  form: text.slice(start, end),
  lemma,
  upos: 'X',
  xpos: 'XX',
  features,
  head,
  deprel,
});
const annotation: Annotation = {
  text,
  words: [
    word(0, 4, 'they', 1, 'nsubj'),
    word(5, 7, 'do', -1, 'root', { VerbForm: 'Fin', Tense: 'Pres' }),
    word(7, 10, 'not', 1, 'advmod', { Polarity: 'Neg' }),
    word(10, 11, '.', 1, 'punct'),
    word(13, 15, 'no', -1, 'root'),
    word(15, 16, '.', 4, 'punct'),
  ],
  tokens: [
    { start: 0, end: 4, firstWord: 0, endWord: 1 },
    { start: 5, end: 10, firstWord: 1, endWord: 3 },
    { start: 10, end: 11, firstWord: 3, endWord: 4 },
    { start: 13, end: 15, firstWord: 4, endWord: 5 },
    { start: 15, end: 16, firstWord: 5, endWord: 6 },
  ],
  sentences: [
    { start: 0, end: 11, firstWord: 0, endWord: 4 },
    { start: 13, end: 16, firstWord: 4, endWord: 6 },
  ],
  entities: [],
  quotations: [],
  attributions: [],
  clusters: [],
};

async function* sections(...list: AnnotatedSection[]): AsyncGenerator<AnnotatedSection> {
  await Promise.resolve();
  yield* list;
}

describe('conllu', () => {
  it('writes words, multiword tokens, spaces and paragraphs', async () => {
    const written = await conllu(makeDocument({ id: 'a\n1', text }), sections({ start: 0, annotation }), 'eng');
    expect(written.split('\n')).toEqual([
      '# newdoc id = a 1',
      '# sent_id = a 1-1',
      "# text = They don't.",
      '1\tThey\tthey\tX\tXX\t_\t2\tnsubj\t_\t_',
      "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
      '2\tdo\tdo\tX\tXX\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_',
      "3\tn't\tnot\tX\tXX\tPolarity=Neg\t2\tadvmod\t_\t_",
      '4\t.\t.\tX\tXX\t_\t2\tpunct\t_\t_',
      '',
      '# newpar',
      '# sent_id = a 1-2',
      '# text = No.',
      '1\tNo\tno\tX\tXX\t_\t0\troot\t_\tSpaceAfter=No',
      '2\t.\t.\tX\tXX\t_\t1\tpunct\t_\t_',
      '',
      '',
    ]);
  });

  it('numbers the sentences of a long text through its sections', async () => {
    const document = makeDocument({ id: 'a1', text: text + text });
    const written = await conllu(document, sections({ start: 0, annotation }, { start: text.length, annotation }), 'eng');
    expect(written.match(/sent_id = \S+/gu)).toEqual(['a1-1', 'a1-2', 'a1-3', 'a1-4'].map((id) => `sent_id = ${id}`));
  });

  it('writes comments alone for a text that is not read', async () => {
    expect(await conllu(makeDocument({ id: 'a1', text }), sections(), 'fra')).toBe('# newdoc id = a1\n# language = fra\n');
  });
});
