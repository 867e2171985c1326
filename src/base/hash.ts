import { createHash, hash } from "node:crypto";

/** SHA-256 of bytes or UTF-8 text, lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

const digests = new WeakMap<Uint8Array, string>();

/** Says what the SHA-256 of bytes is, where it was taken while they were written. */
export function noteDigest(bytes: Uint8Array, digest: string): void {
  digests.set(bytes, digest);
}

/** SHA-256 of bytes that nobody changes any more, taken once. */
export function digestOf(bytes: Uint8Array): string {
  let digest = digests.get(bytes);
  if (digest === undefined) {
    digest = sha256(bytes);
    digests.set(bytes, digest);
  }
  return digest;
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
