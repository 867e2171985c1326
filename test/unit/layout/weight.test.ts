import { expect, test } from "vitest";
import { weightOf } from "../../../src/layout/weight.ts";
import { glyphRun, group, path, rectOutline, testFace } from "../../support/scene.ts";

test("more shapes, longer outlines and longer texts weigh more", () => {
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const plain = path(rectOutline(box), "#000000");
  const long = path(
    { verbs: "M".padEnd(501, "L"), coords: Array.from({ length: 1002 }, () => 0) },
    "#000000",
  );
  const word = (text: string) => glyphRun(text, testFace(700), 5, 0, 0);
  expect(weightOf(long)).toBeGreaterThan(weightOf(plain) * 5);
  expect(weightOf(word("học nghề học nghề"))).toBeGreaterThan(weightOf(word("học")));
  expect(weightOf(group([plain, long]))).toBeGreaterThan(weightOf(plain) + weightOf(long));
  const mask = { kind: "alpha", region: box, nodes: [long], mask: null } as const;
  expect(weightOf(group([plain], { mask }))).toBeGreaterThan(weightOf(long));
});
