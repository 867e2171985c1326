/**
 * Font subsets, made with HarfBuzz's subsetter (hb-subset.h).
 *
 * Glyph ids are kept: on 100 glyphs of an 800-glyph face that costs under 300 bytes after Flate, and saves a
 * renumbering that the WebAssembly build does not report. Hints and layout tables are dropped: PDF positions every
 * glyph itself, and print rasterisers ignore hints.
 */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { deflated } from "../../base/deflated.ts";
import type { FontFace } from "../../base/font/face.ts";

/** The exports that are used; every pointer is an offset into `memory`. */
interface SubsetLibrary {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(length: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_preprocess(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Neither the ES library nor the Node types declare this global. */
const { instantiate } = (
  globalThis as unknown as {
    WebAssembly: { instantiate(code: Uint8Array): Promise<{ instance: { exports: SubsetLibrary } }> };
  }
).WebAssembly;

/** A font program as it is embedded. */
export interface FontProgram {
  /** A TrueType file, or a bare CFF table. */
  readonly outlines: "truetype" | "cff";
  /** Bytes before compression. */
  readonly length: number;
  /** Flate-compressed. */
  readonly data: Uint8Array;
}

/** Makes a face hold only some glyphs, their ids unchanged. A pure function of face and glyphs. */
export type Subset = (face: FontFace, glyphs: readonly number[]) => FontProgram;

const READ_ONLY = 1;
const NO_HINTING = 0x1;
const RETAIN_GIDS = 0x2;
const NOTDEF_OUTLINE = 0x40;
const NO_LAYOUT_CLOSURE = 0x200;
const DROP_TABLE_SET = 3;

/** What a CIDFont program does not need (ISO 32000-1 §9.9, table 126). */
const DROPPED =
  "GSUB GPOS GDEF BASE JSTF MATH OS/2 name post cmap STAT gasp DSIG kern HVAR MVAR avar meta VORG".split(" ");

/** Level 4 is twice as fast as 6 on subsets, and 1 % larger. */
const LEVEL = 4;

let library: Promise<SubsetLibrary> | null = null;
const faces = new Map<string, OpenFace>();

interface OpenFace {
  face: number;
  subsets: number;
}

/**
 * Subsets of a face before what every subset needs is found once and for all: that takes as long as 40 subsets, and
 * halves those that follow.
 */
const SUBSETS_UNPREPARED = 20;

/** Loads the subsetter once per process. */
export async function loadSubsetter(): Promise<Subset> {
  library ??= loadLibrary();
  const hb = await library;
  return (face, glyphs) => makeSubset(hb, face, glyphs);
}

async function loadLibrary(): Promise<SubsetLibrary> {
  const path = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  const { instance } = await instantiate(await readFile(path));
  const hb = instance.exports;
  hb._initialize();
  return hb;
}

function makeSubset(hb: SubsetLibrary, face: FontFace, glyphs: readonly number[]): FontProgram {
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, DROP_TABLE_SET);
  for (const tag of DROPPED) hb.hb_set_add(dropped, tagValue(tag));
  hb.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GIDS | NOTDEF_OUTLINE | NO_LAYOUT_CLOSURE);
  const subset = hb.hb_subset_or_fail(openFace(hb, face), input);
  hb.hb_subset_input_destroy(input);
  if (!subset) throw new Error(`HarfBuzz cannot subset ${face.postScriptName}`);
  const blob = hb.hb_face_reference_blob(subset);
  const file = new Uint8Array(
    hb.memory.buffer,
    hb.hb_blob_get_data(blob, 0),
    hb.hb_blob_get_length(blob),
  ).slice();
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(subset);
  const table = tableOf(file, "CFF ");
  const program = table ?? file;
  const data = deflated(program, LEVEL);
  return { outlines: table ? "cff" : "truetype", length: program.byteLength, data };
}

/** Not `readTables`, which wants the tables of a whole font. */
function tableOf(file: Uint8Array, tag: string): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
    if (view.getUint32(record) !== tagValue(tag)) continue;
    const offset = view.getUint32(record + 8);
    return file.subarray(offset, offset + view.getUint32(record + 12));
  }
  return null;
}

/** The face stays in the library's memory for the life of the process: a campaign uses a handful. */
function openFace(hb: SubsetLibrary, { id, data }: FontFace): number {
  let opened = faces.get(id);
  if (!opened) {
    const copy = hb.malloc(data.byteLength);
    new Uint8Array(hb.memory.buffer).set(data, copy);
    const blob = hb.hb_blob_create(copy, data.byteLength, READ_ONLY, 0, 0);
    opened = { face: hb.hb_face_create(blob, 0), subsets: 0 };
    faces.set(id, opened);
  }
  if (opened.subsets++ === SUBSETS_UNPREPARED) opened.face = hb.hb_subset_preprocess(opened.face);
  return opened.face;
}

const tagValue = (tag: string): number =>
  [...tag.padEnd(4)].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0);
