/** feComponentTransfer (Filter Effects 1 §9.7). */

import type { FilterPrimitive } from "../../../../model/scene.ts";
import type { StraightPixels } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

const CHANNELS = ["feFuncR", "feFuncG", "feFuncB", "feFuncA"];

/** In place. */
export function componentTransfer({ children }: PrimitiveContext, pixels: StraightPixels): StraightPixels {
  const tables = CHANNELS.map((name) => tableOf(children.findLast((child) => child.name === name)));
  for (let i = 0; i < pixels.length; i++) pixels[i] = tables[i % 4]![pixels[i]!]!;
  return pixels;
}

function tableOf(transfer: FilterPrimitive | undefined): Uint8ClampedArray {
  const curve = curveOf(transfer?.attributes ?? {});
  return Uint8ClampedArray.from({ length: 256 }, (_, i) => curve(i / 255) * 255);
}

function curveOf(attributes: FilterPrimitive["attributes"]): (value: number) => number {
  const at = (name: string, fallback: number) => Number(attributes[name] ?? fallback);
  const steps = (attributes.tableValues ?? "")
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const last = steps.length - 1;
  switch (attributes.type) {
    case "linear":
      return (value) => at("slope", 1) * value + at("intercept", 0);
    case "gamma":
      return (value) => at("amplitude", 1) * value ** at("exponent", 1) + at("offset", 0);
    case "table":
      if (last < 0) break;
      return (value) => {
        const left = Math.min(Math.floor(value * last), last - 1);
        if (last === 0) return steps[0]!;
        return steps[left]! + (value * last - left) * (steps[left + 1]! - steps[left]!);
      };
    case "discrete":
      if (last < 0) break;
      return (value) => steps[Math.min(Math.floor(value * steps.length), last)]!;
  }
  return (value) => value;
}
