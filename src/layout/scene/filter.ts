/** SVG filters, with their lengths in mm. */

import { type Rect, rect } from "../../base/geometry.ts";
import type { Filter, FilterPrimitive } from "../../model/scene.ts";
import type { SvgElement } from "../svg-tree.ts";
import { number, referenced, type SceneContext } from "./context.ts";

/** Attributes that are lengths in user space (Filter Effects 1). */
const LENGTHS = new Set([
  "x",
  "y",
  "width",
  "height",
  "dx",
  "dy",
  "stdDeviation",
  "radius",
  "scale",
  "z",
  "surfaceScale",
  "pointsAtX",
  "pointsAtY",
  "pointsAtZ",
  "kernelUnitLength",
]);

/** Every filter that an attribute names, in the order in which they act. */
export function readFilters(
  context: SceneContext,
  reference: string | undefined,
  box: Rect,
): readonly Filter[] {
  const filters: Filter[] = [];
  for (const url of reference?.match(/url\(#[^)]+\)/g) ?? []) {
    const element = referenced(context, url);
    if (element?.name === "filter") filters.push(readFilter(context, element, box));
  }
  return filters;
}

function readFilter(context: SceneContext, element: SvgElement, box: Rect): Filter {
  const { attributes } = element;
  const absolute = attributes.filterUnits === "userSpaceOnUse";
  const at = (name: string, fallback: number, size: number, origin: number) =>
    absolute
      ? number(attributes[name], 0) * context.unit
      : number(attributes[name], fallback) * size + origin;
  const relative = attributes.primitiveUnits === "objectBoundingBox";
  return {
    region: rect(
      at("x", -0.1, box.width, box.x),
      at("y", -0.1, box.height, box.y),
      at("width", 1.2, box.width, 0),
      at("height", 1.2, box.height, 0),
    ),
    primitives: element.children.map((child) => readPrimitive(child, relative ? box.width : context.unit)),
  };
}

function readPrimitive(element: SvgElement, unit: number): FilterPrimitive {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => {
      if (LENGTHS.has(name)) return [name, eachNumber(value, (n) => n * unit)];
      if (name === "baseFrequency") return [name, eachNumber(value, (n) => n / unit)];
      return [name, value];
    }),
  );
  return {
    name: element.name,
    attributes,
    children: element.children.map((child) => readPrimitive(child, unit)),
  };
}

const eachNumber = (value: string, map: (n: number) => number) =>
  value
    .trim()
    .split(/[\s,]+/)
    .map((part) => String(map(Number(part))))
    .join(" ");
