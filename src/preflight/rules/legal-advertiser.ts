/**
 * Boards and banners name whoever puts them up, with an address. Law on Advertising 16/2012/QH13, article 27
 * (docs/sources.md); amended by 75/2025/QH15, so the authority decides.
 */

import { diagnose } from "../../base/diagnostic.ts";
import type { FormatFamily } from "../../model/format.ts";
import type { PieceRule } from "../piece.ts";
import { listed, saidBy, saysPhrase } from "../said.ts";

/** Bảng quảng cáo, băng-rôn, pa nô. */
export const BOARDS: ReadonlySet<FormatFamily> = new Set(["banner", "bandroll", "panel"]);

export const legalAdvertiser: PieceRule = (piece) => {
  if (!BOARDS.has(piece.format.family)) return [];
  const says = saidBy(piece);
  const { institution, contact } = piece.brief;
  const missing: (readonly [string, string])[] = [];
  if (!saysPhrase(says, institution.name)) missing.push(["tên", "name"]);
  if (!contact.addresses.some((address) => saysPhrase(says, address))) missing.push(["địa chỉ", "address"]);
  return missing.length > 0 ? [diagnose("legal.advertiser", listed(missing), { page: 1 })] : [];
};
