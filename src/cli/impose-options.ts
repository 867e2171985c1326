/** The options of `anpham impose` as an output profile and a grid. */

import type { NUpOptions } from "../impose/plan/n-up.ts";
import { ALL_MARKS, type Marks, NO_MARKS, type OutputProfile, WEB_PROFILE } from "../model/output-profile.ts";
import { missing, notBeside, onlyWith, wrongOption } from "./usage.ts";

/** As the parser gives them. */
export interface ImposeOptions {
  readonly sheet?: string;
  readonly nUp?: string;
  readonly repeat?: boolean;
  readonly stack?: boolean;
  readonly twoSided?: boolean;
  readonly workAndTurn?: boolean;
  readonly booklet?: boolean;
  readonly paper?: string;
  readonly gutter?: string;
  readonly margin?: string;
  readonly bleed?: string;
  readonly marks?: string | boolean;
}

export interface ImposeSettings {
  readonly profile: OutputProfile;
  readonly nUp: NUpOptions;
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
  refuseIgnored(options);
  const size = sheet === undefined ? null : pair("--sheet", sheet);
  const gutter = length("--gutter", options.gutter, GUTTER);
  const margin = length("--margin", options.margin, MARGIN);
  const wanted = nUp === undefined || nUp === "auto" ? null : whole("--n-up", nUp);
  // As many columns on the left as on the right.
  if (options.workAndTurn && wanted && wanted[0] % 2 !== 0) wrongOption("--n-up", "2x4", COMMAND);
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
      arrangement: options.repeat ? "repeat" : options.stack ? "stack" : "sequence",
      sides: options.workAndTurn ? "work-and-turn" : options.twoSided ? "two" : "one",
    },
  };
}

/** Whoever gives an option that says nothing here would wait for what it says. */
function refuseIgnored(options: ImposeOptions): void {
  const { booklet, sheet, repeat, stack, twoSided, workAndTurn, nUp, gutter, margin, paper } = options;
  const given = { "--n-up": nUp, "--repeat": repeat, "--stack": stack, "--two-sided": twoSided };
  const onSheets = { ...given, "--work-and-turn": workAndTurn, "--gutter": gutter };
  for (const [option, value] of Object.entries(onSheets)) {
    if (booklet && value !== undefined) notBeside(option, "--booklet", COMMAND);
  }
  if (repeat && stack) notBeside("--stack", "--repeat", COMMAND);
  if (twoSided && workAndTurn) notBeside("--two-sided", "--work-and-turn", COMMAND);
  if (paper !== undefined && !booklet) onlyWith("--paper", "--booklet", COMMAND);
  if (margin !== undefined && !sheet) onlyWith("--margin", "--sheet", COMMAND);
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
