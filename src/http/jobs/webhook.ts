/**
 * Tells a caller's server that a job has ended. The only request that this service ever makes: to hosts that the
 * operator lists, by TLS, to public addresses, without following anything.
 */

import { lookup as resolveName } from "node:dns";
import { request as send } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { fail, reasonOf } from "../../base/diagnostic.ts";
import { type AddressBlocks, addressBlocks } from "../access/address-blocks.ts";

export interface WebhookRules {
  /** `host` or `host:port`. */
  readonly hosts: readonly string[];
  /** Addresses beyond the public ones. */
  readonly allowedPrivate: AddressBlocks;
}

/** ms. */
const PATIENCE = 10_000;

/** Blocks that are not of the public network (RFC 6890 and its registries). */
const INNER = addressBlocks([
  ...[
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
  ],
  ...[
    "::/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
  ],
]);

/** Whether an address is of the public network. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in IPv6's clothes is checked as what it is.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  if (/^::ffff:/i.test(address)) return false;
  return isIP(address) !== 0 && !INNER.has(address);
}

/** @throws AnphamError `service.webhook-refused` */
export function checkWebhook(address: string, { hosts, allowedPrivate }: WebhookRules): URL {
  const refuse = (): never =>
    fail("service.webhook-refused", { url: address.slice(0, 100) }, { path: "webhook" });
  if (!URL.canParse(address)) return refuse();
  const url = new URL(address);
  const isListed = hosts.some(
    (host) => host.toLowerCase() === url.host || host.toLowerCase() === url.hostname,
  );
  // A port of its own is listed with it.
  const isOwnPort = url.port === "" || hosts.some((host) => host.toLowerCase() === url.host);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return refuse();
  if (!isListed || !isOwnPort) return refuse();
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isPublicAddress(literal) && !allowedPrivate.has(literal)) return refuse();
  return url;
}

export interface WebhookCall {
  readonly url: string;
  readonly body: string;
  /** Written into `anpham-signature`. */
  readonly signature: string;
}

export interface WebhookAnswer {
  /** `refused`: no further call is wanted. */
  readonly verdict: "taken" | "failed" | "refused";
  /** For the log: the status, or why there is none. */
  readonly reason: string;
}

/** Any answer of 2xx takes it; 410 says that nobody is there any more (RFC 9110, 15.5.11). */
const verdictOf = (status: number): WebhookAnswer["verdict"] =>
  status >= 200 && status < 300 ? "taken" : status === 410 ? "refused" : "failed";

/**
 * @param patience until the head of the answer is there, however slowly it comes, ms
 * @throws AnphamError `service.webhook-refused` when the operator's rules have changed since
 */
export async function callWebhook(
  { url, body, signature }: WebhookCall,
  rules: WebhookRules,
  patience = PATIENCE,
): Promise<WebhookAnswer> {
  const checked = checkWebhook(url, rules);
  return new Promise((resolve) => {
    const call = send(
      checked,
      {
        method: "POST",
        signal: AbortSignal.timeout(patience),
        // The address that was checked is the one that is reached.
        lookup: publicLookup(rules.allowedPrivate),
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "anpham",
          "anpham-signature": signature,
        },
      },
      (answer) => {
        const { statusCode = 0 } = answer;
        answer.destroy();
        resolve({ verdict: verdictOf(statusCode), reason: String(statusCode) });
      },
    );
    call.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.name === "AbortError" ? "no answer in time" : (error.code ?? reasonOf(error));
      resolve({ verdict: "failed", reason });
    });
    call.end(body);
  });
}

const publicLookup =
  (allowed: AddressBlocks): LookupFunction =>
  (name, options, done) =>
    resolveName(name, { ...options, all: true }, (error, found) => {
      const reachable = (found ?? []).filter(
        ({ address }) => isPublicAddress(address) || allowed.has(address),
      );
      const [first] = reachable;
      if (error || !first) done(error ?? new Error(`${name} has no public address`), "", 4);
      else if (options.all) done(null, reachable);
      else done(null, first.address, first.family);
    });
