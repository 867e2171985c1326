/** Finds the pictures of one piece: the institution's logo, the campaign's marks, the caller's photo. */

import { contrastRatio } from "../base/color.ts";
import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import { foundOnce } from "../base/found-once.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import type { Brief, PhotoTreatment } from "../model/brief.ts";
import type { Asset } from "../model/job.ts";
import type { Palette } from "../model/palette.ts";
import type { MarkLook } from "../model/picture-facts.ts";
import type { PictureFile } from "./assets.ts";
import { isJsonObject, type JsonObject } from "./deep-merge.ts";
import { toDuotone } from "./duotone.ts";
import { createFindings } from "./findings.ts";
import { findFocus } from "./focus.ts";
import type { Library } from "./library.ts";
import { lookAtMark } from "./mark-look.ts";
import { measureTones } from "./tones.ts";

interface PictureSources {
  readonly brief: Brief;
  readonly kit: BrandKit;
  readonly palette: Palette;
  /** How the theme shows photos whose brief says nothing about it. */
  readonly themePhoto: PhotoTreatment;
  /** What the caller laid over the brief. */
  readonly data: JsonObject;
  /** Whether the institution came with the request instead of from the brand folder. */
  readonly inline: boolean;
  readonly library: Library;
}

/**
 * The pictures that can be shown; a logo or mark that cannot is left out with a warning.
 * @throws AnphamError with what is wrong with every unusable picture
 */
export async function loadPictures(sources: PictureSources): Promise<Outcome<readonly Asset[]>> {
  const { brief, kit, data, inline, library } = sources;
  const { brandPicture, callerPicture } = library;
  const findings = createFindings();
  const { logo } = brief.institution;
  const { photo } = brief;
  // Paths in brand files start from the brand folder, a caller's from where the caller is.
  const readLogo = inline || bringsLogo(data) ? callerPicture : brandPicture;

  const load = async (
    path: string | null,
    read: (path: string) => Promise<PictureFile>,
    finish: (file: PictureFile) => Promise<Outcome<Asset | null>>,
  ) => (path === null ? null : await findings.attempt(async () => finish(await read(path))));
  const mark = (role: Asset["role"]) => (file: PictureFile) => finishMarkOnce(role, file);

  const loaded = await Promise.all([
    load(logo, readLogo, mark("logo")),
    load(kit.marks.campaign, brandPicture, mark("campaign-mark")),
    load(kit.marks.authority, brandPicture, mark("authority-mark")),
    load(photo?.file ?? null, callerPicture, (file) => finishPhoto(file, sources)),
  ]);
  const assets = loaded.flatMap((picture) => {
    findings.add(picture?.diagnostics ?? []);
    return picture?.value ?? [];
  });
  findings.stopOnErrors();
  return { value: assets, diagnostics: findings.diagnostics };
}

/** Longer and thinner marks print as hairlines, however a template sets them. */
const MOST_STRETCHED = 8;

/** A mark is the same on every piece that shows it, so that what is made of it is too. */
const finishedOf = foundOnce<PictureFile, Map<Asset["role"], Promise<Outcome<Asset | null>>>>(
  () => new Map(),
);

function finishMarkOnce(role: Asset["role"], file: PictureFile): Promise<Outcome<Asset | null>> {
  const roles = finishedOf(file);
  let mark = roles.get(role);
  if (!mark) {
    mark = finishMark(role, file);
    roles.set(role, mark);
  }
  return mark;
}

async function finishMark(
  role: Asset["role"],
  { diagnostics, ...file }: PictureFile,
): Promise<Outcome<Asset | null>> {
  const look = await lookAtMark(file);
  const fault = isBlank(look)
    ? diagnose("asset.blank-picture", { name: file.name }, { file: file.name })
    : stretchFault(file, look);
  if (fault) return { value: null, diagnostics: [...diagnostics, fault] };
  const tones = file.mediaType === "image/svg+xml" ? null : await measureTones(file);
  return { value: { ...file, role, focus: { x: 0.5, y: 0.5 }, tones, look }, diagnostics };
}

/** Nothing painted, or white all over. */
function isBlank({ colors, opaque }: MarkLook): boolean {
  const isWhite = ({ rgb }: MarkLook["colors"][number]) => contrastRatio(rgb, WHITE) < 1.1;
  return colors.length === 0 || (opaque && colors.every(isWhite));
}

const WHITE = { r: 255, g: 255, b: 255 };

function stretchFault(
  { name, pixelWidth, pixelHeight }: PictureFileFacts,
  look: MarkLook,
): Diagnostic | null {
  // Either the file itself, or what is left of it without its clear margins.
  const stretch = Math.max(
    ...[pixelWidth / pixelHeight, look.aspect].map((aspect) => Math.max(aspect, 1 / aspect)),
  );
  if (stretch <= MOST_STRETCHED) return null;
  const round = (pixels: number) => Math.round(pixels * 10) / 10;
  const found = `${round(pixelWidth)} × ${round(pixelHeight)} px`;
  return diagnose("asset.extreme-shape", { name, found, limit: MOST_STRETCHED }, { file: name });
}

type PictureFileFacts = Pick<PictureFile, "name" | "pixelWidth" | "pixelHeight">;

async function finishPhoto(
  { diagnostics, ...file }: PictureFile,
  { brief, palette, themePhoto }: PictureSources,
): Promise<Outcome<Asset>> {
  const { colors } = palette;
  const isDrawing = file.mediaType === "image/svg+xml";
  const treatment = isDrawing ? "natural" : (brief.photo?.treatment ?? themePhoto);
  const focus = brief.photo?.focus ?? (isDrawing ? { x: 0.5, y: 0.5 } : await findFocus(file));
  const inks = { shadows: colors.primary.rgb, lights: colors.paper.rgb };
  const shown = treatment === "duotone" ? { ...file, ...(await toDuotone(file, inks)) } : file;
  const tones = isDrawing ? null : await measureTones(shown);
  return { value: { ...shown, role: "photo", focus, tones, look: null }, diagnostics };
}

const bringsLogo = ({ institution }: JsonObject): boolean =>
  isJsonObject(institution) && "logo" in institution;
