import { expect, test } from "vitest";
import { clusterEnd } from "../../../../src/base/font/cluster-end.ts";

const glyphs = [0, 0, 2, 5].map((cluster) => ({ id: 1, cluster, advance: 500, dx: 0, dy: 0 }));

test("a cluster ends where the next one begins, the last with the text", () => {
  expect([0, 1, 2, 3].map((i) => clusterEnd(glyphs, i, 6))).toEqual([2, 2, 5, 6]);
});
