/** `GET /v1/render/{template}.{ext}`: a piece as an address that browsers and proxies may keep. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { fail } from "../../base/diagnostic.ts";
import { EXTENSIONS } from "../../model/output-files.ts";
import { renderRequest } from "../../model/request.ts";
import { checked } from "../../resolve/check.ts";
import { principalOf } from "../access/principal.ts";
import { etagOf } from "../cache/piece-cache.ts";
import type { ServiceContext } from "../context.ts";
import { pageOf } from "../desk/desk.ts";
import { ownRequest } from "../desk/own-request.ts";
import { isWeaklyEqual, listed } from "../files/conditions.ts";
import { readQuery, writeQuery } from "../links/query-request.ts";
import { documented, jsonOf, linkAnswer, nothing, pieceFile } from "./answers.ts";
import { leaving, pageQuery, pieceName, sendPiece } from "./render.ts";

const file = z.object({ file: z.string().max(120) });
const tags = ["render"];
/** Seconds that a copy is used without asking; asking costs no rendering. */
const FRESH = 300;
const LONGEST_LINK = 400 * 24 * 3600;
/** Characters of an address: what proxies take by default, nginx for one, and this service twice over. */
const MOST_CHARACTERS = 8000;

const linkBody = z.strictObject({
  /** As for `/v1/render`. */
  request: z.record(z.string(), z.unknown()),
  /** Seconds that the address works. */
  seconds: z
    .int()
    .min(60)
    .max(LONGEST_LINK)
    .default(24 * 3600),
});

/** The fields that an address can carry as one value, and what stands beside them; `data.…` is without number. */
const {
  format,
  institution,
  campaign,
  message,
  audience,
  event,
  theme,
  profile,
  ppi,
  bleed,
  outline,
  scale,
  date,
} = renderRequest.shape;
const addressQuery = z.looseObject({
  ...{ format, institution: institution.def.options[0] },
  ...{ campaign, message, audience, event, theme, profile, ppi, bleed, outline, scale, date },
  width: z.int().min(1).optional().describe("bề ngang, điểm ảnh | width in pixels"),
  page: pageQuery.shape.page,
});

export function permalinkRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { desk, library, settings, findUpload, links, now } = context;
  const options = { library, findUpload, megapixels: settings.MEGAPIXELS };

  app.get(
    "/v1/render/:file",
    {
      config: { scope: "render", signable: true },
      schema: {
        tags,
        summary: "Ấn phẩm theo địa chỉ | a piece by its address",
        description:
          "`{template}.{pdf|png|jpg|webp|tif|svg}`; tham số là các trường của yêu cầu, `data.…` và `width`. | Parameters are the fields of the request, `data.…` and `width`.",
        params: file,
        querystring: documented(addressQuery),
        response: { 200: pieceFile, 304: nothing("Không đổi (If-None-Match) | unchanged") },
      },
    },
    async (request, reply) => {
      const query = queryOf(request);
      const given = readQuery((request.params as z.output<typeof file>).file, query) ?? notThere(request);
      const asked = await ownRequest(given, { ...options, principal: principalOf(request) });
      const { page } = checked(pageQuery, Object.fromEntries(query));
      const etag = etagOf(await desk.tag(asked), page);
      const known = listed(request.headers["if-none-match"] ?? "");
      const unchanged = () => cacheable(reply, query, now).header("etag", etag).code(304).send();
      if (known.some((each) => isWeaklyEqual(each, etag))) return unchanged();
      const piece = await desk.render(asked, leaving(reply));
      if (known.includes("*")) {
        // Any will do, but there must be one.
        pageOf(piece, page);
        return unchanged();
      }
      cacheable(reply, query, now);
      return sendPiece(reply, piece, page, await pieceName(asked, library));
    },
  );

  app.post(
    "/v1/links",
    {
      config: { scope: "render" },
      schema: {
        tags,
        summary: "Liên kết có chữ ký và thời hạn | a signed address with an expiry",
        body: linkBody,
        response: { 201: jsonOf(linkAnswer) },
      },
    },
    async (request, reply) => {
      const { request: given, seconds } = request.body as z.output<typeof linkBody>;
      const principal = principalOf(request);
      // What would not render is not signed.
      const asked = await ownRequest(given, { ...options, principal });
      await desk.preflight(asked, leaving(reply));
      const as = renderRequest.shape.as.parse(given.as);
      const path = `/v1/render/${asked.template}.${EXTENSIONS[as]}`;
      const expires = Math.floor(now() / 1000) + seconds;
      const query = links.sign(path, writeQuery(given), principal.key, expires);
      const address = `${path}?${query}`;
      if (address.length > MOST_CHARACTERS) {
        fail("service.link-too-long", { found: address.length, limit: MOST_CHARACTERS });
      }
      reply.code(201);
      return { path: address, expires: new Date(expires * 1000).toISOString() };
    },
  );
}

const queryOf = ({ url }: FastifyRequest): URLSearchParams => {
  const cut = url.indexOf("?");
  return new URLSearchParams(cut < 0 ? "" : url.slice(cut + 1));
};

const notThere = ({ method, url }: FastifyRequest): never =>
  fail("service.not-found", { method, path: url.split("?")[0]!.slice(0, 200) });

/** A signed address is for everybody who has it; without signature, for who asked. */
function cacheable(reply: FastifyReply, query: URLSearchParams, now: () => number): FastifyReply {
  const expires = query.get("signature") === null ? null : Number(query.get("expires"));
  if (expires === null) {
    // Beside what the rules for other sites have it vary by.
    const vary = [reply.getHeader("vary"), "Authorization"].filter(Boolean).join(", ");
    return reply.header("cache-control", "private, no-cache").header("vary", vary);
  }
  const left = Math.max(0, Math.floor(expires - now() / 1000));
  return reply.headers({
    "cache-control": `public, max-age=${Math.min(FRESH, left)}, must-revalidate`,
    // Web pages of the institution show it as a picture.
    "cross-origin-resource-policy": "cross-origin",
  });
}
