/** Codes of the brand folder. */

import type { CodeEntry } from "./entry.ts";

export const BRAND_CODES = {
  "kit.duplicate-color": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Hai màu “{one}” và “{other}” của bộ nhận diện cùng là {hex}.",
    en: "The kit's colours “{one}” and “{other}” are both {hex}.",
    hintVi: "Mỗi màu cần một mã riêng; đổi một trong hai.",
    hintEn: "Every token needs its own value; change one of the two.",
  },
  "kit.color-without-inks": {
    severity: "warning",
    fault: "request",
    http: 422,
    vi: "Màu “{token}” ({hex}) chưa có CMYK, sẽ đổi qua điều kiện in “{condition}”.",
    en: "The colour “{token}” ({hex}) has no CMYK and is converted for the condition “{condition}”.",
    hintVi: "Ghi cmyk của màu này vào bộ nhận diện để máy in nào cũng ra một màu.",
    hintEn: "Write its cmyk into the kit, so that every press prints the same.",
  },
  "kit.weak-contrast": {
    severity: "warning",
    fault: "request",
    http: 422,
    vi: "Màu “{token}” ({hex}) không đủ tương phản, đã chỉnh thành {used}.",
    en: "The colour “{token}” ({hex}) has too little contrast; {used} is used instead.",
    hintVi: "Chọn màu đậm hơn nếu muốn giữ đúng màu.",
    hintEn: "Choose a deeper colour to keep it exact.",
  },
} as const satisfies Record<string, CodeEntry>;
