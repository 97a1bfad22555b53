import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/document/failure.js';
import { parsePublished } from '../../src/document/published.js';

describe('parsePublished', () => {
  it.each([
    ['2025-09-05', '2025-09-05'],
    [' 2024-02-29 ', '2024-02-29'],
    ['2025-09-05T14:30:00Z', '2025-09-05T14:30:00Z'],
    ['2025-09-05 14:30+02:00', '2025-09-05T14:30+02:00'],
    ['2025-09-05T14:30:00.250+0530', '2025-09-05T14:30:00.250+05:30'],
    ['2025-09-05T14:30', '2025-09-05'],
    ['5 September 2025', '2025-09-05'],
    ['September 5, 2025', '2025-09-05'],
    ['Sept. 5, 2025', '2025-09-05'],
    ['Fri, 05 Sep 2025 14:30:00 +0200', '2025-09-05T14:30:00+02:00'],
    ['Fri, 5 Sep 2025 9:30:00 GMT', '2025-09-05T09:30:00Z'],
    ['Friday, 5th May 2023', '2023-05-05'],
  ])('%s', (written, expected) => {
    expect(parsePublished(written)).toBe(expected);
  });

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2023-02-29',
    '05/09/2025',
    'yesterday',
    '2025',
    '2025-09-05T25:00Z',
    '31 June 2025',
    '5 Ma 2025',
    '',
  ])('refuses %j', (written) => {
    expect(() => parsePublished(written)).toThrow(expect.objectContaining({ code: 'bad-date' }) as Failure);
  });
});
