/** Renders the kit of every institution of a run, each into its own folder. */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type ByteParts, joined, lengthOf } from "../../base/byte-parts.ts";
import { AnphamError, type Diagnostic, diagnosticsOf, hasErrors } from "../../base/diagnostic.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { ResolvedJob } from "../../model/job.ts";

import type { RenderRequest } from "../../model/request.ts";

import type { Folders } from "../../render.ts";
import { type Library, openLibrary } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import { findingsOnce } from "../findings-once.ts";
import { createNames } from "../names.ts";
import type { JobQueue } from "../queue/job-queue.ts";
import type { RenderJob, RenderJobResult } from "../render-job.ts";
import { requestOf } from "../rows/row-request.ts";
import { pngSize } from "../thumbnail.ts";
import { writeWholeFile } from "../write-file.ts";
import { writeZip } from "../zip.ts";
import { kitPage, runPage } from "./kit-page.ts";
import { type KitPiece, type KitSelection, planKit, requestsOf } from "./kit-plan.ts";
import { kitRecord } from "./kit-record.ts";
import type { FinishedKit, FinishedPiece, KitFile, Thumbnail } from "./kit-result.ts";
import type { KitRow } from "./kit-row.ts";
import { kitSheet } from "./kit-sheet.ts";
import { anyThumbnails, pieceFile, THUMBNAILS, thumbnailFiles } from "./piece-files.ts";

export interface KitRunOptions {
  readonly folders: Folders;
  readonly selection: KitSelection;
  readonly rows: readonly KitRow[];
  /** Write an index of all kits above their folders, also when there is only one. */
  readonly withIndex: boolean;
  readonly withZip: boolean;
  /** Trust no file of an earlier run by its size: compare its content. */
  readonly verify: boolean;
  readonly out: string;
  readonly queue: Pick<JobQueue, "each">;
  /** No piece is begun after an abort; what was begun is written and indexed. */
  readonly signal: AbortSignal;
  /** Told after every piece. */
  readonly onPiece: (done: number, total: number, piece: FinishedPiece) => void;
}

export interface KitRun {
  readonly kits: readonly FinishedKit[];
  /** Every file, relative to the run's folder. */
  readonly files: readonly string[];
  /** The archive, relative to the run's folder. */
  readonly zip: string | null;
}

/** A kit while its pieces come in. */
interface OpenKit {
  readonly row: number;
  readonly folder: string;
  readonly institution: string;
  /** Of the first piece: what all share. `null` when the institution cannot be used. */
  readonly job: ResolvedJob | null;
  readonly pieces: FinishedPiece[];
  readonly diagnostics: readonly Diagnostic[];
  /** The thumbnails' bytes, for the contact sheet. */
  readonly pictures: Map<string, Uint8Array>;
  isWritten: boolean;
}

interface PieceJob extends RenderJob {
  readonly kit: OpenKit;
  readonly piece: KitPiece;
  /** Of its outputs. */
  readonly inputs: readonly string[];
}

const SHEET = "contact-sheet.pdf";
const INDEX = "index.html";

/**
 * A piece or an institution that fails is a finding, and the rest is rendered. What an earlier run into the folder made
 * from the same stays.
 * @throws AnphamError when a template or format is not there, or a file cannot be written
 */
export async function runKits(options: KitRunOptions): Promise<KitRun> {
  const { folders, selection, rows, out, queue, signal, onPiece } = options;
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const plan = await planKit(library, selection);
  const kits: OpenKit[] = [];
  const nameOf = createNames();
  const record = await kitRecord({ out, folders, library, verify: options.verify });
  let done = 0;
  const settle = async (kit: OpenKit, finished: FinishedPiece) => {
    kit.pieces.push(finished);
    const unusable = kits.filter(({ job }) => !job).length;
    onPiece(++done, plan.length * (rows.length - unusable), finished);
    if (kit.pieces.length === plan.length) await writeKit(out, kit, plan);
  };

  async function* jobs(): AsyncGenerator<PieceJob> {
    for (const row of rows) {
      const kit = await openKit(row, plan[0]!, selection, library, nameOf);
      kits.push(kit);
      if (!kit.job) continue;
      for (const inner of [kit.folder, join(kit.folder, THUMBNAILS)]) await record.sweep(inner);
      for (const piece of plan) {
        if (signal.aborted) return;
        const requests = requestsOf(piece, row.institution!, contentOf(row, selection));
        const inputs = await record.inputsOf(piece, requests);
        const kept = await record.kept(kit, piece, inputs);
        if (!kept) {
          yield { folders, requests, kit, piece, inputs };
          continue;
        }
        for (const [path, bytes] of kept.pictures) kit.pictures.set(path, bytes);
        await settle(kit, kept.finished);
      }
    }
  }

  try {
    await record.sweep("");
    for await (const { job, results } of queue.each(jobs(), signal)) {
      const finished = await writePiece(out, job, results);
      await record.add(job, results, finished);
      await settle(job.kit, finished);
    }
    await record.finish();
  } finally {
    await record.close();
  }
  // Interrupted: what there is gets its overview all the same.
  for (const kit of kits) if (!kit.isWritten && kit.pieces.length > 0) await writeKit(out, kit, plan);

  const files = kits.flatMap(filesOf);
  const hasKits = files.length > 0;
  if (options.withIndex) {
    await writeWholeFile(join(out, INDEX), Buffer.from(runPage(kits)));
    files.unshift(INDEX);
  }
  const zip = options.withZip && hasKits ? zipName(kits, options.withIndex) : null;
  const year = kits.find(({ job }) => job)?.job?.date.getUTCFullYear() ?? 2000;
  if (zip) await writeZip(join(out, zip), out, files, year);
  return { kits, files, zip };
}

const zipName = ([first]: readonly OpenKit[], isRun: boolean): string =>
  isRun || !first ? "kits.zip" : `${first.folder}.zip`;

/** Checks the institution once, so that what is wrong with it is not said again by every piece. */
async function openKit(
  row: KitRow,
  first: KitPiece,
  selection: KitSelection,
  library: Library,
  nameOf: (wish: string, fallback: string) => string,
): Promise<OpenKit> {
  const { number, institution, diagnostics } = row;
  const fallback = `row-${number}`;
  const open = { row: number, pieces: [], pictures: new Map(), isWritten: false };
  const unusable = (found: readonly Diagnostic[]): OpenKit => {
    const shown = shownName(institution) ?? `Dòng ${number}`;
    const placed = found.map((each) => ({ ...each, where: { ...each.where, row: number } }));
    return {
      ...open,
      folder: nameOf(wishedName(institution) ?? "", fallback),
      institution: shown,
      job: null,
      diagnostics: placed,
    };
  };
  if (institution === null || hasErrors(diagnostics)) return unusable(diagnostics);
  try {
    const [request] = requestsOf(first, institution, contentOf(row, selection));
    const { value: job } = await resolve(request!, library);
    const full = job.brief.institution.name.text;
    const folder = nameOf(wishedName(institution) ?? full, fallback);
    return { ...open, folder, institution: full, job, diagnostics };
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return unusable([...diagnostics, ...diagnosticsOf(thrown)]);
  }
}

/** What the row says, over what the run says. */
const contentOf = ({ content }: KitRow, selection: KitSelection): Partial<RenderRequest> =>
  requestOf({ request: content }, selection.content);

/** The id of an institution, from which its folder is named. */
function wishedName(institution: KitRow["institution"]): string | null {
  if (typeof institution === "string") return institution;
  return typeof institution?.id === "string" ? institution.id : null;
}

/** How people call an institution that may be wrong in any way. */
function shownName(institution: KitRow["institution"]): string | null {
  const name = typeof institution === "object" ? institution?.name : null;
  const text = typeof name === "object" && name !== null && "text" in name ? name.text : name;
  return typeof text === "string" ? text.slice(0, 120) : wishedName(institution);
}

async function writePiece(
  out: string,
  { kit, piece }: PieceJob,
  results: RenderJobResult,
): Promise<FinishedPiece> {
  const files: KitFile[] = [];
  const before = await anyThumbnails(join(out, kit.folder), piece);
  const thumbnails: Thumbnail[] = [];
  const write = async (path: string, parts: ByteParts, sha256: string): Promise<KitFile> => {
    await writeWholeFile(join(out, kit.folder, path), parts);
    return { path, bytes: lengthOf(parts), sha256 };
  };
  for (const [index, { artifacts }] of results.entries()) {
    const output = piece.outputs[index];
    const pictures = thumbnailFiles(piece, artifacts.length);
    for (const [i, { parts, sha256 }] of artifacts.entries()) {
      if (output) {
        files.push(await write(pieceFile(output, i + 1, artifacts.length), parts, sha256));
      } else {
        const path = pictures[i]!;
        const bytes = joined(parts);
        thumbnails.push({ ...(await write(path, parts, sha256)), ...pngSize(bytes) });
        kit.pictures.set(path, bytes);
      }
    }
  }
  // Those of a kit that had more pages would be taken for this one's.
  const now = new Set(thumbnails.map(({ path }) => path));
  for (const path of before) if (!now.has(path)) await rm(join(out, kit.folder, path), { force: true });
  const diagnostics = findingsOnce(results.flatMap((each) => each.diagnostics));
  return { piece, files, thumbnails, diagnostics, isKept: false };
}

async function writeKit(out: string, kit: OpenKit, plan: readonly KitPiece[]): Promise<void> {
  // Those that were kept came first.
  kit.pieces.sort((one, other) => plan.indexOf(one.piece) - plan.indexOf(other.piece));
  const sheet = await kitSheet(kit.job!, kit.pieces, (path) => kit.pictures.get(path)!);
  await writeWholeFile(join(out, kit.folder, SHEET), sheet.bytes);
  await writeWholeFile(join(out, kit.folder, INDEX), Buffer.from(kitPage(kit)));
  kit.pictures.clear();
  kit.isWritten = true;
}

const filesOf = ({ folder, pieces, isWritten }: OpenKit): readonly string[] =>
  isWritten
    ? [
        INDEX,
        SHEET,
        ...pieces.flatMap(({ files, thumbnails }) => [...files, ...thumbnails].map(({ path }) => path)),
      ].map((path) => `${folder}/${path}`)
    : [];
