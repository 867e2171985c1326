/** Answers what never became a request: it comes to no route, to no hook and to no error handler. */

import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";

export interface HttpLimits {
  /** Seconds until a request must be there, its body included. */
  readonly seconds: number;
  /** Seconds until its head must be. */
  readonly headSeconds: number;
  /** Of a request's head, KB. */
  readonly headKilobytes: number;
}

/** Closes the connection, with an answer where one can still be heard. */
export const answerBroken = (limits: HttpLimits): NonNullable<FastifyServerOptions["clientErrorHandler"]> =>
  function (this: FastifyInstance, error, socket) {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    const answer = openAnswer(socket);
    const problem = problemOf([told(error, limits, !answer)], randomUUID());
    const { status, code, requestId } = problem;
    this.log.info(
      { reqId: requestId, code, reason: error.code, ip: (socket as Socket).remoteAddress },
      "broken",
    );
    // What is half said to the last request must not get another answer in its middle.
    if (socket.writable && !answer?.headersSent) {
      const body = Buffer.from(JSON.stringify(problem));
      const head = [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        `request-id: ${requestId}`,
        "cache-control: no-store",
        `content-type: ${PROBLEM_TYPE}`,
        `content-length: ${body.byteLength}`,
        "connection: close",
      ];
      socket.write(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
    }
    socket.destroy(error);
  };

/** Where Node keeps it, and looks itself before it answers. */
const openAnswer = (socket: object): ServerResponse | null | undefined =>
  (socket as { readonly _httpMessage?: ServerResponse | null })._httpMessage;

/** @param isHead it is cut off before its body */
function told(
  { code }: { readonly code?: string },
  { seconds, headSeconds, headKilobytes }: HttpLimits,
  isHead: boolean,
): Diagnostic {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return isHead
        ? diagnose("service.head-too-slow", { seconds: headSeconds })
        : diagnose("service.too-slow", { seconds });
    case "HPE_HEADER_OVERFLOW":
      return diagnose("service.head-too-large", { limit: headKilobytes });
    default:
      return diagnose("service.not-http", { reason: code ?? "?" });
  }
}
