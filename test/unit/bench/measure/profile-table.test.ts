import { expect, test } from "vitest";
import { selfTimes } from "../../../../bench/measure/profile-table.mjs";

const frame = (functionName: string, url: string, lineNumber: number) => ({ functionName, url, lineNumber });
const profile = {
  nodes: [
    { id: 1, callFrame: frame("(idle)", "", -1) },
    { id: 2, callFrame: frame("lay", "file:///home/x/app/dist/chunk.js", 4) },
    { id: 3, callFrame: frame("lay", "file:///home/x/app/dist/chunk.js", 4) },
    { id: 4, callFrame: frame("", "node:zlib", 9) },
  ],
  samples: [1, 2, 3, 4, 2],
  timeDeltas: [50_000, 1000, 2000, 1000, 4000],
};

test("a function's samples are added up over all places and threads that called it, without waiting", () => {
  const { total, functions } = selfTimes([profile, profile]);
  expect(total).toBe(16);
  expect(functions).toEqual([
    { name: "lay", where: "dist/chunk.js:5", ms: 14, share: 14 / 16 },
    { name: "(anonymous)", where: "node:zlib:10", ms: 2, share: 2 / 16 },
  ]);
});

test("a place in a bundle is told by its module", () => {
  const { functions } = selfTimes([profile], (url) => (url.endsWith("chunk.js") ? "src/lay.ts" : null));
  expect(functions.map(({ where }) => where)).toEqual(["src/lay.ts", "node:zlib:10"]);
});
