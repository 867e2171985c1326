import { expect, test } from "vitest";
import { openFont } from "../../../../src/base/font/open-font.ts";
import { slugRuns, slugText } from "../../../../src/impose/marks/slug-line.ts";
import { testFace } from "../../../support/scene.ts";

const face = testFace();
const parts = ["Tờ rơi A5", "", "Trường Cao đẳng Kỹ nghệ", "10/06/2026", "mã 3fa94c01"];
const said = "Tờ rơi A5  ·  Trường Cao đẳng Kỹ nghệ  ·  10/06/2026  ·  mã 3fa94c01";
const runsIn = (width: number) => slugRuns(slugText(parts, face, width), { x: 5, y: 7, width });

test("says its parts, glyph by glyph, one behind the other", () => {
  const [run, ...more] = runsIn(500);
  expect(more).toEqual([]);
  expect(run!.text).toBe(said);
  expect(run!.glyphs.map(({ text }) => text).join("")).toBe(said);
  let pen = 5;
  for (const glyph of run!.glyphs) {
    expect(glyph.x).toBeCloseTo(pen, 6);
    pen += glyph.advance;
  }
});

test("breaks between parts, and sets a part that is wider alone smaller", () => {
  const whole = runsIn(500)[0]!;
  const runs = runsIn(14);
  expect(runs.map(({ text }) => text)).toEqual(parts.filter((part) => part !== ""));
  expect(new Set(runs.map(({ glyphs }) => glyphs[0]!.x))).toEqual(new Set([5]));
  for (const { glyphs } of runs)
    expect(glyphs.at(-1)!.x + glyphs.at(-1)!.advance).toBeLessThanOrEqual(19.000001);
  expect(runs[1]!.size).toBeLessThan(whole.size);
  expect(runs[2]!.size).toBe(whole.size);
});

test("has no glyph for what the face lacks but a question mark", () => {
  const [run] = slugRuns(slugText(["A中"], face, 100), { x: 0, y: 0, width: 100 });
  expect(run!.text).toBe("A?");
  expect(run!.glyphs.map(({ id }) => id)).not.toContain(0);
  expect(run!.glyphs.at(-1)!.id).toBe(openFont(face).glyphFor(0x3f));
});
