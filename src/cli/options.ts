/** Reads options that several commands take. */

import { OUTPUT_TYPES, type OutputType } from "../model/request.ts";
import { wrongOption } from "./usage.ts";

/** `a,b` → its parts; `null`, which is everything, for “all” and for an option that was left out. */
export function listOf(text: string | undefined): readonly string[] | null {
  if (text === undefined || text.trim() === "all") return null;
  return [...new Set(text.split(",").map((part) => part.trim()))].filter((part) => part !== "");
}

/** @throws AnphamError `request.bad-usage` unless it is a whole number from 1 */
export function wholeNumber(option: string, text: string, command: string): number {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) && value >= 1
    ? value
    : wrongOption(option, "4", command);
}

/**
 * `pdf,jpg` → output types; `null` when it is left to the piece.
 * @throws AnphamError `request.bad-usage`
 */
export function fileTypes(text: string | undefined, command: string): readonly OutputType[] | null {
  const names = listOf(text);
  return (
    names?.map(
      (name) =>
        OUTPUT_TYPES.find((type) => type === (name === "jpg" ? "jpeg" : name === "tif" ? "tiff" : name)) ??
        wrongOption("--as", OUTPUT_TYPES.join(","), command),
    ) ?? null
  );
}
