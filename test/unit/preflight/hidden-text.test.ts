import { expect, test } from "vitest";
import { rect, uniformInsets } from "../../../src/base/geometry.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { SceneNode } from "../../../src/model/scene.ts";
import { preflight } from "../../../src/preflight/preflight.ts";
import { glyphRun, placed, sceneOf, solid, solidRect, testFace } from "../../support/scene.ts";

const face = testFace(700);
const format = { ...formatById("a5")!, width: 100, height: 100, bleed: 0, safe: uniformInsets(0) };
const frame = (name: string, ...nodes: readonly SceneNode[]) => placed(name, rect(0, 0, 100, 100), nodes);
const words = glyphRun("Vững nghề", face, 6, 20, 50);

const hidden = (...fragments: readonly ReturnType<typeof frame>[]) =>
  preflight([sceneOf(fragments, { width: 100, height: 100, fonts: [face] })], format, WEB_PROFILE)
    .filter(({ code }) => code === "preflight.hidden-text")
    .map(({ where, message }) => [where.frame, message.en]);

test("text under a ground that was written after it is told, with what covers it", () => {
  const told = [
    "words",
    "The text “Vững nghề” (frame words) is hidden: the frame ground is painted over it.",
  ];
  expect(hidden(frame("words", words), frame("ground", solidRect(0, 0, 100, 70, "#0b2a6b")))).toEqual([told]);
});

test("and within its own frame", () => {
  expect(hidden(frame("words", words, solidRect(10, 30, 80, 40, "#0b2a6b")))).toHaveLength(1);
});

test.each([
  ["behind it", [frame("ground", solidRect(0, 0, 100, 70, "#eeeeee")), frame("words", words)]],
  ["beside it", [frame("words", words), frame("ground", solidRect(0, 60, 100, 40, "#0b2a6b"))]],
  ["over a part of it", [frame("words", words), frame("ground", solidRect(0, 0, 30, 100, "#0b2a6b"))]],
  ["as a veil", [frame("words", words), frame("veil", solidRect(0, 0, 100, 70, solid("#0b2a6b", 0.4)))]],
])("nothing is told of a ground %s", (_, fragments) => {
  expect(hidden(...fragments)).toEqual([]);
});
