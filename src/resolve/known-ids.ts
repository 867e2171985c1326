/** Looks ids up, and says which ones exist when one does not. */

import { AnphamError, type Diagnostic, diagnose } from "../base/diagnostic.ts";
import { nearestList } from "../base/suggest.ts";

/** What an id names, in both languages. */
const KINDS = {
  template: { vi: "mẫu", en: "template" },
  format: { vi: "khổ", en: "format" },
  institution: { vi: "cơ sở", en: "institution" },
  campaign: { vi: "chiến dịch", en: "campaign" },
  message: { vi: "thông điệp", en: "message" },
  audience: { vi: "đối tượng", en: "audience" },
  award: { vi: "mẫu chứng nhận", en: "award" },
  event: { vi: "sự kiện", en: "event" },
  theme: { vi: "chủ đề", en: "theme" },
  profile: { vi: "hồ sơ xuất", en: "output profile" },
  condition: { vi: "điều kiện in", en: "output condition" },
  kit: { vi: "bộ nhận diện", en: "brand kit" },
  font: { vi: "phông chữ", en: "font family" },
} as const;

export type IdKind = keyof typeof KINDS;

/**
 * `request.unknown-id` with the nearest of the known ones.
 * @param meant what was meant for another reason than its letters; shown alone where there is any
 */
export function unknownId(
  kind: IdKind,
  id: string,
  known: readonly string[],
  path: string = kind,
  meant: readonly string[] = [],
): Diagnostic {
  const near = meant.length > 0 ? meant.join(", ") : nearestList(id, known);
  return diagnose(
    "request.unknown-id",
    { kind: KINDS[kind].en, kindVi: KINDS[kind].vi, id, nearest: near },
    { path },
  );
}

/**
 * The item with the id.
 * @throws AnphamError `request.unknown-id`
 */
export function findById<T extends { readonly id: string }>(
  kind: IdKind,
  id: string,
  items: readonly T[],
  path: string = kind,
): T {
  const found = items.find((item) => item.id === id);
  if (!found) {
    throw new AnphamError([
      unknownId(
        kind,
        id,
        items.map((item) => item.id),
        path,
      ),
    ]);
  }
  return found;
}
