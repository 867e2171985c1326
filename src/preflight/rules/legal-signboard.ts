/**
 * Signboards (bảng hiệu): what they must name and how large they may be. Law on Advertising 16/2012/QH13,
 * article 34.1 and 34.3 (docs/sources.md); amended by 75/2025/QH15, so the authority decides.
 */

import { diagnose } from "../../base/diagnostic.ts";
import type { PieceRule } from "../piece.ts";
import { listed, saidBy, saysPhrase } from "../said.ts";

/** mm. A horizontal sign is also bound by the facade, which nobody here knows. */
const HIGHEST_HORIZONTAL = 2000;
const WIDEST_VERTICAL = 1000;
const HIGHEST_VERTICAL = 4000;

export const legalSignboardContent: PieceRule = (piece) => {
  if (piece.format.family !== "signboard") return [];
  const says = saidBy(piece);
  const { institution, contact } = piece.brief;
  const missing: (readonly [string, string])[] = [];
  if (institution.governingBody && !saysPhrase(says, institution.governingBody)) {
    missing.push(["tên cơ quan chủ quản", "the governing body"]);
  }
  // The registered name: the short form is none.
  if (!says(institution.name.text)) missing.push(["tên đăng ký đầy đủ", "the full registered name"]);
  if (!contact.addresses.some((address) => saysPhrase(says, address)))
    missing.push(["địa chỉ", "the address"]);
  if (!contact.phones.some(says)) missing.push(["số điện thoại", "the telephone number"]);
  return missing.length > 0 ? [diagnose("legal.signboard-content", listed(missing), { page: 1 })] : [];
};

export const legalSignboardSize: PieceRule = ({ format: { family, width, height } }) => {
  if (family !== "signboard") return [];
  const horizontal = width >= height;
  const legal = horizontal
    ? height <= HIGHEST_HORIZONTAL
    : width <= WIDEST_VERTICAL && height <= HIGHEST_VERTICAL;
  if (legal) return [];
  const [limitVi, limit] = horizontal
    ? ["chiều cao 2 m của biển ngang", "the 2 m height of a horizontal sign"]
    : ["chiều ngang 1 m, chiều cao 4 m của biển dọc", "the 1 m width and 4 m height of a vertical sign"];
  const metres = (mm: number) => Math.round(mm / 10) / 100;
  const found = `${metres(width)} × ${metres(height)}`;
  return [diagnose("legal.signboard-size", { found, limitVi, limit }, { page: 1 })];
};
