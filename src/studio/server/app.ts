/** The studio's server: its page, and the questions that the page asks. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { z } from "zod";
import { diagnose, diagnosticsOf, reasonOf } from "../../base/diagnostic.ts";
import { packageRoot } from "../../base/package-root.ts";
import type { Choice, Finding, ViewAnswer } from "../shared/wire.ts";
import type { Stage } from "../stage/stage.ts";
import { exportBody, openBody, rowsBody, thumbnailBody, viewBody } from "./choice.ts";
import { editorCall, runEditor } from "./editor.ts";
import type { Events } from "./events.ts";
import { guard } from "./guard.ts";
import { isWatched } from "./is-watched.ts";
import { sendFiles } from "./send-files.ts";
import { StageStopped } from "./stage-thread.ts";

export interface AppParts {
  /** Lays out the piece that is looked at. */
  readonly front: Stage;
  /** Resolves when all changes of files that were noticed are read. */
  readonly read: () => Promise<void>;
  /** Lays out a piece on the front stage, and remembers it as what is looked at. */
  readonly look: (choice: Choice) => Promise<ViewAnswer>;
  /** Draws the many small pictures, so that they never hold up the large one. */
  readonly wall: Stage;
  /** Draws pieces by the templates of the last commit; `null` where there is none. */
  readonly committed: () => Promise<Stage | null>;
  /** Folder of reference pictures; `null` where the project has none. */
  readonly golden: string | null;
  readonly events: Events;
  readonly editor: string;
  /** Files that may be opened lie in these. */
  readonly folders: readonly string[];
}

export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { front, wall } = parts;
  const app = fastify({ logger: false, bodyLimit: 8 * 1024 * 1024, forceCloseConnections: true });
  guard(app);
  await app.register(fastifyStatic, {
    root: join(packageRoot(), "dist", "studio", "client"),
    cacheControl: false,
    etag: true,
  });

  app.get("/api/events", (_request, reply) => {
    reply.hijack();
    parts.events.add(reply.raw);
  });
  app.addHook("preHandler", async ({ url }) => {
    // Pictures and measures are of a layout that is there; everything else is of the files as they are.
    if (/^\/api\/(?:catalogue|view|thumbnail|export|fields)\b/.test(url)) await parts.read();
  });
  app.get("/api/catalogue", () => front.catalogue());
  app.post("/api/view", async (request, reply) => {
    const body = read(viewBody, request.body, reply);
    if (!body) return reply;
    return parts.look(body.choice);
  });
  app.get<{ Params: PageParams }>("/api/picture/:revision/:page.svg", async ({ params }, reply) => {
    const svg = await kept(front.picture(params.revision, Number(params.page)));
    return svg === null
      ? gone(reply)
      : reply
          .header("cache-control", "private, max-age=3600")
          .header("content-security-policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'")
          .type("image/svg+xml")
          .send(svg);
  });
  app.get<{ Params: PageParams }>("/api/parts/:revision/:page", async ({ params }, reply) => {
    return (await kept(front.parts(params.revision, Number(params.page)))) ?? reply.code(204).send();
  });
  app.get<{ Params: PageParams }>("/api/plates/:revision/:page", async ({ params }, reply) => {
    return (await kept(front.plates(params.revision, Number(params.page)))) ?? reply.code(204).send();
  });
  app.get<{ Params: PageParams & { readonly name: string } }>(
    "/api/plates/:revision/:page/:name.png",
    async ({ params }, reply) => {
      const png = await kept(front.plate(params.revision, Number(params.page), params.name));
      return png ? reply.type("image/png").send(Buffer.from(png)) : gone(reply);
    },
  );
  app.post("/api/thumbnail", async (request, reply) => {
    const body = read(thumbnailBody, request.body, reply);
    if (!body) return reply;
    const stage = body.committed ? await parts.committed() : wall;
    if (!stage) return gone(reply);
    const { png, ...rest } = await answered(
      body.choice,
      () => stage.thumbnail(body.choice, body.width, body.page),
      (findings) => ({ png: null, pages: 0, findings }),
    );
    return { ...rest, png: png && Buffer.from(png).toString("base64") };
  });
  app.get<{ Params: { readonly template: string } }>("/api/fields/:template", async ({ params }) => {
    return wall.fields(params.template).catch(() => []);
  });
  app.post("/api/rows", { bodyLimit: 32 * 1024 * 1024 }, async (request, reply) => {
    const body = read(rowsBody, request.body, reply);
    if (!body) return reply;
    const bytes = new Uint8Array(Buffer.from(body.bytes, "base64"));
    const [loaded] = await Promise.all([front, wall].map((stage) => stage.rows(body.name, bytes)));
    return loaded;
  });
  app.get<{ Params: { readonly name: string } }>("/api/golden/:name.png", async ({ params }, reply) => {
    const known = parts.golden && /^[a-z0-9.-]+$/.test(params.name);
    const png = known ? await readFile(join(parts.golden, `${params.name}.png`)).catch(() => null) : null;
    return png ? reply.type("image/png").send(png) : gone(reply);
  });
  app.post("/api/export", async (request, reply) => {
    const body = read(exportBody, request.body, reply);
    if (!body) return reply;
    const { choice, as, ppi } = body;
    const { artifacts, findings } = await answered(
      choice,
      () => wall.export(choice, { as, ppi }),
      (found) => ({ artifacts: [], findings: found }),
    );
    return artifacts.length === 0
      ? reply.code(422).send({ findings })
      : sendFiles(reply, artifacts, `${choice.template}-${choice.format}-${choice.institution}`, as);
  });
  app.post("/api/open", async (request, reply) => {
    const place = read(openBody, request.body, reply);
    if (!place) return reply;
    if (!isWatched(place.file, parts.folders))
      return reply.code(403).send({ error: "not a file of the studio" });
    const call = editorCall(parts.editor, place);
    if (call.kind === "address") return { address: call.address };
    try {
      await runEditor(call);
      return { address: null };
    } catch (thrown) {
      return reply.code(500).send({ error: reasonOf(thrown) });
    }
  });
  return app;
}

interface PageParams {
  readonly revision: string;
  readonly page: string;
}

/** The body, or `null` after a refusal has been sent. */
function read<T>(schema: z.ZodType<T>, body: unknown, reply: FastifyReply): T | null {
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  void reply.code(400).send({ error: checked.error.issues.map((issue) => issue.message).join("; ") });
  return null;
}

function gone(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: "no longer kept" });
}

/** What is kept of a layout: nothing any more when the stage was stopped before it answered. */
async function kept<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof StageStopped) return null;
    throw thrown;
  }
}

/** The stage's answer; a stage that was stopped is told as a finding like any other. */
export async function answered<T>(
  choice: Choice,
  ask: () => Promise<T>,
  failed: (findings: readonly Finding[]) => T,
): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    const diagnostics =
      thrown instanceof StageStopped && thrown.seconds !== null
        ? [diagnose("studio.stopped", { template: choice.template, seconds: thrown.seconds })]
        : diagnosticsOf(thrown);
    return failed(diagnostics.map((each) => ({ ...each, source: null })));
  }
}
