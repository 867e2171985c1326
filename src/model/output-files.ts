/** What files of each type are called, by programs and by their names. */

import type { OutputType } from "./request.ts";

export const MEDIA_TYPES: Readonly<Record<OutputType, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  tiff: "image/tiff",
  svg: "image/svg+xml",
};

/** What a file's name ends in. */
export const EXTENSIONS: Readonly<Record<OutputType, string>> = {
  pdf: "pdf",
  png: "png",
  jpeg: "jpg",
  webp: "webp",
  tiff: "tif",
  svg: "svg",
};
