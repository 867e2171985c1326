/** `/openapi.json` and `/docs`: made from the routes' own schemas. */

import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { packageVersion } from "../../base/package-root.ts";

/** Before the routes, which it watches. */
export async function openDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "anpham",
        version: packageVersion(),
        description:
          "Dựng ấn phẩm tuyển sinh theo yêu cầu. Lỗi là application/problem+json với mã cố định. | Publications on demand. Errors are application/problem+json with permanent codes.",
      },
      components: {
        securitySchemes: { key: { type: "http", scheme: "bearer", description: "anp_…" } },
      },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
  });
  // Its pages and scripts come from this service; nothing is fetched from elsewhere.
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    transformStaticCSP: (header) =>
      header.replace(/ validator\.swagger\.io| https:|upgrade-insecure-requests;?/g, ""),
    uiConfig: { deepLinking: true, persistAuthorization: false, validatorUrl: null },
  });
}

export function docsRoutes(app: FastifyInstance): void {
  app.get("/openapi.json", { schema: { hide: true }, config: { scope: null } }, () => app.swagger());
}
