// Reads CoNLL-U treebanks into documents of raw text with gold words on their characters.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export function readFile(path) {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const readJsonl = (path) =>
  readFile(path)
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/**
 * Documents of a treebank. Text is built as the measure says: `# text` lines joined with a blank,
 * an empty line at a new paragraph. A word is `{start, end, token, form, lemma, upos, xpos, feats, head, deprel, sentence}`,
 * `head` an index into the document's words, or -1.
 */
export function readTreebank(path) {
  const documents = [];
  let document = null;
  let rows = [];
  let text = null;
  let paragraph = false;
  const flush = () => {
    if (rows.length === 0) return;
    if (document.text) document.text += paragraph ? '\n\n' : ' ';
    const offset = document.text.length;
    document.text += text;
    const sentence = document.sentences.length;
    const first = document.words.length;
    document.sentences.push([offset, offset + text.length]);
    let at = 0;
    let cover = null;
    let until = 0;
    for (const c of rows) {
      if (c[0].includes('.')) continue;
      if (c[0].includes('-')) {
        until = Number(c[0].split('-')[1]);
        at = text.indexOf(c[1], at);
        if (at < 0) throw new Error(`${document.id}: ${c[1]} is not in its sentence`);
        cover = { start: at, end: at + c[1].length, at, count: 0 };
        document.tokens.push([offset + at, offset + at + c[1].length]);
        at += c[1].length;
        continue;
      }
      const id = Number(c[0]);
      let start, end;
      if (id <= until) {
        const last = id === until;
        start = cover.at;
        end = last ? cover.end : Math.min(cover.end, start + c[1].length);
        if (start >= end) [start, end] = [cover.start, cover.end];
        cover.at = end;
      } else {
        start = text.indexOf(c[1], at);
        if (start < 0) throw new Error(`${document.id}: ${c[1]} is not in its sentence`);
        end = start + c[1].length;
        at = end;
        document.tokens.push([offset + start, offset + end]);
      }
      document.words.push({
        start: offset + start,
        end: offset + end,
        form: c[1],
        lemma: c[2],
        upos: c[3],
        xpos: c[4],
        feats: c[5],
        head: Number(c[6]) === 0 ? -1 : first + Number(c[6]) - 1,
        deprel: c[7],
        sentence,
      });
    }
    rows = [];
    paragraph = false;
  };
  for (const line of readFile(path).split('\n')) {
    if (line === '') flush();
    else if (line.startsWith('# newdoc id = ')) {
      document = { id: line.slice(14), text: '', words: [], tokens: [], sentences: [] };
      documents.push(document);
    } else if (line.startsWith('# newpar')) paragraph = true;
    else if (line.startsWith('# text = ')) text = line.slice(9);
    else if (line[0] !== '#') rows.push(line.split('\t'));
  }
  flush();
  return documents;
}
