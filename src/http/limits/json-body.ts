/** Reads JSON bodies: bounded in size by the server, in depth here, UTF-8 alone, and without tricks about prototypes. */

import type { FastifyInstance } from "fastify";
import { fail } from "../../base/diagnostic.ts";

/** No valid request is nested more than a third of this. */
const DEEPEST = 40;

export function readJsonBodies(app: FastifyInstance): void {
  // Both poisonings (`__proto__`, `constructor.prototype`) are refused.
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  // RFC 9110, 15.5.16 and 12.5.3.
  app.addHook("preParsing", async ({ headers }, reply) => {
    const encoding = headers["content-encoding"]?.trim() ?? "";
    if (encoding === "" || encoding.toLowerCase() === "identity") return;
    reply.header("accept-encoding", "identity");
    fail("service.packed-body", { encoding: encoding.slice(0, 40) });
  });
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    let text = "";
    try {
      text = textOf(body as Buffer);
      refuseDeep(text);
    } catch (thrown) {
      done(thrown as Error);
      return;
    }
    void parse(request, text, done);
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * RFC 8259, 8.1. Read on regardless, a letter of another encoding would be printed as a question mark.
 * @throws AnphamError `service.not-utf8`
 */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    fail("service.not-utf8", {});
  }
}

/** @throws AnphamError `service.too-deep` */
export function refuseDeep(json: string): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const character = json.charCodeAt(i);
    if (inText) {
      if (character === BACKSLASH) i++;
      else if (character === QUOTE) inText = false;
    } else if (character === QUOTE) inText = true;
    else if (character === OPEN_BRACKET || character === OPEN_BRACE) {
      if (++depth > DEEPEST) fail("service.too-deep", { limit: DEEPEST });
    } else if (character === CLOSE_BRACKET || character === CLOSE_BRACE) depth--;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
