/**
 * The HTTP service. `openService` returns a Fastify instance that does not listen yet: whoever composes the program
 * mounts further plugins on it.
 */

import { createHmac } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { AnphamError, type Diagnostic } from "../base/diagnostic.ts";
import { makeFolder } from "../base/make-folder.ts";
import { failOnWrite } from "../base/system-reason.ts";
import { openTemplates } from "../compose/registry.ts";
import type { Folders } from "../render.ts";
import { openLibrary } from "../resolve/library.ts";
import { type FolderLock, lockFolder, UNTIL_SILENT } from "../run/folder-lock.ts";
import { openThreads, RENDERING } from "../run/pool.ts";
import { authenticate } from "./access/authenticate.ts";
import { openKeys } from "./access/keys-file.ts";
import { openPieceCache, type PieceCache } from "./cache/piece-cache.ts";
import type { ServiceContext } from "./context.ts";
import { openDesk } from "./desk/desk.ts";
import { requestTagger } from "./desk/request-tag.ts";
import { webhookRules } from "./jobs/accept-job.ts";
import type { JobRecord } from "./jobs/job-record.ts";
import { openJobStore } from "./jobs/job-store.ts";
import { type Jobs, openJobs } from "./jobs/jobs.ts";
import { openNotifier } from "./jobs/notify.ts";
import { renderedBefore } from "./jobs/rendered-before.ts";
import { startThread } from "./jobs/start-thread.ts";
import type { JobSpec } from "./jobs/thread-messages.ts";
import { takeMultipart } from "./limits/multipart.ts";
import { limitKeys } from "./limits/rates.ts";
import { linkSigner, secretOf } from "./links/signed-links.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { docsRoutes, openDocs } from "./routes/docs.ts";
import { healthRoutes } from "./routes/health.ts";
import { jobRoutes, webhookSecret } from "./routes/jobs.ts";
import { permalinkRoutes } from "./routes/permalink.ts";
import { renderRoutes } from "./routes/render.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { openServer } from "./server.ts";
import { keysFileOf, type Settings } from "./settings.ts";
import { openUploadStore } from "./uploads/upload-store.ts";
import { warmUp } from "./warm-up.ts";

export interface ServiceOptions {
  readonly settings: Settings;
  /** Brand, fonts and templates; uploads are the service's own matter. */
  readonly folders: Folders;
  /** ms since 1970. */
  readonly now: () => number;
  /** ms since any moment: never goes back, also where the date is set back. */
  readonly elapsed: () => number;
}

const MEGABYTE = 1024 * 1024;
/** ms. */
const DAY = 24 * 3600 * 1000;

/**
 * @throws AnphamError when folders, keys or the secret cannot be read, the state folder cannot be made, or another
 *   service has it
 */
export async function openService({
  settings,
  folders: given,
  now,
  elapsed,
}: ServiceOptions): Promise<FastifyInstance> {
  const { STATE } = settings;
  const folders: Folders = { ...given, uploads: join(STATE, "uploads") };
  // Uploads, jobs and secrets are nobody else's on this machine.
  await makeFolder(STATE, 0o700).catch((thrown) => failOnWrite(STATE, thrown));
  await makeFolder(folders.uploads!).catch((thrown) => failOnWrite(folders.uploads!, thrown));
  const library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
  const onKeysFault = (reason: unknown) => app.log.error({ err: reason }, "keys");
  const keys = settings.AUTH === "keys" ? await openKeys(keysFileOf(settings), elapsed, onKeysFault) : null;
  const links = linkSigner(await secretOf(settings.SECRET, join(STATE, "secret")), now);
  const threads = openThreads({
    queue: settings.QUEUE,
    ...(settings.WORKERS === null ? {} : { workers: settings.WORKERS }),
  });

  const app = await openServer(settings, elapsed);
  await openDocs(app);
  const own = await ownState(join(STATE, "jobs"), app);
  authenticate(app, keys, links);
  limitKeys(app, settings);
  let cache: PieceCache | null = null;
  let jobs: Jobs | null = null;
  const metrics = createMetrics(app, { threads, cache: () => cache, jobs: () => jobs?.counts() ?? {} });
  cache = await openPieceCache({
    folder: join(STATE, "cache"),
    disk: settings.CACHE_MB * MEGABYTE,
    memory: settings.CACHE_MEMORY_MB * MEGABYTE,
    now,
    onFault(fault, reason) {
      metrics.onCacheFault(fault);
      app.log.warn({ fault, err: reason }, "cache");
    },
  });
  const tag = await requestTagger(folders);
  const desk = openDesk({
    ...{ threads, folders, cache, tag },
    timeout: settings.TIMEOUT * 1000,
    onPiece: metrics.onPiece,
  });
  const uploads = openUploadStore(folders.uploads!, settings.UPLOADS_MB * MEGABYTE);
  const store = openJobStore(join(STATE, "jobs"));
  const notifier = openNotifier({
    ...{ now, rules: webhookRules(settings) },
    read: (id) => jobs!.read(id),
    note: (id, webhook) => jobs!.note(id, webhook),
    // Addresses of webhooks may hold secrets: the host alone is told.
    onAnswer({ id, request }, attempt, { verdict, reason }) {
      const told = { job: id, host: new URL(request.webhook!).host, attempt, reason };
      if (verdict === "taken") app.log.info(told, "webhook");
      else app.log.warn(told, "webhook");
    },
    sign: (owner, text) => createHmac("sha256", webhookSecret(links, owner)).update(text).digest("hex"),
  });
  const pool = threads.pool(RENDERING);
  const before = renderedBefore(tag, cache);
  jobs = await openJobs({
    ...{
      store,
      now,
      elapsed,
      atOnce: settings.JOBS,
      each: settings.JOBS_EACH,
      keptFor: settings.JOB_DAYS * DAY,
    },
    // A batch knows by its manifest what is there; a kit does not.
    start: (job, onProgress) =>
      startThread(specOf(job), {
        ...{ pool, onProgress, before: job.kind === "kit" ? before : null },
        onTrouble: ({ code, message }) => app.log.warn({ job: job.id, code }, message.en),
      }),
    onSetback({ id }, reasons) {
      for (const { code, message } of reasons) app.log.warn({ job: id, code }, message.en);
    },
    onEnd: notifier.notify,
    onFault: (reason) => app.log.error({ err: reason }, "job"),
  });
  const specOf = ({ id, kind, request, rows, owner, key }: JobRecord): JobSpec => ({
    job: { id, kind, request, rows },
    principal: { owner, key, scopes: ["jobs"] },
    folder: store.folderOf(id),
    redis:
      settings.REDIS === null
        ? null
        : { address: settings.REDIS, store: settings.STORE ?? join(STATE, "handover") },
    ...{ folders, mostRows: settings.ROWS },
  });
  let warming = false;
  const context: ServiceContext = {
    ...{ settings, folders, library, threads, desk, uploads, jobs, links, metrics, now },
    findUpload: uploads.find,
    readiness: () => (warming ? ["đang nạp mẫu", "templates are being loaded"] : null),
  };

  healthRoutes(app, context);
  catalogueRoutes(app, context);
  renderRoutes(app, context);
  permalinkRoutes(app, context);
  // In a scope of their own: what else is mounted here reads its files by its own limits.
  await app.register((scope, _, done) => {
    takeMultipart(scope, settings);
    uploadRoutes(scope, context);
    jobRoutes(scope, context);
    done();
  });
  docsRoutes(app);

  app.addHook("onReady", async () => jobs.begin());
  // Jobs stop while requests are still being answered, which may take all the time that there is.
  app.addHook("preClose", async () => {
    void jobs.close();
  });
  app.addHook("onListen", () => {
    warming = true;
    void warmUp(threads, library, folders).finally(() => {
      warming = false;
    });
  });
  app.addHook("onClose", async () => {
    await jobs.close();
    await notifier.close();
    await threads.close();
    await own.release();
  });
  return app;
}

/**
 * Two services on one folder would run the same jobs. One that died in a container is known by its silence alone, which
 * takes a minute. Where nothing can be written just now, on a full disk, pieces are rendered all the same.
 * @throws AnphamError `run.folder-in-use`
 */
async function ownState(folder: string, { log }: FastifyInstance): Promise<FolderLock> {
  try {
    return await lockFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    const [{ code, message }] = thrown.diagnostics as [Diagnostic];
    log.warn({ code }, message.en);
    return code === "run.folder-in-use"
      ? lockFolder(folder, { patienceAbroad: UNTIL_SILENT })
      : { release: async () => undefined };
  }
}
