/** How much of which ink a colour value puts down. */

import type { ColorSpace } from "./color-space.ts";

/** Percent by ink name; process inks are called Cyan, Magenta, Yellow and Black. */
export type InkAmounts = ReadonlyMap<string, number>;

const PROCESS = ["Cyan", "Magenta", "Yellow", "Black"] as const;

/**
 * `null` where inks are only known after a conversion (RGB, Lab, calibrated).
 * @param components 0–1 each; an index for Indexed
 */
export function inksOf(space: ColorSpace, components: readonly number[]): InkAmounts | null {
  switch (space.kind) {
    case "device":
    case "icc":
      if (space.components === 4) return named(PROCESS, components);
      if (space.components === 1) return new Map([["Black", percent(1 - (components[0] ?? 0))]]);
      return null;
    case "inks":
      return named(space.names, components);
    case "indexed": {
      const count = space.base.components;
      const index = Math.min(space.highest, Math.max(0, Math.round(components[0] ?? 0)));
      const entry = Array.from(
        space.palette.subarray(index * count, (index + 1) * count),
        (byte) => byte / 255,
      );
      return entry.length === count ? inksOf(space.base, entry) : null;
    }
    case "pattern":
      return space.under ? inksOf(space.under, components) : null;
    default:
      return null;
  }
}

function named(names: readonly string[], components: readonly number[]): InkAmounts {
  const amounts = new Map<string, number>();
  names.forEach((name, i) => {
    if (name !== "None") amounts.set(name, percent(components[i] ?? 0));
  });
  return amounts;
}

const percent = (share: number): number => Math.min(100, Math.max(0, share * 100));

/** The sum of the process inks, 0–400 %. Spot plates have limits of their own. */
export function totalInk(amounts: InkAmounts): number {
  return PROCESS.reduce((sum, name) => sum + (amounts.get(name) ?? 0), 0);
}

/** How many plates the colour is on, and whether each is full. */
export function plates(amounts: InkAmounts): { readonly count: number; readonly solid: boolean } {
  const used = [...amounts.values()].filter((amount) => amount > 0.5);
  return { count: used.length, solid: used.every((amount) => amount > 99.5) };
}

/** Whether nothing at all is printed: white on the page. */
export function isWhite(space: ColorSpace, components: readonly number[]): boolean {
  const amounts = inksOf(space, components);
  if (amounts) return [...amounts.values()].every((amount) => amount < 0.5);
  return components.length >= 3 && space.kind !== "calibrated" && components.every((value) => value > 0.995);
}

/**
 * Names of plates that no press prints: lines that a cutter, a die or a folder follows, whose width says nothing.
 * Letters only, without marks: Roland's, Mimaki's, Zünd's and Esko's names, and what Vietnamese shops write.
 */
const TOOL_PATHS =
  /^((kiss|thru|through|perf|die|laser)?cut(ting)?|crease|creasing|perforat(ion|ing)|scor(e|ing)|fold(ing)?|die|finishing|(khuon|duong|net)?(be|can|cat|gap)(demi|dut)?)(contour|line|path)?s?$/;

/** Those among them by which the RIPs of cutters find their line. */
const CUT_LINES = /^(kiss|thru|through|perf)?cut(contour|path)$|^(kiss|thru|through)cut$/;

/** White ink by the names that printers give it: `White`, `RDG_WHITE`, `Lót trắng`. */
const WHITE_INKS = /white|^(muc|lot)?trang(lot)?$/;

export const isToolPathName = (name: string): boolean => TOOL_PATHS.test(lettersOf(name));
export const isWhiteInkName = (name: string): boolean => WHITE_INKS.test(lettersOf(name));

/** Whether everything of that colour is on plates that no press prints. */
export const isToolPath = (space: ColorSpace): boolean => isOnPlates(space, TOOL_PATHS);

/** Whether the colour tells a cutter where to go. */
export const isCutLine = (space: ColorSpace): boolean => isOnPlates(space, CUT_LINES);

function isOnPlates(space: ColorSpace, wanted: RegExp): boolean {
  if (space.kind !== "inks" || space.names.length === 0) return false;
  return space.names.every((name) => wanted.test(lettersOf(name)));
}

const lettersOf = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z]+/g, "");
