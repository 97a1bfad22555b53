import { expect, it } from 'vitest';
import { holidayIn } from '../../src/time/data/holidays.js';

it.each([
  ['easter', 2025, '2025-04-20'],
  ['easter', 2024, '2024-03-31'],
  ['good friday', 2025, '2025-04-18'],
  ['thanksgiving', 2025, '2025-11-27'],
  ['memorial day', 2025, '2025-05-26'],
  ['christmas', 2025, '2025-12-25'],
] as const)('%s of %i is %s', (holiday, year, date) => {
  expect(holidayIn(holiday, year).toString()).toBe(date);
});
