/** A filter's primitives one after another (Filter Effects 1 §9), on surfaces of the filter's region. */

import { parseHex, type Rgb } from "../../../../base/color.ts";
import { type Matrix, mapRect, type Rect, rect } from "../../../../base/geometry.ts";
import type { FilterPrimitive } from "../../../../model/scene.ts";
import { type Operation, openSurface, type Surface } from "../surface.ts";
import { arithmetic } from "./arithmetic.ts";
import { blur } from "./blur.ts";
import { colorMatrix } from "./color-matrix.ts";
import { componentTransfer } from "./component-transfer.ts";
import { convolve } from "./convolve.ts";
import { displace } from "./displacement.ts";
import { filled, laid, operated, tiled, tinted } from "./layers.ts";
import { light } from "./lighting.ts";
import { inLinearLight, inSpace } from "./linear-light.ts";
import { morphology } from "./morphology.ts";
import { turbulence } from "./turbulence.ts";

/** What a primitive may ask for. */
export interface PrimitiveContext {
  readonly attributes: FilterPrimitive["attributes"];
  readonly children: FilterPrimitive["children"];
  /** An attribute's numbers, `fallback` where it is missing. */
  numbers(name: string, fallback: readonly number[]): readonly number[];
  input(name: "in" | "in2"): Surface;
  named(result: string | undefined): Surface;
  /** The part of the filter's region, in pixels, that a result was cut to; `null` for the whole. */
  regionOf(result: Surface): Rect | null;
  /** Maps lengths and places of the filter to pixels. */
  readonly toPixels: Matrix;
  /** Horizontal and vertical pixels of a length, mm. */
  readonly scale: readonly [number, number];
}

/**
 * Lays and merges happen in sRGB, whatever the filter says: the PDF's shadows are composited so too, and dark colours
 * survive. What computes with colours does it in the space that it asks for.
 * @param toPixels maps lengths of the filter to pixels of the surface
 */
export function runPrimitives(
  primitives: readonly FilterPrimitive[],
  source: Surface,
  toPixels: Matrix,
): Surface {
  const results = new Map<string, Surface>([["SourceGraphic", source]]);
  const regions = new Map<Surface, Rect>();
  let last = source;
  const named = (result: string | undefined): Surface => {
    if (result === undefined || result === "") return last;
    const known = results.get(result);
    if (known) return known;
    const made = result === "SourceAlpha" ? tinted(source, "#000", 1) : openSurface(source);
    results.set(result, made);
    return made;
  };
  for (const { name, attributes, children } of primitives) {
    const context: PrimitiveContext = {
      attributes,
      children,
      numbers: (attribute, fallback) => numbersOf(attributes[attribute], fallback),
      input: (attribute) => named(attributes[attribute]),
      named,
      regionOf: (result) => regions.get(result) ?? null,
      toPixels,
      scale: [toPixels[0], toPixels[3]],
    };
    const region = subregion(context, source);
    last = within(paintPrimitive(name, context), region);
    if (region) regions.set(last, region);
    if (attributes.result) results.set(attributes.result, last);
  }
  return last;
}

function paintPrimitive(name: string, context: PrimitiveContext): Surface {
  const { attributes, input, numbers, scale, children, named, toPixels } = context;
  const [scaleX, scaleY] = scale;
  switch (name) {
    case "feGaussianBlur":
      return blur(input("in"), deviation(context));
    case "feOffset":
      return laid(
        input("in"),
        [input("in")],
        number(numbers("dx", [0])) * scaleX,
        number(numbers("dy", [0])) * scaleY,
      );
    case "feFlood":
      return filled(input("in"), attributes["flood-color"] ?? "#000", floodOpacity(context));
    case "feMerge":
      return laid(
        input("in"),
        children.map((node) => named(node.attributes.in)),
      );
    case "feBlend":
      return operated(input("in2"), input("in"), blendOperation(attributes.mode));
    case "feComposite":
      return attributes.operator === "arithmetic"
        ? arithmetic(context)
        : operated(input("in2"), input("in"), COMPOSITES[attributes.operator ?? "over"] ?? "source-over");
    case "feDropShadow":
      return dropShadow(context);
    case "feColorMatrix":
      return inLinearLight(attributes, [input("in")], ([pixels]) => colorMatrix(context, pixels!));
    case "feComponentTransfer":
      return inLinearLight(attributes, [input("in")], ([pixels]) => componentTransfer(context, pixels!));
    case "feMorphology":
      return inLinearLight(attributes, [input("in")], ([pixels]) =>
        morphology(context, pixels!, input("in")),
      );
    case "feConvolveMatrix":
      return inLinearLight(attributes, [input("in")], ([pixels]) => convolve(context, pixels!, input("in")));
    case "feDisplacementMap":
      return inLinearLight(attributes, [input("in"), input("in2")], ([pixels, map]) =>
        displace(context, pixels!, map!, input("in")),
      );
    case "feTurbulence":
      return inLinearLight(attributes, [input("in")], () => turbulence(context, input("in"), toPixels));
    case "feDiffuseLighting":
    case "feSpecularLighting":
      return lit(context, name === "feSpecularLighting");
    case "feTile":
      return tiled(input("in"), context.regionOf(input("in")));
    default:
      // usvg leaves nothing else, but for pictures inside filters, which it empties.
      return openSurface(input("in"));
  }
}

/** Lamps are coloured in the space in which the filter computes. */
function lit(context: PrimitiveContext, specular: boolean): Surface {
  const { attributes, input, toPixels } = context;
  const { r, g, b } = parseHex(attributes["lighting-color"] ?? "") ?? WHITE;
  const color = [r, g, b].map((channel) => inSpace(attributes, channel)) as [number, number, number];
  return inLinearLight(attributes, [input("in")], ([pixels]) =>
    light(context, pixels!, input("in"), toPixels, color, specular),
  );
}

const WHITE: Rgb = { r: 255, g: 255, b: 255 };

/** The source over its own coloured, moved and blurred shape (Filter Effects 1 §9.14). */
function dropShadow(context: PrimitiveContext): Surface {
  const { attributes, input, numbers, scale } = context;
  const source = input("in");
  const shape = tinted(source, attributes["flood-color"] ?? "#000", floodOpacity(context));
  const shadow = laid(
    source,
    [blur(shape, deviation(context))],
    number(numbers("dx", [0])) * scale[0],
    number(numbers("dy", [0])) * scale[1],
  );
  return laid(source, [shadow, source]);
}

const COMPOSITES: Readonly<Record<string, Operation>> = {
  over: "source-over",
  in: "source-in",
  out: "source-out",
  atop: "source-atop",
  xor: "xor",
  lighter: "lighter",
};

const blendOperation = (mode: string | undefined): Operation =>
  mode === undefined || mode === "normal" ? "source-over" : (mode as Operation);

function deviation({ numbers, scale }: PrimitiveContext): readonly [number, number] {
  const [x = 0, y = x] = numbers("stdDeviation", [0]);
  return [x * scale[0], y * scale[1]];
}

const floodOpacity = ({ numbers }: PrimitiveContext): number => number(numbers("flood-opacity", [1]));

const number = ([first = 0]: readonly number[]): number => first;

const numbersOf = (text: string | undefined, fallback: readonly number[]): readonly number[] =>
  text === undefined || text.trim() === ""
    ? fallback
    : text
        .trim()
        .split(/[\s,]+/)
        .map(Number);

/** The part of the region that a primitive may paint, in pixels; `null` where it is the whole. */
function subregion(
  { attributes, numbers, toPixels }: PrimitiveContext,
  { width, height }: Surface,
): Rect | null {
  if (!["x", "y", "width", "height"].some((name) => attributes[name] !== undefined)) return null;
  const [scaleX, , , scaleY, dx, dy] = toPixels;
  const at = (name: string, fallback: number) => number(numbers(name, [fallback]));
  const x = at("x", -dx / scaleX);
  const y = at("y", -dy / scaleY);
  return mapRect(toPixels, rect(x, y, at("width", width / scaleX), at("height", height / scaleY)));
}

function within(result: Surface, region: Rect | null): Surface {
  if (!region) return result;
  const cut = openSurface(result);
  const x = Math.floor(region.x + 1e-6);
  const y = Math.floor(region.y + 1e-6);
  cut.pen.beginPath();
  cut.pen.rect(
    x,
    y,
    Math.ceil(region.x + region.width - 1e-6) - x,
    Math.ceil(region.y + region.height - 1e-6) - y,
  );
  cut.pen.clip();
  cut.pen.drawImage(result.canvas, 0, 0);
  return cut;
}
