/**
 * The HTTP service. `openService` returns a Fastify instance that does not listen yet: whoever composes the program
 * mounts further plugins on it.
 */

import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import { type FastifyInstance, fastify } from "fastify";
import { openTemplates } from "../compose/registry.ts";
import type { Folders } from "../render.ts";
import { openLibrary } from "../resolve/library.ts";
import { openThreads } from "../run/pool.ts";
import { checkHosts } from "./access/host-check.ts";
import { LOCAL } from "./access/principal.ts";
import { openPieceCache } from "./cache/piece-cache.ts";
import type { ServiceContext } from "./context.ts";
import { openDesk } from "./desk/desk.ts";
import { requestTagger } from "./desk/request-tag.ts";
import { readJsonBodies } from "./limits/json-body.ts";
import { handleErrors } from "./problem/error-handler.ts";
import { serializerCompiler, validatorCompiler } from "./problem/validation.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { healthRoutes } from "./routes/health.ts";
import { renderRoutes } from "./routes/render.ts";
import type { Settings } from "./settings.ts";

export interface ServiceOptions {
  readonly settings: Settings;
  /** Brand, fonts and templates; uploads are the service's own matter. */
  readonly folders: Folders;
  /** ms since 1970. */
  readonly now: () => number;
}

/** @throws AnphamError when folders or keys cannot be read */
export async function openService({
  settings,
  folders: given,
  now,
}: ServiceOptions): Promise<FastifyInstance> {
  const uploads = join(settings.STATE, "uploads");
  await mkdir(uploads, { recursive: true });
  const folders: Folders = { ...given, uploads };
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const threads = openThreads({
    queue: settings.QUEUE,
    ...(settings.WORKERS === null ? {} : { workers: settings.WORKERS }),
  });

  const app = fastify({
    logger: settings.LOG === "silent" ? false : { level: settings.LOG },
    bodyLimit: settings.BODY_KB * 1024,
    trustProxy: settings.TRUST_PROXY.length > 0 ? [...settings.TRUST_PROXY] : false,
    genReqId: () => randomUUID(),
    // Callers' own ids would let them write into the log.
    requestIdHeader: false,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleErrors(app, `${settings.BODY_KB} KB`);
  readJsonBodies(app);
  app.decorateRequest("principal", null);
  checkHosts(app, settings);
  await app.register(helmet, { crossOriginResourcePolicy: { policy: "same-origin" }, hsts: false });
  app.addHook("onRequest", async (request, reply) => {
    request.principal = LOCAL;
    reply.header("request-id", request.id);
  });

  const cache = await openPieceCache({
    folder: join(settings.STATE, "cache"),
    disk: settings.CACHE_MB * 1024 * 1024,
    memory: settings.CACHE_MEMORY_MB * 1024 * 1024,
    now,
    onFault: (fault, reason) => app.log.warn({ fault, err: reason }, "cache"),
  });
  const desk = openDesk({
    ...{ threads, folders, cache },
    tag: await requestTagger(folders),
    timeout: settings.TIMEOUT * 1000,
    onPiece: () => undefined,
  });
  const context: ServiceContext = {
    ...{ settings, folders, library, desk, now },
    findUpload: async () => null,
  };
  healthRoutes(app, context);
  catalogueRoutes(app, context);
  renderRoutes(app, context);
  app.addHook("onClose", () => threads.close());
  return app;
}
