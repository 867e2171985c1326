/** What requests expect of a server before they send their body (RFC 9110, 10.1.1): the go-ahead, and nothing else. */

import type { FastifyInstance } from "fastify";
import { fail } from "../../base/diagnostic.ts";

/** As Node finds it, which gives the go-ahead. */
const GO_AHEAD = /(?:^|\W)100-continue(?:$|\W)/i;

export function refuseExpectations(app: FastifyInstance): void {
  // Node would answer whatever else is expected by itself, with nothing but a status.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  app.addHook("onRequest", async ({ headers: { expect } }) => {
    if (expect === undefined || GO_AHEAD.test(expect)) return;
    fail("service.unmet-expectation", { expected: expect.slice(0, 80) });
  });
}
