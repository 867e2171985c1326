import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitals, nameCase, sentenceCase } from "../../../../src/base/vietnamese/casing.ts";
import { breakCost } from "../../../../src/base/vietnamese/compounds.ts";
import { clockTime, longDate, shortDate, weekday } from "../../../../src/base/vietnamese/dates.ts";
import { nfc } from "../../../../src/base/vietnamese/nfc.ts";
import { joinNoBreak, withoutJoins } from "../../../../src/base/vietnamese/no-break.ts";
import { groupPhone } from "../../../../src/base/vietnamese/phones.ts";
import { slug } from "../../../../src/base/vietnamese/slug.ts";

/** Shows joins as underscores. */
const joined = (text: string) => joinNoBreak(text).replaceAll("\u00a0", "_");

describe("joinNoBreak", () => {
  it.each([
    ["205 Lê Lợi, TP. Phan Thiết, tỉnh Bình Thuận", "205 Lê Lợi, TP._Phan_Thiết, tỉnh_Bình_Thuận"],
    ["Tại số 15 đường Trần Hưng Đạo", "Tại số_15 đường_Trần_Hưng_Đạo"],
    ["Vì một Việt Nam thịnh vượng", "Vì một Việt_Nam thịnh vượng"],
    ["Thời gian 18 tháng, miễn phí", "Thời gian 18_tháng, miễn phí"],
    ["lúc 7 giờ 30 ngày 04/10/2026", "lúc 7_giờ_30 ngày_04/10/2026"],
    ["Thực học – Thực hành – Vững khởi nghiệp", "Thực học_– Thực hành_– Vững khởi nghiệp"],
    ["Gọi 0252 3822 999 nhé", "Gọi 0252_3822_999 nhé"],
    ["gặp thầy Nguyễn Văn An tại lớp 9", "gặp thầy_Nguyễn_Văn_An tại lớp_9"],
    ["Học nghề từ lớp 9, vừa học văn hóa", "Học nghề từ lớp_9, vừa học văn hóa"],
    ["Trung cấp · Cao đẳng", "Trung cấp_· Cao đẳng"],
    ["ThS. Lê Thị Hà phụ trách", "ThS._Lê_Thị_Hà phụ trách"],
  ])("%s", (text, expected) => expect(joined(text)).toBe(expected));

  it("changes nothing but spaces, and nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = joinNoBreak(text);
        expect(joinNoBreak(once)).toBe(once);
        expect(withoutJoins(once)).toBe(withoutJoins(nfc(text)));
      }),
    );
  });
});

describe("slug", () => {
  it("spells đ and marks in ASCII", () => {
    expect(slug("Trường CĐ Y tế Đồng Nai")).toBe("truong-cd-y-te-dong-nai");
    expect(slug("  TRƯỜNG ĐẶNG ẨM THỰC ỄNH ƯỜNG Ỹ ")).toBe("truong-dang-am-thuc-enh-uong-y");
  });
  it("is safe as a file name for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe("dates", () => {
  it("writes dates, weekdays and times", () => {
    expect(shortDate("2026-10-04")).toBe("04/10/2026");
    expect(longDate("2026-10-04")).toBe("ngày 04/10/2026");
    expect(weekday("2026-10-04")).toBe("Chủ nhật");
    expect(clockTime("07:30")).toBe("7 giờ 30");
    expect(clockTime("14:00")).toBe("14 giờ");
  });
  it("refuses what is no date or time", () => {
    expect(() => shortDate("4/10/2026")).toThrow(RangeError);
    expect(() => clockTime("7h30")).toThrow(RangeError);
  });
});

describe("groupPhone", () => {
  it.each([
    ["02523822999", "0252 3822 999"],
    ["02438254567", "024 3825 4567"],
    ["0912345678", "0912 345 678"],
    ["+84912345678", "+84 912 345 678"],
    ["19006868", "1900 6868"],
    ["0252.3822.999", "0252 3822 999"],
    ["0252 3822 999", "0252 3822 999"],
    ["115", "115"],
  ])("%s", (phone, expected) => expect(groupPhone(phone)).toBe(expected));
  it("never changes a digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6,14}$/), (digits) => {
        expect(groupPhone(digits).replaceAll(" ", "")).toBe(digits);
      }),
    );
  });
});

describe("casing", () => {
  it("follows Vietnamese letters", () => {
    expect(capitals("Ngày hội đặng ỹ")).toBe("NGÀY HỘI ĐẶNG Ỹ");
    expect(sentenceCase("điện công nghiệp")).toBe("Điện công nghiệp");
    expect(nameCase("NGUYỄN THỊ ÁNH")).toBe("Nguyễn Thị Ánh");
  });
});

describe("breakCost", () => {
  it("is highest within a word of two syllables, high within a name, nothing at punctuation", () => {
    expect(breakCost("Kỹ", "thuật")).toBe(1);
    expect(breakCost("Lạc", "Hà")).toBeGreaterThan(0);
    expect(breakCost("Kỹ,", "thuật")).toBe(0);
    expect(breakCost("học", "đi")).toBe(0);
  });
});
