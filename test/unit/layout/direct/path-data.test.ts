import { expect, test } from "vitest";
import { readPath } from "../../../../src/layout/direct/path-data.ts";
import { normaliseSvg } from "../../../../src/layout/normalise.ts";
import { readOutline } from "../../../../src/layout/scene/outline.ts";

const byUsvg = (data: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><path d="${data}" fill="#0b2a6b"/></svg>`;
  return readOutline(/ d="([^"]*)"/.exec(normaliseSvg(svg))![1]!, 1);
};

test.each([
  "M4 4h7v7H4zM5 5v5h5V5z",
  "M0 0H34.542L36.89 2.348V7.396H0Z",
  "m1,2 3,4 -2.5,1z m5 5 l2 0 l0 2z",
  "M10 10C10 4.5 14.5 0 20 0s-5 5-5 5Z".replace("s-5 5-5 5", "L30 40"),
  "M1 1c2 0 4 2 4 4l-4 4z",
  "M1.5e1 2L3 .5L-.25-1Z",
  " M +1,2\n3 4 5.,6 Z",
])("%s is what usvg reads", (data) => {
  const own = readPath(data)!;
  const { verbs, coords } = byUsvg(data);
  expect(own.verbs).toBe(verbs);
  for (const [i, value] of own.coords.entries()) expect(value).toBeCloseTo(coords[i]!, 4);
});

test.each([
  "",
  "M1 1",
  "M1 1L2 2",
  "M1 1L2 2Z",
  "M0 0A1 1 0 0 0 2 2L4 4Z",
  "M0 0L1 1L2 0",
  "M0 0L1 1L2 0ZL3 3",
  "M0 0L1 x2L2 0Z",
  "M0 0L1L2 0Z",
  "M0 0S1 1 2 2L3 3Z",
  "M0 0L-L2 0Z",
  "M0 0L1 1L1e999 0Z",
  "M0 0L1 1L2 0Z5 5",
])("“%s” is left to usvg", (data) => expect(readPath(data)).toBeNull());
