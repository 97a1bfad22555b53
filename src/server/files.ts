import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Its name has a hash of what it holds, so that it can be kept for ever. */
  readonly lasting: boolean;
}
/** Files by the path of their address: read once, so that no address is ever a path of the machine. */
export type Files = ReadonlyMap<string, File>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** All files of a folder; none where there is no such folder. */
export async function filesOf(folder: string): Promise<Files> {
  const out = new Map<string, File>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const full = join(entry.parentPath, entry.name);
    const bytes = new Uint8Array(await readFile(full));
    const path = '/' + relative(folder, full).split(sep).join('/');
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    out.set(path === '/index.html' ? '/' : path, { bytes, type, etag, lasting: path.startsWith('/assets/') });
  }
  return out;
}
