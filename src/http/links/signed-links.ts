/** Permalinks that work without a key until a given time: signed by the service, in the name of a key. */

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { chmod, readFile } from "node:fs/promises";
import { fail } from "../../base/diagnostic.ts";
import { failOnFile, isSystemError } from "../../base/system-reason.ts";
import { writeWholeFile } from "../../run/write-file.ts";

export interface LinkSigner {
  /** Adds key, expiry and signature to a query. @param expires seconds since 1970 */
  sign(path: string, query: URLSearchParams, key: string, expires: number): URLSearchParams;
  /**
   * Answers the id of the key in whose name the address was signed.
   * @throws AnphamError `service.bad-link`, `service.link-expired`
   */
  verify(path: string, query: URLSearchParams): string;
  /** Signs any text for {@link purpose}, lower-case hex. */
  hmac(purpose: string, text: string): string;
}

/** @param now ms since 1970 */
export function linkSigner(secret: string, now: () => number): LinkSigner {
  const hmac = (purpose: string, text: string) =>
    createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("hex");
  const signature = (path: string, query: URLSearchParams) => hmac("link", `${path}\n${canonical(query)}`);
  return {
    hmac,
    sign(path, given, key, expires) {
      const query = new URLSearchParams(given);
      query.set("key", key);
      query.set("expires", String(expires));
      query.set("signature", signature(path, query));
      return query;
    },
    verify(path, given) {
      const query = new URLSearchParams(given);
      const [told = "", ...more] = query.getAll("signature");
      query.delete("signature");
      const expected = signature(path, query);
      const isOne =
        more.length === 0 && query.getAll("key").length === 1 && query.getAll("expires").length === 1;
      if (
        !isOne ||
        !/^[\da-f]{64}$/.test(told) ||
        !timingSafeEqual(Buffer.from(told), Buffer.from(expected))
      ) {
        fail("service.bad-link", {});
      }
      if (Number(query.get("expires")) * 1000 < now()) fail("service.link-expired", {});
      return query.get("key")!;
    },
  };
}

/** The order of parameters says nothing. */
const canonical = (query: URLSearchParams): string => {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
};

/**
 * The given secret, else the one kept in the file, which is made when it is missing.
 * @throws AnphamError `request.unreadable-file`: with another secret, no link that was signed would work any more;
 *   `output.cannot-write`
 */
export async function secretOf(given: string | null, file: string): Promise<string> {
  if (given !== null) return given;
  const kept = await readFile(file, "utf8").catch((thrown) =>
    isSystemError(thrown) && thrown.code === "ENOENT" ? null : failOnFile(file, thrown),
  );
  if (kept && kept.trim().length >= 32) return kept.trim();
  const made = randomBytes(32).toString("base64url");
  await writeWholeFile(file, Buffer.from(`${made}\n`));
  await chmod(file, 0o600);
  return made;
}
