const INTERVAL = 500;

/** A line on standard error that says how far a batch is: only on a terminal, and only while the output goes elsewhere. */
export class Progress {
  readonly #shown: boolean;
  readonly #from = Date.now();
  #last = Date.now();
  #visible = false;

  constructor(quiet: boolean) {
    this.#shown = !quiet && process.stderr.isTTY && !process.stdout.isTTY;
  }

  show(good: number, bad: number): void {
    const now = Date.now();
    if (!this.#shown || now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#visible = true;
    const rate = ((good + bad) / ((now - this.#from) / 1000)).toFixed(1);
    const refused = bad > 0 ? `, ${bad} refused` : '';
    process.stderr.write(`\r\u001b[K${good.toLocaleString('en')} articles read${refused}, ${rate} a second`);
  }

  /** Makes room for a line of output. */
  clear(): void {
    if (!this.#visible) return;
    process.stderr.write('\r\u001b[K');
    this.#visible = false;
  }
}
