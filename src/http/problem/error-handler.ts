/** Turns whatever ends a request into a problem; nothing of the machine leaks out. */

import { setTimeout as wait } from "node:timers/promises";
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerOptions,
} from "fastify";
import { AnphamError, type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";
import { saidInstead } from "./said-instead.ts";

/** Seconds after which to come again, by status. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 429: 10, 503: 2 };

/**
 * Callers that come again at once, whatever they are told, would take the time that rendering needs: at 200
 * connections, five of six pieces were lost to it. ms.
 */
const PAUSE_WHEN_FULL = 300;

/** Answers with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  diagnostics: readonly Diagnostic[],
): FastifyReply {
  const problem = problemOf(diagnostics, request.id);
  const retry = RETRY_AFTER[problem.status];
  if (retry !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", String(retry));
  if (problem.status === 401) reply.header("www-authenticate", 'Bearer realm="anpham"');
  reply.header("cache-control", "no-store").removeHeader("etag");
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

export function handleErrors(app: FastifyInstance, bodyLimit: string): void {
  app.setErrorHandler(async (thrown: unknown, request, reply) => {
    const diagnostics = told(thrown, request, bodyLimit);
    const [first] = diagnostics;
    if (first?.code === "run.queue-full") await wait(PAUSE_WHEN_FULL);
    note(thrown, first?.code ?? "", request);
    const size = sizeTold(thrown);
    if (size !== undefined) reply.header("content-range", size);
    return sendProblem(request, reply, diagnostics);
  });
}

// Of a file that does not have the part asked for: its size (RFC 9110, 15.5.17).
const sizeTold = (thrown: unknown): string | undefined =>
  (thrown as { readonly headers?: Readonly<Record<string, string>> } | null)?.headers?.["Content-Range"];

/**
 * Answers what the router itself refuses: it comes to no route, and to none of the hooks of all others.
 * @param longest part of a path, characters
 */
export const answerRouter =
  (longest: number): NonNullable<FastifyServerOptions["frameworkErrors"]> =>
  ({ code }, request, reply) => {
    const path = request.url.split("?")[0]!.slice(0, 100);
    const found =
      code === "FST_ERR_MAX_PARAM_LENGTH"
        ? diagnose("service.address-too-long", { path, limit: longest })
        : diagnose("service.bad-address", { path });
    reply.header("request-id", request.id);
    sendProblem(request as FastifyRequest, reply as FastifyReply, [found]);
  };

/** The log tells codes of all that is refused; of what the operator has to mend, the reason. */
function note(thrown: unknown, code: string, { log }: FastifyRequest): void {
  if (OPERATORS.has(code)) log.error({ err: thrown, code }, "fault");
  else log.info({ code }, "refused");
}
const OPERATORS: ReadonlySet<string> = new Set(["service.unexpected", "service.cannot-keep"]);

function told(thrown: unknown, request: FastifyRequest, bodyLimit: string): readonly Diagnostic[] {
  if (thrown instanceof AnphamError) {
    const instead = thrown.diagnostics.flatMap((each) => saidInstead(each) ?? []);
    return instead.length > 0 ? instead.slice(0, 1) : thrown.diagnostics;
  }
  const { code, statusCode, message } = (thrown ?? {}) as Partial<FastifyError>;
  switch (code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return [diagnose("service.body-too-large", { limit: bodyLimit })];
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return [
        diagnose("service.unsupported-body", { type: (request.headers["content-type"] ?? "").slice(0, 80) }),
      ];
    default:
  }
  if (statusCode === 412) return [diagnose("service.precondition-failed", {})];
  if (statusCode === 416) return [diagnose("service.bad-range", {})];
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return [diagnose("service.bad-request", { reason: (message ?? "").slice(0, 200) })];
  }
  return [diagnose("service.unexpected", {})];
}
