/** Codes of templates. */

import type { CodeEntry } from "./entry.ts";

export const TEMPLATE_CODES = {
  "template.broken": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Mẫu “{template}” không dùng được: {reasonVi}.",
    en: "Template “{template}” cannot be used: {reason}.",
    hintVi: "Sửa tệp của mẫu.",
    hintEn: "Mend the template's file.",
  },
  "template.bad-id": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "“{template}” không dùng làm mã của mẫu được.",
    en: "“{template}” cannot be the id of a template.",
    hintVi: "Dùng chữ thường không dấu, số và dấu nối: to-roi-he.",
    hintEn: "Use lower-case letters without marks, digits and hyphens: summer-flyer.",
  },
  "template.exists": {
    severity: "error",
    fault: "request",
    http: 409,
    vi: "Thư mục “{folder}” đã có mẫu “{template}”.",
    en: "The folder “{folder}” has a template “{template}” already.",
    hintVi: "Chọn mã khác, hoặc mở mẫu đó bằng anpham studio.",
    hintEn: "Choose another id, or open that template with anpham studio.",
  },
  "studio.unknown-row": {
    severity: "error",
    fault: "request",
    http: 404,
    vi: "Xưởng thiết kế không còn giữ hàng {row} của bảng đã nạp.",
    en: "The studio no longer keeps row {row} of the table that was loaded.",
    hintVi: "Nạp lại bảng, hoặc bỏ chọn hàng.",
    hintEn: "Load the table again, or choose no row.",
  },
  "studio.stopped": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Mẫu “{template}” chạy quá {seconds} giây nên đã bị dừng.",
    en: "Template “{template}” ran for more than {seconds} seconds and was stopped.",
    hintVi: "Thường là một vòng lặp không dứt: sửa mẫu rồi lưu lại.",
    hintEn: "Usually a loop without end: mend the template and save it again.",
  },
} as const satisfies Record<string, CodeEntry>;
