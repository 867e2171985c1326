/** `/openapi.json` and `/docs`: made from the routes' own schemas. */

import swagger, { type SwaggerTransform } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { OpenAPIV3, OpenAPIV3_1 } from "openapi-types";
import * as z from "zod";
import { packageVersion } from "../../base/package-root.ts";
import { problemAnswer } from "./answers.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** In the contract: whether a request is a file, or may bring one beside its JSON. */
    readonly file?: "alone" | "beside";
  }
}

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
    transform: describeRoute,
    transformObject: (document) =>
      "openapiObject" in document ? withProblems(document.openapiObject) : document.swaggerObject,
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

/** A route with the scope that its key needs, and with the file that may come with it. */
const describeRoute: SwaggerTransform = (document) => {
  const { schema, url } = jsonSchemaTransform(document);
  if (!schema || schema.hide) return { schema, url };
  const { scope, signable, file } = document.route.config ?? {};
  const keys = scope === null || scope === undefined ? [] : [{ key: [scope] }];
  const security = signable === true ? [...keys, {}] : keys;
  const body = file === undefined ? schema.body : bodyWithFile(file, schema.body);
  return { url, schema: { ...schema, security, ...(body ? { body } : {}) } };
};

const FORM = "multipart/form-data";
const binary = { type: "string", contentMediaType: "application/octet-stream" };

const bodyWithFile = (file: "alone" | "beside", request: unknown) => {
  const form = (properties: object, required: readonly string[]) => ({
    schema: { type: "object", properties, required },
  });
  return file === "alone"
    ? { content: { [FORM]: form({ file: binary }, ["file"]) } }
    : {
        content: {
          "application/json": { schema: request },
          [FORM]: form(
            { request: { type: "string", contentMediaType: "application/json" }, file: binary },
            [],
          ),
        },
      };
};

const PROBLEM = "Problem";
/** What the router calls `*`. */
const REST = "*";

/**
 * `getJobsByIdFiles`: what generated clients call an operation, for as long as its method and address stay. The version
 * of the contract is in none.
 * @param path with its fields in braces
 */
export function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/v\d+(?=\/)/, "")
    .replace(/\{(\w+)\}/g, " by $1 ")
    .split(/[^\da-z]+/i);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Every address may answer with a problem. Names of files are called by a name. */
function withProblems(document: Partial<OpenAPIV3.Document | OpenAPIV3_1.Document>) {
  const problem = {
    description: "Lỗi, mã cố định ở “code” | a problem, its permanent code in “code”",
    content: {
      "application/problem+json": {
        schema: z.toJSONSchema(problemAnswer, { target: "draft-2020-12" }),
      },
    },
  };
  const paths = Object.entries(document.paths ?? {}).map(([given, methods]) => {
    const path = given.replace(`{${REST}}`, "{name}");
    const named = Object.entries(methods ?? {}).map(([method, operation]) => {
      const { parameters = [], responses } = operation as OpenAPIV3_1.OperationObject;
      return [
        method,
        {
          ...(operation as object),
          operationId: operationId(method, path),
          ...(parameters.length === 0
            ? {}
            : {
                parameters: parameters.map((each) =>
                  "name" in each && each.name === REST ? { ...each, name: "name" } : each,
                ),
              }),
          responses: { ...responses, default: { $ref: `#/components/responses/${PROBLEM}` } },
        },
      ] as const;
    });
    return [path, Object.fromEntries(named)] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, responses: { [PROBLEM]: problem } },
  } as Partial<OpenAPIV3_1.Document>;
}

export function docsRoutes(app: FastifyInstance): void {
  app.get("/openapi.json", { schema: { hide: true }, config: { scope: null } }, () => app.swagger());
}
