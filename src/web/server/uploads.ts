/** Pictures that people send in: checked by content, bounded and cleaned, kept as files named by what they hold. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { AnphamError } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { MOST_PIXELS } from "../../base/raster.ts";
import type { Threads } from "../../run/pool.ts";
import { NORMALISE_UPLOAD } from "../../run/upload/upload-job.ts";
import { writeWholeFile } from "../../run/write-file.ts";
import type { Upload } from "../model/form.ts";

export interface Uploads {
  /** @throws AnphamError with an `asset.…` code */
  add(bytes: Uint8Array, name: string): Promise<Upload>;
  /** The file behind a draft's reference; `null` when there is none. */
  fileOf(ref: string): string | null;
}

const REF = /^upload:([0-9a-f]{64})\.(png|jpg|svg)$/;
const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const;

/** @param folder made when the first picture arrives */
export function openUploads(folder: string, threads: Threads): Uploads {
  const cleaning = threads.pool(NORMALISE_UPLOAD);
  return {
    async add(bytes, name) {
      const { picture, diagnostics } = await cleaning.run({ bytes, name, megapixels: MOST_PIXELS / 1e6 });
      if (!picture) throw new AnphamError(diagnostics);
      const file = `${sha256(picture.bytes)}.${ENDINGS[picture.mediaType]}`;
      const path = join(folder, file);
      if (!existsSync(path)) {
        await writeWholeFile(path, picture.bytes);
      }
      return {
        ref: `upload:${file}`,
        width: picture.pixelWidth,
        height: picture.pixelHeight,
        mediaType: picture.mediaType,
        notes: diagnostics.map(({ message }) => message.vi),
      };
    },
    fileOf(ref) {
      const [, hash, ending] = REF.exec(ref) ?? [];
      if (!hash) return null;
      const path = join(folder, `${hash}.${ending}`);
      return existsSync(path) ? path : null;
    },
  };
}
