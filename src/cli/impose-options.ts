/** The options of `anpham impose` as an output profile and a grid. */

import { ALL_MARKS, type Marks, NO_MARKS, type OutputProfile, WEB_PROFILE } from "../model/output-profile.ts";
import { missing, notBeside, wrongOption } from "./usage.ts";

/** As the parser gives them. */
export interface ImposeOptions {
  readonly sheet?: string;
  readonly nUp?: string;
  readonly repeat?: boolean;
  readonly twoSided?: boolean;
  readonly booklet?: boolean;
  readonly paper?: string;
  readonly gutter?: string;
  readonly margin?: string;
  readonly bleed?: string;
  readonly marks?: string | boolean;
}

export interface ImposeSettings {
  readonly profile: OutputProfile;
  readonly nUp: {
    readonly wanted: { readonly columns: number; readonly rows: number } | null;
    readonly arrangement: "repeat" | "sequence";
    readonly twoSided: boolean;
  };
}

const COMMAND = "impose";

/** Clear of the bleed, as the digital profile has it, mm. */
const MARK_OFFSET = 2;
/** Twice the 3 mm of sheet work, and what sheet-fed printers cannot reach, mm. */
const GUTTER = 6;
const MARGIN = 5;

const MARK_FIELDS: Readonly<Record<string, keyof Marks>> = {
  crop: "crop",
  bleed: "bleed",
  registration: "registration",
  "color-bar": "colorBar",
  fold: "fold",
};

/** @throws AnphamError `request.bad-usage` */
export function imposeSettings(options: ImposeOptions): ImposeSettings {
  const { sheet, booklet = false, nUp } = options;
  if (!sheet && !booklet) missing("--sheet 320x450", COMMAND);
  if (booklet && nUp !== undefined) notBeside("--n-up", "--booklet", COMMAND);
  const size = sheet === undefined ? null : pair("--sheet", sheet);
  const gutter = length("--gutter", options.gutter, GUTTER);
  const margin = length("--margin", options.margin, MARGIN);
  const wanted = nUp === undefined || nUp === "auto" ? null : whole("--n-up", nUp);
  return {
    profile: {
      ...WEB_PROFILE,
      bleed: options.bleed === undefined ? "format" : length("--bleed", options.bleed, 0),
      marks: marksOf(options.marks),
      markOffset: MARK_OFFSET,
      sheet: size && { width: size[0], height: size[1], gutter, margin },
      booklet: booklet ? { paperThickness: length("--paper", options.paper, 0) } : null,
    },
    nUp: {
      wanted: wanted && { columns: wanted[0], rows: wanted[1] },
      arrangement: options.repeat ? "repeat" : "sequence",
      twoSided: options.twoSided ?? false,
    },
  };
}

function marksOf(asked: string | boolean | undefined): Marks {
  if (asked === undefined) return { ...NO_MARKS, crop: true, fold: true };
  // A foreign PDF has no job to name in a slug line.
  if (typeof asked === "boolean") return asked ? { ...ALL_MARKS, slug: false } : NO_MARKS;
  const names = asked.split(",").map((name) => name.trim());
  const fields = names.map(
    (name) => MARK_FIELDS[name] ?? wrongOption("--marks", Object.keys(MARK_FIELDS).join(","), COMMAND),
  );
  return { ...NO_MARKS, ...Object.fromEntries(fields.map((field) => [field, true])) };
}

function length(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) && value >= 0
    ? value
    : wrongOption(option, "3", COMMAND);
}

/** `320x450` */
function pair(option: string, text: string, example = "320x450"): readonly [number, number] {
  const [, one, other] = /^\s*(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*$/i.exec(text) ?? [];
  const values = [Number(one), Number(other)] as const;
  return values.every((value) => value > 0) ? values : wrongOption(option, example, COMMAND);
}

function whole(option: string, text: string): readonly [number, number] {
  const values = pair(option, text, "2x4");
  return values.every(Number.isInteger) ? values : wrongOption(option, "2x4", COMMAND);
}
