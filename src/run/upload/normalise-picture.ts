/** What a worker thread does with an uploaded picture. */

import { diagnosticsOf } from "../../base/diagnostic.ts";
import { normaliseUpload } from "./normalise-upload.ts";
import type { UploadJob, UploadResult } from "./upload-job.ts";

/** Never rejects. */
export async function normalisePicture({ bytes, name, megapixels }: UploadJob): Promise<UploadResult> {
  try {
    const picture = await normaliseUpload(bytes, name, megapixels);
    return { picture, diagnostics: picture.diagnostics };
  } catch (thrown) {
    return { picture: null, diagnostics: diagnosticsOf(thrown) };
  }
}
