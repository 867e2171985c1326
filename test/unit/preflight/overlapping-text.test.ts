import { expect, test } from "vitest";
import { rect, uniformInsets } from "../../../src/base/geometry.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { SceneNode } from "../../../src/model/scene.ts";
import { preflight } from "../../../src/preflight/preflight.ts";
import { glyphRun, placed, sceneOf, testFace } from "../../support/scene.ts";

const face = testFace(700);
const format = { ...formatById("a5")!, width: 100, height: 100, bleed: 0, safe: uniformInsets(0) };
const frame = (name: string, ...nodes: readonly SceneNode[]) => placed(name, rect(0, 0, 100, 100), nodes);
const words = (text: string, x: number, y: number, size = 6) => glyphRun(text, face, size, x, y);

const told = (...fragments: readonly ReturnType<typeof frame>[]) =>
  preflight([sceneOf(fragments, { width: 100, height: 100, fonts: [face] })], format, WEB_PROFILE)
    .filter(({ code }) => code === "preflight.overlapping-text")
    .map(({ where, message }) => [where.frame, message.en]);

test("text on text of another frame is told, with both frames", () => {
  const fragments = [frame("one", words("Vững nghề", 20, 50)), frame("two", words("Tuyển sinh", 22, 51))];
  expect(told(...fragments)).toEqual([
    ["two", "The text “Tuyển sinh” (frame two) lies on text of the frame one."],
  ]);
});

test("small letters across large ones are told", () => {
  expect(
    told(frame("one", words("HỘI", 10, 60, 40)), frame("two", words("Tuyển sinh", 15, 52))),
  ).toHaveLength(1);
});

test.each([
  ["the next line, close under it", words("Ếch ộp", 20, 54.6)],
  ["beside it", words("Tuyển sinh", 62, 50)],
  ["far from it", words("Tuyển sinh", 20, 80)],
])("nothing is told of text %s", (_, other) => {
  expect(told(frame("one", words("Vững nghề", 20, 50)), frame("two", other))).toEqual([]);
});
