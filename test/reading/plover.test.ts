import { expect, it } from 'vitest';
import { ACTS } from '../../src/reading/act.js';
import { PLOVER_OF_ACT, PLOVER_TYPES } from '../../src/reading/plover.js';

it('every act has a place in the table of event types', () => {
  expect(Object.keys(PLOVER_OF_ACT).sort()).toEqual([...ACTS].sort());
  for (const type of Object.values(PLOVER_OF_ACT)) if (type !== null) expect(PLOVER_TYPES).toContain(type);
});
