/** The manifest of a run of kits, beside their folders: the same lines as a batch writes. */

import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Folders } from "../../render.ts";
import type { Library } from "../../resolve/library.ts";
import { readRequest } from "../../resolve/read-request.ts";
import { inputsHasher } from "../inputs-hash.ts";
import { institutionName } from "../institution-name.ts";
import { type ManifestEntry, type OpenManifest, openManifest } from "../manifest.ts";
import { outputEntries } from "../output-entries.ts";
import type { RenderJob, RenderJobResult } from "../render-job.ts";
import type { KitPiece } from "./kit-plan.ts";
import type { FinishedPiece } from "./kit-result.ts";

interface RecordedJob extends RenderJob {
  readonly kit: { readonly row: number; readonly folder: string };
  readonly piece: KitPiece;
}

export interface KitRecord {
  /** Notes the files of a piece, which are written already. @throws AnphamError `output.cannot-write` */
  add(job: RecordedJob, results: RenderJobResult, finished: FinishedPiece): Promise<void>;
  /** @throws AnphamError `output.cannot-write` */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Opened with the first piece: a run that makes nothing leaves nothing. */
export function kitRecord(out: string, folders: Folders, library: Library): KitRecord {
  let opened: OpenManifest | null = null;
  let hash: ReturnType<typeof inputsHasher> | null = null;
  return {
    async add({ kit, piece, requests }, results, { files }) {
      hash ??= inputsHasher(folders);
      const paths = files.map(({ path }) => `${kit.folder}/${path}`);
      const entries: ManifestEntry[] = [];
      for (const index of piece.outputs.keys()) {
        const request = readRequest(requests[index]);
        const { template, format, theme, campaign } = request;
        const inputs = await (await hash)(request);
        const institution = await institutionName(request, library);
        const subject = { row: kit.row, template, format, theme, campaign, institution, inputs };
        const names = paths.splice(0, results[index]!.artifacts.length);
        entries.push(...outputEntries(results[index]!, names, subject));
      }
      opened ??= await openManifest(out);
      await opened.append(entries);
    },
    async finish() {
      await opened?.finish((file) =>
        stat(join(out, file)).then(
          (found) => found.isFile(),
          () => false,
        ),
      );
    },
    async close() {
      await opened?.close();
    },
  };
}
