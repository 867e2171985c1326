/** Sends a finished file whole, in part, or as known; what it promises and what it sends are of one state of it. */

import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import { partOf, verdictOn } from "./conditions.ts";

/**
 * Files are put in their places whole, and the only one that is written to later, the manifest, only grows. So a file's
 * number, size and time stand for its content, and its tag is a strong one though nothing is read for it.
 * @param path of a file that is there
 * @throws AnphamError `service.precondition-failed`, `service.bad-range`; `null` where it is gone
 */
export async function sendFile(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<FastifyReply | null> {
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  let isTaken = false;
  try {
    const { ino, size: bytes, mtimeNs, mtimeMs } = await handle.stat({ bigint: true });
    const size = Number(bytes);
    const etag = `"${[ino, bytes, mtimeNs].map((each) => each.toString(36)).join("-")}"`;
    const modified = Number(mtimeMs);
    const verdict = verdictOn(headers, { etag, modified });
    if (verdict === "failed") fail("service.precondition-failed", {});
    const part = verdict === "send" && method === "GET" ? partOf(headers, etag, size) : null;
    if (part === "none") {
      // RFC 9110, 15.5.17.
      reply.header("content-range", `bytes */${size}`);
      fail("service.bad-range", {});
    }
    reply.headers({ etag, "last-modified": new Date(modified).toUTCString(), "accept-ranges": "bytes" });
    if (verdict === "unchanged") return reply.code(304).send();
    if (part) reply.code(206).header("content-range", `bytes ${part.start}-${part.end}/${size}`);
    reply.header("content-length", part ? part.end - part.start + 1 : size);
    if (method === "HEAD" || size === 0) return reply.send(Readable.from([]));
    isTaken = true;
    // To the end that was promised, though more may have come meanwhile.
    return reply.send(handle.createReadStream(part ?? { start: 0, end: size - 1 }));
  } finally {
    if (!isTaken) await handle.close();
  }
}
