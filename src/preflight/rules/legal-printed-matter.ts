/**
 * Printed advertising names the advertiser with an address, the print run and the place of printing. Law on
 * Advertising 16/2012/QH13, article 25 (docs/sources.md); amended by 75/2025/QH15, so the authority decides.
 */

import { diagnose } from "../../base/diagnostic.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { FormatFamily } from "../../model/format.ts";
import type { FrameLeaves } from "../page.ts";
import type { PieceRule, PreflightPiece } from "../piece.ts";
import { frameText, listed, saidBy, saysPhrase } from "../said.ts";

const PRINTED: ReadonlySet<FormatFamily> = new Set(["flyer", "brochure", "handbook", "poster"]);

// Patterns of text in small letters.
/** `In 2.000 bản`, `Số lượng: 500 tờ` */
const PRINT_RUN = /(?:\bin|số lượng(?: in)?)\s*:?\s*\d[\d., ]*\s*(?:bản|tờ|cuốn|quyển|chiếc|tấm)/u;
/** `In tại Nhà in …`, `Nơi in: …` */
const PLACE = /(?:\bin tại|nơi in|\btại (?:nhà|công ty|xưởng|cơ sở) in|(?:nhà|công ty|xưởng) in\b)/u;
/** A publication with a licence follows the Law on Publishing instead; its number is there to see. */
const LICENCE = /gpxb|giấy phép xuất bản/u;

type Said = "licence" | "printRun" | "place";

/** Each of them is said in one place: no pattern goes on from one frame to the next. */
const saidIn = foundOnce((frame: FrameLeaves): Readonly<Record<Said, boolean>> => {
  const text = frameText(frame);
  return { licence: LICENCE.test(text), printRun: PRINT_RUN.test(text), place: PLACE.test(text) };
});

const isSaid = ({ pages }: PreflightPiece, said: Said): boolean =>
  pages.some(({ frames }) => frames.some((frame) => frame.texts.length > 0 && saidIn(frame)[said]));

/** A note, and only for files that go to a press: a draft on screen is no printed matter yet. */
export const legalPrintedMatter: PieceRule = (piece) => {
  const { format, profile, brief } = piece;
  if (!PRINTED.has(format.family) || format.medium !== "print" || profile.colorSpace !== "cmyk") return [];
  if (isSaid(piece, "licence")) return [];
  const says = saidBy(piece);
  const { institution, contact } = brief;
  const missing: (readonly [string, string])[] = [];
  if (!saysPhrase(says, institution.name)) missing.push(["tên đơn vị quảng cáo", "the advertiser's name"]);
  if (!contact.addresses.some((address) => saysPhrase(says, address)))
    missing.push(["địa chỉ", "the address"]);
  if (!isSaid(piece, "printRun")) missing.push(["số lượng in", "the print run"]);
  if (!isSaid(piece, "place")) missing.push(["nơi in", "the place of printing"]);
  return missing.length > 0 ? [diagnose("legal.printed-matter", listed(missing))] : [];
};
