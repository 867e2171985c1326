/** Finds out who asks, and refuses who may not. Routes say which scope they need; those that say nothing are open. */

import type { FastifyInstance, FastifyRequest } from "fastify";
import { fail } from "../../base/diagnostic.ts";
import type { LinkSigner } from "../links/signed-links.ts";
import type { Keys } from "./keys-file.ts";
import { LOCAL, type Principal } from "./principal.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether a signed address stands for a key. */
    readonly signable?: boolean;
  }
}

/** @param keys `null` on a service without keys */
export function authenticate(app: FastifyInstance, keys: Keys | null, links: LinkSigner): void {
  app.addHook("onRequest", async (request) => {
    const { scope, signable } = request.routeOptions.config;
    if (scope === undefined || scope === null) return;
    const principal =
      signable === true && request.url.includes("signature=")
        ? await signer(request, keys, links)
        : keys === null
          ? LOCAL
          : await holder(request, keys);
    if (!principal) fail("service.unauthorised", {});
    if (!principal.scopes.includes(scope)) fail("service.forbidden", { scope });
    request.principal = principal;
  });
}

async function holder(
  { headers: { authorization = "" } }: FastifyRequest,
  keys: Keys,
): Promise<Principal | null> {
  const [, key] = /^Bearer +([\w-]{1,200})$/i.exec(authorization) ?? [];
  return key === undefined ? null : keys.holder(key);
}

/** A link may do what its key may, of which it needs rendering. */
async function signer(
  request: FastifyRequest,
  keys: Keys | null,
  links: LinkSigner,
): Promise<Principal | null> {
  const cut = request.url.indexOf("?");
  const path = request.url.slice(0, cut);
  const key = links.verify(path, new URLSearchParams(request.url.slice(cut + 1)));
  const found = keys === null ? LOCAL : await keys.byId(key);
  return found && { ...found, scopes: found.scopes.filter((scope) => scope === "render") };
}
