/** Finds the pictures of one piece: the institution's logo, the campaign's marks, the caller's photo. */

import type { Outcome } from "../base/diagnostic.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import type { Brief } from "../model/brief.ts";
import type { Asset } from "../model/job.ts";
import type { PictureFile } from "./assets.ts";
import { isJsonObject, type JsonObject } from "./deep-merge.ts";
import { createFindings } from "./findings.ts";
import type { Library } from "./library.ts";

interface PictureSources {
  readonly brief: Brief;
  readonly kit: BrandKit;
  /** What the caller laid over the brief. */
  readonly data: JsonObject;
  /** Whether the institution came with the request instead of from the brand folder. */
  readonly inline: boolean;
  readonly library: Library;
}

const CENTRE = { x: 0.5, y: 0.5 };

/** @throws AnphamError with what is wrong with every unusable picture */
export async function loadPictures({
  brief,
  kit,
  data,
  inline,
  library,
}: PictureSources): Promise<Outcome<readonly Asset[]>> {
  const { brandPicture, callerPicture } = library;
  const findings = createFindings();
  const { logo } = brief.institution;
  const { photo } = brief;
  // Paths in brand files start from the brand folder, a caller's from where the caller is.
  const readLogo = inline || bringsLogo(data) ? callerPicture : brandPicture;

  const load = async (
    role: Asset["role"],
    path: string | null,
    read: (path: string) => Promise<PictureFile>,
    focus = CENTRE,
  ) => {
    const picture = path === null ? null : await findings.attempt(() => read(path));
    return picture && { ...picture, role, focus };
  };

  const loaded = await Promise.all([
    load("logo", logo, readLogo),
    load("campaign-mark", kit.marks.campaign, brandPicture),
    load("authority-mark", kit.marks.authority, brandPicture),
    load("photo", photo?.file ?? null, callerPicture, photo?.focus),
  ]);
  const assets = loaded.flatMap((picture) => {
    if (!picture) return [];
    const { diagnostics, ...asset } = picture;
    findings.add(diagnostics);
    return [asset];
  });
  findings.stopOnErrors();
  return { value: assets, diagnostics: findings.diagnostics };
}

const bringsLogo = ({ institution }: JsonObject): boolean =>
  isJsonObject(institution) && "logo" in institution;
