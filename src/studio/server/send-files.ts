import type { FastifyReply } from "fastify";
import { ZipFile } from "yazl";
import type { Artifact } from "../../model/artifact.ts";
import type { OutputType } from "../../model/request.ts";

/** One file as it is; several, a page each, as a ZIP. @param stem the file's name without its extension */
export async function sendFiles(
  reply: FastifyReply,
  artifacts: readonly Artifact[],
  stem: string,
  as: OutputType,
): Promise<FastifyReply> {
  const end = as === "jpeg" ? "jpg" : as === "tiff" ? "tif" : as;
  const [only] = artifacts;
  if (artifacts.length === 1 && only) {
    return reply
      .header("content-disposition", `attachment; filename="${stem}.${end}"`)
      .type(only.mediaType)
      .send(Buffer.from(only.bytes));
  }
  const zip = new ZipFile();
  for (const { bytes, page } of artifacts) {
    zip.addBuffer(Buffer.from(bytes), `${stem}-${page}.${end}`, { compress: end === "svg" });
  }
  zip.end();
  return reply
    .header("content-disposition", `attachment; filename="${stem}.zip"`)
    .type("application/zip")
    .send(zip.outputStream);
}
