import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { linesOfEvent, setEventLine } from "../../../src/kit/event-line.tsx";
import { typeScale } from "../../../src/kit/grid.ts";
import { samplePage } from "./sample-job.ts";

const { event } = JSON.parse(readFileSync("brand/samples/briefs/long.json", "utf8"));

it.each(["vuon-len", "ky-nghe"])("tears no word of a long name or place, at whatever width: %s", (theme) => {
  const page = samplePage({ format: "facebook-post-portrait", theme, brief: { event } });
  const size = typeScale(page).size(0.2);
  for (let width = 180; width < 400; width += 4) {
    const set = setEventLine(page, { size, width, maxLines: 2 })!;
    const said = set.rows.map(({ text }) => text.lines.join(" / ").replaceAll("\u00a0", " ")).join(" // ");
    expect(said, `${width} mm`).not.toMatch(
      /(?:hướng|trải|nghề|tuyển|tư|học|đa|phổ|trung|Hàm|Thuận) \/ (?:nghiệp|nghiệm|sinh|vấn|năng|thông|học|Thuận|Bắc)/iu,
    );
    expect(new Set(set.rows.map(({ text }) => text.size)).size, `${width} mm`).toBe(1);
    expect(set.width, `${width} mm`).toBeLessThanOrEqual(width);
    expect(set.rows[0]!.text.size).toBeGreaterThan(0.8 * size);
  }
});

it("knows where each of its lines stands", () => {
  const page = samplePage({ brief: { event } });
  const set = setEventLine(page, { size: 4, width: 90 })!;
  const lines = linesOfEvent(set);
  expect(lines).toHaveLength(set.rows.flatMap(({ text }) => text.lines).length);
  expect(Math.max(...lines.map(({ width }) => width))).toBeCloseTo(set.width);
  lines.slice(1).forEach(({ y }, at) => {
    expect(y).toBeGreaterThanOrEqual(lines[at]!.y + lines[at]!.height - 1e-6);
  });
  expect(lines.at(-1)!.y + lines.at(-1)!.height).toBeLessThanOrEqual(set.height + 1e-6);
});
