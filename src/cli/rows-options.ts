/** How commands are told to read a file of rows. */

import { type Command, Option } from "commander";
import type { Library } from "../resolve/library.ts";
import { ENCODINGS, type EncodingChoice } from "../run/rows/encodings.ts";
import type { Rows } from "../run/rows/read-rows.ts";
import { inLanguage, type Language } from "./language.ts";

export interface RowsFlags {
  readonly encoding?: EncodingChoice;
  readonly map?: string;
  readonly sheet?: string;
}

/** How runs tell of `--verify`. */
export const VERIFY =
  "so nội dung tệp cũ thay vì chỉ cỡ tệp | compare earlier files by content, not only by size";

/** Adds `--encoding`, `--map` and `--sheet`. */
export function addRowsOptions(command: Command, language: Language): void {
  const say = (text: string) => inLanguage(text, language);
  command
    .addOption(
      new Option("--encoding <name>", say("bảng mã của tệp | encoding of the file")).choices([...ENCODINGS]),
    )
    .option("--map <file.json>", say("tên cột → trường | names of columns → fields"))
    .option("--sheet <name>", say("trang tính của tệp XLSX | sheet of an XLSX file"));
}

/**
 * Opens a file of rows.
 * @throws AnphamError when no row of it can be read, or the map is wrong
 */
export async function openRows(
  file: string,
  flags: RowsFlags,
  { library, hasInstitution }: { readonly library: Library; readonly hasInstitution: boolean },
): Promise<Rows> {
  const { readJson } = await import("../resolve/read-json.ts");
  const { readMap } = await import("../run/rows/match-columns.ts");
  const { readRows } = await import("../run/rows/read-rows.ts");
  return readRows(file, {
    encoding: flags.encoding ?? "auto",
    sheet: flags.sheet ?? null,
    map: flags.map === undefined ? {} : readMap(await readJson(flags.map)),
    institutions: await library.institutions.ids(),
    hasInstitution,
  });
}
