/** `/healthz`, `/readyz`, `/metrics`: for whoever runs the service. */

import { access, constants } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import { packageVersion } from "../../base/package-root.ts";
import type { ServiceContext } from "../context.ts";

const tags = ["operation"];
const quiet = { logLevel: "warn", config: { scope: null } } as const;

export function healthRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, metrics, readiness } = context;

  app.get("/healthz", { ...quiet, schema: { tags, summary: "Còn sống | alive" } }, () => ({
    ok: true,
    version: packageVersion(),
  }));

  app.get(
    "/readyz",
    { ...quiet, schema: { tags, summary: "Sẵn sàng nhận việc | ready for work" } },
    async () => {
      const reason = readiness() ?? (await unwritable(settings.STATE));
      if (reason) fail("service.not-ready", { reason });
      return { ok: true };
    },
  );

  app.get(
    "/metrics",
    {
      logLevel: "warn",
      config: { scope: "metrics" },
      schema: { tags, summary: "Số liệu cho Prometheus | figures for Prometheus" },
    },
    async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );
}

const unwritable = (folder: string): Promise<string | null> =>
  access(folder, constants.W_OK).then(
    () => null,
    () => "the state folder cannot be written",
  );
