import { describe, expect, it } from "vitest";
import { tidyProse } from "../../../../src/base/vietnamese/typography.ts";
import fc from "../../../support/property.ts";

describe("tidyProse", () => {
  it.each([
    ["Thực học - Thực hành - Vững khởi nghiệp", "Thực học – Thực hành – Vững khởi nghiệp"],
    ["Thực học -", "Thực học –"],
    ["Hướng nghiệp -- việc làm", "Hướng nghiệp – việc làm"],
    ['Chương trình "Nâng tầm kỹ năng"', "Chương trình “Nâng tầm kỹ năng”"],
    ["Đăng ký ngay...", "Đăng ký ngay…"],
    ["Học phí , học bổng ; việc làm !", "Học phí, học bổng; việc làm!"],
    ["Miễn phí  ( hệ trung cấp )", "Miễn phí (hệ trung cấp)"],
    ["Đào tạo 18-30 tháng", "Đào tạo 18–30 tháng"],
    ["Giảm 10 - 15 % học phí", "Giảm 10–15 % học phí"],
    ["Năm học 2026-2027", "Năm học 2026–2027"],
    ["Từ 8:00 - 11:30", "Từ 8:00 – 11:30"],
    ["Tiếng Việt".normalize("NFD"), "Tiếng Việt"],
  ])("%s", (typed, printed) => expect(tidyProse(typed)).toBe(printed));

  it.each([
    "Đồng bằng sông Cửu Long, miền Đông-Nam",
    "Gọi 0252-3822-999 hoặc 0912-345-678",
    "Ngày 04-10-2026, số 12-34/QĐ",
    'Màn hình 24" và 27"',
    "https://vd.example.vn/a...b và ban.tuyen-sinh@vd.example.vn",
    "Mã nghề CNTT-2",
    "vd.example.vn",
    "1.200.000 đồng",
  ])("leaves alone: %s", (text) => expect(tidyProse(text)).toBe(text));

  it("changes nothing the second time, and no letter or digit ever", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(
          fc.constantFrom(
            "a",
            "Ễ",
            "18",
            "2026",
            " ",
            " ",
            "-",
            "--",
            ".",
            "...",
            '"',
            "(",
            ")",
            ",",
            "%",
            "tháng",
            "…",
            "“",
            "”",
          ),
          {
            maxLength: 14,
          },
        )
        .map((parts) => parts.join("")),
    );
    const letters = (text: string) => text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(typed, (text) => {
        const once = tidyProse(text);
        expect(tidyProse(once)).toBe(once);
        expect(letters(once)).toBe(letters(text));
      }),
      { numRuns: 3000 },
    );
  });
});
