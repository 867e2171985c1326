/** Findings as a school officer reads them: what is wrong and what to do, without the names of frames. */

import type { Diagnostic } from "../../../base/diagnostic.ts";

export interface PlainFinding {
  readonly severity: Diagnostic["severity"];
  readonly text: string;
  /** Path of the field that causes it, `null` for the whole piece. */
  readonly path: string | null;
  readonly page: number | null;
  readonly area: Diagnostic["where"]["area"] | null;
}

/** Where the catalogue's sentence speaks of frames and millimetres. */
const SENTENCES: Readonly<Record<string, string>> = {
  "preflight.overflow": "Chữ dài quá chỗ dành cho nó. Hãy viết ngắn lại.",
  "preflight.outside-safe-area": "Chữ ra sát mép, có thể bị cắt mất. Hãy viết ngắn lại.",
  "preflight.small-text": "Chữ phải thu nhỏ nên khó đọc. Hãy viết ngắn lại.",
  "preflight.low-contrast": "Chữ không nổi trên nền. Hãy đổi màu hoặc ảnh.",
  "preflight.low-resolution": "Ảnh hơi nhỏ so với khổ này, in ra sẽ mờ. Hãy chọn ảnh lớn hơn.",
  "preflight.qr-small": "Mã QR nhỏ, khó quét. Hãy dùng đường dẫn ngắn hơn.",
  "preflight.qr-fine-modules": "Đường dẫn dài làm mã QR quá dày, khó quét. Hãy dùng đường dẫn ngắn hơn.",
  "preflight.message-small": "Thông điệp dài nên chữ nhỏ, khó thấy từ xa. Hãy viết ngắn lại.",
  "asset.not-uploaded": "Ảnh này không còn trên máy chủ nên không hiện. Hãy gửi lại ảnh, hoặc bỏ ảnh.",
  "layout.no-room": "Không còn chỗ cho phần này.",
  "kit.weak-contrast": "Màu đã chọn hơi nhạt nên máy chỉnh đậm hơn cho dễ đọc.",
};

const BY_FIELD: readonly (readonly [RegExp, string])[] = [
  [/^contact\.phones$/, "Cần ít nhất một số điện thoại."],
  [/^contact\.phones/, "Số điện thoại chỉ gồm chữ số và dấu cách, ví dụ 0252 3822 999."],
  [/^contact\.email/, "Địa chỉ thư chưa đúng, ví dụ tuyensinh@truong.edu.vn."],
  [/^contact\.addresses/, "Cần ít nhất một địa chỉ."],
  [/^programmes\.\d+\.levels/, "Chọn ít nhất một trình độ đào tạo cho nghề này."],
  [/^event\.(?:date|time)/, "Ngày, giờ chưa đúng."],
];

export function plainFinding({ code, severity, where, message, hint }: Diagnostic): PlainFinding {
  const path = where.path?.replace(/^data\.|^institution\.(?=contact\.|programmes)/, "") ?? null;
  // What is more or longer than its limit is told with the limit.
  const isOver = hint.vi.startsWith("Cần: nhiều nhất ");
  const ofField =
    code === "request.invalid-field" && path && !isOver
      ? BY_FIELD.find(([field]) => field.test(path))?.[1]
      : undefined;
  const text = ofField ?? SENTENCES[code] ?? withoutFrames(`${message.vi} ${hint.vi}`);
  return { severity, text, path, page: where.page ?? null, area: where.area ?? null };
}

const withoutFrames = (text: string): string =>
  text
    .replace(/\s*\(khung [^)]*\)/gu, "")
    // The paths of fields, after their names.
    .replace(/\s*\((?:[a-z]\w*\.)+\w+\)/gu, "")
    .replace(/Trường “data\.[^”]*” không hợp lệ: (.)/u, (_, first: string) => first.toLocaleUpperCase("vi"))
    .replace(/\s*[^.]*--[a-z][^.]*\./gu, "");

/** Those of a field: about it, or about one of its items. */
export const findingsOf = (findings: readonly PlainFinding[], field: string): readonly PlainFinding[] =>
  findings.filter(({ path }) => path === field || path?.startsWith(`${field}.`));

/** Each sentence once, the worst first. */
export function plainFindings(diagnostics: readonly Diagnostic[]): readonly PlainFinding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  const found = new Map<string, PlainFinding>();
  for (const each of diagnostics) {
    const finding = plainFinding(each);
    const key = `${finding.path} ${finding.text}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
