/** How often one address and one key may ask. */

import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import type { Settings } from "../settings.ts";
import { countingBy } from "./window-count.ts";

/**
 * Before it is known who asks: guessing keys is slow.
 * @param RATE_ADDRESS requests a minute
 * @param elapsed ms since any moment; never goes back
 */
export async function limitAddresses(
  app: FastifyInstance,
  { RATE_ADDRESS }: Settings,
  elapsed: () => number,
): Promise<void> {
  await app.register(rateLimit, { global: false, store: countingBy(elapsed) });
  if (RATE_ADDRESS === 0) return;
  // All of an IPv6 network of 64 bits is one: that is what one customer has (RFC 6177).
  const check = app.createRateLimit({ max: RATE_ADDRESS, timeWindow: 60_000 });
  app.addHook("onRequest", async (request, reply) => {
    const { scope, isUncounted } = request.routeOptions.config;
    if (scope === null || isUncounted) return;
    refuseIfOver(await check(request), RATE_ADDRESS, reply);
  });
}

/** Once it is known. @param RATE_KEY requests a minute */
export function limitKeys(app: FastifyInstance, { RATE_KEY }: Settings): void {
  if (RATE_KEY === 0) return;
  const check = app.createRateLimit({
    max: RATE_KEY,
    timeWindow: 60_000,
    keyGenerator: ({ principal }) => principal?.key ?? "nobody",
  });
  app.addHook("onRequest", async (request, reply) => {
    if (request.principal) refuseIfOver(await check(request), RATE_KEY, reply);
  });
}

type Checked = Awaited<ReturnType<ReturnType<FastifyInstance["createRateLimit"]>>>;

function refuseIfOver(checked: Checked, limit: number, reply: FastifyReply): void {
  if (checked.isAllowed || !checked.isExceeded) return;
  const seconds = Math.max(1, checked.ttlInSeconds);
  reply.header("retry-after", String(seconds));
  fail("service.too-many-requests", { limit, seconds });
}
