/** Cleaning an uploaded picture takes a while and is not for the thread that answers: what goes to a worker and back. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Task } from "../pool.ts";
import type { NormalisedPicture } from "./normalise-upload.ts";

export interface UploadJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The most that a bitmap may have. */
  readonly megapixels: number;
}

export interface UploadResult {
  /** `null` when it is refused; then at least one diagnostic is an error. */
  readonly picture: NormalisedPicture | null;
  readonly diagnostics: readonly Diagnostic[];
}

export const NORMALISE_UPLOAD: Task<UploadJob, UploadResult> = {
  name: "normalisePicture",
  plain: (job) => job,
  pieces: () => 1,
  failed: (_, diagnostics) => ({ picture: null, diagnostics }),
};
