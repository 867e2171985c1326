import { expect, test } from "vitest";
import { changeOf } from "../../../../src/studio/server/watch.ts";

const folders = { templates: ["/mine", "/shared"], brand: "/brand", fonts: "/fonts" };

test("what a set of changed files means", () => {
  const files = ["/shared/to-roi/parts/head.tsx", "/brand/kits/a.json", "/elsewhere/x"];
  expect(changeOf(files, ["/mine", "/shared"], folders)).toEqual({
    files,
    templates: ["to-roi"],
    brand: true,
    fonts: false,
  });
});
