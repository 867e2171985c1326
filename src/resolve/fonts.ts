/** Finds the faces under a folder by reading every font file in it. */

import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FontFace } from "../base/font/face.ts";
import { readFace } from "../base/font/read-face.ts";
import { foundOnce } from "../base/found-once.ts";
import { failOnFile } from "../base/system-reason.ts";

const FONT_FILE = /\.(ttf|otf)$/i;

const discovered = new Map<string, Promise<readonly FontFace[]>>();

/**
 * Every face under the folder, by family, weight and style.
 *
 * The same folder always gives the same array object: satori keeps its parsed fonts by that object's
 * identity, so a fresh array would make it parse everything again.
 */
export function discoverFonts(folder: string): Promise<readonly FontFace[]> {
  const path = resolve(folder);
  let faces = discovered.get(path);
  if (!faces) {
    faces = readFaces(path);
    discovered.set(path, faces);
    // A failure is not kept, so that a mended folder works without a restart.
    faces.catch(() => discovered.delete(path));
  }
  return faces;
}

const selectionsOf = foundOnce<readonly FontFace[], Map<string, readonly FontFace[]>>(() => new Map());

/**
 * The faces of those families, in their order in `faces`: layout need not open what a piece cannot use. The same
 * families of the same faces always give the same array object, for the reason given above.
 */
export function facesOf(faces: readonly FontFace[], families: readonly string[]): readonly FontFace[] {
  const known = selectionsOf(faces);
  const key = JSON.stringify([...new Set(families)].sort(compare));
  let selected = known.get(key);
  if (!selected) {
    selected = Object.freeze(faces.filter((face) => families.includes(face.family)));
    known.set(key, selected);
  }
  return selected;
}

async function readFaces(folder: string): Promise<readonly FontFace[]> {
  const files = (await listFiles(folder))
    .filter((file) => FONT_FILE.test(file))
    .sort((a, b) => (a < b ? -1 : 1));
  const faces = await Promise.all(
    files.map(async (file) => readFace(new Uint8Array(await readFile(join(folder, file))), file)),
  );
  return Object.freeze(faces.sort(byName));
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (thrown) {
    failOnFile(folder, thrown);
  }
}

/** Family, weight, upright before italic, and the PostScript name last so that the order is total. */
const byName = (a: FontFace, b: FontFace): number =>
  compare(a.family, b.family) ||
  a.weight - b.weight ||
  compare(b.style, a.style) ||
  compare(a.postScriptName, b.postScriptName);

/** Code unit order: the same on every machine, whatever its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
