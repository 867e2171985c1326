/**
 * A walk over display lists before anything is written: it finds the pictures to decode and the filtered groups to
 * rasterise, with the resolution and the part that is seen.
 */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import {
  compose,
  IDENTITY,
  intersection,
  invert,
  type Matrix,
  mapRect,
  meanScale,
  type Rect,
  scaling,
  union,
} from "../../base/geometry.ts";
import type { Ppi } from "../../base/units.ts";
import type {
  Clip,
  Group,
  Image,
  Paint,
  PlacedFragment,
  SceneNode,
  SceneResources,
} from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";
import { clipBounds } from "./bounds.ts";
import type { ColorMode } from "./color.ts";
import { affordablePpi, effectName, type FilterRequest, withoutSource } from "./filter.ts";
import type { FragmentView } from "./fragment-view.ts";
import { type ImageRequest, imageKey } from "./image.ts";

export interface Survey {
  /** By {@link imageKey}. */
  readonly images: ReadonlyMap<string, ImageRequest>;
  readonly filtered: ReadonlyMap<Group, FilterRequest>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a display list is shown. */
interface Showing {
  /** Maps the list's coordinates to the sheet's. */
  readonly toSheet: Matrix;
  /** What of the sheet may show it; `null` for no limit (pattern tiles). */
  readonly window: Rect | null;
}

interface Place {
  readonly assets: SceneResources;
  readonly showing: Showing;
  readonly frame: string;
  /** 1-based. */
  readonly page: number;
  /** What the colours there are for. */
  readonly mode: ColorMode;
}

/** What the layers of sheets need. */
export function surveyLayers(sheets: readonly Sheet[], ppi: Ppi): Survey {
  const walk = new Walk(ppi);
  walk.layers(sheets);
  return walk.found;
}

/**
 * What one fragment needs for itself, wherever it is placed with this view.
 * @param page 1-based, for diagnostics
 */
export function surveyFragment(
  { fragment, frame }: PlacedFragment,
  assets: SceneResources,
  { scale, window }: FragmentView,
  page: number,
  ppi: Ppi,
): Survey {
  const walk = new Walk(ppi);
  const toSheet = scaling(scale);
  const showing: Showing = { toSheet, window: window && mapRect(toSheet, window) };
  walk.nodes(fragment.nodes, IDENTITY, [], { assets, showing, frame, page, mode: "color" });
  return walk.found;
}

class Walk {
  readonly images = new Map<string, ImageRequest>();
  readonly filtered = new Map<Group, FilterRequest>();
  readonly notes = new Map<string, Diagnostic>();
  readonly #ppi: Ppi;

  constructor(ppi: Ppi) {
    this.#ppi = ppi;
  }

  get found(): Survey {
    return { images: this.images, filtered: this.filtered, diagnostics: [...this.notes.values()] };
  }

  layers(sheets: readonly Sheet[]): void {
    sheets.forEach((sheet, i) => {
      const window = { x: 0, y: 0, ...sheet.size };
      const showing: Showing = { toSheet: IDENTITY, window };
      for (const { name, nodes, resources } of sheet.layers) {
        const place: Place = { assets: resources, showing, frame: name, page: i + 1, mode: "color" };
        this.nodes(nodes, IDENTITY, [], place);
      }
    });
  }

  /**
   * @param matrix maps the nodes' coordinates to the display list's
   * @param clips what the groups around the nodes let through, in the display list's coordinates
   */
  nodes(
    nodes: readonly SceneNode[],
    matrix: Matrix,
    clips: readonly (() => Rect | null)[],
    place: Place,
  ): void {
    for (const node of nodes) {
      if (node.kind === "group") this.#group(node, matrix, clips, place);
      else if (node.kind === "image") this.#image(node, matrix, place);
      else {
        if (node.fill) this.#paint(node.fill.paint, matrix, place);
        if (node.stroke) this.#paint(node.stroke.paint, matrix, place);
      }
    }
  }

  #image({ image, box }: Image, matrix: Matrix, { assets, showing, mode }: Place): void {
    const asset = assets.images.get(image);
    if (!asset) return;
    const key = imageKey(asset.id, mode);
    const known = this.images.get(key);
    const scale = meanScale(compose(showing.toSheet, matrix));
    this.images.set(key, {
      asset,
      mode,
      width: Math.max(known?.width ?? 0, box.width * scale),
      height: Math.max(known?.height ?? 0, box.height * scale),
    });
  }

  #paint(paint: Paint, matrix: Matrix, place: Place): void {
    if (paint.kind !== "pattern") return;
    // Any part of a tile shows somewhere.
    const showing: Showing = { ...place.showing, window: null };
    this.nodes(paint.nodes, compose(matrix, paint.transform), [], { ...place, showing });
  }

  #group(group: Group, matrix: Matrix, clips: readonly (() => Rect | null)[], place: Place): void {
    const inner = compose(matrix, group.transform);
    const { clip } = group;
    const within = clip ? [...clips, () => bounded(clip, inner)] : clips;
    for (let mask = group.mask; mask; mask = mask.mask) {
      const mode: ColorMode = mask.kind === "luminance" ? "luminance" : "color";
      this.nodes(mask.nodes, inner, within, { ...place, mode });
    }
    if (group.filters.length === 0) {
      this.nodes(group.children, inner, within, place);
      return;
    }
    const request = this.#request(group, inner, within, place);
    const known = this.filtered.get(group);
    this.filtered.set(
      group,
      known
        ? {
            ...request,
            visible: union(known.visible, request.visible),
            ppi: Math.max(known.ppi, request.ppi),
          }
        : request,
    );
    this.#note(group, place, inner, request);
    // Only what is painted live over its shadow needs its own pictures and effects.
    if (withoutSource(group.filters)) this.nodes(group.children, inner, within, place);
  }

  #request(group: Group, inner: Matrix, clips: readonly (() => Rect | null)[], place: Place): FilterRequest {
    const { toSheet, window } = place.showing;
    const toShown = compose(toSheet, inner);
    const toGroup = invert(toShown);
    const scale = toGroup ? meanScale(toShown) : 0;
    let visible = toGroup && (window ? mapRect(toGroup, window) : group.filters[0]!.region);
    const fromList = invert(inner);
    for (const clip of clips) {
      const area = clip();
      visible = visible && fromList && area ? intersection(visible, mapRect(fromList, area)) : null;
    }
    return { group, assets: place.assets, visible, ppi: this.#ppi * scale, mode: place.mode };
  }

  #note(group: Group, { frame, page }: Place, inner: Matrix, request: FilterRequest): void {
    const what = effectName(group);
    // The resolution on the sheet, not in the group's own coordinates.
    const ppi = request.ppi > 0 ? Math.round((affordablePpi(request) / request.ppi) * this.#ppi) : this.#ppi;
    const key = `${frame} ${what} ${ppi}`;
    if (this.notes.has(key) || meanScale(inner) === 0) return;
    this.notes.set(key, diagnose("export.rasterised", { frame, what, ppi }, { frame, page }));
  }
}

const bounded = (clip: Clip, matrix: Matrix): Rect | null => clipBounds(clip, matrix);
