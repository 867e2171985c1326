import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { foldsOn } from "../../../src/model/fold.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import brochure from "../../../templates/brochure/template.tsx";
import { textOf } from "../templates/frames.ts";
import { sampleJob } from "./sample-job.ts";

const { handbook } = JSON.parse(readFileSync("brand/campaigns/gdnn-2026.json", "utf8"));

/** The least white between text and a fold, mm; a code brings its own quiet zone. */
const CLEAR = 6;

const manyProgrammes = Array.from({ length: 40 }, (_, index) => ({
  name: `Nghề thứ ${index} trong trường`,
  levels: ["trung-cap"],
}));
const briefs = {
  typical: {},
  bare: {
    lead: null,
    event: null,
    badge: null,
    programmes: [],
    benefits: [],
    enrolmentPeriod: null,
    qr: null,
  },
  crowded: { programmes: manyProgrammes, lead: "Học đi đôi với hành. ".repeat(10).trim() },
};

describe.each(brochure.formats)("brochure in %s", (id) => {
  const format = formatById(id)!;

  it.each(Object.entries(briefs))("keeps the %s brief off the folds, on two pages", (_name, brief) => {
    const pages = compose(sampleJob({ format: id, template: brochure, brief })).value;
    expect(pages).toHaveLength(2);
    pages.forEach(({ frames }, page) => {
      for (const { at } of foldsOn(format.folds, page, format.width)) {
        for (const { name, role, x, width } of frames) {
          if (role !== "content") continue;
          const white = Math.max(x - at, at - (x + width));
          expect(white, `${name} on page ${page + 1}`).toBeGreaterThanOrEqual(CLEAR);
        }
      }
    });
  });

  it("lets nothing but the grounds and the band of the inside cross a fold", () => {
    const pages = compose(sampleJob({ format: id, template: brochure })).value;
    pages.forEach(({ frames }, page) => {
      for (const { at } of foldsOn(format.folds, page, format.width)) {
        const across = frames.filter(({ x, width }) => x < at - 0.01 && x + width > at + 0.01);
        const grounds = across
          .map(({ name }) => name)
          .filter((name) => !["ground", "paper", "foot", "motif"].includes(name));
        expect(grounds).toEqual([]);
      }
    });
  });
});

it.each(ALL_THEMES)("a trifold of theme %s says how to enrol, however long the name over it is", (theme) => {
  const institution = {
    name: "Trường Cao đẳng Kinh tế – Kỹ thuật và Nghiệp vụ Nguyễn Trường Tộ thành phố Phan Rang – Tháp Chàm",
    monogram: "TĐTG",
    governingBody: "Ủy ban nhân dân tỉnh Bình Thuận",
    logo: null,
  };
  const contact = {
    phones: ["02523000111", "0900000111"],
    addresses: [
      "Số 1234/56/78 đường Nguyễn Thị Minh Khai nối dài, khu phố 12, phường Đô Vinh, TP. Phan Rang – Tháp Chàm",
      "Ấp Phước Khánh, xã Phước Thuận, huyện Ninh Phước, tỉnh Ninh Thuận",
    ],
    website: "tuyensinh.caodangkinhtekythuatnguyentruongto.edu.vn",
  };
  const job = sampleJob({
    format: "brochure-trifold-a4",
    template: brochure,
    theme,
    brief: { institution, contact },
  });
  const names = compose(job).value[0]!.frames.map(({ name }) => name);
  expect(names).toContain("steps");
  expect(names).not.toContain("back-motif");
});

it.each(ALL_THEMES)(
  "a trifold of theme %s explains the steps to enrol also under a name of three lines",
  (theme) => {
    const institution = {
      name: "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh",
      monogram: "ĐT",
      governingBody: "Sở Giáo dục và Đào tạo tỉnh Bình Thuận",
      logo: null,
    };
    const contact = {
      phones: ["02523000666"],
      addresses: [
        "Số 5 đường 3 Tháng 2, thị trấn Võ Xu, huyện Đức Linh, tỉnh Bình Thuận",
        "Số 102 đường Trần Hưng Đạo, thị trấn Lạc Tánh, huyện Tánh Linh, tỉnh Bình Thuận",
      ],
      website: "duclinhtanhlinh.example.vn",
    };
    const job = sampleJob({
      format: "brochure-trifold-a4",
      template: brochure,
      theme,
      brief: { institution, contact, handbook },
    });
    const steps = compose(job).value[0]!.frames.find(({ name }) => name === "steps");
    expect(textOf(steps)).toContain("thầy cô sẽ gọi lại khi em tiện nghe máy.");
  },
);
