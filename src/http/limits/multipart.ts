/** Reads multipart requests: texts, and at most one file. */

import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AnphamError, diagnose, fail } from "../../base/diagnostic.ts";
import type { Settings } from "../settings.ts";

export interface SentFile {
  readonly bytes: Uint8Array;
  /** As the caller calls it: only its ending is ever looked at. */
  readonly name: string;
}

export interface SentParts {
  readonly file: SentFile | null;
  readonly texts: ReadonlyMap<string, string>;
}

/** Lets the routes of a scope be sent multipart requests. */
export function takeMultipart(scope: FastifyInstance, { BODY_KB }: Settings): void {
  void scope.register(multipart, {
    // It would say so for slow files alone: whether a file was cut off is asked of each.
    throwFileSizeLimit: false,
    limits: { files: 1, fields: 10, parts: 12, fieldSize: BODY_KB * 1024, headerPairs: 40 },
  });
}

/**
 * @param most what the file may hold, MB; its texts hold as much as a body of JSON
 * @throws AnphamError `service.unsupported-body`, `service.body-too-large`, `service.not-utf8`, `service.bad-request`
 */
export async function readParts(
  request: FastifyRequest,
  { BODY_KB }: Pick<Settings, "BODY_KB">,
  most: number,
): Promise<SentParts> {
  if (!request.isMultipart()) {
    fail("service.unsupported-body", { type: (request.headers["content-type"] ?? "").slice(0, 80) });
  }
  let file: SentFile | null = null;
  const texts = new Map<string, string>();
  try {
    for await (const part of request.parts({ limits: { fileSize: most * 1024 * 1024 } })) {
      if (part.type === "file") {
        file = { bytes: new Uint8Array(await part.toBuffer()), name: part.filename ?? "" };
        if (part.file.truncated) fail("service.body-too-large", { limit: `${most} MB` });
      } else if (typeof part.value === "string") {
        const { fieldname, value, valueTruncated } = part;
        if (valueTruncated) {
          fail("service.body-too-large", { limit: `${BODY_KB} KB` }, { path: fieldname.slice(0, 80) });
        }
        // What stands for bytes that are no UTF-8.
        if (value.includes("\ufffd")) fail("service.not-utf8", {}, { path: fieldname.slice(0, 80) });
        texts.set(fieldname, value);
      }
    }
  } catch (thrown) {
    throw told(thrown);
  }
  return { file, texts };
}

function told(thrown: unknown): unknown {
  if (thrown instanceof AnphamError) return thrown;
  const { statusCode, message } = thrown as { statusCode?: number; message?: string };
  // The parser's own complaints have no status: the caller sent them.
  if (statusCode === undefined) {
    return new AnphamError([
      diagnose("service.bad-request", { reason: (message ?? "multipart").slice(0, 100) }),
    ]);
  }
  return thrown;
}
