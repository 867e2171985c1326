/** The bare server: bounded in what it takes, careful in what it says, known by its own names only. */

import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import { type FastifyInstance, fastify } from "fastify";
import { checkHosts } from "./access/host-check.ts";
import { drainConnections } from "./limits/drain.ts";
import { refuseExpectations } from "./limits/expectations.ts";
import { readJsonBodies } from "./limits/json-body.ts";
import { limitAddresses } from "./limits/rates.ts";
import { answerBroken } from "./problem/client-error.ts";
import { answerRouter, handleErrors } from "./problem/error-handler.ts";
import { refuseUnrouted } from "./problem/unrouted.ts";
import { serializerCompiler, validatorCompiler } from "./problem/validation.ts";
import type { Settings } from "./settings.ts";

/** A head that comes slower than this is no caller's, ms. */
const SLOWEST_HEAD = 60_000;
/** Between looks for requests that are too slow, ms. */
const LOOK_EVERY = 5000;
/** The slowest line that the largest file may come by, bytes a second. */
const SLOWEST_LINE = 32 * 1024;
/** Of address and headers, bytes. */
const LARGEST_HEAD = 16 * 1024;
const MOST_CONNECTIONS = 2000;
/** Seconds for which a browser need not ask again whether it may call. */
const PREFLIGHT = 600;
/** What scripts of other sites would otherwise not see of an answer (Fetch Standard, 3.3.2). */
const TOLD_IN_HEADS = [
  ...["anpham-pages", "anpham-findings", "anpham-source", "server-timing", "request-id", "retry-after"],
  ...["etag", "location", "content-disposition", "content-length", "content-range", "accept-ranges"],
] as const;
/** Of a path: an id or a name, characters. */
const LONGEST_PART = 200;

/** @param elapsed ms since any moment; never goes back */
export async function openServer(
  settings: Settings,
  elapsed: () => number = () => performance.now(),
): Promise<FastifyInstance> {
  const requestTimeout = slowestRequest(settings);
  const app = fastify({
    logger: settings.LOG === "silent" ? false : { level: settings.LOG, serializers: { req: loggedRequest } },
    bodyLimit: settings.BODY_KB * 1024,
    requestTimeout,
    // Requests without Host are refused with those of other names, in a sentence.
    http: {
      headersTimeout: SLOWEST_HEAD,
      connectionsCheckingInterval: LOOK_EVERY,
      maxHeaderSize: LARGEST_HEAD,
      requireHostHeader: false,
    },
    clientErrorHandler: answerBroken({
      seconds: requestTimeout / 1000,
      headSeconds: SLOWEST_HEAD / 1000,
      headKilobytes: LARGEST_HEAD / 1024,
    }),
    trustProxy: settings.TRUST_PROXY.length > 0 ? [...settings.TRUST_PROXY] : false,
    genReqId: () => randomUUID(),
    // Callers' own ids would let them write into the log.
    requestIdHeader: false,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: LONGEST_PART },
    frameworkErrors: answerRouter(LONGEST_PART),
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  });
  app.server.maxConnections = MOST_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleErrors(app, `${settings.BODY_KB} KB`);
  readJsonBodies(app);
  app.decorateRequest("principal", null);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("request-id", request.id);
  });
  drainConnections(app);
  checkHosts(app, settings);
  await app.register(helmet, {
    crossOriginResourcePolicy: { policy: "same-origin" },
    // A service behind a proxy does not know whether it is reached by TLS.
    hsts: false,
    contentSecurityPolicy: { directives: { "upgrade-insecure-requests": null } },
  });
  if (settings.CORS.length > 0) {
    await app.register(cors, {
      origin: [...settings.CORS],
      methods: ["GET", "HEAD", "POST", "DELETE"],
      exposedHeaders: [...TOLD_IN_HEADS],
      maxAge: PREFLIGHT,
    });
  }
  await limitAddresses(app, settings, elapsed);
  refuseExpectations(app);
  refuseUnrouted(app, LONGEST_PART);
  return app;
}

/** Time until a request must be there with its body, ms. */
const slowestRequest = ({ BODY_KB, UPLOAD_MB, ROWS_MB }: Settings): number => {
  const largest = Math.max(BODY_KB * 1024, Math.max(UPLOAD_MB, ROWS_MB) * 1024 * 1024);
  return SLOWEST_HEAD + Math.ceil(largest / SLOWEST_LINE) * 1000;
};

/** Files of jobs are called after the people whom they are for. */
const JOB_FILE = /(?<=^\/v1\/jobs\/[^/]*\/files\/).+/;

/** What of a request stands in the log: no keys, no signatures, no content, no names of people. */
export const loggedRequest = ({ method, url, ip }: { method: string; url: string; ip?: string }) => ({
  method,
  url: url.split("?")[0]!.replace(JOB_FILE, "*").slice(0, 200),
  ip,
});
