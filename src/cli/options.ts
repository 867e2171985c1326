/** Reads options that several commands take. */

import { OUTPUT_TYPES, type OutputType } from "../model/request.ts";
import { wrongOption } from "./usage.ts";

/**
 * `a,b` → its parts, each once; `null`, which is everything, for “all” and for an option that was left out.
 * @throws AnphamError `request.bad-usage` when it names nothing, as an empty variable of a shell does
 */
export function listOf(
  option: string,
  text: string | undefined,
  example: string,
  command: string,
): readonly string[] | null {
  if (text === undefined || text.trim() === "all") return null;
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length === 0 ? wrongOption(option, example, command) : [...new Set(parts)];
}

/** @throws AnphamError `request.bad-usage` unless it is a whole number from 1 */
export function wholeNumber(option: string, text: string, command: string): number {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) && value >= 1
    ? value
    : wrongOption(option, "4", command);
}

/** Names that people know file types by besides their own. */
const OTHER_NAMES: Readonly<Record<string, OutputType>> = { jpg: "jpeg", tif: "tiff" };

/**
 * `pdf,jpg` → output types, each once; `null` when it is left to the piece.
 * @throws AnphamError `request.bad-usage`
 */
export function fileTypes(text: string | undefined, command: string): readonly OutputType[] | null {
  const all = OUTPUT_TYPES.join(",");
  const types = listOf("--as", text, all, command)?.map(
    (name) =>
      OUTPUT_TYPES.find((type) => type === (OTHER_NAMES[name] ?? name)) ?? wrongOption("--as", all, command),
  );
  return types === undefined ? null : [...new Set(types)];
}

/** A number, or the text that is none. */
export function number(value: unknown): unknown {
  const parsed = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(parsed) ? value : parsed;
}

/** `1:10` → 0.1; a plain number as it is. */
export function ratio(value: unknown): unknown {
  const [, part = "", whole = ""] =
    (typeof value === "string" && /^\s*([\d.]+)\s*[:/]\s*([\d.]+)\s*$/.exec(value)) || [];
  return part && Number(whole) > 0 ? Number(part) / Number(whole) : number(value);
}
