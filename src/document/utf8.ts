import { Failure } from './failure.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as text, nothing changed but a byte-order mark left out.
 *
 * @throws Failure `not-utf8`
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch (error) {
    throw new Failure('not-utf8', {}, { cause: error });
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
