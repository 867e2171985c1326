import { expect, test } from "vitest";
import type { FontFace } from "../../../../src/base/font/face.ts";
import { faceFor } from "../../../../src/base/font/face-for.ts";

const face = (weight: number, style: FontFace["style"] = "normal"): FontFace => ({
  id: `${weight} ${style}`,
  family: "F",
  weight,
  style,
  postScriptName: "F",
  data: new Uint8Array(),
});
const chosen = (offered: readonly number[], weight: number) =>
  faceFor(
    offered.map((each) => face(each)),
    { family: "F", weight },
  ).weight;

test.each([
  [[400, 500, 700], 500, 500],
  [[400, 600], 500, 400],
  [[300, 500], 400, 500],
  [[600, 700], 400, 600],
  [[200, 700], 300, 200],
  [[600, 800], 700, 800],
  [[500, 600], 800, 600],
])("of %j, layout uses for %d the weight %d", (offered, weight, expected) => {
  expect(chosen(offered, weight)).toBe(expected);
  expect(chosen([...offered].reverse(), weight)).toBe(expected);
});

test("never an italic one, nor another family's", () => {
  expect(() => faceFor([face(400, "italic")], { family: "F", weight: 400 })).toThrow("F");
  expect(() => faceFor([face(400)], { family: "None", weight: 400 })).toThrow("None");
});
