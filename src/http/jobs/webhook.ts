/**
 * Tells a caller's server that a job has ended. The only request that this service ever makes: to hosts that the
 * operator lists, by TLS, to public addresses, without following anything.
 */

import { lookup as resolveName } from "node:dns";
import { request as send } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { fail } from "../../base/diagnostic.ts";

export interface WebhookRules {
  /** `host` or `host:port`. */
  readonly hosts: readonly string[];
  /** Addresses beyond the public ones. */
  readonly allowedPrivate: readonly string[];
}

/** ms. */
const TIMEOUT = 10_000;

/** Blocks that are not of the public network (RFC 6890 and its registry). */
const INNER: readonly (readonly [address: string, prefix: number, family: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  ["::", 96, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
const inner = new BlockList();
for (const [address, prefix, family] of INNER) inner.addSubnet(address, prefix, family);

/** Whether an address is of the public network. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in IPv6's clothes is checked as what it is.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  if (/^::ffff:/i.test(address)) return false;
  const family = isIP(address);
  return family !== 0 && !inner.check(address, family === 4 ? "ipv4" : "ipv6");
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
  if (isIP(literal) !== 0 && !isPublicAddress(literal) && !allowedPrivate.includes(literal)) return refuse();
  return url;
}

export interface WebhookCall {
  readonly url: string;
  readonly body: string;
  /** Written into `anpham-signature`. */
  readonly signature: string;
}

/** Whether the other side has taken it: any answer of 2xx. */
export function callWebhook({ url, body, signature }: WebhookCall, rules: WebhookRules): Promise<boolean> {
  return new Promise((resolve) => {
    const call = send(
      checkWebhook(url, rules),
      {
        method: "POST",
        timeout: TIMEOUT,
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
        resolve(statusCode >= 200 && statusCode < 300);
      },
    );
    call.on("timeout", () => call.destroy());
    call.on("error", () => resolve(false));
    call.end(body);
  });
}

const publicLookup =
  (allowed: readonly string[]): LookupFunction =>
  (name, options, done) =>
    resolveName(name, { ...options, all: true }, (error, found) => {
      const reachable = (found ?? []).filter(
        ({ address }) => isPublicAddress(address) || allowed.includes(address),
      );
      const [first] = reachable;
      if (error || !first) done(error ?? new Error(`${name} has no public address`), "", 4);
      else if (options.all) done(null, reachable);
      else done(null, first.address, first.family);
    });
