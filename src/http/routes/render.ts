/** `POST /v1/render` and `POST /v1/preflight`: one piece, now. */

import type { FastifyInstance, FastifyReply } from "fastify";
import * as z from "zod";
import { joined } from "../../base/byte-parts.ts";
import { type Diagnostic, fail, hasErrors } from "../../base/diagnostic.ts";
import { EXTENSIONS, MEDIA_TYPES } from "../../model/output-files.ts";
import { OUTPUT_TYPES, renderRequest } from "../../model/request.ts";
import { isJsonObject } from "../../resolve/deep-merge.ts";
import type { Library } from "../../resolve/library.ts";
import type { CheckedRequest } from "../../resolve/read-request.ts";
import { fileMarkOf } from "../../run/names.ts";
import { principalOf } from "../access/principal.ts";
import { etagOf } from "../cache/piece-cache.ts";
import type { ServiceContext } from "../context.ts";
import { type Piece, pageOf } from "../desk/desk.ts";
import { ownRequest } from "../desk/own-request.ts";
import { findingBody } from "../problem/problem.ts";
import { documented, jsonOf, pieceFile, preflightAnswer } from "./answers.ts";

/** Of a type that holds a single page, which one to send. */
export const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(999).default(1) });

const tags = ["render"];

export function renderRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { desk, library, settings, findUpload } = context;
  const options = { library, findUpload, megapixels: settings.MEGAPIXELS };

  app.post(
    "/v1/render",
    {
      config: { scope: "render" },
      schema: {
        tags,
        summary: "Dựng một ấn phẩm | render a piece",
        description:
          "Trả về tệp, loại theo `as` hoặc Accept. | Answers with the file, its type by `as` or Accept.",
        body: documented(renderRequest),
        querystring: pageQuery,
        response: { 200: pieceFile },
      },
    },
    async (request, reply) => {
      const given = withType(request.body, request.headers.accept);
      const asked = await ownRequest(given, { ...options, principal: principalOf(request) });
      const piece = await desk.render(asked, leaving(reply));
      const { page } = request.query as z.output<typeof pageQuery>;
      return sendPiece(reply, piece, page, await pieceName(asked, library));
    },
  );

  app.post(
    "/v1/preflight",
    {
      config: { scope: "render" },
      schema: {
        tags,
        summary: "Kiểm tra một ấn phẩm | check a piece",
        body: documented(renderRequest),
        response: { 200: jsonOf(preflightAnswer) },
      },
    },
    async (request, reply) => {
      const asked = await ownRequest(request.body, { ...options, principal: principalOf(request) });
      const { pages, diagnostics, timings } = await desk.preflight(asked, leaving(reply));
      return { ok: !hasErrors(diagnostics), pages, diagnostics: diagnostics.map(findingBody), timings };
    },
  );
}

/** Aborted when the caller has gone before the answer. */
export function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** The request with the file type that `Accept` wishes for, where it says none itself. */
function withType(body: unknown, accept: string | undefined): unknown {
  if (!isJsonObject(body) || "as" in body || accept === undefined) return body;
  const wishes = accept
    .split(",")
    .map((part) => part.split(";"))
    .map(([type = "", ...parameters]) => ({
      type: type.trim().toLowerCase(),
      quality: Number(/^\s*q=([\d.]+)/.exec(parameters.find((each) => /^\s*q=/.test(each)) ?? "")?.[1] ?? 1),
    }))
    .sort((a, b) => b.quality - a.quality);
  for (const { type } of wishes) {
    if (type === "*/*" || type === "application/*") return body;
    const as = OUTPUT_TYPES.find((each) => MEDIA_TYPES[each] === type) ?? (type === "image/*" ? "png" : null);
    if (as) return { ...body, as };
  }
  fail("service.not-acceptable", {
    accept: accept.slice(0, 100),
    known: Object.values(MEDIA_TYPES).join(", "),
  });
}

/** `standee-standee-800x1800-ty-le-1-10.pdf`: what the file is called where it is saved. */
export const pieceName = async (asked: CheckedRequest, library: Library): Promise<string> =>
  `${asked.template}-${asked.format}${await fileMarkOf(asked, library)}.${EXTENSIONS[asked.as]}`;

/** Sends one page of a piece, with what is known about it in its head. */
export function sendPiece(reply: FastifyReply, piece: Piece, page: number, name: string): FastifyReply {
  const { mediaType, parts } = pageOf(piece, page);
  const { tag, source, timings } = piece;
  reply.log.info({ piece: name, tag, source, ...(isKept(piece) ? {} : { stages: timings }) }, "piece");
  return reply
    .headers({
      etag: etagOf(piece.tag, page),
      "content-disposition": `inline; filename="${name}"`,
      "anpham-pages": String(piece.artifacts.length),
      "anpham-source": piece.source,
      "anpham-findings": findingsHeader(piece.diagnostics),
      "server-timing": Object.entries(isKept(piece) ? {} : piece.timings)
        .map(([stage, ms]) => `${stage};dur=${Math.round(ms * 10) / 10}`)
        .join(", "),
    })
    .type(mediaType)
    .send(bufferOf(joined(parts)));
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const isKept = ({ source }: Piece): boolean => source === "memory" || source === "disk";

/** `error preflight.overflow 2, warning …`: codes and how often; the sentences are at /v1/preflight. */
function findingsHeader(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { severity, code } of diagnostics) {
    const name = `${severity} ${code}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
}
