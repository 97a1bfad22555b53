/** Least room between two records, in pixels. */
const BETWEEN = 2;

/**
 * Puts each record beside its line: the chosen one exactly, the others as near as there is room. The text never moves. Below 701 pixels the
 * record follows its paragraph, and nothing is placed.
 */
export function placeBeside(reader: HTMLElement): void {
  const all = [...reader.querySelectorAll<HTMLElement>('.row:not(.rh) .en')];
  for (const one of all) one.style.top = '';
  reader.style.minHeight = '';
  if (innerWidth <= 700 || all.length === 0) return;
  const top = reader.getBoundingClientRect().top;
  const head = reader.querySelector<HTMLElement>('.rh')?.offsetHeight ?? 0;
  const words = new Map<string, Element>();
  for (const word of reader.querySelectorAll<HTMLElement>('.par [data-ids]'))
    for (const id of (word.dataset['ids'] ?? '').split(' ')) {
      const known = words.get(id);
      const isCue = word.classList.contains('cu');
      if (known === undefined || (isCue && !known.classList.contains('cu'))) words.set(id, word);
    }
  const boxes = all
    .map((element) => {
      const word = words.get(element.dataset['go'] ?? '') ?? element.closest('.row') ?? element;
      const line = word.getClientRects()[0]?.top ?? 0;
      return { element, want: line - top - 1, height: element.offsetHeight, top: 0 };
    })
    // Those of one line in the order of the page, an outer statement before the one within it.
    .sort((a, b) => (Math.abs(a.want - b.want) < 6 ? 0 : a.want - b.want));
  const chosen = Math.max(
    0,
    boxes.findIndex(({ element }) => element.classList.contains('on')),
  );
  const fixed = boxes[chosen];
  if (fixed === undefined) return;
  fixed.top = Math.max(fixed.want - 11, head);
  // Upwards each makes room for the one below it, downwards for the one above.
  for (let i = chosen - 1; i >= 0; i--) {
    const [one, below] = [boxes[i], boxes[i + 1]];
    if (one !== undefined && below !== undefined) one.top = Math.min(one.want, below.top - one.height - BETWEEN);
  }
  for (let i = chosen + 1; i < boxes.length; i++) {
    const one = boxes[i];
    if (one !== undefined) one.top = one.want;
  }
  let floor = head;
  for (const one of boxes) {
    one.top = Math.max(one.top, floor);
    floor = one.top + one.height + BETWEEN;
    one.element.style.top = `${one.top}px`;
  }
  reader.style.minHeight = `${floor + 24}px`;
}
