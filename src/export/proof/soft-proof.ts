/** A soft proof: a picture for the screen of what the press will put on paper. */

import type { Outcome } from "../../base/diagnostic.ts";
import type { Ppi } from "../../base/units.ts";
import type { Sheet } from "../../model/sheet.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import { pixelSizeOf, refuseTooLarge } from "../raster/pixel-size.ts";
import { PngFile } from "../raster/png/png-file.ts";
import { pressBands } from "../raster/press-bands.ts";

export interface ProofOptions {
  readonly ppi: Ppi;
  readonly converter: InkConverter;
  /** Stored in the file's metadata. */
  readonly title: string;
}

/**
 * PNG bytes: the sheet in the converter's inks, seen on its paper. The paper is shown as the screen's white,
 * as the eye takes it; everything else as it stands against that paper, so black is no darker than the ink.
 * Spots are shown as their stand-ins; lines that never print are left out.
 * @throws AnphamError `export.too-large`
 */
export async function softProof(
  sheet: Sheet,
  { ppi, converter, title }: ProofOptions,
): Promise<Outcome<Uint8Array>> {
  const pixelSize = pixelSizeOf(sheet.size, ppi);
  refuseTooLarge(pixelSize);
  const file = new PngFile({ pixelSize, opaque: true, ppi, title });
  for await (const { cmyk } of pressBands(sheet, { ppi, converter, pixelSize, rowMultiple: 1 })) {
    file.add(withAlpha(converter.proofPixels(cmyk)));
  }
  return { value: file.end(), diagnostics: [] };
}

/** Three bytes a pixel to four. */
function withAlpha(rgb: Uint8Array): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from]!;
    rgba[to + 1] = rgb[from + 1]!;
    rgba[to + 2] = rgb[from + 2]!;
    rgba[to + 3] = 255;
  }
  return rgba;
}
