/** Refuses what no route takes: an address that is not there, and one that is there for other methods. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import findMyWay from "find-my-way";
import { AnphamError, type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { sendProblem } from "./error-handler.ts";

/** Of an address, as it is told. Characters. */
const TOLD = 200;

/**
 * Before the routes, which it watches. A known address that is asked in another way is answered with the methods that
 * it takes in `Allow` (RFC 9110, 15.5.6).
 * @param longest part of a path, characters
 */
export function refuseUnrouted(app: FastifyInstance, longest: number): void {
  // The router that Fastify has itself does not tell what else an address is asked by.
  const known = findMyWay({ maxParamLength: longest });
  app.addHook("onRoute", ({ method, url }) => {
    // Preflights are answered everywhere, also where nothing is.
    if (url === "*") return;
    for (const each of [method].flat() as findMyWay.HTTPMethod[]) {
      if (!known.hasRoute(each, url)) known.on(each, url, () => undefined);
    }
  });

  const refusal = ({ method, url }: FastifyRequest, reply: FastifyReply): Diagnostic => {
    const path = url.split("?")[0]!.slice(0, TOLD);
    const taken = app.supportedMethods.filter((each) => known.find(each as findMyWay.HTTPMethod, url));
    // A route may find that there is nothing behind the name that it was asked for.
    if (taken.length === 0 || taken.includes(method)) return diagnose("service.not-found", { method, path });
    const allowed = taken.join(", ");
    reply.header("allow", allowed);
    return diagnose("service.wrong-method", { method, path, allowed });
  };
  // Before a body is read: whatever it is, it is not taken here.
  app.addHook("onRequest", async (request, reply) => {
    if (request.is404) throw new AnphamError([refusal(request, reply)]);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, [refusal(request, reply)]));
}
