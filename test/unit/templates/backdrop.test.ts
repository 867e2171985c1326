import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import backdrop from "../../../templates/backdrop/template.tsx";
import { sampleJob } from "../kit/sample-job.ts";
import { frameNamed, textsOf } from "./frames.ts";

const event = {
  name: { text: "Ngày hội tư vấn tuyển sinh – hướng nghiệp", short: "Ngày hội tuyển sinh" },
  date: "2026-05-16",
  time: "07:30",
  place: {
    text: "Nhà văn hóa Thanh niên, đường Nguyễn Tất Thành, TP. Phan Thiết",
    short: "Nhà văn hóa Thanh niên, TP. Phan Thiết",
  },
};

const institution = {
  name: "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên liên huyện Đức Linh – Tánh Linh",
  monogram: "ĐT",
  governingBody: "Sở Giáo dục và Đào tạo tỉnh Bình Thuận",
  logo: null,
};

const [message] = JSON.parse(readFileSync("brand/campaigns/gdnn-2026.json", "utf8")).messages;

it.each(ALL_THEMES)("a backdrop of theme %s keeps the pair of an event's name on one line", (theme) => {
  for (const format of backdrop.formats) {
    const brief = { event, institution, message, badge: null };
    const page = compose(sampleJob({ format, theme, template: backdrop, brief })).value[0]!;
    const lines = textsOf(frameNamed(page, "headline"));
    expect(lines.join(" ").toLocaleLowerCase("vi"), format).toBe(event.name.text.toLocaleLowerCase("vi"));
    expect(
      lines.filter((line) => /\s[–—-]$/u.test(line)),
      format,
    ).toEqual([]);
  }
});
