/** The files that a piece is handed over as. */

import { MM_PER_INCH } from "../base/units.ts";
import type { Format } from "../model/format.ts";
import { WEB_PROFILE } from "../model/output-profile.ts";
import type { OutputType } from "../model/request.ts";

export interface PieceOutput {
  readonly as: OutputType;
  readonly profile: string;
  readonly ppi: number | null;
}

export interface OutputChoice {
  /** File types; `null` for PDF of what is printed and PNG of what is for screens. */
  readonly as: readonly OutputType[] | null;
  /** Of printed pieces; `null` for the format's own. */
  readonly profile: string | null;
}

/** The longer side of pictures of printed pieces: what phones show and messengers keep, px. */
const SHARED_PIXELS = 2400;

/** A piece's files, in the order of the types. */
export function outputsOf(format: Format, { as, profile }: OutputChoice): readonly PieceOutput[] {
  const isPrint = format.medium === "print";
  return (as ?? [isPrint ? "pdf" : "png"]).map((type) => {
    // What is looked at on a screen is neither trimmed nor in inks.
    const forPress = isPrint && (type === "pdf" || type === "tiff");
    return {
      as: type,
      profile: forPress ? (profile ?? format.profile) : WEB_PROFILE.id,
      ppi: isPrint && !forPress ? sharedPpi(format) : null,
    };
  });
}

const sharedPpi = ({ width, height, ppi }: Format): number =>
  Math.min(ppi, Math.round((SHARED_PIXELS * MM_PER_INCH * 1000) / Math.max(width, height)) / 1000);
