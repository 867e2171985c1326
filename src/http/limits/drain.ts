/**
 * Lets go of connections while the service stops. The server would wait for each, also for those that nothing more can
 * come of: a caller may keep one open for a minute after its last answer, browsers open some that they send nothing on.
 */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** ms. What has begun to arrive when the stop comes is a request by the first look. */
const LOOK_EVERY = 200;

/** Before anybody connects. */
export function drainConnections(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | null = null;
  /** Open connections, and how many requests of each wait for their answers' end. */
  const unanswered = new Map<Socket, number>();
  app.server.on("connection", (socket: Socket) => {
    unanswered.set(socket, 0);
    socket.once("close", () => unanswered.delete(socket));
  });
  const count = (socket: Socket, change: 1 | -1) => {
    const known = unanswered.get(socket);
    if (known !== undefined) unanswered.set(socket, known + change);
  };
  app.server.on("request", ({ socket }: IncomingMessage, answer: ServerResponse) => {
    count(socket, 1);
    answer.once("close", () => count(socket, -1));
  });
  app.addHook("preClose", async () => {
    timer = setInterval(() => {
      for (const [socket, requests] of unanswered) if (requests === 0) socket.destroy();
    }, LOOK_EVERY);
  });
  app.addHook("onSend", async (_, reply) => {
    if (timer) reply.header("connection", "close");
  });
  app.server.once("close", () => {
    if (timer) clearInterval(timer);
  });
}
