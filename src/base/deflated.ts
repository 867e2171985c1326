/** Deflated bytes that are kept. */

import { deflateSync } from "node:zlib";

/**
 * Bytes in the zlib format (RFC 1950), in memory of their own: Node hands out the beginning of a block of 16 KB, which
 * a kept stream of a few hundred bytes would keep with it.
 * @param level from 1, the fastest, to 9, the smallest
 */
export function deflated(bytes: Uint8Array, level: number): Uint8Array {
  const data = deflateSync(bytes, { level });
  return data.byteLength === data.buffer.byteLength ? data : new Uint8Array(data);
}
