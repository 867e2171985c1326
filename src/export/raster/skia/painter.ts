/** Display lists onto pixels, node by node. */

import { compose, type Matrix } from "../../../base/geometry.ts";
import type { Group, Image, Mask, SceneNode, SceneResources } from "../../../model/scene.ts";
import { clipTo, isPlainClip, keepInside } from "./clip.ts";
import { applyFilters } from "./filter/apply-filters.ts";
import { layerBox } from "./layer-box.ts";
import { coverageOf } from "./mask.ts";
import { paintLeaf } from "./paint-leaf.ts";
import type { Pictures } from "./pictures.ts";
import { layFaded, layOn, moved, openSurface, type Surface } from "./surface.ts";

export class Painter {
  readonly resources: SceneResources;
  readonly #pictures: Pictures;

  constructor(resources: SceneResources, pictures: Pictures) {
    this.resources = resources;
    this.#pictures = pictures;
  }

  /** @param toPixels maps the nodes' coordinates to pixels of the surface */
  paint(nodes: readonly SceneNode[], surface: Surface, toPixels: Matrix): void {
    for (const node of nodes) {
      if (node.kind === "group") this.#group(node, surface, toPixels);
      else if (node.kind === "image") this.#image(node, surface, toPixels);
      else paintLeaf(node, surface, toPixels, this);
    }
  }

  #group(group: Group, surface: Surface, toPixels: Matrix): void {
    const inside = compose(toPixels, group.transform);
    if (needsLayer(group)) this.#layer(group, surface, inside);
    else if (!group.clip) this.paint(group.children, surface, inside);
    else {
      surface.pen.save();
      clipTo(group.clip, surface, inside);
      this.paint(group.children, surface, inside);
      surface.pen.restore();
    }
  }

  /** Filters, clip, mask and opacity act in this order (Filter Effects 1 §3). */
  #layer(group: Group, surface: Surface, inside: Matrix): void {
    const box = layerBox(group, this.resources, inside, surface);
    if (!box) return;
    const toLayer = moved(inside, box);
    const layer = openSurface(box);
    if (group.filters.length > 0) applyFilters(group, layer, toLayer, this);
    else this.paint(group.children, layer, toLayer);
    const plain = isPlainClip(group.clip);
    if (group.clip && !plain) keepInside(group.clip, layer, toLayer);
    for (let mask = group.mask; mask; mask = mask.mask) this.#keepMasked(mask, layer, toLayer);
    const { pen } = surface;
    pen.save();
    if (group.clip && plain) clipTo(group.clip, surface, inside);
    pen.globalCompositeOperation = group.blend === "normal" ? "source-over" : group.blend;
    if (group.opacity < 1) layFaded(layer, surface, box, group.opacity);
    else layOn(layer, surface, box);
    pen.restore();
  }

  #keepMasked(mask: Mask, layer: Surface, toLayer: Matrix): void {
    const shown = openSurface(layer);
    const { x, y, width, height } = mask.region;
    shown.pen.setTransform(...toLayer);
    shown.pen.beginPath();
    shown.pen.rect(x, y, width, height);
    shown.pen.clip();
    this.paint(mask.nodes, shown, toLayer);
    layer.pen.setTransform(1, 0, 0, 1, 0, 0);
    layer.pen.globalCompositeOperation = "destination-in";
    layer.pen.drawImage(coverageOf(shown, mask.kind).canvas, 0, 0);
    layer.pen.globalCompositeOperation = "source-over";
  }

  #image({ image, box, smooth }: Image, { pen }: Surface, toPixels: Matrix): void {
    const picture = this.#pictures.get(image);
    if (!picture) return;
    pen.setTransform(...toPixels);
    pen.imageSmoothingEnabled = smooth;
    pen.drawImage(picture, box.x, box.y, box.width, box.height);
  }
}

/** Whether a group is painted apart, then laid on what is there. */
export const needsLayer = ({ opacity, blend, isolated, clip, mask, filters, children }: Group): boolean =>
  opacity < 1 ||
  blend !== "normal" ||
  mask !== null ||
  filters.length > 0 ||
  (clip !== null && !isPlainClip(clip)) ||
  // Isolation matters only to what blends.
  (isolated && children.some(blends));

/** Whether something in the node blends with what is painted before the node. */
function blends(node: SceneNode): boolean {
  if (node.kind !== "group") return false;
  return node.blend !== "normal" || (!isolates(node) && node.children.some(blends));
}

const isolates = ({ opacity, isolated, mask, filters }: Group): boolean =>
  isolated || opacity < 1 || mask !== null || filters.length > 0;
