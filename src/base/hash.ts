import { createHash, hash } from "node:crypto";

/** SHA-256 of bytes or UTF-8 text, lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A hash of a JSON value that does not depend on the order in which its keys were written. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** As {@link contentHash}, but of the value as it was built: five times as fast, for what is always built alike. */
export function jsonHash(value: unknown): string {
  return hash("sha256", JSON.stringify(value));
}

/** JSON with object keys sorted and `undefined` members left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (member === null || typeof member !== "object" || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
