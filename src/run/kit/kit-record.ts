/** The manifest of a run of kits, beside their folders: the same lines as a batch writes. */

import { access } from "node:fs/promises";
import { join } from "node:path";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders } from "../../render.ts";
import type { Library } from "../../resolve/library.ts";
import { readRequest } from "../../resolve/read-request.ts";
import { inputsHasher } from "../inputs-hash.ts";
import { institutionName } from "../institution-name.ts";
import { MANIFEST, type ManifestEntry, type OpenManifest, openManifest } from "../manifest.ts";
import { outputEntries } from "../output-entries.ts";
import type { RenderJob, RenderJobResult } from "../render-job.ts";
import { folderStore } from "../store.ts";
import { type KeptPiece, keptPiece } from "./kept-piece.ts";
import type { KitPiece } from "./kit-plan.ts";
import type { FinishedPiece } from "./kit-result.ts";

interface Kit {
  readonly row: number;
  /** In the folder of the run. */
  readonly folder: string;
}

interface RecordedJob extends RenderJob {
  readonly kit: Kit;
  readonly piece: KitPiece;
  /** Of its outputs. */
  readonly inputs: readonly string[];
}

export interface KitRecord {
  /** Removes what an earlier run left half-written in a folder of the run; "" is the top one. */
  sweep(folder: string): Promise<void>;
  /** What the files of a piece depend on; one hash for each output. */
  inputsOf(piece: KitPiece, requests: readonly RenderRequest[]): Promise<readonly string[]>;
  /** What an earlier run made of a piece, noted for this one; `null` where it has to be rendered. */
  kept(kit: Kit, piece: KitPiece, inputs: readonly string[]): Promise<KeptPiece | null>;
  /** Notes the files of a piece, which are written already. @throws AnphamError `output.cannot-write` */
  add(job: RecordedJob, results: RenderJobResult, finished: FinishedPiece): Promise<void>;
  /** @throws AnphamError `output.cannot-write` */
  finish(): Promise<void>;
  close(): Promise<void>;
}

export interface KitRecordOptions {
  readonly out: string;
  readonly folders: Folders;
  readonly library: Library;
  /** Trust no file of an earlier run by its size: compare its content. */
  readonly verify: boolean;
}

/**
 * A run that makes nothing leaves nothing: a new manifest is made with the first piece.
 * @throws AnphamError as {@link openManifest}, where there is an earlier one
 */
export async function kitRecord({ out, folders, library, verify }: KitRecordOptions): Promise<KitRecord> {
  const store = folderStore(out);
  const isAgain = await access(join(out, MANIFEST)).then(
    () => true,
    () => false,
  );
  let opened: OpenManifest | null = isAgain ? await openManifest(out) : null;
  const check = { previous: opened?.previous ?? new Map<string, ManifestEntry>(), store, verify };
  let hasher: ReturnType<typeof inputsHasher> | null = null;

  return {
    async sweep(folder) {
      if (isAgain) await store.sweep(folder);
    },
    async inputsOf({ outputs }, requests) {
      hasher ??= inputsHasher(folders);
      const hash = await hasher;
      return Promise.all(outputs.map((_, i) => hash(readRequest(requests[i]))));
    },
    async kept({ row, folder }, piece, inputs) {
      const found = await keptPiece(out, folder, piece, inputs, check);
      const moved = found?.entries.filter((entry) => entry.row !== row) ?? [];
      if (moved.length > 0) await opened?.append(moved.map((entry) => ({ ...entry, row })));
      return found;
    },
    async add({ kit, piece, requests, inputs }, results, { files }) {
      const paths = files.map(({ path }) => `${kit.folder}/${path}`);
      const entries: ManifestEntry[] = [];
      for (const index of piece.outputs.keys()) {
        const request = readRequest(requests[index]);
        const { template, format, theme, campaign } = request;
        const institution = await institutionName(request, library);
        const subject = { row: kit.row, template, format, theme, campaign, institution };
        const names = paths.splice(0, results[index]!.artifacts.length);
        entries.push(...outputEntries(results[index]!, names, { ...subject, inputs: inputs[index]! }));
      }
      opened ??= await openManifest(out);
      await opened.append(entries);
    },
    async finish() {
      await opened?.finish(async (file) => (await store.size(file)) !== null);
    },
    async close() {
      await opened?.close();
    },
  };
}
