/** What is done to the piece after printing, in a shop's words. */

import type { Mm } from "../base/units.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import { decimal, lengthInMm } from "./numbers.ts";

/** What is printed but not cut. */
const UNCUT: Readonly<Record<string, string>> = {
  "mug-wrap-200x90": "In lật gương lên giấy chuyển nhiệt, ép nhiệt lên cốc",
  "tote-280x350": "In lên mặt túi",
};

/** The same of a file that is mirrored already. */
const UNCUT_MIRRORED: Readonly<Record<string, string>> = {
  "mug-wrap-200x90": "In lên giấy chuyển nhiệt, ép nhiệt lên cốc",
};

const OUTSIDE_GLASS =
  "Dán mặt ngoài kính; nếu dán mặt trong để nhìn từ ngoài: in lật gương, mực trắng in sau cùng";

export type FinishedFormat = Pick<Format, "id" | "family" | "medium" | "folds" | "shape" | "wrap">;

/**
 * One phrase a step, in the order of work; never empty.
 * @param hasPlates whether the file has the plates of white ink and of the cut line: a picture has not
 */
export function finishingWords(
  { id, family, medium, folds, shape, wrap }: FinishedFormat,
  { finishing, booklet, scale, mirror }: Pick<OutputProfile, "finishing" | "booklet" | "scale" | "mirror">,
  hasPlates: boolean,
): readonly string[] {
  const { eyelets, hem, polePocket, cutContour, whiteInk } = finishing;
  if (medium === "screen") return ["Không"];
  const steps: string[] = [];
  if (scale < 1) steps.push(`Tệp tỷ lệ 1:${decimal(1 / scale)}: phóng ${decimal(100 / scale)} % khi in`);
  if (mirror) steps.push("Tệp đã lật gương: in đúng như tệp, không lật thêm");
  const lacking = (plate: string) => (hasPlates ? plate : `${plate}: xem tệp PDF`);
  if (whiteInk) {
    const laid = mirror ? "Phủ mực trắng lên toàn bộ hình" : "Lót mực trắng dưới toàn bộ hình";
    steps.push(`${laid} (${lacking("bản White")})`);
    // The file is right-reading with white below: seen through the film, both turn round.
    steps.push(
      mirror ? "Dán mặt trong kính, nhìn từ ngoài: in hình trước, mực trắng sau cùng" : OUTSIDE_GLASS,
    );
  }
  const uncut = (mirror ? UNCUT_MIRRORED[id] : undefined) ?? UNCUT[id];
  if (uncut !== undefined) steps.push(uncut);
  else if (cutContour) {
    // What is wrapped round an edge leaves its sheet; a sticker stays on its backing.
    const cut = wrap > 0 ? "Cắt đứt" : "Bế demi";
    steps.push(`${cut} theo nét ${lacking("CutContour")}${offsetWords(cutContour.offset)}`);
  } else if (shape === "circle") steps.push("Cắt tròn theo thành phẩm");
  else if (family === "signboard" && hem === 0) {
    steps.push("Cán, bồi lên tấm alu, gập phần tràn lề ra sau theo mép tấm");
  } else if (folds.length === 0 && !booklet && hem === 0) steps.push("Xén thành phẩm");
  if (wrap > 0) steps.push(`Bọc mép ${lengthInMm(wrap)}`);
  if (folds.length > 0) steps.push(FOLDS[folds.length] ?? `Cấn gấp ${folds.length} đường`);
  if (booklet) steps.push("Gấp đôi, đóng ghim giữa, xén ba cạnh");
  if (hem > 0) {
    // With nothing to hang it by, it is stretched: a hem that is welded would be too short to pull.
    const stretched = !eyelets && !polePocket;
    steps.push(
      stretched
        ? `Căng khung: kéo ${lengthInMm(hem)} mỗi cạnh ra sau khung`
        : `Gấp biên ${lengthInMm(hem)} ${hemmedSides(polePocket)}`,
    );
  }
  if (polePocket) {
    steps.push(`Luồn ống: trên ${lengthInMm(polePocket.top)}, dưới ${lengthInMm(polePocket.bottom)}`);
  }
  if (eyelets) {
    const { diameter, spacing, inset } = eyelets;
    steps.push(
      `Đóng khuy Ø ${lengthInMm(diameter)} ở bốn góc và dọc mép, cách nhau tối đa ${lengthInMm(spacing)}, ` +
        `tâm cách mép ${lengthInMm(inset)}`,
    );
  }
  return steps;
}

/** How far outside its trim a piece is cut, mm: it is that much larger than its format on each side. */
export const cutBeyond = (
  { id }: Pick<Format, "id">,
  { finishing: { cutContour } }: Pick<OutputProfile, "finishing">,
): Mm => (cutContour && UNCUT[id] === undefined ? Math.max(0, cutContour.offset) : 0);

/** A pocket takes the place of its side's hem. */
function hemmedSides(pocket: OutputProfile["finishing"]["polePocket"]): string {
  const [atHead, atFoot] = [(pocket?.top ?? 0) > 0, (pocket?.bottom ?? 0) > 0];
  if (atHead && atFoot) return "hai cạnh bên";
  if (atHead) return "hai cạnh bên và cạnh dưới";
  return atFoot ? "hai cạnh bên và cạnh trên" : "mỗi cạnh";
}

const FOLDS: Readonly<Record<number, string>> = { 1: "Cấn, gấp đôi", 2: "Cấn, gấp ba" };

function offsetWords(offset: number): string {
  if (offset === 0) return "";
  return offset > 0
    ? `, ngoài thành phẩm ${lengthInMm(offset)}`
    : `, trong thành phẩm ${lengthInMm(-offset)}`;
}
