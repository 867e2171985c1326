/** What scene nodes name and do not hold. */

import type { FontFace } from "../base/font/face.ts";
import { foundOnce } from "../base/found-once.ts";
import type { ImageAsset, Mask, Paint, SceneNode, SceneResources } from "../model/scene.ts";
import type { LiftedPicture } from "./lift-pictures.ts";

/** The fonts and images that nodes name, in masks and patterns too. */
export function collectResources(
  nodes: readonly SceneNode[],
  faces: readonly FontFace[],
  pictures: ReadonlyMap<string, LiftedPicture>,
): SceneResources {
  const known = byId(faces);
  const fonts = new Map<string, FontFace>();
  const images = new Map<string, ImageAsset>();
  const visit = (node: SceneNode): void => {
    switch (node.kind) {
      case "glyphs":
        fonts.set(node.font, known.get(node.font)!);
        visitPaint(node.fill?.paint);
        visitPaint(node.stroke?.paint);
        break;
      case "path":
        visitPaint(node.fill?.paint);
        visitPaint(node.stroke?.paint);
        break;
      case "image":
        images.set(node.image, assetIn(pictures, node.image)!);
        break;
      case "group":
        visitMask(node.mask);
        node.children.forEach(visit);
    }
  };
  const visitPaint = (paint: Paint | undefined): void => {
    if (paint?.kind === "pattern") paint.nodes.forEach(visit);
  };
  const visitMask = (mask: Mask | null): void => {
    if (!mask) return;
    mask.nodes.forEach(visit);
    visitMask(mask.mask);
  };
  nodes.forEach(visit);
  return { fonts, images };
}

const byId = foundOnce((faces: readonly FontFace[]) => new Map(faces.map((face) => [face.id, face])));

function assetIn(pictures: ReadonlyMap<string, LiftedPicture>, id: string): ImageAsset | null {
  for (const picture of pictures.values()) {
    if (picture.kind === "vector") {
      const found = assetIn(picture.pictures, id);
      if (found) return found;
    } else if (picture.asset.id === id) return picture.asset;
  }
  return null;
}
