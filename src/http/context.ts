/** What the service's routes work with. */

import type { Folders } from "../render.ts";
import type { Library } from "../resolve/library.ts";
import type { Threads } from "../run/pool.ts";
import type { Desk } from "./desk/desk.ts";
import type { FindUpload } from "./desk/own-request.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { LinkSigner } from "./links/signed-links.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Settings } from "./settings.ts";
import type { UploadStore } from "./uploads/upload-store.ts";

/** In both languages. */
export type Unready = readonly [vi: string, en: string];

export interface ServiceContext {
  readonly settings: Settings;
  /** With the folder of uploads: nothing else of the machine can be named by a request. */
  readonly folders: Folders;
  readonly library: Library;
  readonly threads: Threads;
  readonly desk: Desk;
  readonly uploads: UploadStore;
  readonly findUpload: FindUpload;
  readonly jobs: Jobs;
  readonly links: LinkSigner;
  readonly metrics: Metrics;
  /** Why the service cannot work just now; `null` when it can. */
  readonly readiness: () => Unready | null;
  /** ms since 1970. */
  readonly now: () => number;
}
