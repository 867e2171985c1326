/** Deflated bytes that are kept. */

import { deflateSync } from "node:zlib";

/** Bits of the window: zlib's least and its most. */
const [LEAST_WINDOW, WHOLE_WINDOW] = [9, 15];
/** Bytes of a window that zlib keeps free for what comes next (MIN_LOOKAHEAD). */
const LOOKAHEAD = 262;

/**
 * The bits of the smallest window that holds all of the bytes, so that they come out as small as with any other. zlib
 * clears four times its size before it begins, which takes longer than a short stream itself.
 */
const windowOf = (length: number) =>
  Math.min(WHOLE_WINDOW, Math.max(LEAST_WINDOW, Math.ceil(Math.log2(length + LOOKAHEAD))));

/**
 * Bytes in the zlib format (RFC 1950), in memory of their own: Node hands out the beginning of a block of 16 KB, which
 * a kept stream of a few hundred bytes would keep with it.
 * @param level from 1, the fastest, to 9, the smallest
 */
export function deflated(bytes: Uint8Array, level: number): Uint8Array {
  const data = deflateSync(bytes, { level, windowBits: windowOf(bytes.byteLength) });
  return data.byteLength === data.buffer.byteLength ? data : new Uint8Array(data);
}
