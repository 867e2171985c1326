/**
 * Answers only for names that are the service's own. A page of another site that has made its own name point to this
 * machine (DNS rebinding) would otherwise talk to it as if it were that site.
 */

import type { FastifyInstance } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import { isLoopback, type Settings } from "../settings.ts";

export function checkHosts(app: FastifyInstance, { HOST, HOSTS, CORS }: Settings): void {
  const names = new Set(HOSTS.map((name) => name.toLowerCase()));
  const isOwn = (name: string): boolean =>
    names.has(name) || (isLoopback(HOST) ? isLoopback(name) : names.size === 0);
  app.addHook("onRequest", async (request) => {
    // Probes know an address and no name; what is open to everybody tells nothing.
    if (request.routeOptions.config.scope === null) return;
    const { host, origin } = request.headers;
    // Proxies and this service might each believe another one (RFC 9112, 3.2).
    if (hostLines(request.raw.rawHeaders) > 1) fail("service.two-hosts", {});
    const name = hostName(host ?? "");
    if (name === null || !isOwn(name)) fail("service.wrong-host", { host: (host ?? "").slice(0, 100) });
    // Browsers say where a request comes from; forms of other sites may send what needs no permission of ours.
    if (origin === undefined || request.method === "GET" || request.method === "HEAD") return;
    if (CORS.includes(origin) || sameHost(origin, host ?? "")) return;
    fail("service.cross-site", { origin: origin.slice(0, 100) });
  });
}

/** @param raw names and values in turn */
const hostLines = (raw: readonly string[]): number =>
  raw.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length;

/** `null` for what is no host (RFC 9110, 7.2). */
function hostName(host: string): string | null {
  const [, address, name] =
    /^(?:\[([\da-f:.]+)\]|([a-z\d](?:[a-z\d.-]*[a-z\d])?))(?::\d{1,5})?$/i.exec(host) ?? [];
  return (address ?? name)?.toLowerCase() ?? null;
}

const sameHost = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
