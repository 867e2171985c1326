import { describe, expect, it } from "vitest";
import { capitals, nameCase, sentenceCase } from "../../../../src/base/vietnamese/casing.ts";
import fc from "../../../support/property.ts";

describe("casing", () => {
  it("follows Vietnamese letters", () => {
    expect(capitals("Ngày hội đặng ỹ")).toBe("NGÀY HỘI ĐẶNG Ỹ");
    expect(sentenceCase("điện công nghiệp")).toBe("Điện công nghiệp");
    expect(nameCase("NGUYỄN THỊ ÁNH")).toBe("Nguyễn Thị Ánh");
  });

  it.each([
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["y-moan êban", "Y-Moan Êban"],
    ["TRƯỜNG THPT PHAN THIẾT", "Trường THPT Phan Thiết"],
    ["trung tâm gdnn – gdtx hàm thuận", "Trung Tâm GDNN – GDTX Hàm Thuận"],
    ["TP. HỒ CHÍ MINH", "TP. Hồ Chí Minh"],
    ["ths. lê vi", "ThS. Lê Vi"],
    ["ALEXANDRE DE RHODES", "Alexandre de Rhodes"],
    ["gioan phaolô ii", "Gioan Phaolô II"],
    ["công ty FPT", "Công Ty FPT"],
    ["Đỗ Văn Ánh".normalize("NFD"), "Đỗ Văn Ánh"],
  ])("%s is the name %s", (typed, name) => expect(nameCase(typed)).toBe(name));

  it("changes nothing the second time, and no letter ever", () => {
    const name = fc
      .array(fc.constantFrom("NGUYỄN", "thị", "Ánh", "H'HEN", "y-moan", "ii", "DE", "thpt", "FPT", "A."), {
        maxLength: 5,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(name, (text) => {
        const once = nameCase(text);
        expect(nameCase(once)).toBe(once);
        expect(capitals(once)).toBe(capitals(text));
      }),
    );
  });
});
