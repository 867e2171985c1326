/** feDiffuseLighting and feSpecularLighting (Filter Effects 1 §9.10, §9.19): alpha as a surface under a lamp. */

import { apply, type Matrix, type Size } from "../../../../base/geometry.ts";
import type { FilterPrimitive } from "../../../../model/scene.ts";
import type { StraightPixels } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

type Vector = readonly [x: number, y: number, z: number];

/** A lamp: the way to it from a point of the surface, and how much of its light falls there, 0–1. */
type Lamp = (x: number, y: number, z: number) => { readonly toward: Vector; readonly strength: number };

/**
 * @param pixels whose alpha is the surface
 * @param color of the lamp, 0–255 each, in the space in which the filter computes
 */
export function light(
  { attributes, children, numbers, scale }: PrimitiveContext,
  pixels: StraightPixels,
  { width, height }: Size,
  toPixels: Matrix,
  color: readonly [number, number, number],
  specular: boolean,
): StraightPixels {
  const [surfaceScale = 1] = numbers("surfaceScale", [1]);
  const rise = (surfaceScale * scale[0]) / 255;
  const lamp = lampOf(children[0], toPixels);
  const constant = Number(attributes[specular ? "specularConstant" : "diffuseConstant"] ?? 1);
  const exponent = Number(attributes.specularExponent ?? 1);
  const alpha = (x: number, y: number) =>
    pixels[(Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) * 4 + 3]!;
  const result = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const normal = unit([-rise * slope(alpha, x, y, true), -rise * slope(alpha, x, y, false), 1]);
      const { toward, strength } = lamp(x, y, alpha(x, y) * rise);
      const half = unit([toward[0], toward[1], toward[2] + 1]);
      const facing = Math.max(0, dot(normal, specular ? half : toward));
      const share = constant * strength * (specular ? facing ** exponent : facing);
      const at = (y * width + x) * 4;
      const lit = color.map((channel) => Math.min(255, share * channel)) as [number, number, number];
      // A highlight lies over the picture, and is as dense as it is bright.
      const dense = specular ? Math.max(...lit) : 255;
      for (let channel = 0; channel < 3; channel++) {
        result[at + channel] = dense > 0 ? (lit[channel]! * 255) / dense : 0;
      }
      result[at + 3] = dense;
    }
  }
  return result;
}

/** Sobel's operator: how steeply alpha rises across or down. */
function slope(alpha: (x: number, y: number) => number, x: number, y: number, across: boolean): number {
  const side = (along: number) =>
    across
      ? alpha(x + along, y - 1) + 2 * alpha(x + along, y) + alpha(x + along, y + 1)
      : alpha(x - 1, y + along) + 2 * alpha(x, y + along) + alpha(x + 1, y + along);
  return (side(1) - side(-1)) / 8;
}

const RADIANS = Math.PI / 180;

function lampOf(source: FilterPrimitive | undefined, toPixels: Matrix): Lamp {
  const at = (name: string, fallback = 0) => Number(source?.attributes[name] ?? fallback);
  if (source?.name === "feDistantLight") {
    const [around, up] = [at("azimuth") * RADIANS, at("elevation") * RADIANS];
    const toward: Vector = [Math.cos(around) * Math.cos(up), Math.sin(around) * Math.cos(up), Math.sin(up)];
    return () => ({ toward, strength: 1 });
  }
  const place = (x: string, y: string, z: string): Vector => {
    const point = apply(toPixels, { x: at(x), y: at(y) });
    return [point.x, point.y, at(z) * toPixels[0]];
  };
  const stands = place("x", "y", "z");
  const toward = (x: number, y: number, z: number): Vector =>
    unit([stands[0] - x, stands[1] - y, stands[2] - z]);
  if (source?.name !== "feSpotLight") return (x, y, z) => ({ toward: toward(x, y, z), strength: 1 });
  const aim = place("pointsAtX", "pointsAtY", "pointsAtZ");
  const axis = unit([aim[0] - stands[0], aim[1] - stands[1], aim[2] - stands[2]]);
  const limit = Math.cos(at("limitingConeAngle", 90) * RADIANS);
  const focus = at("specularExponent", 1);
  return (x, y, z) => {
    const way = toward(x, y, z);
    const along = -dot(way, axis);
    return { toward: way, strength: along <= 0 || along < limit ? 0 : along ** focus };
  };
}

const dot = (one: Vector, other: Vector): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
