import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import certificate from "../../../templates/certificate/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { expectFramesApart, frameNamed, textOf } from "./frames.ts";

const award = {
  title: "Giấy khen",
  citation: "Đã đạt thành tích cao tại Kỳ thi kỹ năng nghề",
  number: "Số: 15/GK-CĐN",
  place: "Phan Thiết",
  date: "2026-10-04",
  signer: { role: "Hiệu trưởng", name: "Trần Minh Hải" },
};
const person = { name: "Nguyễn Thị Minh Châu", title: "Em", detail: "Lớp Hàn K12" };

const faces = { display: "Lora", text: "Be Vietnam Pro" };
const sheet = (brief: Record<string, unknown>, theme = "vuon-len") =>
  compose(sampleJob({ format: "certificate-a4", template: certificate, theme, faces, brief })).value[0]!;

describe.each(ALL_THEMES)("certificate in theme %s", (theme) => {
  it("says who gives what to whom, for what, where and when, under the country's name", () => {
    const page = sheet({ award, person }, theme);
    const all = page.frames.map(textOf).join("\n");
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập – Tự do – Hạnh phúc",
      "TRƯỜNG CAO ĐẲNG NGHỀ MẪU",
      "GIẤY KHEN",
      "Trao cho em",
      "Nguyễn Thị Minh Châu",
      award.citation,
      award.number,
      "Phan Thiết, ngày 04 tháng 10 năm 2026",
      "HIỆU TRƯỞNG",
      "Trần Minh Hải",
    ])
      expect(all).toContain(words);
    expectFramesApart(page, theme);
  });

  it("leaves dotted lines for a name that is not known, and shows no empty words", () => {
    const page = sheet({ award, person: null }, theme);
    const name = frameNamed(page, "name")!;
    expect(name.role).toBe("art");
    expect(textOf(name)).toBe("");
    expect(name.width).toBeGreaterThan(120);
    expect(textOf(frameNamed(page, "address"))).toBe("Trao cho");
  });

  it("is a form to fill in without an award", () => {
    const page = sheet({ award: null, person: null }, theme);
    expect(textOf(frameNamed(page, "title"))).toBe("GIẤY CHỨNG NHẬN");
    expect(frameNamed(page, "citation")!.role).toBe("art");
    expect(textOf(frameNamed(page, "date"))).toContain("Ngày ……");
    expectFramesApart(page, theme);
  });

  it("keeps long names on one line and long citations off the signature", () => {
    const long = {
      person: {
        name: "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Trâm",
        title: "Nhà giáo ưu tú",
        detail: "Phó trưởng khoa ".repeat(6).trim(),
      },
      award: {
        ...award,
        title: "Giấy chứng nhận hoàn thành khóa bồi dưỡng",
        citation: "Đã hoàn thành khóa bồi dưỡng nâng cao kỹ năng nghề kết hợp kỹ năng số ".repeat(4).trim(),
        signer: { role: "Phó Giám đốc phụ trách Trung tâm", name: "Nguyễn Phước Bảo Đăng Khoa Trường Giang" },
      },
    };
    const page = sheet(long, theme);
    expect(textOf(frameNamed(page, "name"))).toBe(long.person.name);
    expectFramesApart(page, theme);
  });

  it("leaves room for a signature and a round seal of 36 mm above the signer's name", () => {
    const page = sheet({ award, person }, theme);
    const [date, signer] = [frameNamed(page, "date")!, frameNamed(page, "signer")!];
    const free = signer.y - (date.y + date.height);
    expect(free).toBeGreaterThan(25);
    // The seal covers the left third of the signature, from the signer's office to the name.
    const seal = { x: signer.x + signer.width / 2 - 36, y: signer.y + signer.height - 36 };
    for (const { name, role, ...box } of page.frames) {
      if (role !== "content" || ["date", "signer"].includes(name)) continue;
      const meets =
        box.x < seal.x + 36 &&
        box.x + box.width > seal.x &&
        box.y < seal.y + 36 &&
        box.y + box.height > seal.y;
      expect(meets, name).toBe(false);
    }
  });
});

it("bears no heading of the country on a letter of thanks", () => {
  const page = sheet({ award: { ...award, title: "Thư cảm ơn" }, person: { ...person, title: "Ông" } });
  expect(frameNamed(page, "nation")).toBeUndefined();
  expect(textOf(frameNamed(page, "address"))).toBe("Trân trọng gửi ông");
  expectFramesApart(page, "letter");
});
