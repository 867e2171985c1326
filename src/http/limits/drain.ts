/**
 * Lets go of connections while the service stops. A caller may keep one open for a minute after its last answer, and the
 * server would wait for it although nothing more can come of it.
 */

import type { FastifyInstance } from "fastify";

/** ms. */
const LOOK_EVERY = 200;

export function drainConnections(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | null = null;
  app.addHook("preClose", async () => {
    timer = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY);
  });
  app.addHook("onSend", async (_, reply) => {
    if (timer) reply.header("connection", "close");
  });
  app.server.once("close", () => {
    if (timer) clearInterval(timer);
  });
}
