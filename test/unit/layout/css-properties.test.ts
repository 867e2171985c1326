import { expect, test } from "vitest";
import { nearestProperty } from "../../../src/layout/css-properties.ts";

test.each([
  "backgroundColor",
  "background-color",
  "float",
  "WebkitTextStroke",
  "-webkit-line-clamp",
  "--accent",
])("%s is a name of CSS", (name) => {
  expect(nearestProperty(name)).toBeNull();
});

test.each([
  ["backgroundcolor", "backgroundColor"],
  ["fontsize", "fontSize"],
  ["colour", "color"],
  ["flexdirection", "flexDirection"],
])("%s is none, and %s is nearest", (name, nearest) => {
  expect(nearestProperty(name)).toBe(nearest);
});
