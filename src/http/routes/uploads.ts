/** `/v1/uploads`: pictures for requests to name. */

import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { AnphamError, fail } from "../../base/diagnostic.ts";
import { NORMALISE_UPLOAD } from "../../run/upload/upload-job.ts";
import { principalOf } from "../access/principal.ts";
import type { ServiceContext } from "../context.ts";
import { readParts } from "../limits/multipart.ts";
import { findingBody } from "../problem/problem.ts";
import { filesOf, jsonOf, nothing, uploadAnswer, uploadsAnswer } from "./answers.ts";

const byId = z.object({ id: z.string().max(100) });
const config = { scope: "upload" } as const;
const tags = ["uploads"];
/** As it is kept. */
const picture = filesOf(["image/jpeg", "image/png", "image/webp", "image/svg+xml"], "Ảnh | the picture");

export function uploadRoutes(app: FastifyInstance, { settings, threads, uploads }: ServiceContext): void {
  const cleaning = threads.pool(NORMALISE_UPLOAD);
  const megabytes = settings.UPLOAD_MB;

  app.post(
    "/v1/uploads",
    {
      config: { ...config, file: "alone" },
      schema: {
        tags,
        summary: "Tải ảnh hoặc logo lên | upload a photo or logo",
        description: "Một tệp trong multipart/form-data. | One file in multipart/form-data.",
        response: { 201: jsonOf(uploadAnswer) },
      },
    },
    async (request, reply) => {
      const { owner } = principalOf(request);
      const { file } = await readParts(request, settings, megabytes);
      if (!file) fail("service.no-file", {});
      // Its name is the caller's business: complaints call it “the upload”.
      const job = { bytes: file.bytes, name: "upload", megapixels: settings.MEGAPIXELS };
      const { picture, diagnostics } = await cleaning.run(job);
      if (!picture) throw new AnphamError(diagnostics);
      const body = await uploads.add(owner, picture);
      reply.code(201).header("location", `/v1/uploads/${body.id}`);
      return { ...body, diagnostics: diagnostics.map(findingBody) };
    },
  );

  app.get(
    "/v1/uploads",
    {
      config,
      schema: { tags, summary: "Ảnh đã tải lên | uploads", response: { 200: jsonOf(uploadsAnswer) } },
    },
    (request) => uploads.list(principalOf(request).owner),
  );

  app.get(
    "/v1/uploads/:id",
    {
      config,
      schema: { tags, summary: "Một ảnh | a picture", params: byId, response: { 200: picture } },
    },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof byId>;
      const found = (await uploads.read(principalOf(request).owner, id)) ?? unknown(id);
      return reply
        .headers({
          // A drawing that is opened by itself runs nothing, whatever it is.
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          "content-disposition": "attachment",
          "cache-control": "private, max-age=86400, immutable",
        })
        .type(found.body.mediaType)
        .send(Buffer.from(found.bytes));
    },
  );

  app.delete(
    "/v1/uploads/:id",
    {
      config,
      schema: {
        tags,
        summary: "Xóa ảnh | remove a picture",
        params: byId,
        response: { 204: nothing("Đã xóa | removed") },
      },
    },
    async (request, reply) => {
      const { id } = request.params as z.output<typeof byId>;
      if (!(await uploads.remove(principalOf(request).owner, id))) unknown(id);
      return reply.code(204).send();
    },
  );
}

const unknown = (id: string): never => fail("service.unknown-upload", { upload: id });
