import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { onrecord } from '../cli/run-cli.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Debian's Chromium, or the one that `ONRECORD_TEST_CHROMIUM` names; null where there is none. */
export const CHROMIUM = [process.env['ONRECORD_TEST_CHROMIUM'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path)) ?? null; // prettier-ignore
if (CHROMIUM === null) console.warn('The desk is left out: there is no Chromium at /usr/bin/chromium or ONRECORD_TEST_CHROMIUM');

export const EXAMPLES = ['01-ultimatum', '02-offer', '03-refusal', '04-extension', '05-two-accounts', '06-deadline-passes'].map(
  (name) => fileURLToPath(new URL(`../../examples/${name}.txt`, import.meta.url)),
);
export const serial = (name: string): string =>
  fileURLToPath(new URL(`../../bench/serials/${name}/dispatches.jsonl`, import.meta.url));

/** The desk over a ledger of its own, as `onrecord serve` opens it, and a browser that looks at it. */
export class Desk {
  readonly url: string;
  readonly #browser: Browser;
  readonly #server: ChildProcess;
  readonly #folder: string;
  /** What pages complained of: errors of scripts, refused files, whatever went to another host. */
  readonly complaints: string[] = [];

  private constructor(url: string, browser: Browser, server: ChildProcess, folder: string) {
    [this.url, this.#browser, this.#server, this.#folder] = [url, browser, server, folder];
  }

  /** @param sources files to file first; options of `onrecord serve` after them */
  static async open(sources: readonly string[], options: readonly string[] = []): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-'));
    const ledger = join(folder, 'desk.db');
    if (sources.length > 0) {
      const { status, stderr } = await onrecord(['add', '--quiet', '--ledger', ledger, ...sources]);
      if (status !== 0) throw new Error(stderr);
    }
    const server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--ledger', ledger, ...options]);
    const url = await new Promise<string>((resolve, reject) => {
      let text = '';
      server.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = /http:\/\/\S+/u.exec(text);
        if (found !== null) resolve(found[0]);
      });
      server.on('exit', (code) => reject(new Error(`onrecord serve ended with ${code}: ${text}`)));
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    return new Desk(url, browser, server, folder);
  }

  async page(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'], ...options }); // prettier-ignore
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/\b(?:404|401)\b/u.test(message.text()))
        this.complaints.push(`${path}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.url) && !/^(?:data|blob):/u.test(request.url()))
        this.complaints.push(`${path}: asked ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`${path}: a script of an article ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(new URL(path, this.url).href);
    await ready(page);
    return page;
  }

  async json<T>(path: string): Promise<T> {
    return (await (await fetch(new URL(path, this.url))).json()) as T;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const ended = new Promise((resolve) => this.#server.on('exit', resolve));
    this.#server.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}

/** When the view is there and nothing in it is still being fetched. */
export async function ready(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

export const query = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Takes the focus away from whatever has it, so that keys are heard by the view. */
export const blur = (page: Page): Promise<void> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
