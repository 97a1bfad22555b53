const INTERVAL = 500;

/** A line on standard error that says how far a batch is: only on a terminal, and only while the output goes elsewhere. */
export class Progress {
  readonly #shown: boolean;
  readonly #always: boolean;
  readonly #from = Date.now();
  #last = Date.now();
  #visible = false;

  constructor(quiet: boolean) {
    this.#always = !quiet && process.stderr.isTTY;
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

  /** The same for articles that are filed: of those, what share of the input is done, where that is known. */
  filed(done: number, refused: number, share: number | null): void {
    const now = Date.now();
    if (!this.#always || now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#visible = true;
    const seconds = (now - this.#from) / 1000;
    const rate = (done / seconds).toFixed(1);
    const left = share === null || share <= 0 ? '' : `, ${clock((seconds / share) * (1 - Math.min(1, share)))} left`;
    process.stderr.write(
      `\r\u001b[K${done.toLocaleString('en')} articles${refused > 0 ? `, ${refused} refused` : ''}, ${rate} a second${left}`,
    );
  }

  /** Makes room for a line of output. */
  clear(): void {
    if (!this.#visible) return;
    process.stderr.write('\r\u001b[K');
    this.#visible = false;
  }
}

/** Seconds as hours, minutes and seconds. */
const clock = (seconds: number): string => {
  const whole = Math.round(seconds);
  return whole >= 3600
    ? `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`
    : whole >= 60
      ? `${Math.floor(whole / 60)} min ${whole % 60} s`
      : `${whole} s`;
};
