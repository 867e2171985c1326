/** Pieces that an earlier run of the same kit made and that would come out the same. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../base/hash.ts";
import { findingsOnce } from "../findings-once.ts";
import { type KeptCheck, keptFiles } from "../kept-files.ts";
import type { ManifestEntry } from "../manifest.ts";
import { pngSize } from "../thumbnail.ts";
import type { KitPiece } from "./kit-plan.ts";
import type { FinishedPiece, Thumbnail } from "./kit-result.ts";
import { pieceFile, thumbnailsThere } from "./piece-files.ts";

export interface KeptPiece {
  readonly finished: FinishedPiece;
  /** What the manifest says of its files. */
  readonly entries: readonly ManifestEntry[];
  /** The thumbnails' bytes by their paths. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** A PNG file's signature and the head of its first chunk, up to the size (PNG, W3C REC, 5.2 and 11.2.2). */
const PNG_HEAD = 24;

/**
 * `null` where one of its files is missing or was made from something else.
 * @param out folder of the run
 * @param folder of the kit, in it
 * @param inputs of the piece's outputs, in their order
 */
export async function keptPiece(
  out: string,
  folder: string,
  piece: KitPiece,
  inputs: readonly string[],
  check: KeptCheck,
): Promise<KeptPiece | null> {
  const entries: ManifestEntry[] = [];
  for (const [i, output] of piece.outputs.entries()) {
    const nameOf = (page: number, files: number) => `${folder}/${pieceFile(output, page, files)}`;
    const found = await keptFiles(nameOf, inputs[i]!, check);
    if (!found) return null;
    entries.push(...found);
  }
  const pictures = new Map<string, Uint8Array>();
  const thumbnails: Thumbnail[] = [];
  for (const path of await thumbnailsThere(join(out, folder), piece)) {
    const bytes = await readFile(join(out, folder, path)).catch(() => null);
    if (bytes === null || bytes.byteLength < PNG_HEAD) return null;
    pictures.set(path, bytes);
    thumbnails.push({ path, bytes: bytes.byteLength, sha256: sha256(bytes), ...pngSize(bytes) });
  }
  if (thumbnails.length === 0) return null;
  const files = entries.map(({ file, size, sha256: hash }) => ({
    path: file.slice(folder.length + 1),
    bytes: size,
    sha256: hash,
  }));
  const diagnostics = findingsOnce(entries.flatMap((entry) => entry.diagnostics));
  return { finished: { piece, files, thumbnails, diagnostics, isKept: true }, entries, pictures };
}
