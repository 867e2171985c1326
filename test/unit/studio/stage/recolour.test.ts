import { expect, test } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { recoloured } from "../../../../src/studio/stage/recolour.ts";
import { color, path, placed, rectOutline, sceneOf } from "../../../support/scene.ts";

test("every colour is asked for, pictures can be left out, and the scene itself stays", () => {
  const node = path(rectOutline(rect(0, 0, 10, 10)), "#ff0000");
  const scene = sceneOf([placed("a", rect(0, 0, 10, 10), [node])], { width: 10, height: 10 });
  const seen: string[] = [];
  const grey = recoloured(scene, (one) => {
    seen.push(String(one.rgb.r));
    return color("#808080");
  });
  expect(seen).toEqual(["255"]);
  const [painted] = grey.fragments[0]!.fragment.nodes;
  expect(painted).toMatchObject({ fill: { paint: { color: { rgb: { r: 128 } } } } });
  expect(grey.fragments[0]!.fragment.hash).not.toBe(scene.fragments[0]!.fragment.hash);
  expect(scene.fragments[0]!.fragment.nodes[0]).toBe(node);
});
