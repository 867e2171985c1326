/** A rendered piece as one file: a line that describes it, then its bytes. Read back only when every hash is right. */

import * as z from "zod";
import { lengthOf } from "../../base/byte-parts.ts";
import { sha256 } from "../../base/hash.ts";
import { finding } from "../../model/finding.ts";
import { STAGES } from "../../render.ts";
import type { RenderResult } from "../../run/render-job.ts";

/** Raised with every change of the form. */
const VERSION = 1;

const description = z.object({
  version: z.literal(VERSION),
  tag: z.string(),
  artifacts: z
    .array(
      z.object({
        mediaType: z.string(),
        sha256: z.string(),
        size: z.int().min(0),
        page: z.int().min(1).nullable(),
      }),
    )
    .min(1),
  diagnostics: z.array(finding),
  timings: z.partialRecord(z.enum(STAGES), z.number()),
});

export function packPiece({ artifacts, diagnostics, timings }: RenderResult, tag: string): Buffer {
  const listed = artifacts.map(({ mediaType, parts, sha256: hash, page }) => ({
    ...{ mediaType, page, sha256: hash, size: lengthOf(parts) },
  }));
  const head = JSON.stringify({ version: VERSION, tag, artifacts: listed, diagnostics, timings });
  const line = `${head} ${sha256(head)}\n`;
  return Buffer.concat([Buffer.from(line), ...artifacts.flatMap(({ parts }) => parts)]);
}

/** `null` for anything but exactly what was packed under the tag. */
export function unpackPiece(packed: Buffer, tag: string): RenderResult | null {
  const end = packed.indexOf(0x0a);
  const line = packed.toString("utf8", 0, Math.max(0, end));
  const head = line.slice(0, -65);
  if (end < 0 || sha256(head) !== line.slice(-64)) return null;
  const read = description.safeParse(JSON.parse(head));
  if (!read.success || read.data.tag !== tag) return null;
  let start = end + 1;
  const artifacts: RenderResult["artifacts"][number][] = [];
  for (const { mediaType, sha256: hash, size, page } of read.data.artifacts) {
    const bytes = new Uint8Array(packed.subarray(start, start + size));
    if (bytes.byteLength !== size || sha256(bytes) !== hash) return null;
    artifacts.push({
      mediaType: mediaType as RenderResult["artifacts"][number]["mediaType"],
      parts: [bytes],
      sha256: hash,
      page,
    });
    start += size;
  }
  if (start !== packed.byteLength) return null;
  return {
    artifacts,
    diagnostics: read.data.diagnostics as RenderResult["diagnostics"],
    timings: read.data.timings as RenderResult["timings"],
  };
}
