/** What the form's script asks for between two keystrokes, and the pictures of pages without script. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { AnphamError, diagnose } from "../../base/diagnostic.ts";
import type { Library } from "../../resolve/library.ts";
import type { FitReply, PreviewReply } from "../model/form.ts";
import type { Answers } from "./answers.ts";
import { baseValues } from "./base-values.ts";
import { formOf } from "./form-fields.ts";
import { gonePictures } from "./gone-pictures.ts";
import { asked, numberIn, queryOf } from "./query.ts";
import { bytesOf, LARGEST_UPLOAD } from "./size-limits.ts";
import type { TemplateFacts } from "./template-facts.ts";
import type { Uploads } from "./uploads.ts";

interface Parts {
  readonly library: Library;
  readonly answers: Answers;
  readonly uploads: Uploads;
  readonly facts: TemplateFacts;
  /** The brand folder. */
  readonly brand: string;
}

const WIDEST = 2000;

/** `3,4`: more than lie open at once are not drawn. */
const pagesIn = (text: string): readonly number[] =>
  text
    .split(",")
    .slice(0, 2)
    .map(Number)
    .filter((page) => Number.isInteger(page) && page >= 0);

export function addEngineRoutes(
  app: FastifyInstance,
  { library, answers, uploads, facts, brand }: Parts,
): void {
  app.post("/form/preview", async (request): Promise<PreviewReply> => {
    const query = queryOf(request);
    const { draft, piece } = asked(query);
    const start = performance.now();
    const { pages, pageCount, bleed, diagnostics, sayings, places } = await answers.preview(
      draft,
      piece,
      pagesIn(query.get("page") ?? "0"),
    );
    const gone = await gonePictures(draft, piece, { uploads, facts });
    const took = performance.now() - start;
    return { pages, pageCount, bleed, diagnostics: [...gone, ...diagnostics], sayings, places, took };
  });

  app.post("/form/fit", async (request): Promise<FitReply> => {
    const query = queryOf(request);
    const { draft, piece } = asked(query);
    const limit = numberIn(query, "limit", [1, 2000], 600);
    return { room: (await answers.fit(draft, piece, query.get("path") ?? "", limit)).room };
  });

  app.post("/form/fields", async (request) => {
    const { draft } = asked(queryOf(request));
    const form = await formOf(facts, draft.pieces);
    return { form, base: await baseValues(library, draft, form.fields) };
  });

  app.post("/form/upload", async (request) => {
    const sent = await request.file({ limits: { files: 1, fileSize: LARGEST_UPLOAD } });
    if (!sent)
      throw new AnphamError([
        diagnose("asset.unsupported-type", { name: "–", foundVi: "không có tệp", found: "no file" }),
      ]);
    return uploads.add(new Uint8Array(await bytesOf(sent, LARGEST_UPLOAD)), sent.filename);
  });

  app.get("/form/picture", async (request, reply) => {
    const query = queryOf(request);
    const { draft, piece } = asked(query);
    const page = numberIn(query, "page", [0, 999], 0);
    const { bytes, sha256 } = await answers.picture(
      draft,
      piece,
      page,
      numberIn(query, "width", [16, WIDEST], 800),
    );
    const tag = `"${sha256}"`;
    reply.header("etag", tag).header("cache-control", "private, max-age=120");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return reply.type("image/png").send(Buffer.from(bytes));
  });

  app.get("/form/upload/:file", async (request, reply) => {
    const { file } = request.params as { readonly file: string };
    const path = uploads.fileOf(`upload:${file}`);
    if (!path) return reply.code(404).send();
    return sendPicture(reply.header("cache-control", "private, max-age=31536000, immutable"), path);
  });

  app.get("/form/logo/:institution", async (request, reply) => {
    const { institution } = request.params as { readonly institution: string };
    const known = (await library.institutions.ids()).includes(institution);
    const logo = known ? (await library.institutions.load(institution)).logo : null;
    if (logo === null) return reply.code(404).send();
    return sendPicture(reply.header("cache-control", "private, no-cache"), join(brand, logo));
  });
}

async function sendPicture(reply: FastifyReply, path: string): Promise<FastifyReply> {
  const type = path.endsWith(".png") ? "image/png" : path.endsWith(".svg") ? "image/svg+xml" : "image/jpeg";
  // A drawing may be opened on its own: nothing in it may run.
  reply.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return reply.type(type).send(await readFile(path));
}
