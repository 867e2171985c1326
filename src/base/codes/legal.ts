/** Codes of legal lines (Vietnam). */

import type { CodeEntry } from "./entry.ts";

export const LEGAL_CODES = {
  "legal.signboard-content": {
    severity: "warning",
    fault: "piece",
    http: 200,
    vi: "Bảng hiệu thiếu {missingVi} (Luật Quảng cáo, Điều 34 khoản 1).",
    en: "The signboard lacks {missing} (Law on Advertising, article 34.1).",
    hintVi: "Ghi đủ cơ quan chủ quản, tên đăng ký, địa chỉ, điện thoại; hỏi cơ quan quản lý.",
    hintEn: "Name the governing body, registered name, address and telephone; check with the authority.",
  },
  "legal.signboard-size": {
    severity: "warning",
    fault: "piece",
    http: 200,
    vi: "Bảng hiệu {found} m vượt {limitVi} (Luật Quảng cáo, Điều 34 khoản 3).",
    en: "A signboard of {found} m is over {limit} (Law on Advertising, article 34.3).",
    hintVi: "Chọn khổ nhỏ hơn; hỏi cơ quan quản lý.",
    hintEn: "Choose a smaller size; check with the authority.",
  },
  "legal.foreign-text": {
    severity: "warning",
    fault: "piece",
    http: 200,
    vi: "Chữ nước ngoài “{text}” {faultVi} (Luật Quảng cáo, Điều 18 và Điều 34).",
    en: "The foreign text “{text}” {fault} (Law on Advertising, articles 18 and 34).",
    hintVi: "Đặt tiếng Việt ở trên, chữ nước ngoài ở dưới và không quá 3/4 khổ chữ; hỏi cơ quan quản lý.",
    hintEn:
      "Put Vietnamese on top, the foreign text below and at most 3/4 its size; check with the authority.",
  },
  "legal.advertiser": {
    severity: "warning",
    fault: "piece",
    http: 200,
    vi: "Bảng, băng-rôn thiếu {missingVi} của đơn vị thực hiện (Luật Quảng cáo, Điều 27).",
    en: "The board or banner lacks the {missing} of whoever puts it up (Law on Advertising, article 27).",
    hintVi: "Thêm tên và địa chỉ đơn vị thực hiện; hỏi cơ quan quản lý.",
    hintEn: "Add the name and address; check with the authority.",
  },
  "legal.logo-area": {
    severity: "warning",
    fault: "piece",
    http: 200,
    vi: "Biểu trưng chiếm {found} % diện tích, tuyên truyền chỉ được 20 % (Luật Quảng cáo, Điều 27).",
    en: "The logos take {found} % of the area; propaganda may give them 20 % (Law on Advertising, article 27).",
    hintVi: "Thu nhỏ biểu trưng; hỏi cơ quan quản lý.",
    hintEn: "Make the logos smaller; check with the authority.",
  },
  "legal.printed-matter": {
    severity: "note",
    fault: "piece",
    http: 200,
    vi: "Ấn phẩm quảng cáo phải ghi {missingVi} (Luật Quảng cáo, Điều 25).",
    en: "Printed advertising must state {missing} (Law on Advertising, article 25).",
    hintVi: "Thêm dòng đó khi biết nhà in và số lượng; hỏi cơ quan quản lý.",
    hintEn: "Add the line once shop and quantity are known; check with the authority.",
  },
} as const satisfies Record<string, CodeEntry>;
