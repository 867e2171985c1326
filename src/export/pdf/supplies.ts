/** What has to be waited for before content streams can be written, and the streams' common ground. */

import type { Ppi } from "../../base/units.ts";
import type { InkTable } from "../../model/ink.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { Group } from "../../model/scene.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { Rasterise } from "../rasterise.ts";
import { LUMINANCE_MODEL, RGB_MODEL } from "./color.ts";
import type { PdfDocument } from "./document.ts";
import { type RasterisedGroup, rasteriseGroup } from "./filter.ts";
import { paintNodes } from "./group.ts";
import { ImageRegistry, type ImageRequest, type PreparedImage } from "./image.ts";
import type { PdfStandard } from "./metadata.ts";
import { ObjectStore } from "./object.ts";
import { PressColors } from "./press-color.ts";
import type { Survey } from "./survey.ts";

/** How scenes become content. */
export interface ContentOptions {
  /** Resolution of what cannot be vector, and on a press of pictures too. */
  readonly ppi: Ppi;
  readonly rasterise: Rasterise;
  /** Makes inks of colours for a press; `null` for sRGB. */
  readonly converter: InkConverter | null;
  /** The inks behind the colours' tokens. */
  readonly inks: InkTable;
  /** Live text with fonts, or shapes. */
  readonly text: OutputProfile["text"];
  /** The standard that the file says it keeps. */
  readonly standard: PdfStandard;
}

export interface Supplies {
  readonly images: ReadonlyMap<string, PreparedImage>;
  readonly rasterised: ReadonlyMap<Group, RasterisedGroup>;
}

export async function gatherSupplies(
  { images, filtered }: Survey,
  options: ContentOptions,
): Promise<Supplies> {
  const [prepared, rasterised] = await Promise.all([
    prepareAll([...images], options),
    Promise.all(
      [...filtered].map(async ([group, each]) => [group, await rasteriseGroup(each, options)] as const),
    ),
  ]);
  return { images: new Map(prepared), rasterised: new Map(rasterised) };
}

/** What decodes and packs pictures loads with the first of them: most files hold none. */
async function prepareAll(
  images: readonly (readonly [key: string, request: ImageRequest])[],
  options: ContentOptions,
): Promise<(readonly [string, PreparedImage])[]> {
  if (images.length === 0) return [];
  const { prepareImage } = await import("./prepare-image.ts");
  return await Promise.all(
    images.map(async ([key, request]) => [key, await prepareImage(request, options)] as const),
  );
}

export interface Ground {
  readonly pdf: PdfDocument;
  /** The colours of a press; `null` for sRGB. */
  readonly press: PressColors | null;
}

export function openGround(
  { converter, inks, text, standard }: ContentOptions,
  { images, rasterised }: Supplies,
): Ground {
  const objects = new ObjectStore();
  const press = converter && new PressColors(objects, converter, inks);
  const pdf: PdfDocument = {
    objects,
    text,
    images: new ImageRegistry(objects, images),
    rasterised,
    standard,
    colors: { color: press ?? RGB_MODEL, luminance: LUMINANCE_MODEL },
    paintNodes,
  };
  return { pdf, press };
}
