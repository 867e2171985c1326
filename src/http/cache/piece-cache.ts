/** Rendered pieces by the name of their content: in memory the latest, on disk as many as the bound allows. */

import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LRUCache } from "lru-cache";
import { lengthOf } from "../../base/byte-parts.ts";
import { sha256 } from "../../base/hash.ts";
import { makeFolder } from "../../base/make-folder.ts";
import type { RenderResult } from "../../run/render-job.ts";
import type { Piece } from "../desk/desk.ts";
import { packPiece, unpackPiece } from "./packed-piece.ts";

export interface PieceCache {
  /** What is found is exactly what was kept: a damaged file is removed and not found. */
  find(tag: string): Promise<Piece | null>;
  /** Never fails: a piece that cannot be kept is rendered again. */
  keep(tag: string, piece: RenderResult): Promise<void>;
  /** Bytes on disk. */
  size(): number;
}

export interface CacheOptions {
  readonly folder: string;
  /** Bytes on disk; 0 for nothing. */
  readonly disk: number;
  /** Bytes in memory; 0 for nothing. */
  readonly memory: number;
  /** ms since 1970. */
  readonly now: () => number;
  /** Told of a damaged file and of a failed write. */
  readonly onFault: (fault: "damaged" | "unwritable", reason: unknown) => void;
}

/** Whose last use is written to disk at most this often, ms: the order must survive a restart only roughly. */
const TOUCH_EVERY = 10 * 60 * 1000;
const ENTRY = /^[\da-f]{64}$/;

export async function openPieceCache(options: CacheOptions): Promise<PieceCache> {
  const { folder, disk, memory, now, onFault } = options;
  const pathOf = (tag: string) => join(folder, tag.slice(0, 2), tag);
  const held =
    memory > 0 ? new LRUCache<string, RenderResult>({ maxSize: memory, sizeCalculation: weightOf }) : null;
  const files =
    disk > 0
      ? new LRUCache<string, { readonly size: number; touched: number }>({
          maxSize: disk,
          sizeCalculation: ({ size }) => Math.max(1, size),
          dispose(_, tag, reason) {
            if (reason === "evict") void rm(pathOf(tag), { force: true }).catch(() => undefined);
          },
        })
      : null;
  if (files) {
    for (const { tag, size, touched } of await entriesOf(folder)) files.set(tag, { size, touched });
  }
  let serial = 0;

  const touch = (tag: string) => {
    const entry = files?.get(tag);
    const time = now();
    if (!entry || time - entry.touched < TOUCH_EVERY) return;
    entry.touched = time;
    void utimes(pathOf(tag), time / 1000, time / 1000).catch(() => undefined);
  };

  return {
    async find(tag) {
      if (!ENTRY.test(tag)) return null;
      const kept = held?.get(tag);
      if (kept) {
        touch(tag);
        return { tag, source: "memory", ...kept };
      }
      if (!files?.has(tag)) return null;
      const bytes = await readFile(pathOf(tag)).catch(() => null);
      const piece = bytes && unpackPiece(bytes, tag);
      if (!piece) {
        if (bytes) onFault("damaged", tag);
        files.delete(tag);
        await rm(pathOf(tag), { force: true }).catch(() => undefined);
        return null;
      }
      touch(tag);
      held?.set(tag, piece);
      return { tag, source: "disk", ...piece };
    },
    async keep(tag, piece) {
      held?.set(tag, piece);
      if (!files) return;
      const file = pathOf(tag);
      const temporary = `${file}.${process.pid}.${serial++}.tmp`;
      try {
        const packed = packPiece(piece, tag);
        if (packed.byteLength > disk) return;
        await makeFolder(dirname(file));
        // No waiting for the disk: what a crash tears apart is found out by its hash.
        await writeFile(temporary, packed);
        await rename(temporary, file);
        files.set(tag, { size: packed.byteLength, touched: now() });
      } catch (thrown) {
        await rm(temporary, { force: true }).catch(() => undefined);
        onFault("unwritable", thrown);
      }
    },
    size: () => files?.calculatedSize ?? 0,
  };
}

const weightOf = ({ artifacts }: RenderResult): number =>
  artifacts.reduce((sum, { parts }) => sum + lengthOf(parts), 1024);

interface Entry {
  readonly tag: string;
  readonly size: number;
  readonly touched: number;
}

/** What an earlier run left, the longest unused first; half-written files are removed. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const shelves = await readdir(folder).catch(() => []);
  const entries: Entry[] = [];
  for (const shelf of shelves.filter((name) => /^[\da-f]{2}$/.test(name))) {
    for (const name of await readdir(join(folder, shelf)).catch(() => [])) {
      const path = join(folder, shelf, name);
      if (!ENTRY.test(name)) {
        if (name.endsWith(".tmp")) await rm(path, { force: true }).catch(() => undefined);
        continue;
      }
      const found = await stat(path).catch(() => null);
      if (found?.isFile()) entries.push({ tag: name, size: found.size, touched: found.mtimeMs });
    }
  }
  return entries.sort((a, b) => a.touched - b.touched);
}

/** Of what a piece is called by outside: the same bytes whatever asked for them. */
export const etagOf = (tag: string, page: number): string => `"${sha256(`${tag} ${page}`).slice(0, 32)}"`;
