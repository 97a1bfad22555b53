import { beforeAll, describe, expect, it } from 'vitest';
import { alludes, bearingOn, denies, tellsOf } from '../../../src/ledger/bearings.js';
import { sameRecord } from '../../../src/ledger/clusters.js';
import { briefOf, mayMeet, parseBrief, writeBrief } from '../../../src/ledger/filing/briefs.js';
import { itemsOf, type Item } from '../../../src/ledger/items.js';
import { profilesOf, type Profile, type SeatSign } from '../../../src/ledger/profiles.js';
import { Who } from '../../../src/ledger/who.js';
import { NO_DECISIONS, whoIsWho } from '../../../src/ledger/who-is-who.js';
import { readSerials } from '../serials.js';

let items: readonly Item[];
let who: Who;
beforeAll(async () => {
  const profiles = new Map<string, Profile>();
  const signs: SeatSign[] = [];
  items = (await readSerials('dam', 'truce')).flatMap((reading) => {
    const own = profilesOf(reading);
    for (const profile of own.of.values()) profiles.set(profile.key, profile);
    signs.push(...own.signs);
    const all = itemsOf(reading, own.of);
    return [...all.statements, ...all.events, ...all.commitments, ...all.positions, ...all.facts];
  });
  who = new Who(whoIsWho([...profiles.values()], signs, NO_DECISIONS));
});

/** Whether the record takes one of them for the other, or puts one with the other. */
function related(a: Item, b: Item): boolean {
  if (a.kind === b.kind) return sameRecord(a, b, who);
  if (a.kind === 'commitment' && (b.kind === 'fact' || b.kind === 'statement')) return bearingOn([a], b, who) !== null;
  if (b.kind !== 'fact') return false;
  if (a.kind === 'event') return tellsOf([a], b, who) > 0;
  return a.kind === 'statement' && (alludes([a], b, who) > 0 || denies(a, b, who) > 0);
}

describe('briefs', () => {
  it('leave out nothing that the record would put together', () => {
    let pairs = 0;
    for (const a of items) {
      for (const b of items) {
        if (a === b || a.document === b.document || !related(a, b)) continue;
        pairs++;
        expect(mayMeet(briefOf(a), briefOf(b)), `${a.text} / ${b.text}`).toBe(true);
      }
    }
    expect(pairs).toBeGreaterThan(30);
  });

  it('leave out most of what it would not', () => {
    let [asked, passed] = [0, 0];
    for (const a of items)
      for (const b of items)
        if (a.document !== b.document) {
          asked++;
          if (mayMeet(briefOf(a), briefOf(b))) passed++;
        }
    expect(passed / asked).toBeLessThan(0.25);
  });

  it('are the same read as written', () => {
    for (const item of items) expect(parseBrief(writeBrief(briefOf(item)))).toEqual(briefOf(item));
  });
});
