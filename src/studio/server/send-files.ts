import type { FastifyReply } from "fastify";
import type { Artifact } from "../../model/artifact.ts";
import { EXTENSIONS } from "../../model/output-files.ts";
import type { OutputType } from "../../model/request.ts";
import { zipStream } from "../../run/zip.ts";

/** Archives must date their entries; the earliest that they can says nothing. */
const NO_YEAR = 1980;

/** One file as it is; several, a page each, as a ZIP. @param stem the file's name without its extension */
export async function sendFiles(
  reply: FastifyReply,
  artifacts: readonly Artifact[],
  stem: string,
  as: OutputType,
): Promise<FastifyReply> {
  const end = EXTENSIONS[as];
  const [only] = artifacts;
  if (artifacts.length === 1 && only) {
    return reply
      .header("content-disposition", `attachment; filename="${stem}.${end}"`)
      .type(only.mediaType)
      .send(Buffer.from(only.bytes));
  }
  const zip = zipStream(
    artifacts.map(({ bytes, page }) => ({ name: `${stem}-${page}.${end}`, bytes })),
    NO_YEAR,
  );
  return reply
    .header("content-disposition", `attachment; filename="${stem}.zip"`)
    .type("application/zip")
    .send(zip);
}
