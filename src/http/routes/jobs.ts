/** `/v1/kits`, `/v1/batches`, `/v1/jobs`: many pieces, in their own time. */

import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as z from "zod";
import { fail } from "../../base/diagnostic.ts";
import { EXTENSIONS, MEDIA_TYPES } from "../../model/output-files.ts";
import { OUTPUT_TYPES } from "../../model/request.ts";
import { MANIFEST } from "../../run/manifest.ts";
import { zipFolder } from "../../run/zip.ts";
import { principalOf } from "../access/principal.ts";
import type { ServiceContext } from "../context.ts";
import { sendFile } from "../files/send-file.ts";
import { acceptJob } from "../jobs/accept-job.ts";
import { jobBody } from "../jobs/job-body.ts";
import type { JobEvent } from "../jobs/job-events.ts";
import { jobFile, jobFiles } from "../jobs/job-files.ts";
import { batchRequest, isFinal, kitRequest } from "../jobs/job-record.ts";
import { onceKey } from "../jobs/once.ts";
import { OUT } from "../jobs/thread-messages.ts";
import { countWatchers } from "../limits/watchers.ts";
import { documented, filesOf, jobAnswer, jobFilesAnswer, jsonOf, newJobAnswer, nothing } from "./answers.ts";
import { leaving } from "./render.ts";

const tags = ["jobs"];
const config = { scope: "jobs" } as const;
const byId = z.object({ id: z.string().max(60) });
const byFile = z.object({ id: z.string().max(60), "*": z.string().max(600) });

const onceHeader = z.object({
  "idempotency-key": z
    .string()
    .optional()
    .describe(
      "Gửi lại cùng khóa, cùng nội dung thì nhận lại công việc đã tạo | sent again with the same content, it answers with the job that it has made",
    ),
});

/** Between signs of life to those who watch, ms: proxies close what is silent. */
const HEARTBEAT = 15_000;
/** Watchers of the whole service, and of one owner. */
const MOST_WATCHERS = 500;
const MOST_WATCHERS_EACH = 100;

/** What a job's files hold, by the endings of their names. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(OUTPUT_TYPES.map((type) => [EXTENSIONS[type], MEDIA_TYPES[type]])),
  html: "text/html; charset=utf-8",
  json: "application/json",
  jsonl: "application/x-ndjson",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What browsers would run scripts of. */
const DRAWN: readonly string[] = ["html", "svg"];
/** They show, with their pictures and downloads, and run nothing. */
const STILL =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin allow-downloads";

/** Without parameters, as contracts name types. */
const plainType = (type: string): string => type.split(";")[0]!;
const FILE_MEDIA = Object.values(FILE_TYPES).map(plainType);

export function jobRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { jobs, links } = context;
  const idOf = ({ params }: FastifyRequest) => (params as z.output<typeof byId>).id;
  const jobOf = (request: FastifyRequest) => jobs.get(principalOf(request), idOf(request));
  const outOf = (id: string) => join(jobs.folderOf(id), OUT);

  for (const [kind, path, schema, summary] of [
    ["kit", "/v1/kits", kitRequest, "Trọn bộ cho một hay nhiều cơ sở | whole kits"],
    ["batch", "/v1/batches", batchRequest, "Một ấn phẩm cho từng dòng | a piece for every row"],
  ] as const) {
    const description =
      "JSON, hoặc multipart/form-data với trường “request” và tệp “file”. | JSON, or multipart/form-data with a field “request” and a file “file”.";
    app.post(
      path,
      {
        config: { ...config, file: "beside" },
        schema: {
          ...{ tags, summary, description, body: documented(schema), headers: documented(onceHeader) },
          response: { 202: jsonOf(newJobAnswer, "Đã nhận | accepted") },
        },
      },
      async (request, reply) => {
        const principal = principalOf(request);
        const { job, rows } = await acceptJob(kind, request, principal, context);
        const once = onceKey(request.headers["idempotency-key"], job, rows);
        const record = await jobs.create(principal, job, rows, once);
        reply.code(202).header("location", `/v1/jobs/${record.id}`);
        const secret = job.webhook === null ? null : webhookSecret(links, principal.owner);
        return { ...jobBody(record), webhookSecret: secret };
      },
    );
  }

  app.get(
    "/v1/jobs",
    {
      config,
      schema: { tags, summary: "Các công việc | jobs", response: { 200: jsonOf(z.array(jobAnswer)) } },
    },
    (request) => jobs.list(principalOf(request)).map(jobBody),
  );
  app.get(
    "/v1/jobs/:id",
    {
      config,
      schema: {
        ...{ tags, summary: "Một công việc | a job", params: byId },
        response: { 200: jsonOf(jobAnswer) },
      },
    },
    (request) => jobBody(jobOf(request)),
  );
  app.delete(
    "/v1/jobs/:id",
    {
      config,
      schema: {
        ...{ tags, summary: "Hủy, hoặc xóa khi đã xong | cancel, or remove when done", params: byId },
        response: {
          202: jsonOf(jobAnswer, "Đang hủy | being cancelled"),
          204: nothing("Đã xóa cùng tệp | removed with its files"),
        },
      },
    },
    async (request, reply) => {
      const before = jobOf(request);
      const after = await jobs.remove(principalOf(request), before.id);
      if (isFinal(before.state)) return reply.code(204).send();
      reply.code(202);
      return jobBody(after);
    },
  );

  app.get(
    "/v1/jobs/:id/files",
    {
      config,
      schema: {
        ...{ tags, summary: "Các tệp | files", params: byId },
        response: { 200: jsonOf(jobFilesAnswer) },
      },
    },
    async (request) => {
      const { id } = jobOf(request);
      const files = await jobFiles(outOf(id));
      return files.map(({ name, size }) => ({
        ...{ name, size },
        href: `/v1/jobs/${id}/files/${name.split("/").map(encodeURIComponent).join("/")}`,
      }));
    },
  );
  app.get(
    "/v1/jobs/:id/files/*",
    {
      config,
      schema: {
        ...{ tags, summary: "Một tệp | a file", params: byFile },
        response: {
          200: filesOf(FILE_MEDIA, "Tệp | the file"),
          206: filesOf(FILE_MEDIA, "Phần được hỏi bằng Range | the part that Range asks for"),
          304: nothing("Không đổi (If-None-Match) | unchanged"),
        },
      },
    },
    async (request, reply) => {
      const { id } = jobOf(request);
      const { "*": name } = request.params as z.output<typeof byFile>;
      const unknown = () => fail("service.unknown-file", { file: name.slice(0, 100) });
      const path = (await jobFile(outOf(id), name)) ?? unknown();
      const ending = name.slice(name.lastIndexOf(".") + 1);
      if (DRAWN.includes(ending)) reply.header("content-security-policy", STILL);
      reply
        .header("cache-control", "private, no-cache")
        .type(FILE_TYPES[ending] ?? "application/octet-stream");
      return (await sendFile(request, reply, path)) ?? unknown();
    },
  );
  app.get(
    "/v1/jobs/:id(^[\\da-f]{24}).zip",
    {
      config,
      schema: {
        ...{ tags, summary: "Mọi tệp trong một ZIP | all files as a ZIP", params: byId },
        response: { 200: filesOf(["application/zip"], "ZIP") },
      },
    },
    async (request, reply) => {
      const { id, created } = jobOf(request);
      const names = (await jobFiles(outOf(id))).map(({ name }) => name).filter((name) => name !== MANIFEST);
      if (names.length === 0) fail("service.unknown-file", { file: `${id}.zip` });
      return reply
        .headers({
          "content-disposition": `attachment; filename="anpham-${id}.zip"`,
          "cache-control": "private, no-cache",
        })
        .type("application/zip")
        .send(bodyFor(request, () => zipFolder(outOf(id), names, new Date(created).getUTCFullYear())));
    },
  );

  const watchers = countWatchers(MOST_WATCHERS, MOST_WATCHERS_EACH);
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  app.get(
    "/v1/jobs/:id/events",
    {
      config,
      // Its answer would be the end of the job: nobody waits for that without hearing what happens.
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: "Diễn biến, server-sent events | what happens, as server-sent events",
        description: "Tiếp tục bằng Last-Event-ID. | Goes on after Last-Event-ID.",
        params: byId,
        response: { 200: filesOf(["text/event-stream"], "“state”, “progress”") },
      },
    },
    (request, reply) => {
      const job = jobOf(request);
      const last = Number(request.headers["last-event-id"] ?? 0);
      const gone = AbortSignal.any([leaving(reply), closing.signal]);
      const events = jobs.events(job.id).watch(Number.isInteger(last) && last > 0 ? last : 0, gone);
      const leave = watchers.admit(job.owner);
      const told = eventStream(events).once("close", leave);
      return reply
        .headers({ "cache-control": "no-store", "x-accel-buffering": "no" })
        .type("text/event-stream; charset=utf-8")
        .send(told);
    },
  );
}

/** What is sent. HEAD asks for what stands before it alone: nothing is opened or packed. */
const bodyFor = ({ method }: FastifyRequest, open: () => Readable): Readable =>
  method === "HEAD" ? Readable.from([]) : open();

/** Proves to a caller's server that a webhook is ours; another one for every owner. */
export const webhookSecret = (links: ServiceContext["links"], owner: string): string =>
  links.hmac("webhook-secret", owner);

/** Server-sent events (HTML Living Standard, 9.2), with signs of life between. */
function eventStream(events: AsyncIterable<JobEvent>): Readable {
  const stream = new Readable({ read() {} });
  const heartbeat = setInterval(() => stream.push(": \n\n"), HEARTBEAT);
  const copy = async () => {
    stream.push("retry: 2000\n\n");
    for await (const { id, event, data } of events) {
      stream.push(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
    stream.push(null);
  };
  copy().catch((thrown: unknown) => stream.destroy(thrown as Error));
  stream.once("close", () => clearInterval(heartbeat));
  return stream;
}
