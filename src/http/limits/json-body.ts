/** Reads JSON bodies: bounded in size by the server, in depth here, and without tricks about prototypes. */

import type { FastifyInstance } from "fastify";
import { fail } from "../../base/diagnostic.ts";

/** No valid request is nested more than a third of this. */
const DEEPEST = 40;

export function readJsonBodies(app: FastifyInstance): void {
  // Both poisonings (`__proto__`, `constructor.prototype`) are refused.
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    try {
      refuseDeep(body as string);
    } catch (thrown) {
      done(thrown as Error);
      return;
    }
    void parse(request, body as string, done);
  });
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
