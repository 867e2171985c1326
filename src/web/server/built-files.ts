/**
 * What browsers load of the pages, read when the service starts: who installs a newer package under it takes nothing
 * away from pages that name the files of this one.
 */

import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { takesEncoding } from "./compress.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};
/** Of packed forms, the smaller one first. */
const PACKED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;
/** Names change with content. */
const FOREVER = "public, max-age=31536000, immutable";

/** Serves every built file under its name. @param folder of the files, packed forms beside them */
export async function addBuiltFiles(app: FastifyInstance, folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder);
  const contents = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  for (const [name, plain] of contents) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const packed = PACKED.flatMap(([encoding, ending]) => {
      const bytes = contents.get(name + ending);
      return bytes ? [{ encoding, bytes }] : [];
    });
    const etag = `"${name}"`;
    app.get(`${prefix}${name}`, (request, reply) => {
      reply.headers({ etag, "cache-control": FOREVER });
      if (packed.length > 0) reply.header("vary", "accept-encoding");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      const found = packed.find(({ encoding }) => takesEncoding(request, encoding));
      if (found) reply.header("content-encoding", found.encoding);
      return reply.type(type).send(found?.bytes ?? plain);
    });
  }
}
