/** PageTree → Scene: every frame laid out on its own and placed on the page. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { compose, isSameRect, rect, scaling, translation } from "../base/geometry.ts";
import { jsonHash } from "../base/hash.ts";
import type { Asset } from "../model/job.ts";
import type { PageTree } from "../model/page-tree.ts";
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
      const { name, role, clipped, x, y, width, height } = frame;
      for (const [id, face] of laidOut.fonts) sceneFonts.set(id, face);
      for (const [id, image] of laidOut.images) images.set(id, image);
      for (const found of laidOut.diagnostics) {
        diagnostics.push({ ...found, where: { ...found.where, page: index + 1 } });
      }
      fragments.push(placedOn(laidOut, { frame: name, role, clipped, box: rect(x, y, width, height) }));
    }
    scenes.push({ geometry: page.geometry, fragments, resources: { fonts: sceneFonts, images } });
  }
  return { value: scenes, diagnostics };
}

const places = new WeakMap<LaidOutFrame, PlacedFragment>();

/** The same object for the same frame at the same place, so that what is found out about it holds for the next page. */
function placedOn(
  laidOut: LaidOutFrame,
  place: Pick<PlacedFragment, "frame" | "role" | "clipped" | "box">,
): PlacedFragment {
  const known = places.get(laidOut);
  if (known && isSamePlace(known, place)) return known;
  const { x, y } = place.box;
  const transform = compose(translation(x, y), scaling(laidOut.scale));
  const placed: PlacedFragment = { ...place, transform, fragment: laidOut.fragment };
  places.set(laidOut, placed);
  return placed;
}

const isSamePlace = (
  known: PlacedFragment,
  { frame, role, clipped, box }: Pick<PlacedFragment, "frame" | "role" | "clipped" | "box">,
): boolean =>
  known.frame === frame && known.role === role && known.clipped === clipped && isSameRect(known.box, box);

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

const latest = new WeakMap<Fonts, Surroundings>();

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

const lists = new WeakMap<readonly FontFace[], Fonts>();

export function fontListOf(faces: readonly FontFace[]): Fonts {
  let list = lists.get(faces);
  if (!list) {
    const families = faces.map(({ family, weight, style }) => ({ name: family, weight, style, lang: null }));
    list = { fonts: { faces, families }, fontsKey: faces.map((face) => face.id).join() };
    lists.set(faces, list);
  }
  return list;
}
