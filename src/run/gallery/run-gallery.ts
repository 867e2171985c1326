/** Renders the gallery into a folder: pictures, `findings.json` and `index.html`. */

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as z from "zod";
import { joined } from "../../base/byte-parts.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { contentHash } from "../../base/hash.ts";
import type { Px } from "../../base/units.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { Folders } from "../../render.ts";
import { openLibrary } from "../../resolve/library.ts";
import { readJson } from "../../resolve/read-json.ts";
import { fingerprints } from "../fingerprint.ts";
import type { RenderPool } from "../pool.ts";
import type { RenderResult } from "../render-job.ts";
import { pngSize } from "../thumbnail.ts";
import { writeWholeFile } from "../write-file.ts";
import { type Cell, type DataSet, type GallerySelection, galleryCells } from "./cells.ts";
import { galleryPage } from "./gallery-page.ts";

/** A page of a piece, as the gallery shows it. */
export interface CellPicture {
  /** Relative to the gallery's folder. */
  readonly file: string;
  readonly width: Px;
  readonly height: Px;
}

export interface RenderedCell {
  readonly cell: Cell;
  readonly pictures: readonly CellPicture[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GalleryOptions {
  readonly folders: Folders;
  readonly selection: GallerySelection;
  readonly dataSets: readonly DataSet[];
  readonly out: string;
  readonly pool: RenderPool;
  readonly signal: AbortSignal;
  /** Told after every cell. */
  readonly onCell: (done: number, total: number, cell: RenderedCell) => void;
}

export interface Gallery {
  readonly cells: readonly RenderedCell[];
  /** Cells that were there already, from the same inputs. */
  readonly kept: number;
}

/** Cells of earlier runs: what they were made from and what came out. */
const memory = z.record(
  z.string(),
  z.object({
    inputs: z.string(),
    pictures: z.array(z.object({ file: z.string(), width: z.number(), height: z.number() })),
    diagnostics: z.array(z.custom<Diagnostic>()),
  }),
);
type Memory = z.infer<typeof memory>;
const MEMORY_FILE = "cells.json";

/** @throws AnphamError when something is asked for that is not there, or a file cannot be written */
export async function runGallery(options: GalleryOptions): Promise<Gallery> {
  const { folders, selection, dataSets, out, pool, signal, onCell } = options;
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const cells = await galleryCells(library, selection, dataSets);
  const known = await readMemory(join(out, MEMORY_FILE));
  const files = await filesIn(out);
  const fingerprint = await fingerprints(folders);

  const finished = new Map<string, RenderedCell>();
  const finish = (cell: RenderedCell) => {
    finished.set(cell.cell.id, cell);
    onCell(finished.size, cells.length, cell);
  };
  const jobs = [];
  for (const cell of cells) {
    const inputs = contentHash([await fingerprint(cell.template.id), cell.request]);
    const earlier = known[cell.id];
    if (earlier?.inputs === inputs && earlier.pictures.every(({ file }) => files.has(file))) {
      finish({ cell, pictures: earlier.pictures, diagnostics: earlier.diagnostics });
    } else {
      jobs.push({ folders, requests: [cell.request], cell, inputs });
    }
  }
  const kept = finished.size;
  for await (const { job, results } of pool.each(jobs, signal)) {
    const { cell, inputs } = job;
    const { pictures, diagnostics } = await writeCell(out, cell, results[0]!);
    // A death is not a property of the inputs: try again next time.
    if (pictures.length > 0)
      known[cell.id] = { inputs, pictures: [...pictures], diagnostics: [...diagnostics] };
    finish({ cell, pictures, diagnostics });
  }
  const done = cells.flatMap(({ id }) => finished.get(id) ?? []);
  const write = (name: string, text: string) => writeWholeFile(join(out, name), Buffer.from(text));
  await write(MEMORY_FILE, JSON.stringify(known));
  await write("findings.json", `${JSON.stringify(done.flatMap(findingsOf), null, 2)}\n`);
  await write("index.html", galleryPage(done));
  return { cells: done, kept };
}

async function writeCell(out: string, { id }: Cell, { artifacts, diagnostics }: RenderResult) {
  const pictures: CellPicture[] = [];
  for (const { parts, page } of artifacts) {
    const file = `${id}${artifacts.length > 1 ? `-${page}` : ""}.png`;
    await writeWholeFile(join(out, file), parts);
    pictures.push({ file, ...pngSize(joined(parts)) });
  }
  return { pictures, diagnostics };
}

const findingsOf = ({ cell, diagnostics }: RenderedCell) =>
  diagnostics.map(({ code, severity, where, message }) => ({
    template: cell.template.id,
    format: cell.format.id,
    theme: cell.theme.id,
    data: cell.data.id,
    institution: cell.institution,
    code,
    severity,
    where,
    message,
  }));

async function readMemory(file: string): Promise<Memory> {
  try {
    return memory.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return {}; // None, or of another version: render everything.
  }
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return new Set(names.map((name) => name.split("\\").join("/")));
}

/** The data sets of a folder, `<id>.json` each, or those of them that are asked for. */
export async function readDataSets(folder: string): Promise<readonly DataSet[]> {
  const order = ["typical", "short", "long", "bare"];
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  const sets = await Promise.all(
    names.map(async (name) => ({
      id: basename(name, ".json"),
      content: (await readJson(join(folder, name))) as DataSet["content"],
    })),
  );
  return sets.sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}
