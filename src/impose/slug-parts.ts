/** What the slug line says of the sheet itself. */

import { foundOnce } from "../base/found-once.ts";
import { sha256 } from "../base/hash.ts";
import type { Mm } from "../base/units.ts";
import { allowanceOf, bleedOf } from "../model/allowance.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { PlacedFragment, Scene } from "../model/scene.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";

/** @param count this sheet and their number, `1/2` */
export function slugParts(
  { cells }: SheetPlan,
  scenes: readonly Scene[],
  profile: OutputProfile,
  count: string,
): readonly string[] {
  const [first] = cells;
  const shown = first && scenes[first.page];
  if (!shown) return [];
  const { trim, bleed } = shown.geometry;
  const ink = bleedOf(profile, bleed);
  const { hem, polePocket } = profile.finishing;
  const { top, bottom } = allowanceOf(profile);
  const pages = [...new Set(cells.map((cell) => cell.page + 1))].sort((a, b) => a - b);
  return [
    `${length(trim.width)} × ${length(trim.height)} mm`,
    ink > 0 ? `tràn lề ${length(ink)} mm` : "không tràn lề",
    hem > 0 ? `biên gấp ${length(hem)} mm` : "",
    polePocket ? `túi luồn cây ${length(top)}/${length(bottom)} mm` : "",
    profile.scale === 1 ? "" : `tỷ lệ 1:${length(1 / profile.scale)}`,
    profile.name.vi,
    cells.length > 1 ? `${cells.length} con, trang ${pages.join(", ")}` : `trang ${pages.join(", ")}`,
    `tờ ${count}`,
    `mã ${contentCode(cells.map((cell) => scenes[cell.page]!))}`,
  ];
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

const length = (mm: Mm): string => String(Math.round(mm * 10) / 10).replace(".", ",");
