/** Names of people that class lists keep in two columns, the last word in one of its own to sort by. */

import { nameKey } from "../../base/vietnamese/slug.ts";
import { columnNameOf, fieldAt, matchName } from "./match-columns.ts";
import type { CellValue, GridRow } from "./raw-table.ts";

/** A name that stands in several columns; 0-based, both ends included. */
export interface SplitName {
  readonly from: number;
  readonly to: number;
  /** The heading for all of them. */
  readonly header: string;
}

const NAME = "person.name";
const FAMILY = new Set(
  ["Họ", "Họ đệm", "Họ lót", "Họ và đệm", "Họ và lót", "Họ tên đệm", "Họ và tên đệm", "Họ và chữ đệm"].map(
    nameKey,
  ),
);
const GIVEN = nameKey("Tên");

/**
 * Where names are in several columns: under “Họ và tên” merged over them, or under “Họ đệm” and “Tên” side by side.
 * @param wide of the line of headings
 * @param isKnown whether a heading means something by itself: then it is left alone
 */
export function splitNames(
  headings: readonly string[],
  wide: GridRow["wide"],
  isKnown: (header: string) => boolean,
): readonly SplitName[] {
  return headings.flatMap((header, from): readonly SplitName[] => {
    const to = wide.get(from);
    const others = to === undefined ? [] : headings.slice(from + 1, to + 1);
    if (to !== undefined && isPersonName(header) && others.every((other) => other === "")) {
      return [{ from, to, header }];
    }
    const next = headings[from + 1] ?? "";
    const isPair = FAMILY.has(nameKey(header)) && nameKey(next) === GIVEN;
    if (!isPair || isKnown(header) || isKnown(next)) return [];
    return [{ from, to: from + 1, header: columnNameOf(fieldAt(NAME)!) }];
  });
}

function isPersonName(header: string): boolean {
  const match = matchName(header);
  return match.kind === "field" && match.target.field.path === NAME;
}

/** The line with each name whole in its first column, and nothing in the others. */
export function withWholeNames(row: GridRow, names: readonly SplitName[]): GridRow {
  if (names.length === 0) return row;
  const cells: CellValue[] = [...row.cells];
  for (const { from, to } of names) {
    const parts = cells.slice(from, to + 1).flatMap((cell) => {
      const text = String(cell ?? "").trim();
      return text === "" ? [] : [text];
    });
    if (parts.length === 0) continue;
    cells.fill(null, from, to + 1);
    cells[from] = parts.join(" ");
  }
  const noticed = row.noticed.map((each) => {
    const name = names.find(({ from, to }) => each.index !== null && each.index > from && each.index <= to);
    return name ? { ...each, index: name.from } : each;
  });
  return { ...row, cells, noticed };
}
