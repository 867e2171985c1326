/** The file of a multipart request. */

import type { FastifyRequest } from "fastify";
import { AnphamError, diagnose, fail } from "../../base/diagnostic.ts";

/**
 * @param megabytes the most that it may hold
 * @throws AnphamError `service.unsupported-body`, `service.no-file`, `service.body-too-large`
 */
export async function uploadedFile(request: FastifyRequest, megabytes: number): Promise<Uint8Array> {
  if (!request.isMultipart()) {
    fail("service.unsupported-body", { type: (request.headers["content-type"] ?? "").slice(0, 80) });
  }
  const part = await request.file({ limits: { fileSize: megabytes * 1024 * 1024 } });
  if (!part) fail("service.no-file", {});
  try {
    return new Uint8Array(await part.toBuffer());
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== "FST_REQ_FILE_TOO_LARGE") throw thrown;
    throw new AnphamError([diagnose("service.body-too-large", { limit: `${megabytes} MB` })]);
  }
}
