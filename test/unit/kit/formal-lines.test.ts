import { describe, expect, it } from "vitest";
import { dottedLine, fitName, formalHeight, wordsLine } from "../../../src/kit/formal-lines.tsx";
import { setText } from "../../../src/kit/set-text.ts";
import { samplePage } from "./sample-job.ts";

const page = samplePage({ format: "certificate-a4" });

describe("lines of formal papers", () => {
  it("are as high as their words and the white between them", () => {
    const text = setText(page, "Trao cho", { size: 5 });
    const lines = [
      wordsLine("one", text, 99),
      dottedLine("two", { width: 100, pitch: 10, count: 2, before: 4 }),
    ];
    // The white above the first line is not counted.
    expect(formalHeight(lines)).toBeCloseTo(text.height + 4 + 20, 6);
  });

  it("set a name of 40 letters on one line, and the longest one on two, within the width", () => {
    const forty = "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Trâm";
    expect(fitName(page, forty, 230, 15).lines).toHaveLength(1);
    const longest = fitName(page, `${forty} ${forty}`.slice(0, 80), 150, 15);
    expect(longest.lines).toHaveLength(2);
    expect(longest.width).toBeLessThanOrEqual(150);
  });
});
