/**
 * A walk over all sheets before anything is written: it finds the fragments that occur more than once, the pictures
 * to decode and the filtered groups to rasterise, with the resolution and the part that is seen.
 */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import {
  compose,
  intersection,
  invert,
  type Matrix,
  mapRect,
  meanScale,
  type Rect,
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
import type { Placement, Sheet } from "../../model/sheet.ts";
import { clipBounds } from "./bounds.ts";
import type { ColorMode } from "./color.ts";
import { affordablePpi, effectName, type FilterRequest, withoutSource } from "./filter.ts";
import { type ImageRequest, imageKey } from "./image.ts";

export interface Survey {
  /** Hashes of the fragments that are placed more than once. */
  readonly repeated: ReadonlySet<string>;
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
  readonly showings: readonly Showing[];
  readonly frame: string;
  /** 1-based. */
  readonly page: number;
  /** What the colours there are for. */
  readonly mode: ColorMode;
}

export function survey(sheets: readonly Sheet[], ppi: Ppi): Survey {
  const occurrences = new Map<string, { nodes: readonly SceneNode[]; place: Place }>();
  const repeated = new Set<string>();
  sheets.forEach((sheet, i) => {
    for (const placement of sheet.placements) {
      for (const placed of placement.scene.fragments) {
        const { hash, nodes } = placed.fragment;
        const known = occurrences.get(hash);
        if (known) repeated.add(hash);
        const showings = [...(known?.place.showings ?? []), showingOf(placed, placement)];
        const place = known?.place ?? {
          assets: placement.scene.resources,
          frame: placed.frame,
          page: i + 1,
          mode: "color",
        };
        occurrences.set(hash, { nodes: known?.nodes ?? nodes, place: { ...place, showings } });
      }
    }
  });
  const walk = new Walk(ppi);
  for (const { nodes, place } of occurrences.values()) walk.nodes(nodes, [1, 0, 0, 1, 0, 0], [], place);
  walk.layers(sheets);
  return { repeated, ...walk.found };
}

type Found = Omit<Survey, "repeated">;

/** What the layers of sheets need. */
export function surveyLayers(sheets: readonly Sheet[], ppi: Ppi): Found {
  const walk = new Walk(ppi);
  walk.layers(sheets);
  return walk.found;
}

/**
 * What one fragment needs for itself, wherever it is placed at a scale.
 * @param page 1-based, for diagnostics
 */
export function surveyFragment(
  { fragment, frame, clipped, box, transform }: PlacedFragment,
  assets: SceneResources,
  scale: number,
  page: number,
  ppi: Ppi,
): Found {
  const walk = new Walk(ppi);
  const toBox = invert(transform);
  const within = clipped && toBox ? mapRect(toBox, box) : null;
  const toSheet: Matrix = [scale, 0, 0, scale, 0, 0];
  const window = within && mapRect(toSheet, within);
  const place: Place = { assets, showings: [{ toSheet, window }], frame, page, mode: "color" };
  walk.nodes(fragment.nodes, [1, 0, 0, 1, 0, 0], [], place);
  return walk.found;
}

function showingOf(placed: PlacedFragment, { transform, window }: Placement): Showing {
  const toSheet = compose(transform, placed.transform);
  if (!placed.clipped) return { toSheet, window };
  const box = mapRect(transform, placed.box);
  return { toSheet, window: intersection(box, window) ?? { ...box, width: 0, height: 0 } };
}

class Walk {
  readonly images = new Map<string, ImageRequest>();
  readonly filtered = new Map<Group, FilterRequest>();
  readonly notes = new Map<string, Diagnostic>();
  readonly #ppi: Ppi;

  constructor(ppi: Ppi) {
    this.#ppi = ppi;
  }

  get found(): Found {
    return { images: this.images, filtered: this.filtered, diagnostics: [...this.notes.values()] };
  }

  layers(sheets: readonly Sheet[]): void {
    sheets.forEach((sheet, i) => {
      const showings: Showing[] = [{ toSheet: [1, 0, 0, 1, 0, 0], window: { x: 0, y: 0, ...sheet.size } }];
      for (const { name, nodes, resources } of sheet.layers) {
        const place: Place = { assets: resources, showings, frame: name, page: i + 1, mode: "color" };
        this.nodes(nodes, [1, 0, 0, 1, 0, 0], [], place);
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

  #image({ image, box }: Image, matrix: Matrix, { assets, showings, mode }: Place): void {
    const asset = assets.images.get(image);
    if (!asset) return;
    const key = imageKey(asset.id, mode);
    const known = this.images.get(key);
    const scale = Math.max(...showings.map(({ toSheet }) => meanScale(compose(toSheet, matrix))));
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
    const showings = place.showings.map(({ toSheet }) => ({ toSheet, window: null }));
    this.nodes(paint.nodes, compose(matrix, paint.transform), [], { ...place, showings });
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
    let visible: Rect | null = null;
    let scale = 0;
    for (const { toSheet, window } of place.showings) {
      const toGroup = invert(compose(toSheet, inner));
      if (!toGroup) continue;
      scale = Math.max(scale, meanScale(compose(toSheet, inner)));
      const regions = group.filters.map(({ region }) => region);
      visible = union(visible, window ? mapRect(toGroup, window) : regions[0]!);
    }
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
