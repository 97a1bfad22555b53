import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inGroups } from '../../src/cli/groups.js';

const LIMITS = { count: 3, size: 100, milliseconds: 60_000 };

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function all<T>(groups: AsyncIterable<readonly T[]>): Promise<T[][]> {
  const out: T[][] = [];
  for await (const group of groups) out.push([...group]);
  return out;
}

it('closes a group by count, and gives the rest at the end', async () => {
  expect(await all(inGroups(from([1, 2, 3, 4, 5]), () => 1, LIMITS))).toEqual([[1, 2, 3], [4, 5]]); // prettier-ignore
});

it('closes a group by size', async () => {
  expect(await all(inGroups(from([60, 50, 10]), (n) => n, LIMITS))).toEqual([[60, 50], [10]]);
});

it('gives nothing for nothing', async () => {
  expect(await all(inGroups(from([]), () => 1, LIMITS))).toEqual([]);
});

it('does not let the first wait for one that is slow to come', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = async function* (): AsyncGenerator<string> {
    yield 'first';
    await held;
    yield 'second';
  };
  const groups = inGroups(slow(), () => 1, { ...LIMITS, milliseconds: 5 });
  expect((await groups.next()).value).toEqual(['first']);
  release();
  expect((await groups.next()).value).toEqual(['second']);
  expect((await groups.next()).done).toBe(true);
});

it('gives what came before an error, and then the error', async () => {
  const broken = async function* (): AsyncGenerator<number> {
    yield 1;
    await sleep(1);
    throw new Error('the disk is gone');
  };
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    for await (const group of inGroups(broken(), () => 1, { ...LIMITS, count: 1 })) seen.push(...group);
  };
  await expect(run()).rejects.toThrow('the disk is gone');
  expect(seen).toEqual([1]);
});
