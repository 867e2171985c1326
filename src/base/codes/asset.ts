/** Codes of assets. */

import type { CodeEntry } from "./entry.ts";

export const ASSET_CODES = {
  "asset.unsupported-type": {
    severity: "error",
    fault: "request",
    http: 415,
    vi: "“{name}” không phải là ảnh đọc được: {foundVi}.",
    en: "“{name}” is not an image that can be read: {found}.",
    hintVi: "Dùng PNG, JPEG, WebP, GIF hoặc SVG; ảnh hỏng thì mở ra, lưu lại thành tệp mới.",
    hintEn: "Use PNG, JPEG, WebP, GIF or SVG; open a broken picture and save it as a new file.",
  },
  "asset.too-large": {
    severity: "error",
    fault: "request",
    http: 413,
    vi: "“{name}” quá lớn: {found}, giới hạn là {limit}.",
    en: "“{name}” is too large: {found}; the limit is {limit}.",
    hintVi: "Thu nhỏ ảnh rồi thử lại.",
    hintEn: "Make the image smaller and try again.",
  },
  "asset.remote": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Không tải ảnh từ mạng: “{url}”.",
    en: "Images are never fetched from the network: “{url}”.",
    hintVi: "Tải ảnh về máy rồi đưa tệp vào.",
    hintEn: "Download it and give the file.",
  },
  "asset.not-uploaded": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "“{name}” không phải là ảnh đã tải lên.",
    en: "“{name}” is not a picture that was uploaded.",
    hintVi:
      "Tải ảnh lên bằng POST /v1/uploads rồi dùng mã “upload:…” nhận được; dịch vụ không đọc đường dẫn hay địa chỉ.",
    hintEn:
      "Upload it with POST /v1/uploads and use the id “upload:…” that comes back; the service reads no path and no address.",
  },
  "asset.not-a-press-profile": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "“{name}” không phải là hồ sơ màu CMYK của máy in: {found}.",
    en: "“{name}” is not the CMYK profile of a press: {found}.",
    hintVi: "Dùng hồ sơ ICC loại “prtr”, không gian CMYK, do nhà in cung cấp.",
    hintEn: "Use an ICC profile of class “prtr” and space CMYK, as the print shop gives it.",
  },
  "asset.unsafe-svg": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "Tệp SVG “{name}” có phần không được dùng ({found}), đã bỏ qua.",
    en: "The SVG “{name}” holds something that is not allowed ({found}); it was left out.",
    hintVi: "Xuất lại logo thành SVG thuần hình vẽ.",
    hintEn: "Export the logo again as plain shapes.",
  },
  "asset.blank-picture": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "“{name}” không có hình gì để thấy: ảnh trong suốt hoặc chỉ một màu; đã bỏ qua.",
    en: "“{name}” shows nothing: it is clear or of one colour throughout; it was left out.",
    hintVi: "Đưa tệp logo có hình, tốt nhất là SVG hoặc PNG nền trong suốt.",
    hintEn: "Give a file that holds the mark, best an SVG or a PNG with a clear ground.",
  },
  "asset.extreme-shape": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "“{name}” quá dẹt hoặc quá cao ({found}): sẽ chỉ còn là một vạch, đã bỏ qua.",
    en: "“{name}” is too long and thin ({found}): it would print as a hairline and was left out.",
    hintVi: "Dùng bản logo có cạnh dài không quá {limit} lần cạnh ngắn.",
    hintEn: "Use a version whose long side is at most {limit} times the short one.",
  },
} as const satisfies Record<string, CodeEntry>;
