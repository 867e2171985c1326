/** What the slug line says of the sheet itself. */

import { foundOnce } from "../base/found-once.ts";
import { sha256 } from "../base/hash.ts";
import { type Mm, tenths } from "../base/units.ts";
import { allowanceOf, bleedOf } from "../model/allowance.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { PlacedFragment, Scene } from "../model/scene.ts";
import type { SheetPlan, SheetSide } from "../model/sheet-plan.ts";
import type { ImposeJob } from "./impose-job.ts";

/** @param sheet which of the sheets it is, in words */
export function slugParts(
  { cells }: SheetPlan,
  scenes: readonly Scene[],
  { profile, ofRun }: Pick<ImposeJob, "profile" | "ofRun">,
  sheet: string,
): readonly string[] {
  const [first] = cells;
  const shown = first && scenes[first.page];
  if (!shown) return [];
  const { trim, bleed } = shown.geometry;
  const ink = bleedOf(profile, bleed);
  const { hem, polePocket } = profile.finishing;
  const { top, bottom } = allowanceOf(profile);
  const pages = [...new Set(cells.map((cell) => cell.page + 1))].sort((a, b) => a - b);
  const what = [cells.length > 1 ? `${cells.length} con` : "", ofRun ? "" : `trang ${pages.join(", ")}`];
  return [
    `${length(trim.width)} × ${length(trim.height)} mm`,
    ink > 0 ? `tràn lề ${length(ink)} mm` : "không tràn lề",
    hem > 0 ? `biên gấp ${length(hem)} mm` : "",
    polePocket ? `túi luồn cây ${length(top)}/${length(bottom)} mm` : "",
    profile.scale === 1 ? "" : `tỷ lệ 1:${length(1 / profile.scale)}`,
    profile.mirror ? "đã lật gương" : "",
    profile.name.vi,
    what.filter(Boolean).join(", "),
    sheet,
    `mã ${contentCode(cells.map((cell) => scenes[cell.page]!))}`,
  ];
}

const SIDES: Readonly<Record<SheetSide, string>> = { front: "mặt trước", back: "mặt sau" };

/**
 * `tờ 2/3, mặt sau`: sheets of paper are counted, not their sides.
 * @param index 0-based
 * @param ofRun there the number of a lone sheet would stand for the whole run
 */
export function sheetWords(plans: readonly SheetPlan[], index: number, ofRun: boolean): string {
  const isSheet = ({ side }: SheetPlan) => side !== "back";
  const count = plans.filter(isSheet).length;
  const number = plans.slice(0, index + 1).filter(isSheet).length;
  const { side } = plans[index]!;
  const words = [ofRun && count === 1 ? "" : `tờ ${number}/${count}`, side ? SIDES[side] : ""];
  return words.filter(Boolean).join(", ");
}

/** Eight digits that change with anything that is drawn on the pages. */
function contentCode(scenes: readonly Scene[]): string {
  const drawn = scenes.map(
    ({ geometry, fragments }) => `[${trimOf(geometry)},[${fragments.map(written).join(",")}]]`,
  );
  return sha256(`[${drawn.join(",")}]`).slice(0, 8);
}

const trimOf = foundOnce(({ trim }: PageGeometry): string => JSON.stringify(trim));

/** What is drawn and where, as JSON. Most fragments of a page are those of the page before it. */
const written = foundOnce(({ transform, fragment }: PlacedFragment): string =>
  JSON.stringify([transform, fragment.hash]),
);

const length = (mm: Mm): string => String(tenths(mm)).replace(".", ",");
