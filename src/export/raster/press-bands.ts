/** A sheet as CMYK pixels, a band at a time: what press pictures and soft proofs are made of. */

import { rect, type Size } from "../../base/geometry.ts";
import { bytesOf, wordsOf } from "../../base/pixel-words.ts";
import type { Ppi } from "../../base/units.ts";
import type { Sheet } from "../../model/sheet.ts";
import { sheetLayers } from "../display-list/sheet-layers.ts";
import { drawnColors } from "../ink/drawn-colors.ts";
import { flatInks, type InkPixels, onPaper } from "../ink/flat-inks.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import { type Band, bandsOf, paintBand } from "./bands.ts";
import { pictureSpans, withBlankPictures } from "./blank-pictures.ts";
import { openLayers } from "./skia/paint-region.ts";

export interface PressBandOptions {
  readonly ppi: Ppi;
  readonly converter: InkConverter;
  /** Of the whole picture. */
  readonly pixelSize: Size;
  /** Every band but the last has a multiple of this many rows. */
  readonly rowMultiple: number;
}

export interface PressBand extends Band {
  /** Four bytes a pixel: C, M, Y, K, 255 = full ink. Bare paper where nothing is painted. */
  readonly cmyk: Uint8Array;
}

/** 16 MB as colours; Skia holds the same again. */
const BAND_PIXELS = 4e6;

/**
 * Vector artwork gets the inks that a PDF would name, pictures go through the profile perceptually. The same
 * sheet and options give the same pixels.
 */
export async function* pressBands(
  sheet: Sheet,
  { ppi, converter, pixelSize, rowMultiple }: PressBandOptions,
): AsyncGenerator<PressBand> {
  const page = rect(0, 0, sheet.size.width, sheet.size.height);
  const layers = await openLayers(sheetLayers(sheet), ppi);
  const spans = pictureSpans(layers);
  const blanked = spans.length > 0 ? withBlankPictures(layers) : layers;
  const mm = page.height / pixelSize.height;
  const meetsPicture = ({ top, rows }: Band) =>
    // A pixel more: soft edges reach into the next one.
    spans.some((span) => span.top <= (top + rows + 1) * mm && span.bottom >= (top - 1) * mm);
  const colors = layers.map(({ nodes }) => drawnColors(nodes));
  const pieces = sheet.placements.length;
  const drawn = flatInks(
    { artwork: colors.slice(0, pieces).flat(), marks: colors.slice(pieces).flat() },
    converter,
  );
  const paint = async (band: Band) => ({
    seen: await paintBand(layers, page, pixelSize, band),
    blank: meetsPicture(band) ? await paintBand(blanked, page, pixelSize, band) : null,
  });
  const bands = bandsOf(pixelSize, BAND_PIXELS, rowMultiple);
  let next = paint(bands[0]!);
  for (const [index, band] of bands.entries()) {
    const { seen, blank } = await next;
    const following = bands[index + 1];
    if (following) {
      next = paint(following);
      // Should the reader stop here, nobody asks for it any more.
      next.catch(() => undefined);
    }
    yield { ...band, cmyk: toInks(seen, blank, drawn, converter) };
  }
}

function toInks(
  seen: Uint8Array,
  blank: Uint8Array | null,
  drawn: InkPixels,
  converter: InkConverter,
): Uint8Array {
  if (!blank) return drawn(seen);
  const [pixels, blanked] = [wordsOf(seen), wordsOf(blank)];
  // Where blanking the pictures changes nothing, no picture shows. Each conversion sees paper for the other's
  // pixels, which costs nothing.
  const vector = pixels.map((pixel, i) => (pixel === blanked[i] ? pixel : 0));
  const picture = pixels.map((pixel, i) => (pixel === blanked[i] ? 0 : pixel));
  const cmyk = wordsOf(drawn(bytesOf(vector)));
  const photo = wordsOf(converter.pixelsToCmyk(onPaper(bytesOf(picture))));
  for (let i = 0; i < cmyk.length; i++) if (pixels[i] !== blanked[i]) cmyk[i] = photo[i]!;
  return bytesOf(cmyk);
}
