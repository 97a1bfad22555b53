import { describe, expect, it } from 'vitest';
import { readHeader } from '../../src/document/header.js';

const read = (file: string): [Record<string, string>, string] => {
  const { fields, textStart } = readHeader(file);
  return [fields, file.slice(textStart)];
};

describe('readHeader', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['date on the line of the text', ' date 2025-03-03 The dam holds.\n', { published: '2025-03-03' }, 'The dam holds.\n'],
    ['date on a line of its own', 'date 2025-03-03\n\nThe dam holds.', { published: '2025-03-03' }, 'The dam holds.'],
    ['impossible date', 'date 2025-03-99 The dam.', { published: '2025-03-99' }, 'The dam.'],
    [
      'named lines',
      'Title: A dam\nDate: 3 March 2025\nPublisher: The Courier\nURL: https://example.org/1\n\nThe dam holds.',
      { title: 'A dam', published: '3 March 2025', publisher: 'The Courier', url: 'https://example.org/1' },
      'The dam holds.',
    ],
    [
      'windows line ends',
      'Date: 2025-03-03\r\nSource: The Courier\r\n\r\nThe dam.',
      { published: '2025-03-03', publisher: 'The Courier' },
      'The dam.',
    ],
    ['names that are not kept', 'Date: 2025-03-03\nAuthor: A. Writer\nThe dam.', { published: '2025-03-03' }, 'The dam.'],
    [
      'bare date, then named lines',
      'date 2025-03-03\nTitle: A dam\n\nThe dam.',
      { published: '2025-03-03', title: 'A dam' },
      'The dam.',
    ],
    [
      'front matter',
      '---\ndate: 2025-03-03\ntitle: "A dam: what now?"\ntags: [water]\n---\n\nThe dam.',
      { published: '2025-03-03', title: 'A dam: what now?' },
      'The dam.',
    ],
    ['no header', 'The dam holds.', {}, 'The dam holds.'],
    ['a label that is no header', 'Source: officials say the dam holds.', {}, 'Source: officials say the dam holds.'],
    ['a date word that is no header', 'date palms grow here', {}, 'date palms grow here'],
    ['a rule that is no front matter', '--- and so on', {}, '--- and so on'],
    ['white space kept at the end', 'date 2025-03-03 The dam. \n', { published: '2025-03-03' }, 'The dam. \n'],
    [
      'names that are not known, before an empty line',
      'Title: A\nLanguage: en\nDate: 2025-09-05\n\nText',
      { title: 'A', published: '2025-09-05' },
      'Text',
    ],
    [
      'a label after the header',
      'Date: 2025-09-05\nAnalysis: the dam holds.',
      { published: '2025-09-05' },
      'Analysis: the dam holds.',
    ],
    ['named date on the line of the text', 'Date: 2025-09-05 The dam holds.', { published: '2025-09-05' }, 'The dam holds.'],
    ['named date with a time', 'Date: 2025-09-05 14:30+02:00\n\nThe dam.', { published: '2025-09-05 14:30+02:00' }, 'The dam.'],
    ['bare date with a comma', 'date 2025-09-05, The dam holds.', { published: '2025-09-05' }, 'The dam holds.'],
    [
      'front matter that is no YAML',
      '---\ntitle: The dam: what now\ndate: 2025-03-03\n---\nText',
      { title: 'The dam: what now', published: '2025-03-03' },
      'Text',
    ],
    ['nothing', '', {}, ''],
  ])('%s', (_, file, fields, text) => {
    expect(read(file)).toEqual([fields, text]);
  });
});
