/** What threads load while their run is still being read: plain data. */

import type { Folders } from "../render.ts";

export interface Preparation {
  readonly folders: Folders;
  /** `null` where the run has several. */
  readonly template: string | null;
  /** Output profile of its PDF files; `null` where there are none, or several. */
  readonly profile: string | null;
}
