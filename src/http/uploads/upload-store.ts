/** Uploaded pictures on disk: a folder for each owner, a file for each content. */

import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import type { NormalisedPicture } from "../../run/upload/normalise-upload.ts";
import { writeWholeFile } from "../../run/write-file.ts";

export const uploadBody = z.object({
  /** As requests name it. */
  id: z.string(),
  mediaType: z.string(),
  pixelWidth: z.number(),
  pixelHeight: z.number(),
  /** Bytes as they are kept. */
  size: z.number(),
});
export type UploadBody = z.output<typeof uploadBody>;

export interface StoredUpload {
  readonly body: UploadBody;
  readonly bytes: Uint8Array;
}

export interface UploadStore {
  /** The same picture of the same owner is the same upload. @throws AnphamError `service.storage-full`, `output.cannot-write` */
  add(owner: string, picture: NormalisedPicture): Promise<UploadBody>;
  list(owner: string): Promise<readonly UploadBody[]>;
  /** `null` when the owner has none of that id. */
  read(owner: string, id: string): Promise<StoredUpload | null>;
  remove(owner: string, id: string): Promise<boolean>;
  /** How it is called inside; `null` when the owner has none of that id. */
  find(owner: string, id: string): Promise<string | null>;
}

const PREFIX = "upload:";
const ID = /^(?:upload:)?([\da-f]{64})$/;

/** The folder of an owner: nothing that an owner may be called can leave the store. */
const folderName = (owner: string): string => sha256(`owner ${owner}`).slice(0, 16);

/** @param limit bytes of one owner */
export function openUploadStore(folder: string, limit: number): UploadStore {
  const placeOf = (owner: string, id: string): string | null => {
    const [, hash] = ID.exec(id) ?? [];
    return hash === undefined ? null : join(folder, folderName(owner), hash);
  };
  const bodyAt = async (file: string): Promise<UploadBody | null> => {
    const text = await readFile(`${file}.json`, "utf8").catch(() => null);
    const read = text === null ? null : uploadBody.safeParse(parsed(text));
    return read?.success ? read.data : null;
  };
  const list = async (owner: string): Promise<readonly UploadBody[]> => {
    const own = join(folder, folderName(owner));
    const names = (await readdir(own).catch(() => [])).filter((name) => /^[\da-f]{64}$/.test(name));
    const bodies = await Promise.all(names.map((name) => bodyAt(join(own, name))));
    return bodies.filter((body) => body !== null);
  };
  return {
    list,
    async add(owner, { mediaType, bytes, pixelWidth, pixelHeight }) {
      const hash = sha256(`${owner}\0${sha256(bytes)}`);
      const file = join(folder, folderName(owner), hash);
      const known = await bodyAt(file);
      if (known && (await stat(file).catch(() => null))?.size === known.size) return known;
      const used = (await list(owner)).reduce((sum, { size }) => sum + size, 0);
      if (used + bytes.byteLength > limit) {
        fail("service.storage-full", { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
      }
      const size = bytes.byteLength;
      const body: UploadBody = { id: `${PREFIX}${hash}`, mediaType, pixelWidth, pixelHeight, size };
      await writeWholeFile(file, bytes);
      await writeWholeFile(`${file}.json`, Buffer.from(JSON.stringify(body)));
      return body;
    },
    async read(owner, id) {
      const file = placeOf(owner, id);
      const body = file && (await bodyAt(file));
      const bytes = body && (await readFile(file).catch(() => null));
      return bytes ? { body, bytes } : null;
    },
    async remove(owner, id) {
      const file = placeOf(owner, id);
      if (!file || !(await bodyAt(file))) return false;
      await rm(`${file}.json`, { force: true });
      await rm(file, { force: true });
      return true;
    },
    async find(owner, id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = placeOf(owner, id);
      if (!file || !(await bodyAt(file))) return null;
      return `${PREFIX}${folderName(owner)}/${id.slice(PREFIX.length)}`;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
