/**
 * The permanent catalogue of everything that can go wrong. A code is never renamed or reused; its
 * sentences may improve. `{name}` is filled from the parameters given to {@link diagnose}.
 */

interface CodeEntry {
  /** `error`: the result is wrong or missing. `warning`: usable, but somebody must look. `note`: for information. */
  readonly severity: "error" | "warning" | "note";
  /** Whose fault it is: the request (exit 2, HTTP 4xx), the finished piece (exit 3), or us (exit 1). */
  readonly fault: "request" | "piece" | "internal";
  /** HTTP status when it ends a request. */
  readonly http: number;
  readonly vi: string;
  readonly en: string;
  readonly hintVi: string;
  readonly hintEn: string;
}

const entries = {
  // ── the request ────────────────────────────────────────────────────────────────────────────────
  "request.unknown-id": {
    severity: "error",
    fault: "request",
    http: 404,
    vi: "Không có {kindVi} “{id}”.",
    en: "There is no {kind} “{id}”.",
    hintVi: "Gần đúng nhất: {nearest}.",
    hintEn: "Nearest valid names: {nearest}.",
  },
  "request.format-not-offered": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Mẫu “{template}” không có khổ “{format}”.",
    en: "Template “{template}” does not offer the format “{format}”.",
    hintVi: "Chọn một trong các khổ: {offered}.",
    hintEn: "Choose one of: {offered}.",
  },
  "request.theme-not-offered": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Mẫu “{template}” không có chủ đề “{theme}”.",
    en: "Template “{template}” does not offer the theme “{theme}”.",
    hintVi: "Chọn một trong các chủ đề: {offered}.",
    hintEn: "Choose one of: {offered}.",
  },
  "request.invalid-field": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Trường “{path}” không hợp lệ: {reasonVi}.",
    en: "Field “{path}” is not valid: {reason}.",
    hintVi: "Cần: {expectedVi}.",
    hintEn: "Expected: {expected}.",
  },
  "request.unreadable-file": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Không đọc được tệp “{file}”: {reasonVi}.",
    en: "Cannot read the file “{file}”: {reason}.",
    hintVi: "Kiểm tra đường dẫn và quyền đọc tệp.",
    hintEn: "Check the path and the permission to read it.",
  },
  "request.broken-json": {
    severity: "error",
    fault: "request",
    http: 400,
    vi: "Tệp JSON “{file}” sai cú pháp ở dòng {line}, cột {column}: {reasonVi}.",
    en: "The JSON file “{file}” breaks at line {line}, column {column}: {reason}.",
    hintVi: "Sửa tại vị trí đó, thường là thiếu dấu phẩy hoặc dấu ngoặc.",
    hintEn: "Mend it there; a comma or a bracket is usually missing.",
  },
  "request.unknown-output-type": {
    severity: "error",
    fault: "request",
    http: 415,
    vi: "Không nhận ra loại tệp của “{file}”.",
    en: "The type of the output file “{file}” is not known.",
    hintVi: "Dùng một trong các đuôi: {known}.",
    hintEn: "Use one of the extensions: {known}.",
  },
  "request.bad-usage": {
    severity: "error",
    fault: "request",
    http: 400,
    vi: "Lệnh không đúng: {reasonVi}.",
    en: "The command is wrong: {reason}.",
    hintVi: "Xem “{help}”.",
    hintEn: "See “{help}”.",
  },
  "request.bad-assignment": {
    severity: "error",
    fault: "request",
    http: 400,
    vi: "“{text}” không có dạng đường-dẫn=giá-trị.",
    en: "“{text}” is not of the form path=value.",
    hintVi: "Ví dụ: --set contact.phone=“0252 3822 999”.",
    hintEn: "For example: --set contact.phone=“0252 3822 999”.",
  },
  // ── assets ─────────────────────────────────────────────────────────────────────────────────────
  "asset.unsupported-type": {
    severity: "error",
    fault: "request",
    http: 415,
    vi: "“{name}” không phải là ảnh đọc được: {foundVi}.",
    en: "“{name}” is not an image that can be read: {found}.",
    hintVi: "Dùng PNG, JPEG, WebP, GIF hoặc SVG.",
    hintEn: "Use PNG, JPEG, WebP, GIF or SVG.",
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
  // ── fonts and text ─────────────────────────────────────────────────────────────────────────────
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
  // ── layout ─────────────────────────────────────────────────────────────────────────────────────
  "layout.style-error": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "Khung {frame}: bỏ qua một khai báo CSS: {reason}.",
    en: "Frame {frame}: a CSS declaration was ignored: {reason}.",
    hintVi: "Sửa khai báo đó trong mẫu.",
    hintEn: "Mend the declaration in the template.",
  },
  "layout.failed": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Không dàn được khung {frame}: {reason}.",
    en: "The frame {frame} cannot be laid out: {reason}.",
    hintVi: "Sửa JSX của khung đó trong mẫu.",
    hintEn: "Mend that frame's JSX in the template.",
  },
  "layout.not-drawn": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "Khung {frame}: không vẽ được {what}.",
    en: "Frame {frame}: {what} cannot be drawn.",
    hintVi: "Thay bằng cách vẽ khác trong mẫu.",
    hintEn: "Draw it another way in the template.",
  },
  "export.rasterised": {
    severity: "note",
    fault: "piece",
    http: 200,
    vi: "Khung {frame}: {what} được chuyển thành ảnh ở {ppi} ppi.",
    en: "Frame {frame}: {what} was turned into an image at {ppi} ppi.",
    hintVi: "Bỏ hiệu ứng đó nếu cần nét hoàn toàn bằng véc-tơ.",
    hintEn: "Leave the effect out if everything must stay vector.",
  },
  "export.too-large": {
    severity: "error",
    fault: "request",
    http: 413,
    vi: "Ảnh {found} vượt giới hạn {limit}.",
    en: "A picture of {found} is over the limit of {limit}.",
    hintVi: "Giảm ppi hoặc xuất PDF.",
    hintEn: "Lower the ppi or export a PDF.",
  },
  // ── preflight ──────────────────────────────────────────────────────────────────────────────────
  "preflight.overflow": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Khung {frame} tràn {excess} mm.",
    en: "Frame {frame} overflows by {excess} mm.",
    hintVi: "Rút ngắn nội dung của khung này.",
    hintEn: "Shorten what this frame holds.",
  },
  "preflight.outside-safe-area": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Chữ “{text}” (khung {frame}) ra ngoài vùng an toàn {excess} mm.",
    en: "The text “{text}” (frame {frame}) leaves the safe area by {excess} mm.",
    hintVi: "Dời khung vào trong vùng an toàn.",
    hintEn: "Move the frame into the safe area.",
  },
  "preflight.small-text": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Chữ “{text}” (khung {frame}) cao {found} mm, cần ít nhất {needed} mm để đọc từ {distance} m.",
    en: "The text “{text}” (frame {frame}) is {found} mm high; {needed} mm are needed to read it from {distance} m.",
    hintVi: "Rút ngắn nội dung hoặc chọn khổ lớn hơn.",
    hintEn: "Shorten the content or choose a larger format.",
  },
  "preflight.low-contrast": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Chữ “{text}” (khung {frame}) chỉ tương phản {found}:1 với nền, cần {needed}:1.",
    en: "The text “{text}” (frame {frame}) has a contrast of {found}:1 with what is behind it; {needed}:1 is needed.",
    hintVi: "Chọn màu chữ hoặc màu nền khác.",
    hintEn: "Choose another text or background colour.",
  },
  "preflight.low-resolution": {
    severity: "warning",
    fault: "piece",
    http: 422,
    vi: "Ảnh trong khung {frame} chỉ có {found} ppi ở kích thước in, cần {needed} ppi.",
    en: "The image in frame {frame} has {found} ppi at its printed size; {needed} ppi are needed.",
    hintVi: "Dùng ảnh lớn hơn.",
    hintEn: "Use a larger image.",
  },
  "preflight.qr-unreadable": {
    severity: "error",
    fault: "piece",
    http: 422,
    vi: "Mã QR trong khung {frame} không quét được: {reason}.",
    en: "The QR code in frame {frame} cannot be scanned: {reason}.",
    hintVi: "Rút ngắn địa chỉ hoặc phóng to mã.",
    hintEn: "Shorten its address or enlarge the code.",
  },
  // ── the brand folder ───────────────────────────────────────────────────────────────────────────
  "kit.duplicate-color": {
    severity: "error",
    fault: "request",
    http: 422,
    vi: "Hai màu “{one}” và “{other}” của bộ nhận diện cùng là {hex}.",
    en: "The kit's colours “{one}” and “{other}” are both {hex}.",
    hintVi: "Mỗi màu cần một mã riêng; đổi một trong hai.",
    hintEn: "Every token needs its own value; change one of the two.",
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
  // ── templates ──────────────────────────────────────────────────────────────────────────────────
  "template.broken": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Mẫu “{template}” không dùng được: {reason}.",
    en: "Template “{template}” cannot be used: {reason}.",
    hintVi: "Sửa tệp của mẫu.",
    hintEn: "Mend the template's file.",
  },
  // ── this machine ───────────────────────────────────────────────────────────────────────────────
  "output.cannot-write": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Không ghi được “{file}”: {reasonVi}.",
    en: "Cannot write “{file}”: {reason}.",
    hintVi: "Kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
    hintEn: "Check the folder, its permissions and the free space.",
  },
  "internal.unexpected": {
    severity: "error",
    fault: "internal",
    http: 500,
    vi: "Lỗi ngoài dự kiến: {reason}.",
    en: "Unexpected failure: {reason}.",
    hintVi: "Chạy lại với --trace và gửi kết quả cho người bảo trì.",
    hintEn: "Run again with --trace and send the result to the maintainers.",
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof entries;

/** Every code with its sentences. */
export const CODES: Readonly<Record<Code, CodeEntry>> = entries;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Sentences<C extends Code> = (typeof entries)[C]["vi" | "en" | "hintVi" | "hintEn"];

/** The parameters that the sentences of a code need. */
export type CodeParams<C extends Code> = Record<Placeholders<Sentences<C>>, string | number>;
