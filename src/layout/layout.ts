/** PageTree → Scene: every frame laid out on its own and placed on the page. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { foundOnce } from "../base/found-once.ts";
import { compose, isSameRect, rect, scaling, translation } from "../base/geometry.ts";
import { jsonHash } from "../base/hash.ts";
import { keptWith } from "../base/kept-with.ts";
import type { Asset } from "../model/job.ts";
import type { Frame, PageTree } from "../model/page-tree.ts";
import type { ImageAsset, PlacedFragment, Scene } from "../model/scene.ts";
import { assetPictures } from "./asset-pictures.ts";
import { type FrameSurroundings, layoutFrame } from "./frame.ts";
import type { FrameCache, LaidOutFrame } from "./frame-cache.ts";
import type { FontList } from "./satori.ts";

export interface LayoutOptions {
  /** The same array for the same fonts, since parsed fonts are cached by it. */
  readonly fonts: readonly FontFace[];
  readonly assets: readonly Asset[];
  readonly cache: FrameCache;
}

export async function layout(
  pages: readonly PageTree[],
  options: LayoutOptions,
): Promise<Outcome<readonly Scene[]>> {
  const list = fontListOf(options.fonts);
  const pictures = await assetPictures(options.assets);
  const diagnostics: Diagnostic[] = [...pictures.diagnostics];
  const scenes: Scene[] = [];
  for (const [index, page] of pages.entries()) {
    const pxPerMm = layoutResolution(page);
    const { tokens, key } = surroundingsOf(list, pxPerMm, page.colors);
    const around: FrameSurroundings = {
      fonts: list.fonts,
      key,
      pxPerMm,
      tokens,
      pictures: pictures.value,
      cache: options.cache,
    };
    const sceneFonts = new Map<string, FontFace>();
    const images = new Map<string, ImageAsset>();
    const fragments: PlacedFragment[] = [];
    for (const frame of page.frames) {
      const laidOut = await layoutFrame(frame, around);
      for (const [id, face] of laidOut.fonts) sceneFonts.set(id, face);
      for (const [id, image] of laidOut.images) images.set(id, image);
      for (const found of laidOut.diagnostics) {
        diagnostics.push({ ...found, where: { ...found.where, page: index + 1 } });
      }
      fragments.push(placedOn(laidOut, frame));
    }
    scenes.push({ geometry: page.geometry, fragments, resources: { fonts: sceneFonts, images } });
  }
  return { value: scenes, diagnostics };
}

/** The same object for the same frame at the same place, so that what is found out about it holds for the next page. */
function placedOn(laidOut: LaidOutFrame, place: Frame): PlacedFragment {
  const known = laidOut.placed;
  if (known && isPlacedAt(known, place)) return known;
  const { name, role, clipped, x, y, width, height } = place;
  laidOut.placed = {
    frame: name,
    role,
    clipped,
    box: rect(x, y, width, height),
    transform: compose(translation(x, y), scaling(laidOut.scale)),
    fragment: laidOut.fragment,
  };
  return laidOut.placed;
}

const isPlacedAt = ({ frame, role, clipped, box }: PlacedFragment, place: Frame): boolean =>
  frame === place.name && role === place.role && clipped === place.clipped && isSameRect(box, place);

/**
 * Layout px per mm. Baselines are whole px, so the px must be small beside the page: the short side gets
 * about 5,000 of them. Powers of two keep the arithmetic exact and let formats of like size share frames.
 */
export function layoutResolution({ geometry }: PageTree): number {
  const short = Math.min(geometry.trim.width, geometry.trim.height);
  return 2 ** Math.round(Math.log2(5000 / short));
}

interface Fonts {
  readonly fonts: FontList;
  readonly fontsKey: string;
}

interface Surroundings extends Pick<FrameSurroundings, "tokens" | "key"> {
  readonly pxPerMm: number;
  readonly colors: PageTree["colors"];
}

const latest = keptWith<Fonts, Surroundings>();

/** Those of the page before, where it had the same: most pages of a run have. */
function surroundingsOf(fonts: Fonts, pxPerMm: number, colors: PageTree["colors"]): Surroundings {
  const known = latest.get(fonts);
  if (known?.pxPerMm === pxPerMm && isSamePalette(known.colors, colors)) return known;
  const tokens = new Map(colors.map((color) => [color.hex, color.token]));
  const key = jsonHash([fonts.fontsKey, pxPerMm, [...tokens]]);
  const found = { pxPerMm, colors, tokens, key };
  latest.set(fonts, found);
  return found;
}

const isSamePalette = (one: PageTree["colors"], other: PageTree["colors"]): boolean =>
  one.length === other.length &&
  one.every(({ hex, token }, i) => hex === other[i]!.hex && token === other[i]!.token);

export const fontListOf = foundOnce((faces: readonly FontFace[]): Fonts => {
  const families = faces.map(({ family, weight, style }) => ({ name: family, weight, style, lang: null }));
  return { fonts: { faces, families }, fontsKey: faces.map((face) => face.id).join() };
});
