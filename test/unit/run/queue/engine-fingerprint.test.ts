import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../../../src/base/package-root.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { differingParts, fingerprintOf } from "../../../../src/run/queue/engine-fingerprint.ts";

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "anpham-copy-"));
});
afterAll(() => rm(copy, { recursive: true }));

test("folders are the same wherever they lie, until a file in them changes", async () => {
  const here = { ...packageFolders(), templates: join(packageRoot(), "test/fixtures/run-templates") };
  await cp(here.templates, copy, { recursive: true });
  const first = await fingerprintOf(here);
  const there = { ...here, templates: copy };
  expect(differingParts(first, await fingerprintOf(there))).toEqual([]);
  await writeFile(join(copy, "plain/template.tsx"), "// another");
  expect(differingParts(first, await fingerprintOf(there))).toEqual(["templates"]);
});
