import { describe, expect, it } from "vitest";
import { breakCosts } from "../../../../src/base/vietnamese/compounds.ts";

const costsOf = (text: string) => breakCosts(text.split(" "));

describe("breakCosts", () => {
  it("are highest within a word of two syllables, high within a name, no more than nothing at punctuation", () => {
    expect(costsOf("Kỹ thuật")).toEqual([1, 0]);
    expect(costsOf("KỸ THUẬT,")).toEqual([1, 0]);
    expect(costsOf("Lạc Hà")[0]).toBeGreaterThan(0.5);
    expect(costsOf("(Kỹ) thuật")).toEqual([0, 0]);
    for (const sign of ",:;.!?…") expect(costsOf(`đi học${sign} đi làm`)[1]).toBeLessThan(0);
    expect(costsOf("Trồng, cạo mủ")[0]).toBe(0);
    expect(costsOf("học đi")).toEqual([0, 0]);
  });

  it.each(
    (
      "thầy cô|trao đổi|điện thoại|chúng tôi|khéo léo|bản sao|tổ chức|hoàn thành|bảo quản|giấy tờ|chứng thực|chứng nhận|" +
      "nhà trường|cộng tác|tác viên|nghệ cao|cẩm nang|quảng cáo|thường xuyên|chọn nghề|chọn trường"
    ).split("|"),
  )("keep “%s”", (word) => expect(costsOf(word)[0]).toBe(1));

  it("are nothing between two words whose syllables in the middle are a word elsewhere", () => {
    expect(costsOf("hội tuyển")[0]).toBe(1);
    expect(costsOf("Ngày hội tuyển sinh, hướng nghiệp")).toEqual([1, 0, 1, expect.any(Number), 1, 0]);
    expect(costsOf("cộng tác viên")).toEqual([1, 1, 0]);
  });

  it("leave a school's kind free before what it teaches, though both begin with capitals", () => {
    expect(costsOf("Trường Cao đẳng Kinh tế")).toEqual([0, 1, 0, 1, 0]);
  });

  it("keep the first word of a sentence from the end of a line", () => {
    expect(costsOf("to tát. Một hình dung")[2]).toBeGreaterThan(0);
    expect(costsOf("Một hình dung")[0]).toBe(0);
  });

  it("are less than nothing after a dash that parts by sense, something after one that couples", () => {
    const afterDash = (text: string) => costsOf(text)[text.split(" ").indexOf("–")];
    for (const parts of [
      "giáo dục nghề nghiệp – Giáo dục thường xuyên",
      "kỹ năng lao động – Vì một",
      "tuyển sinh – 16/05",
    ])
      expect(afterDash(parts)).toBeLessThan(0);
    for (const couples of ["Đức Linh – Tánh Linh", "GDNN – GDTX", "Cao đẳng Kinh tế – Du lịch"])
      expect(afterDash(couples)).toBeGreaterThan(0);
    expect(afterDash("tư vấn tuyển sinh – hướng nghiệp")).toBe(0);
  });

  it("keep a word that leans on the next one from the end of a line", () => {
    expect(costsOf("xử lý đơn và chăm sóc")[3]).toBeGreaterThan(0);
    expect(costsOf("xử lý đơn và chăm sóc")[2]).toBe(0);
  });
});
