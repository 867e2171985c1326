/** The form on a server of its own, as `anpham serve` has it. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { openTemplates } from "../../src/compose/registry.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { openLibrary } from "../../src/resolve/library.ts";
import { openThreads } from "../../src/run/pool.ts";
import { webForm } from "../../src/web/server/plugin.ts";

export interface FormServer {
  /** `http://127.0.0.1:…`, without a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param port 0 for any that is free */
export async function openFormServer(port = 0): Promise<FormServer> {
  const folders = packageFolders();
  const uploads = await mkdtemp(join(tmpdir(), "anpham-uploads-"));
  const library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
  const threads = openThreads({ workers: 2 });
  const app = Fastify({ forceCloseConnections: true });
  await app.register(webForm, { folders, library, threads, uploads });
  const address = await app.listen({ port, host: "127.0.0.1" });
  return {
    address,
    async close() {
      await app.close();
      await threads.close();
      await rm(uploads, { recursive: true, force: true });
    },
  };
}
