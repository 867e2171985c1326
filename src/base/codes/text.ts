/** Codes of fonts and text. */

import type { CodeEntry } from "./entry.ts";

export const TEXT_CODES = {
  "font.unreadable": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Không đọc được phông chữ “{name}”: {reason}.",
    en: "Cannot read the font “{name}”: {reason}.",
    hintVi: "Dùng tệp TTF, OTF, WOFF hoặc WOFF2 nguyên vẹn.",
    hintEn: "Use a sound TTF, OTF, WOFF or WOFF2 file.",
  },
  "text.missing-glyph": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Không phông nào có chữ {characters} trong “{text}” (khung {frame}).",
    en: "No face has the character {characters} in “{text}” (frame {frame}).",
    hintVi: "Bỏ hoặc thay ký tự đó, hoặc thêm phông chữ có nó.",
    hintEn: "Remove or replace it, or add a face that covers it.",
  },
  "text.unknown-family": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "Không có phông “{family}” cho “{text}” (khung {frame}): chữ được đặt bằng phông khác.",
    en: "There is no font “{family}” for “{text}” (frame {frame}): it is set in another one.",
    hintVi:
      "Mẫu dùng page.faces, hoặc một trong các phông: {known}. Phông riêng thì đặt tệp vào thư mục phông chữ.",
    hintEn: "Templates use page.faces, or one of: {known}. A font of your own goes into the fonts folder.",
  },
} as const satisfies Record<string, CodeEntry>;
