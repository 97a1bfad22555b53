import { HTTPException } from 'hono/http-exception';

/** Where the next page of a list begins; what is in it is ours to change. */
export const cursorOf = (offset: number): string => Buffer.from(`o${offset}`).toString('base64url');

export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const found = /^o(\d{1,9})$/u.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (found === null) throw new HTTPException(400, { message: 'the cursor is not one that a page of this list gave' });
  return Number(found[1]);
}
