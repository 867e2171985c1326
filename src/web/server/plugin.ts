/**
 * The form as a part of a service: pages that work without script, and what the script asks for. It knows nothing
 * of the service around it and gets what it needs as options.
 */

import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { CODES } from "../../base/codes.ts";
import type { Folders } from "../../render.ts";
import type { Library } from "../../resolve/library.ts";
import type { Threads } from "../../run/pool.ts";
import type { Refused } from "../model/form.ts";
import { openAnswers } from "./answers.ts";
import { addBuiltFiles } from "./built-files.ts";
import { compressAnswers } from "./compress.ts";
import { addDownloads } from "./downloads.ts";
import { addEngineRoutes } from "./engine-routes.ts";
import { ASSETS, openPageFiles } from "./page-files.ts";
import { addPages } from "./pages.ts";
import { addRowsRoutes } from "./rows-routes.ts";
import { LARGEST_DRAFT, toldOf } from "./size-limits.ts";
import { openTemplateFacts } from "./template-facts.ts";
import { openUploads } from "./uploads.ts";
import { warmUp } from "./warm-up.ts";

export interface WebFormOptions {
  readonly folders: Folders;
  readonly library: Library;
  readonly threads: Threads;
  /** Where pictures are kept that people send in. */
  readonly uploads: string;
}

/** Nothing from elsewhere, no script but ours; sizes of pictures are set as style attributes. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const webForm: FastifyPluginAsync<WebFormOptions> = async (app, options) => {
  const { library, folders, threads } = options;
  const files = await openPageFiles();
  const uploads = openUploads(options.uploads, threads);
  const sources = { library, brand: folders.brand, uploadedFile: uploads.fileOf };
  const answers = openAnswers(threads, folders, sources);

  const facts = openTemplateFacts(threads, folders);

  readDraftsAsQueries(app);
  // The parser would complain of slow files alone: whether a file was cut off is asked of each.
  await app.register(multipart, { throwFileSizeLimit: false });
  await addBuiltFiles(app, files.folder, ASSETS);
  compressAnswers(app);
  app.addHook("onSend", async (_, reply) => {
    if (String(reply.getHeader("content-type") ?? "").startsWith("text/html")) {
      reply.header("content-security-policy", POLICY);
      reply.header("referrer-policy", "same-origin");
      reply.header("x-content-type-options", "nosniff");
    }
  });
  app.setErrorHandler((thrown, request, reply) => {
    const diagnostics = toldOf(thrown);
    const [first] = diagnostics;
    const fromFastify = (thrown as { statusCode?: number }).statusCode;
    const status =
      first && first.code !== "internal.unexpected" ? CODES[first.code].http : (fromFastify ?? 500);
    if (status >= 500) request.log.error(thrown);
    // What was promised before it failed is not what comes.
    reply.code(status < 400 ? 422 : status).removeHeader("content-disposition");
    const refused: Refused = { title: first?.message.vi ?? "Không làm được.", diagnostics };
    if (!String(request.headers.accept ?? "").includes("text/html"))
      return reply.type("application/json; charset=utf-8").send(refused);
    const lines = diagnostics.map(({ message, hint }) => `${message.vi} ${hint.vi}`);
    reply.type("text/html; charset=utf-8");
    return reply.send(
      files.renderPage({ kind: "trouble", title: "Chưa làm được việc này", lines }, files.assets),
    );
  });

  app.addHook("onReady", async () => void warmUp({ library, facts, answers, workers: threads.workers }));
  addPages(app, { library, answers, files, facts, uploads });
  addEngineRoutes(app, { library, answers, uploads, facts, brand: folders.brand });
  addDownloads(app, { answers, library });
  addRowsRoutes(app, library, sources);
};

/** A draft comes as the query of its link, in the address or as a form's body. */
function readDraftsAsQueries(app: FastifyInstance): void {
  const type = "application/x-www-form-urlencoded";
  if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type);
  app.addContentTypeParser(type, { parseAs: "string", bodyLimit: LARGEST_DRAFT }, (_, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
}
