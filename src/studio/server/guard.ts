/**
 * The studio runs commands and shows files of this machine, so it answers only pages that it served itself: the Host
 * header stops names that were made to point here (DNS rebinding), the origin stops other sites' pages.
 */

import type { FastifyInstance } from "fastify";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a Host header names this machine. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.has(host.replace(/:\d+$/, "").toLowerCase());

/** Whether a request comes from a page of this server, from a program, or from the address bar. */
export function isOwnOrigin(host: string, origin: string | undefined, site: string | undefined): boolean {
  if (origin !== undefined) return origin === `http://${host}`;
  return site === undefined || site === "same-origin" || site === "none";
}

const POLICY =
  "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function guard(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const { host, origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    reply.header("content-security-policy", POLICY);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    reply.header("cross-origin-resource-policy", "same-origin");
    if (isLoopbackHost(host) && isOwnOrigin(host!, origin, Array.isArray(site) ? site[0] : site)) return;
    await reply.code(403).send({ error: "the studio answers only its own page on this machine" });
  });
}
