/** What a filter needs to become pixels, and which part of it may stay vector. */

import { createHash } from "node:crypto";
import { intersection, type Rect, rect } from "../../base/geometry.ts";
import { MM_PER_INCH, type Ppi } from "../../base/units.ts";
import type { Filter, FilterPrimitive, Group, SceneNode, SceneResources } from "../../model/scene.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { RasterImage, Rasterise } from "../rasterise.ts";
import type { ColorMode } from "./color.ts";
import type { PreparedImage } from "./image.ts";

/** The picture of a filtered group. */
export interface RasterisedGroup {
  /** `null` when nothing of it is visible. */
  readonly image: PreparedImage | null;
  /** Where the picture goes, in the coordinates of the group. */
  readonly box: Rect;
  /** Whether the children are painted over it as they are. */
  readonly childrenLive: boolean;
}

export interface FilterRequest {
  readonly group: Group;
  readonly assets: SceneResources;
  /** The part that may be seen, in the coordinates of the group. */
  readonly visible: Rect | null;
  /** Pixels per inch of those coordinates. */
  readonly ppi: Ppi;
  readonly mode: ColorMode;
}

/** More pixels than this in one effect are not worth their memory: shadows are blurred anyway. */
const MOST_PIXELS = 40e6;

/** The resolution that keeps a request within {@link MOST_PIXELS}. */
export function affordablePpi({ group, visible, ppi }: FilterRequest): Ppi {
  const area = visibleRegion(group, visible);
  if (!area) return ppi;
  const pixels = area.width * area.height * (ppi / MM_PER_INCH) ** 2;
  return pixels > MOST_PIXELS ? ppi * Math.sqrt(MOST_PIXELS / pixels) : ppi;
}

export async function rasteriseGroup(
  request: FilterRequest,
  { rasterise, converter }: { readonly rasterise: Rasterise; readonly converter: InkConverter | null },
): Promise<RasterisedGroup> {
  const { group, assets } = request;
  const shadow = withoutSource(group.filters);
  const childrenLive = shadow !== null;
  const visible = visibleRegion(group, request.visible);
  if (!visible) return { image: null, box: rect(0, 0, 0, 0), childrenLive };
  const ppi = affordablePpi(request);
  // Whole pixels, so that the picture covers exactly the box in which it is placed.
  const pixel = MM_PER_INCH / ppi;
  const region = rect(
    visible.x,
    visible.y,
    Math.ceil(visible.width / pixel - 1e-6) * pixel,
    Math.ceil(visible.height / pixel - 1e-6) * pixel,
  );
  const nodes: SceneNode[] = [
    {
      ...group,
      transform: [1, 0, 0, 1, 0, 0],
      opacity: 1,
      blend: "normal",
      clip: null,
      mask: null,
      filters: shadow ?? group.filters,
    },
  ];
  const picture = await rasterise({ nodes, resources: assets, region, ppi });
  const inked = inkedPart(picture);
  if (!inked) return { image: null, box: region, childrenLive };
  const [mmPerColumn, mmPerRow] = [region.width / picture.width, region.height / picture.height];
  const box = rect(
    region.x + inked.x * mmPerColumn,
    region.y + inked.y * mmPerRow,
    inked.width * mmPerColumn,
    inked.height * mmPerRow,
  );
  const cropped = crop(picture, inked);
  const digest = createHash("sha256").update(cropped.rgba).digest("hex");
  // Loaded here: most files hold no pixels, and start sooner without what packs them.
  const { preparePixels } = await import("./prepare-image.ts");
  const id = `pixels ${cropped.width}×${cropped.height} ${digest}`;
  return { image: await preparePixels(id, cropped, request.mode, converter), box, childrenLive };
}

/** The filters' own region, as far as it is seen. */
function visibleRegion({ filters }: Group, visible: Rect | null): Rect | null {
  return filters.reduce<Rect | null>((area, { region }) => area && intersection(area, region), visible);
}

/** What people call the effect. */
export function effectName({ filters }: Group): string {
  if (withoutSource(filters)) return "drop-shadow";
  return `filter(${filters.flatMap(({ primitives }) => primitives.map(({ name }) => name)).join(", ")})`;
}

/**
 * The filter of a drop shadow without the source that it puts on top, or `null` for any other filter. Painting the
 * source over the result as vectors gives the same picture.
 */
export function withoutSource(filters: readonly Filter[]): readonly Filter[] | null {
  const [filter] = filters;
  if (filters.length !== 1 || !filter) return null;
  const last = filter.primitives.at(-1);
  const before = filter.primitives.slice(0, -1);
  if (last?.name === "feMerge") {
    const layers = last.children.slice(0, -1);
    if (layers.length === 0 || last.children.at(-1)?.attributes.in !== "SourceGraphic") return null;
    return [{ ...filter, primitives: [...before, { ...last, children: layers }] }];
  }
  const isShadow =
    last?.name === "feDropShadow" && (last.attributes.in ?? "SourceGraphic") === "SourceGraphic";
  // An `in` left out means the source only in the first primitive.
  if (!isShadow || (before.length > 0 && !last.attributes.in)) return null;
  return [{ ...filter, primitives: [...before, ...shadowOf(last)] }];
}

/** feDropShadow without its last step (Filter Effects 1 §9.14). */
function shadowOf({ attributes }: FilterPrimitive): FilterPrimitive[] {
  const take = (...names: string[]) =>
    Object.fromEntries(
      names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])),
    );
  const common = take("x", "y", "width", "height", "color-interpolation-filters");
  const step = (name: string, own: Record<string, string>): FilterPrimitive => ({
    name,
    attributes: { ...common, ...own },
    children: [],
  });
  return [
    step("feGaussianBlur", { in: "SourceAlpha", ...take("stdDeviation"), result: "shadow-blur" }),
    step("feOffset", { in: "shadow-blur", ...take("dx", "dy"), result: "shadow-place" }),
    step("feFlood", { ...take("flood-color", "flood-opacity"), result: "shadow-color" }),
    step("feComposite", { in: "shadow-color", in2: "shadow-place", operator: "in", result: "shadow" }),
  ];
}

/** The rectangle of pixels that are not fully transparent. */
function inkedPart({ width, height, rgba }: RasterImage): Rect | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rgba[(y * width + x) * 4 + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : rect(left, top, right - left + 1, bottom - top + 1);
}

function crop({ width, rgba }: RasterImage, part: Rect): RasterImage {
  const row = part.width * 4;
  const cropped = new Uint8Array(row * part.height);
  for (let y = 0; y < part.height; y++) {
    const from = ((part.y + y) * width + part.x) * 4;
    cropped.set(rgba.subarray(from, from + row), y * row);
  }
  return { width: part.width, height: part.height, rgba: cropped };
}
