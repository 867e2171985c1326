/**
 * Small pictures of rows for the contact sheet, kept from run to run. Their names are the hashes of what they show, so
 * one that is there is right.
 */

import { WEB_PROFILE } from "../../../model/output-profile.ts";
import type { RenderRequest } from "../../../model/request.ts";
import { type CheckedRequest, readRequest } from "../../../resolve/read-request.ts";
import { MOST_PICTURES } from "../../contact-sheet/contact-sheet.ts";
import type { RenderResult } from "../../render-job.ts";
import type { MappedRow } from "../../rows/map-row.ts";
import type { ArtifactStore } from "../../store.ts";
import { thumbnailPpi } from "../../thumbnail.ts";
import { type BatchPiece, rowRequest } from "../batch-piece.ts";

export const THUMBNAILS = "thumbnails";
/** Of the picture, px: 150 to the inch on the sheet. */
const WIDTH = 240;

export interface PlannedThumbnail {
  readonly request: RenderRequest;
  /** Of its first page. */
  readonly file: string;
  readonly isThere: boolean;
}

/** @throws AnphamError as {@link rowRequest} */
export async function planThumbnail(
  row: MappedRow,
  piece: BatchPiece,
  hash: (request: CheckedRequest) => Promise<string>,
  store: ArtifactStore,
): Promise<PlannedThumbnail> {
  const ppi = thumbnailPpi(piece.format, WIDTH);
  const request = rowRequest(piece, { as: "jpeg", profile: WEB_PROFILE.id, ppi }, row);
  const file = thumbnailFile((await hash(readRequest(request))).slice(0, 32), 1);
  return { request, file, isThere: (await store.size(file)) !== null };
}

const thumbnailFile = (name: string, page: number): string => `${THUMBNAILS}/${name}.${page}.jpg`;

/** The first page comes last: where it is, the others are. @throws AnphamError `output.cannot-write` */
export async function writeThumbnail(
  { file }: PlannedThumbnail,
  { artifacts }: RenderResult,
  store: ArtifactStore,
): Promise<void> {
  const shown = artifacts
    .slice(0, MOST_PICTURES)
    .map((artifact, i) => [pageOf(file, i + 1), artifact] as const);
  for (const [name, { parts }] of shown.reverse()) await store.write(name, ...parts);
}

/** The pictures that are there, in the order of pages. */
export async function readThumbnails(file: string, store: ArtifactStore): Promise<readonly Uint8Array[]> {
  const pages = Array.from({ length: MOST_PICTURES }, (_, i) => pageOf(file, i + 1));
  const found = await Promise.all(pages.map((page) => store.read(page)));
  return found.filter((bytes) => bytes !== null);
}

const pageOf = (first: string, page: number): string => first.replace(/\d+\.jpg$/, `${page}.jpg`);
