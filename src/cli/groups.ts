/** How much may wait for others before it is taken up with them. */
export interface GroupLimits {
  readonly count: number;
  /** Of the sizes of all that wait. */
  readonly size: number;
  /** Since the first of them came. */
  readonly milliseconds: number;
}

/** Puts what comes one after another into groups, in order: the larger the faster it comes, and nothing waits longer than the limit. */
export async function* inGroups<T>(
  source: AsyncIterable<T>,
  sizeOf: (item: T) => number,
  limits: GroupLimits,
): AsyncGenerator<readonly T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let group: T[] = [];
  let size = 0;
  let until = 0;
  let next = iterator.next();
  // What fails while a group is being worked on is thrown where its turn comes.
  next.catch(() => undefined);
  try {
    for (;;) {
      const result = group.length === 0 ? await next : await Promise.race([next, late(until)]);
      if (result !== 'late' && result.done !== true) {
        if (group.length === 0) until = Date.now() + limits.milliseconds;
        group.push(result.value);
        size += sizeOf(result.value);
        next = iterator.next();
        next.catch(() => undefined);
        if (group.length < limits.count && size < limits.size && Date.now() < until) continue;
      }
      if (group.length > 0) yield group;
      if (result !== 'late' && result.done === true) return;
      group = [];
      size = 0;
    }
  } finally {
    await iterator.return?.();
  }
}

const late = (until: number): Promise<'late'> =>
  new Promise((resolve) => setTimeout(() => resolve('late'), Math.max(0, until - Date.now())).unref());
