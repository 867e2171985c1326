import { describe, expect, it } from "vitest";
import { breakCosts } from "../../../../src/base/vietnamese/compounds.ts";

const costsOf = (text: string) => breakCosts(text.split(" "));

describe("breakCosts", () => {
  it("are highest within a word of two syllables, high within a name, nothing at punctuation", () => {
    expect(costsOf("Kỹ thuật")).toEqual([1, 0]);
    expect(costsOf("KỸ THUẬT,")).toEqual([1, 0]);
    expect(costsOf("Lạc Hà")[0]).toBeGreaterThan(0.5);
    expect(costsOf("Kỹ, thuật")).toEqual([0, 0]);
    expect(costsOf("học đi")).toEqual([0, 0]);
  });

  it.each(
    (
      "thầy cô|trao đổi|điện thoại|chúng tôi|khéo léo|bản sao|tổ chức|hoàn thành|bảo quản|giấy tờ|chứng thực|chứng nhận|" +
      "nhà trường|cộng tác|tác viên|nghệ cao|cẩm nang|quảng cáo|thường xuyên"
    ).split("|"),
  )("keep “%s”", (word) => expect(costsOf(word)[0]).toBe(1));

  it("leave a school's kind free before what it teaches, though both begin with capitals", () => {
    expect(costsOf("Trường Cao đẳng Kinh tế")).toEqual([0, 1, 0, 1, 0]);
  });

  it("keep the first word of a sentence from the end of a line", () => {
    expect(costsOf("to tát. Một hình dung")[2]).toBeGreaterThan(0);
    expect(costsOf("Một hình dung")[0]).toBe(0);
  });
});
