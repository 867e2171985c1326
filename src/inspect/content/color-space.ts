/** Colour spaces (ISO 32000-1 §8.6): what they are, and which inks their values stand for. */

import type { PdfDocument } from "../file/document.ts";
import { ByteString, type Dict, EMPTY_DICT, isArray, Name, Stream, type Value } from "../file/object.ts";

export type DeviceFamily = "DeviceGray" | "DeviceRGB" | "DeviceCMYK";

export type ColorSpace =
  | { readonly kind: "device"; readonly family: DeviceFamily; readonly components: number }
  | {
      readonly kind: "calibrated";
      readonly family: "CalGray" | "CalRGB" | "Lab";
      readonly components: number;
    }
  | { readonly kind: "icc"; readonly components: number; readonly profile: Stream }
  | {
      readonly kind: "indexed";
      readonly components: 1;
      readonly base: ColorSpace;
      readonly highest: number;
      /** Base components of each index, a byte each. */
      readonly palette: Uint8Array;
    }
  | {
      /** Separation and DeviceN. */
      readonly kind: "inks";
      readonly components: number;
      readonly names: readonly string[];
      readonly alternate: ColorSpace;
      readonly tint: Value;
    }
  | { readonly kind: "pattern"; readonly components: number; readonly under: ColorSpace | null }
  | { readonly kind: "unknown"; readonly components: number; readonly name: string };

const device = (family: DeviceFamily, components: number): ColorSpace => ({
  kind: "device",
  family,
  components,
});
export const DEVICE_GRAY = device("DeviceGray", 1);
export const DEVICE_RGB = device("DeviceRGB", 3);
export const DEVICE_CMYK = device("DeviceCMYK", 4);

const DEVICES: Readonly<Record<string, readonly [space: ColorSpace, substitute: string]>> = {
  DeviceGray: [DEVICE_GRAY, "DefaultGray"],
  G: [DEVICE_GRAY, "DefaultGray"],
  DeviceRGB: [DEVICE_RGB, "DefaultRGB"],
  RGB: [DEVICE_RGB, "DefaultRGB"],
  DeviceCMYK: [DEVICE_CMYK, "DefaultCMYK"],
  CMYK: [DEVICE_CMYK, "DefaultCMYK"],
};

const MOST_NESTING = 6;

const parsed = new WeakMap<object, ColorSpace>();

/**
 * @param value a name or an array; names are looked up in the resources, and device names in their
 *   Default spaces (§8.6.5.6)
 */
export function colorSpaceOf(
  document: PdfDocument,
  value: Value | undefined,
  resources: Dict,
  nesting = 0,
): ColorSpace {
  const found = document.read(value);
  if (nesting > MOST_NESTING) return unknown("nested");
  if (found instanceof Name) return named(document, found.text, resources, nesting);
  if (!isArray(found)) return unknown("?");
  // Default spaces make the same array mean different things on different pages; they are too rare to matter here.
  let space = parsed.get(found);
  if (!space) {
    space = fromArray(document, found, resources, nesting);
    parsed.set(found, space);
  }
  return space;
}

function named(document: PdfDocument, name: string, resources: Dict, nesting: number): ColorSpace {
  const spaces = document.dictAt(resources, "ColorSpace") ?? EMPTY_DICT;
  const known = DEVICES[name];
  if (known) {
    const substitute = spaces.get(known[1]);
    // Not looked up again: a Default space may not mean itself.
    return substitute === undefined ? known[0] : colorSpaceOf(document, substitute, EMPTY_DICT, nesting + 1);
  }
  if (name === "Pattern") return { kind: "pattern", components: 0, under: null };
  const own = spaces.get(name);
  return own === undefined ? unknown(name) : colorSpaceOf(document, own, resources, nesting + 1);
}

function fromArray(
  document: PdfDocument,
  array: readonly Value[],
  resources: Dict,
  nesting: number,
): ColorSpace {
  const family = document.read(array[0]);
  const name = family instanceof Name ? family.text : "?";
  const inner = (value: Value | undefined) => colorSpaceOf(document, value, resources, nesting + 1);
  switch (name) {
    case "ICCBased": {
      const profile = document.read(array[1]);
      if (!(profile instanceof Stream)) return unknown(name);
      const components = document.numberAt(profile.dict, "N") ?? 3;
      return { kind: "icc", components, profile };
    }
    case "CalGray":
      return { kind: "calibrated", family: name, components: 1 };
    case "CalRGB":
    case "Lab":
      return { kind: "calibrated", family: name, components: 3 };
    case "Indexed":
    case "I": {
      const highest = document.read(array[2]);
      return {
        kind: "indexed",
        components: 1,
        base: inner(array[1]),
        highest: typeof highest === "number" ? Math.min(255, Math.max(0, highest)) : 255,
        palette: bytesOf(document, array[3]),
      };
    }
    case "Separation":
    case "DeviceN": {
      const colorants = document.list(array[1], true);
      const names = colorants.flatMap((each) => (each instanceof Name ? [each.text] : []));
      const tint = document.read(array[3]);
      return { kind: "inks", components: names.length, names, alternate: inner(array[2]), tint };
    }
    case "Pattern": {
      const under = array[1] === undefined ? null : inner(array[1]);
      return { kind: "pattern", components: under?.components ?? 0, under };
    }
    default:
      return array.length === 1 || DEVICES[name]
        ? named(document, name, resources, nesting + 1)
        : unknown(name);
  }
}

function bytesOf(document: PdfDocument, value: Value | undefined): Uint8Array {
  const found = document.read(value);
  if (found instanceof Stream) return document.data(found).data;
  return found instanceof ByteString ? found.bytes : new Uint8Array(0);
}

const unknown = (name: string): ColorSpace => ({ kind: "unknown", components: 1, name });

/** How people call it: `DeviceRGB`, `ICCBased CMYK`, `Separation CutContour`. */
export function spaceName(space: ColorSpace): string {
  switch (space.kind) {
    case "device":
    case "calibrated":
      return space.family;
    case "icc":
      return `ICCBased ${{ 1: "Gray", 3: "RGB", 4: "CMYK" }[space.components] ?? space.components}`;
    case "indexed":
      return `Indexed ${spaceName(space.base)}`;
    case "inks":
      return space.names.length === 1 ? `Separation ${space.names[0]}` : `DeviceN ${space.names.join(" + ")}`;
    case "pattern":
      return space.under ? `Pattern ${spaceName(space.under)}` : "Pattern";
    case "unknown":
      return `? ${space.name}`;
  }
}

/** The space that values end up in: the base of an index, the colour under a pattern. */
export function underlying(space: ColorSpace): ColorSpace {
  if (space.kind === "indexed") return underlying(space.base);
  if (space.kind === "pattern" && space.under) return underlying(space.under);
  return space;
}

/** Every space that it needs, itself first: base, alternate, and theirs. */
export function involved(space: ColorSpace): readonly ColorSpace[] {
  switch (space.kind) {
    case "indexed":
      return [space, ...involved(space.base)];
    case "inks":
      return [space, ...involved(space.alternate)];
    case "pattern":
      return space.under ? [space, ...involved(space.under)] : [space];
    default:
      return [space];
  }
}

/** The values that a space starts with (§8.6.8). */
export function initialComponents(space: ColorSpace): readonly number[] {
  if (space.kind === "inks") return space.names.map(() => 1);
  const black = underlying(space);
  const isCmyk = black.components === 4 && space.kind !== "indexed";
  return isCmyk ? [0, 0, 0, 1] : new Array<number>(space.components).fill(0);
}
