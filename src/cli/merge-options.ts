/** `--merge` and what goes with it: all rows in one PDF instead of a file each. */

import type { Command } from "commander";
import type { NUp } from "../run/merge/merge-run.ts";
import { imposeSettings } from "./impose-options.ts";
import { inLanguage, type Language } from "./language.ts";
import { wholeNumber } from "./options.ts";
import { onlyWith, wrongOption } from "./usage.ts";

export interface MergeFlags {
  readonly merge?: string;
  readonly split?: string;
  readonly pressSheet?: string;
  readonly nUp?: string;
}

/** Adds `--merge`, `--split`, `--press-sheet` and `--n-up`. */
export function addMergeOptions(command: Command, language: Language): void {
  const say = (text: string) => inLanguage(text, language);
  command
    .option(
      "--merge <run.pdf>",
      say("mọi dòng vào một tệp PDF, thay cho --out | all rows in one PDF, instead of --out"),
    )
    .option("--split <n>", say("tách sau mỗi n trang | another file after every n pages"))
    .option(
      "--press-sheet <mm>",
      say(
        "bình lên tờ in, ví dụ 320x450; thẻ đánh số: bỏ qua, rồi impose --stack | impose on sheets, such as 320x450; for numbered cards leave it out, then impose --stack",
      ),
    )
    .option("--n-up <columns×rows>", say("số cột × hàng trên tờ in | columns × rows on a sheet"));
}

export interface MergePlace {
  readonly file: string;
  readonly splitEvery: number | null;
  /** Where it names no sheet, the profile may have one. */
  readonly nUp: NUp;
}

/**
 * Where and how rows are merged; `null` when they are files of their own.
 * @throws AnphamError `request.bad-usage`
 */
export function mergePlace(flags: MergeFlags, command: string): MergePlace | null {
  const { merge: file, split, pressSheet, nUp } = flags;
  if (file === undefined) {
    const others = { "--split": split, "--press-sheet": pressSheet, "--n-up": nUp };
    const [alone] = Object.entries(others).find(([, given]) => given) ?? [];
    if (alone !== undefined) onlyWith(alone, "--merge run.pdf", command);
    return null;
  }
  if (!/\.pdf$/i.test(file)) wrongOption("--merge", "run.pdf", command);
  if (pressSheet === undefined && nUp !== undefined) onlyWith("--n-up", "--press-sheet 320x450", command);
  const splitEvery = split === undefined ? null : wholeNumber("--split", split, command);
  if (pressSheet === undefined) return { file, splitEvery, nUp: { sheet: null, grid: null } };
  const settings = imposeSettings({ sheet: pressSheet, ...(nUp === undefined ? {} : { nUp }) });
  return { file, splitEvery, nUp: { sheet: settings.profile.sheet, grid: settings.nUp.wanted } };
}
