import { expect, test } from "vitest";
import { rect } from "../../../src/base/geometry.ts";
import type { SceneNode } from "../../../src/model/scene.ts";
import { coverOf, visibleIn } from "../../../src/preflight/cover.ts";
import { walkAlone } from "../../../src/preflight/walk.ts";
import {
  circleOutline,
  clipOf,
  group,
  path,
  rectOutline,
  resourcesOf,
  solid,
  solidRect,
  strokeOf,
} from "../../support/scene.ts";

const leaves = (...nodes: SceneNode[]) => walkAlone(nodes, resourcesOf([], []));
const coverOfNode = (node: SceneNode) => coverOf(leaves(node)[0]!);
const sheet = solidRect(10, 20, 30, 40, "#ffffff");

test("an opaque rectangle hides what is behind it, where it lies", () => {
  expect(coverOfNode(sheet)).toEqual(rect(10, 20, 30, 40));
  expect(coverOfNode(group([sheet], { transform: [2, 0, 0, 2, 1, 1] }))).toEqual(rect(21, 41, 60, 80));
  const clip = clipOf([rectOutline(rect(15, 0, 10, 100))]);
  expect(coverOfNode(group([sheet], { clip }))).toEqual(rect(15, 20, 10, 40));
});

test.each([
  ["one that lets light through", solidRect(10, 20, 30, 40, solid("#ffffff", 0.9))],
  ["one in a faint group", group([sheet], { opacity: 0.5 })],
  ["one that blends", group([sheet], { blend: "multiply" })],
  ["one that stands askew", group([sheet], { transform: [0.7, 0.7, -0.7, 0.7, 0, 0] })],
  ["one behind a round clip", group([sheet], { clip: clipOf([circleOutline(20, 30, 5)]) })],
  ["a circle", path(circleOutline(20, 30, 10), "#ffffff")],
  ["a mere line around", path(rectOutline(rect(10, 20, 30, 40)), null, { stroke: strokeOf("#ffffff", 1) })],
])("%s hides nothing for sure", (_, node) => {
  expect(coverOfNode(node)).toBeNull();
});

test("only what can show counts: from the last rectangle that holds the whole area", () => {
  const stack = leaves(
    path(circleOutline(20, 30, 10), "#000000"),
    sheet,
    path(circleOutline(20, 30, 2), "#ff0000"),
  );
  expect(visibleIn(stack, rect(12, 22, 5, 5))).toEqual(stack.slice(1));
  expect(visibleIn(stack, rect(5, 22, 12, 5))).toBe(stack);
});
