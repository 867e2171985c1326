/** A soft proof: a picture for the screen of what the press will put on paper. */

import type { Outcome } from "../../base/diagnostic.ts";
import { rect } from "../../base/geometry.ts";
import { MM_PER_INCH, type Ppi } from "../../base/units.ts";
import { filledPath } from "../../model/group.ts";
import { rectangleOutline } from "../../model/outline.ts";
import type { Outline, SceneColor } from "../../model/scene.ts";
import type { Sheet, SheetLayer } from "../../model/sheet.ts";
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
 * Spots are shown as their stand-ins. Along cut lines a line shows, and what falls away outside them is pale: the
 * piece is judged as it will be cut. Lines that never print are left out.
 * @throws AnphamError `export.too-large`
 */
export async function softProof(
  sheet: Sheet,
  { ppi, converter, title }: ProofOptions,
): Promise<Outcome<Uint8Array>> {
  const pixelSize = pixelSizeOf(sheet.size, ppi);
  refuseTooLarge(pixelSize);
  const file = new PngFile({ pixelSize, opaque: true, ppi, title });
  for await (const { cmyk } of pressBands(asCut(sheet, ppi), { ppi, converter, pixelSize, rowMultiple: 1 })) {
    file.add(withAlpha(converter.proofPixels(cmyk)));
  }
  return { value: file.end(), diagnostics: [] };
}

/** Thick enough to be seen, px. */
const CUT_LINE_PIXELS = 2;
/** How much of the ink shows through where the piece is cut away. */
const AWAY = 0.25;
const PAPER: SceneColor = { rgb: { r: 255, g: 255, b: 255 }, token: null };

/** The sheet with its cut lines to look at, over a veil on all that lies outside them. */
function asCut(sheet: Sheet, ppi: Ppi): Sheet {
  const layers = sheet.layers.map((layer) =>
    layer.for === "cutter" ? shownLayer(layer, sheet, ppi) : layer,
  );
  return { ...sheet, layers };
}

function shownLayer(layer: SheetLayer, { size }: Sheet, ppi: Ppi): SheetLayer {
  const lines = layer.nodes.filter((node) => node.kind === "path");
  const outlines = [
    rectangleOutline(rect(0, 0, size.width, size.height)),
    ...lines.map((each) => each.outline),
  ];
  const away: Outline = {
    verbs: outlines.map(({ verbs }) => verbs).join(""),
    coords: outlines.flatMap(({ coords }) => [...coords]),
  };
  const veil = filledPath(away, {
    paint: { kind: "solid", color: PAPER, alpha: 1 - AWAY },
    rule: "evenodd",
  });
  const thick = (CUT_LINE_PIXELS * MM_PER_INCH) / ppi;
  const drawn = lines.map((each) =>
    each.stroke ? { ...each, stroke: { ...each.stroke, width: Math.max(each.stroke.width, thick) } } : each,
  );
  return { ...layer, for: "press", nodes: [veil, ...drawn] };
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
