/**
 * The library: brand folder, fonts and templates, read when first asked for and then kept. It is a snapshot: a
 * file that changes later is seen by the next library, so that one print run never mixes two states.
 */

import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { LRUCache } from "lru-cache";
import type { z } from "zod";
import { AnphamError, diagnose } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { failOnFile } from "../base/system-reason.ts";
import { type BrandKit, brandKit } from "../model/brand-kit.ts";
import { type Campaign, campaign } from "../model/campaign.ts";
import { type Institution, institution } from "../model/institution.ts";
import { type OutputCondition, outputCondition } from "../model/output-condition.ts";
import { type OutputProfile, outputProfile, WEB_PROFILE } from "../model/output-profile.ts";
import type { TemplateDefinition } from "../model/template.ts";
import { type PictureFile, readPicture } from "./assets.ts";
import { checked, fieldDiagnostic } from "./check.ts";
import { discoverFonts } from "./fonts.ts";
import { readIcc } from "./icc.ts";
import { type IdKind, unknownId } from "./known-ids.ts";
import { readJson } from "./read-json.ts";

/** Where templates come from; resolve never compiles one itself. */
export interface TemplateSource {
  readonly ids: readonly string[];
  load(id: string): Promise<TemplateDefinition>;
}

export interface LibrarySources {
  /** Folder with `kits`, `campaigns`, `institutions`, `profiles`, `icc` and the files that they name. */
  readonly brand: string;
  /** Folder with TTF and OTF files. */
  readonly fonts: string;
  readonly templates: TemplateSource;
  /** What relative picture paths of a request start from; the working directory by default. */
  readonly pictures?: string;
  /** With it, requests name uploaded pictures of this folder ({@link UPLOAD_NAME}) and no file at all. */
  readonly uploads?: string;
}

/**
 * How a request names an uploaded picture: the folder of its owner and a hash of its content. Nothing that can be
 * said in this form leaves the folder of uploads.
 */
export const UPLOAD_NAME = /^upload:([\da-f]{16}\/[\da-f]{64})$/;

/** One kind of brand data: `<id>.json` files of one folder. */
export interface Shelf<T> {
  /** Sorted. */
  ids(): Promise<readonly string[]>;
  /** @throws AnphamError when there is no such file, or it is broken */
  load(id: string): Promise<T>;
}

export interface Library {
  readonly templates: TemplateSource;
  readonly kits: Shelf<BrandKit>;
  readonly campaigns: Shelf<Campaign>;
  readonly institutions: Shelf<Institution>;
  /** Those of the brand folder, and `web`, which needs none. */
  readonly profiles: Shelf<OutputProfile>;
  /** Printing conditions with their ICC profiles. */
  readonly conditions: Shelf<OutputCondition>;
  /** Always the same array. */
  fonts(): Promise<readonly FontFace[]>;
  /** A picture that brand data names: a path inside the brand folder. */
  brandPicture(path: string): Promise<PictureFile>;
  /** A picture that a request names: a file of the caller's or a `data:` URI; of a service, an upload. */
  callerPicture(path: string): Promise<PictureFile>;
}

/** Decoded pictures kept between jobs. */
const MOST_PICTURE_BYTES = 256 * 1024 * 1024;

export function openLibrary({ brand, fonts, templates, pictures = ".", uploads }: LibrarySources): Library {
  const readCached = createPictureReader();
  const uploaded = (name: string): Promise<PictureFile> => {
    const [, file] = UPLOAD_NAME.exec(name) ?? [];
    return file === undefined ? Promise.reject(notUploaded(name)) : readCached(file, uploads!);
  };
  return {
    templates,
    kits: openShelf("kit", join(brand, "kits"), brandKit),
    campaigns: openShelf("campaign", join(brand, "campaigns"), campaign),
    institutions: openShelf("institution", join(brand, "institutions"), institution),
    profiles: withWeb(openShelf("profile", join(brand, "profiles"), outputProfile)),
    conditions: withIcc(openShelf("condition", join(brand, "icc"), outputCondition), brand),
    fonts: () => discoverFonts(fonts),
    brandPicture: keptFirst((path) => readCached(path, brand)),
    callerPicture: uploads === undefined ? (path) => readCached(path, pictures) : uploaded,
  };
}

function openShelf<S extends z.ZodType<{ readonly id: string }>>(
  kind: IdKind,
  folder: string,
  schema: S,
): Shelf<z.output<S>> {
  let listed: Promise<readonly string[]> | null = null;
  const loaded = new Map<string, Promise<z.output<S>>>();
  const ids = () => {
    listed ??= listIds(folder);
    return listed;
  };
  const read = async (id: string): Promise<z.output<S>> => {
    const known = await ids();
    // Asked before any path is built: an id such as “../x” never reaches the disk.
    if (!known.includes(id)) throw new AnphamError([unknownId(kind, id, known)]);
    const path = join(folder, `${id}.json`);
    const file = shownPath(path);
    const item = checked(schema, await readJson(path, file), { file });
    if (item.id !== id) throw new AnphamError([misnamed(item.id, id, file)]);
    return item;
  };
  return {
    ids,
    load(id) {
      let item = loaded.get(id);
      if (!item) {
        item = read(id);
        loaded.set(id, item);
      }
      return item;
    },
  };
}

/** The web profile is there even where a brand folder has none. */
function withWeb(shelf: Shelf<OutputProfile>): Shelf<OutputProfile> {
  return {
    ids: async () => [...new Set([...(await shelf.ids()), WEB_PROFILE.id])].sort((a, b) => (a < b ? -1 : 1)),
    load: async (id) => (id === WEB_PROFILE.id ? WEB_PROFILE : shelf.load(id)),
  };
}

function withIcc(shelf: Shelf<z.output<typeof outputCondition>>, brand: string): Shelf<OutputCondition> {
  const loaded = new Map<string, Promise<OutputCondition>>();
  const read = async (id: string): Promise<OutputCondition> => {
    const condition = await shelf.load(id);
    return { ...condition, icc: await readIcc(join(brand, condition.profile), condition.profile) };
  };
  return {
    ids: shelf.ids,
    load(id) {
      let condition = loaded.get(id);
      if (!condition) {
        condition = read(id);
        loaded.set(id, condition);
      }
      return condition;
    },
  };
}

async function listIds(folder: string): Promise<readonly string[]> {
  try {
    const files = await readdir(folder);
    return files
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch (thrown) {
    failOnFile(shownPath(folder), thrown);
  }
}

const notUploaded = (name: string): AnphamError =>
  new AnphamError([diagnose("asset.not-uploaded", { name: name.slice(0, 80) })]);

const misnamed = (found: string, expected: string, file: string) =>
  fieldDiagnostic(
    {
      path: ["id"],
      reasonVi: `đang là “${found}”`,
      reason: `it is “${found}”`,
      expectedVi: `tên tệp, “${expected}”`,
      expected: `the file's name, “${expected}”`,
    },
    { file },
  );

/** Relative to the working directory when it lies inside, as people type it. */
function shownPath(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  return short.startsWith("..") || isAbsolute(short) ? resolve(path) : short.split(sep).join("/");
}

/** Pictures of the brand folder that are not looked for again, however many schools a run has. */
const MOST_BRAND_PICTURES = 300;

/** The brand folder is part of the snapshot: what was read from it once is not even looked at again. */
function keptFirst(read: (path: string) => Promise<PictureFile>): (path: string) => Promise<PictureFile> {
  const kept = new LRUCache<string, Promise<PictureFile>>({ max: MOST_BRAND_PICTURES });
  return (path) => {
    let picture = kept.get(path);
    if (!picture) {
      picture = read(path);
      kept.set(path, picture);
      // A failure is told every time anew.
      picture.catch(() => kept.delete(path));
    }
    return picture;
  };
}

/** Reads each picture file once, until it changes. */
function createPictureReader(): (path: string, folder: string) => Promise<PictureFile> {
  const kept = new LRUCache<string, PictureFile>({
    maxSize: MOST_PICTURE_BYTES,
    sizeCalculation: (picture) => Math.max(1, picture.data.byteLength),
  });
  return async (path, folder) => {
    const file = resolve(folder, path);
    // What cannot be looked at is not cached; reading it says why.
    const state = await stat(file).catch(() => null);
    if (!state) return readPicture(path, folder);
    const key = `${file}\0${path}\0${state.mtimeMs}\0${state.size}`;
    const known = kept.get(key);
    if (known) return known;
    const picture = await readPicture(path, folder);
    kept.set(key, picture);
    return picture;
  };
}
