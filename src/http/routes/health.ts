/** `/healthz`: whether the program lives. */

import type { FastifyInstance } from "fastify";
import { packageVersion } from "../../base/package-root.ts";
import type { ServiceContext } from "../context.ts";

export function healthRoutes(app: FastifyInstance, _context: ServiceContext): void {
  app.get(
    "/healthz",
    {
      config: { scope: null },
      schema: { tags: ["operation"], summary: "Còn sống | alive" },
      logLevel: "warn",
    },
    () => ({ ok: true, version: packageVersion() }),
  );
}
