import { expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { setBadge } from "../../../src/kit/badge.tsx";
import socialPost from "../../../templates/social-post/template.tsx";
import { frameNamed } from "../templates/frames.ts";
import { sampleJob, samplePage } from "./sample-job.ts";

const page = samplePage({ format: "pennant-0.8x2.5m" });
const linesIn = (text: string, maxWidth: number) =>
  setBadge(page, text, { size: 40, maxWidth, minimum: 40 }).text.lines.map((line) =>
    line.replaceAll("\u00a0", " "),
  );

it("a label has no dash hanging where its line ends before a day", () => {
  const label = "Ngày hội tuyển sinh – 16/05/2026";
  expect(linesIn(label, 600)).toEqual(["Ngày hội tuyển sinh", "16/05/2026"]);
  expect(linesIn(label, 1200)).toEqual([label]);
});

it("a label keeps the dash of a range and of a pair, wherever its lines end", () => {
  for (const label of ["Dành cho học sinh tuổi 15 – 18 trong tỉnh", "Trung tâm GDNN – GDTX Đức Linh"])
    for (let width = 150; width < 1000; width += 25) expect(linesIn(label, width).join(" ")).toContain("–");
});

it.each([
  ["tuong-lai", "center"],
  ["vuon-len", "flex-start"],
] as const)("several lines of a label stand as the piece does: %s", (theme, edge) => {
  const callToAction = "Đăng ký tư vấn, xét tuyển trực tuyến hoặc nộp hồ sơ trực tiếp";
  const brief = {
    badge: "Tuyển sinh trung cấp chính quy và sơ cấp năm học 2026 – 2027 đợt một",
    callToAction,
  };
  const job = sampleJob({ format: "story", template: socialPost, theme, brief });
  const [page] = compose(job).value;
  for (const name of ["badge", "contact"]) {
    const drawn = JSON.stringify(frameNamed(page!, name)!.variants[0]);
    // The block of the label's lines: the only one that holds several texts.
    expect(drawn, name).toMatch(new RegExp(`"alignItems":"${edge}"[^}]*"color"`, "u"));
  }
});
