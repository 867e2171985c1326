import { describe, expect, it } from "vitest";
import { nfc } from "../../../../src/base/vietnamese/nfc.ts";
import { joinNoBreak, RULES, withoutJoins } from "../../../../src/base/vietnamese/no-break.ts";
import fc from "../../../support/property.ts";

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
    ["Đào tạo 18–30 tháng, học phí 1.200.000 đồng", "Đào tạo 18–30_tháng, học phí 1.200.000_đồng"],
    ["cô H'Hen Niê và anh Y-Moan Êban", "cô_H'Hen_Niê và anh_Y-Moan_Êban"],
    ["Khóa XII khai giảng Thứ Hai, Chủ nhật nghỉ", "Khóa_XII khai giảng Thứ_Hai, Chủ_nhật nghỉ"],
    ["ngày 04 tháng 10 năm 2026", "ngày_04 tháng_10 năm_2026"],
    ["ThS. Lê Thị Hà phụ trách", "ThS._Lê_Thị_Hà phụ trách"],
    ["SỐ 15, KHÓA 3 TẠI VIỆT NAM", "SỐ_15, KHÓA_3 TẠI VIỆT_NAM"],
    ["(số 15) lương 9 TRIỆU mỗi tháng", "(số_15) lương 9_TRIỆU mỗi tháng"],
    ["Thành phố Hồ Chí Minh, Lần thứ IV", "Thành_phố_Hồ_Chí_Minh, Lần_thứ_IV"],
    ["hẻm số ٣ rộng ½ m²", "hẻm số_٣ rộng ½_m²"],
    ["KỸ NĂNG VIỆT NAM, TỪ 7 GIỜ", "KỸ NĂNG VIỆT_NAM, TỪ_7_GIỜ"],
    ["(Q. Bình Thạnh), lớp 𝟙, KHÓA IX", "(Q._Bình_Thạnh), lớp_𝟙, KHÓA IX"],
    [
      "báo tin trước ba ngày, sau hai mươi lăm năm, vài tuần",
      "báo tin trước ba_ngày, sau hai_mươi_lăm_năm, vài_tuần",
    ],
    ["Vì một Việt Nam, một bước tiến của hai bên", "Vì một Việt_Nam, một_bước tiến của hai bên"],
    ["đồng chí Lê Hà, hạng II, top 10", "đồng_chí_Lê_Hà, hạng_II, top_10"],
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

  it("leaves out no rule that would join anything", () => {
    const words =
      "ba Hai mươi năm ngày tỉnh Quận thị xã THÀNH phố ông Cô đồng chí số Số NGÀY tháng lớp khóa Khóa lần thứ hạng TP. Q. ThS. Đ/c Việt Nam " +
      "Thứ Hai thứ chủ Chủ nhật XII IV 15 0252 3822 999 ½ ٣ 𝟙 18–30 nghề giờ % m² Lê Lợi Ánh Đà H'Hen (số – — · | - –, , ( )";
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words.split(" ")), { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        const joined = RULES.reduce((so, { join }) => join(so), nfc(text));
        expect(joinNoBreak(text)).toBe(joined);
      }),
      { numRuns: 2000 },
    );
  });
});
