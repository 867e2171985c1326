import { compose, type Matrix, type Rect } from "../../base/geometry.ts";
import type { Image } from "../../model/scene.ts";
import type { Content } from "./content.ts";
import type { Effects } from "./effects.ts";
import { matrixOperands } from "./number.ts";
import type { Ref } from "./object.ts";

/** @param matrix maps the image's coordinates to those of the stream */
export function paintImage(content: Content, image: Image, matrix: Matrix, effects: Effects): void {
  const asset = content.assets.images.get(image.image);
  if (!asset) throw new Error(`the scene has no image “${image.image}”`);
  placeImage(
    content,
    content.pdf.images.useAsset(asset, image.smooth, content.mode),
    image.box,
    matrix,
    effects,
  );
}

/** Stretches an image XObject over a box. Its unit square has the top row at y = 1 (ISO 32000-1 §8.9.5). */
export function placeImage(content: Content, image: Ref, box: Rect, matrix: Matrix, effects: Effects): void {
  const toBox: Matrix = [box.width, 0, 0, -box.height, box.x, box.y + box.height];
  content.save();
  content.overprint(false, false);
  content.compositing(effects.opacity, effects.opacity, effects.blend);
  content.push(`${matrixOperands(compose(matrix, toBox))} cm ${content.use("X", image)} Do`);
  content.restore();
}
