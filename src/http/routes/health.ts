/** `/healthz`, `/readyz`, `/metrics`: for whoever runs the service. */

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { fail } from "../../base/diagnostic.ts";
import { packageVersion } from "../../base/package-root.ts";
import type { ServiceContext, Unready } from "../context.ts";
import { filesOf, jsonOf } from "./answers.ts";

const tags = ["operation"];
const ready = z.object({ ok: z.literal(true) });
const alive = ready.extend({ version: z.string() });
const quiet = { logLevel: "warn", config: { scope: null } } as const;

export function healthRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, metrics, readiness } = context;

  app.get(
    "/healthz",
    { ...quiet, schema: { tags, summary: "Còn sống | alive", response: { 200: jsonOf(alive) } } },
    () => ({
      ok: true,
      version: packageVersion(),
    }),
  );

  app.get(
    "/readyz",
    {
      ...quiet,
      schema: { tags, summary: "Sẵn sàng nhận việc | ready for work", response: { 200: jsonOf(ready) } },
    },
    async () => {
      const reason = readiness() ?? (await unwritable(settings.STATE));
      if (reason) fail("service.not-ready", { reasonVi: reason[0], reason: reason[1] });
      return { ok: true };
    },
  );

  app.get(
    "/metrics",
    {
      logLevel: "warn",
      config: { scope: "metrics" },
      schema: {
        tags,
        summary: "Số liệu cho Prometheus | figures for Prometheus",
        response: { 200: filesOf(["text/plain"], "Prometheus") },
      },
    },
    async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );
}

/** Large enough that a full disk does not take it, bytes. */
const PROBE = 4096;

/** Tried out: permissions tell nothing of a full disk, a quota, or a file system that has become read-only. */
async function unwritable(folder: string): Promise<Unready | null> {
  const file = join(folder, `.ready-${process.pid}`);
  try {
    await writeFile(file, Buffer.alloc(PROBE));
    return null;
  } catch {
    return ["kho không ghi được", "the state folder cannot be written"];
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
