/** How much the form takes, and what it says to more. */

import type { MultipartFile } from "@fastify/multipart";
import { type Diagnostic, diagnose, diagnosticsOf, fail } from "../../base/diagnostic.ts";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** A draft with sixty programmes has some 20 KB. */
export const LARGEST_DRAFT = 512 * KILOBYTE;
/** Pictures straight from a phone's camera. */
export const LARGEST_UPLOAD = 40 * MEGABYTE;

const inWords = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.floor(bytes / KILOBYTE)} KB` : `${Math.floor(bytes / MEGABYTE)} MB`;

/** @throws AnphamError `service.body-too-large` */
export const refuseLarger = (limit: number): never =>
  fail("service.body-too-large", { limit: inWords(limit) });

/**
 * A sent file as a whole.
 * @param limit bytes, as the request was told
 * @throws AnphamError `service.body-too-large`
 */
export async function bytesOf(file: MultipartFile, limit: number): Promise<Buffer> {
  const bytes = await file.toBuffer();
  if (file.file.truncated) refuseLarger(limit);
  return bytes;
}

/** What ended a request, as findings; the server's own word about a body is about a draft. */
export const toldOf = (thrown: unknown): readonly Diagnostic[] =>
  codeOf(thrown) === "FST_ERR_CTP_BODY_TOO_LARGE"
    ? [diagnose("service.body-too-large", { limit: inWords(LARGEST_DRAFT) })]
    : diagnosticsOf(thrown);

const codeOf = (thrown: unknown): string | undefined => (thrown as { readonly code?: string } | null)?.code;
