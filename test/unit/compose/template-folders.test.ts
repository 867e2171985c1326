import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findTemplates } from "../../../src/compose/template-folders.ts";

const root = mkdtempSync(join(realpathSync(tmpdir()), "anpham-folders-"));
afterAll(() => rmSync(root, { recursive: true }));
for (const template of ["own/to-roi", "own/ap-phich", "shared/to-roi", "shared/bia"]) {
  mkdirSync(join(root, template), { recursive: true });
  writeFileSync(join(root, template, "template.tsx"), "");
}
mkdirSync(join(root, "own", "notes"));

test("a template that two folders hold is the first one's", async () => {
  const found = await findTemplates([join(root, "own"), join(root, "shared")]);
  expect([...found]).toEqual([
    ["ap-phich", join(root, "own", "ap-phich")],
    ["bia", join(root, "shared", "bia")],
    ["to-roi", join(root, "own", "to-roi")],
  ]);
});

test("one folder is named as it is", async () => {
  expect([...(await findTemplates(join(root, "shared"))).keys()]).toEqual(["bia", "to-roi"]);
  const missing = join(root, "nowhere");
  await expect(findTemplates(missing)).rejects.toMatchObject({
    diagnostics: [
      { code: "request.unreadable-file", message: { vi: expect.stringContaining("không có tệp này") } },
    ],
  });
});
