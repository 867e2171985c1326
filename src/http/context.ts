/** What the service's routes work with. */

import type { Folders } from "../render.ts";
import type { Library } from "../resolve/library.ts";
import type { Desk } from "./desk/desk.ts";
import type { FindUpload } from "./desk/own-request.ts";
import type { Settings } from "./settings.ts";

export interface ServiceContext {
  readonly settings: Settings;
  /** With the folder of uploads: nothing else of the machine can be named by a request. */
  readonly folders: Folders;
  readonly library: Library;
  readonly desk: Desk;
  readonly findUpload: FindUpload;
  /** ms since 1970. */
  readonly now: () => number;
}
