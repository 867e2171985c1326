/** Who asks, and what they may. */

import type { FastifyRequest } from "fastify";
import { fail } from "../../base/diagnostic.ts";

/** What a key allows. `read`: lists. `render`: pieces, checks and links. */
export const SCOPES = ["read", "render", "upload", "jobs", "metrics"] as const;
export type Scope = (typeof SCOPES)[number];

/** The owner who may use every institution: a department, the operator. */
export const EVERYBODY = "*";

export interface Principal {
  /** Of the key; `local` on a service without keys. */
  readonly key: string;
  /** Id of an institution, or {@link EVERYBODY}. */
  readonly owner: string;
  readonly scopes: readonly Scope[];
}

/** On a service without keys, whoever reaches it: it listens to this machine only. */
export const LOCAL: Principal = { key: "local", owner: EVERYBODY, scopes: SCOPES };

declare module "fastify" {
  interface FastifyRequest {
    /** `null` before it is known, and on addresses that are open to everybody. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** What a key must allow; `null` for what is open to everybody. */
    readonly scope?: Scope | null;
    /** Asked at every keystroke of a person: not counted against the address. */
    readonly isUncounted?: boolean;
  }
}

/** @throws AnphamError `service.unauthorised` */
export const principalOf = ({ principal }: FastifyRequest): Principal =>
  principal ?? fail("service.unauthorised", {});

export const ownsEverything = ({ owner }: Principal): boolean => owner === EVERYBODY;

/** @throws AnphamError `service.other-institution` */
export function refuseOthers(principal: Principal, institution: unknown): void {
  if (typeof institution !== "string" || ownsEverything(principal) || institution === principal.owner) return;
  fail("service.other-institution", { institution: institution.slice(0, 80) }, { path: "institution" });
}
