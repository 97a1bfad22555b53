/** `scores[d * n + h]` says how well word `h` heads word `d`; `scores[d * n + d]` how well `d` is the root. */
export type ArcScores = Float32Array;

/**
 * The best dependency tree of a sentence of `n` words: one root, every other word under another one, no cycle.
 * Greedy choice where that is a tree already, else the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967), once
 * for every word that the first choice would make a root.
 *
 * @returns the head of each word, -1 for the root
 */
export function decodeTree(scores: ArcScores, n: number): Int32Array {
  const greedy = new Int32Array(n);
  const roots: number[] = [];
  for (let d = 0; d < n; d++) {
    let best = 0;
    for (let h = 1; h < n; h++) if (at(scores, n, d, h) > at(scores, n, d, best)) best = h;
    greedy[d] = best === d ? -1 : best;
    if (best === d) roots.push(d);
  }
  if (roots.length === 1 && findCycle(greedy) === null) return greedy;
  if (roots.length === 0) {
    // A cycle without a way out: the word that gives up least by being the root, and the runners-up.
    const loss = (d: number): number => at(scores, n, d, greedy[d] as number) - at(scores, n, d, d);
    const order = Array.from({ length: n }, (_, d) => d).sort((a, b) => loss(a) - loss(b) || a - b);
    roots.push(...order.slice(0, 3));
  }
  let bestTree: Int32Array = greedy;
  let bestTotal = -Infinity;
  for (const root of roots) {
    const heads = arborescence(scores, n, root);
    let total = at(scores, n, root, root);
    for (let d = 0; d < n; d++) if (d !== root) total += at(scores, n, d, heads[d] as number);
    if (total > bestTotal) {
      bestTotal = total;
      bestTree = heads;
    }
  }
  return bestTree;
}

const at = (scores: ArcScores, n: number, d: number, h: number): number => scores[d * n + h] as number;

/** Words of a cycle in a choice of heads, or null. */
function findCycle(heads: Int32Array): number[] | null {
  const state = new Int32Array(heads.length).fill(-1);
  for (let start = 0; start < heads.length; start++) {
    let d = start;
    while (d >= 0 && state[d] === -1) {
      state[d] = start;
      d = heads[d] as number;
    }
    if (d >= 0 && state[d] === start) {
      const cycle = [d];
      for (let e = heads[d] as number; e !== d; e = heads[e] as number) cycle.push(e);
      return cycle;
    }
  }
  return null;
}

function arborescence(scores: ArcScores, n: number, root: number): Int32Array {
  const heads = new Int32Array(n).fill(-1);
  for (let d = 0; d < n; d++) {
    if (d === root) continue;
    let best = -1;
    for (let h = 0; h < n; h++) {
      if (h !== d && (best < 0 || at(scores, n, d, h) > at(scores, n, d, best))) best = h;
    }
    heads[d] = best;
  }
  const cycle = findCycle(heads);
  if (cycle === null) return heads;
  // Contract the cycle into its first place of a smaller graph, solve that, and open the cycle where the solution enters it.
  const inside = new Set(cycle);
  const outside: number[] = [];
  for (let i = 0; i < n; i++) if (!inside.has(i)) outside.push(i);
  const m = outside.length + 1;
  const smaller = new Float32Array(m * m);
  const enters = new Int32Array(m);
  const leaves = new Int32Array(m);
  const cycleScore = cycle.reduce((sum, d) => sum + at(scores, n, d, heads[d] as number), 0);
  outside.forEach((o, k) => {
    const i = k + 1;
    outside.forEach((p, l) => {
      smaller[i * m + l + 1] = at(scores, n, o, p);
    });
    let out = cycle[0] as number;
    for (const c of cycle) if (at(scores, n, o, c) > at(scores, n, o, out)) out = c;
    leaves[i] = out;
    smaller[i * m] = at(scores, n, o, out);
    let into = cycle[0] as number;
    const gain = (c: number): number => at(scores, n, c, o) - at(scores, n, c, heads[c] as number);
    for (const c of cycle) if (gain(c) > gain(into)) into = c;
    enters[i] = into;
    smaller[i] = cycleScore + gain(into);
  });
  const solved = arborescence(smaller, m, outside.indexOf(root) + 1);
  outside.forEach((o, k) => {
    const head = solved[k + 1] as number;
    heads[o] = head < 0 ? -1 : head === 0 ? (leaves[k + 1] as number) : (outside[head - 1] as number);
  });
  const entry = solved[0] as number;
  heads[enters[entry] as number] = outside[entry - 1] as number;
  return heads;
}
