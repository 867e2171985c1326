import { expect, it } from "vitest";
import { setBadge } from "../../../src/kit/badge.tsx";
import { samplePage } from "./sample-job.ts";

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
