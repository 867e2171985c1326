import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../src/base/package-root.ts";
import { packageFolders } from "../../../src/package-folders.ts";
import { engineFor } from "../../../src/run/engines.ts";
import { prepare } from "../../../src/run/prepare.ts";

const folders = { ...packageFolders(), templates: join(packageRoot(), "test/fixtures/run-templates") };

test("loads into the engine that the thread's jobs have", async () => {
  await prepare({ folders, template: "plain", profile: "offset" });
  const { library } = await engineFor(folders);
  expect(await library.templates.load("plain")).toMatchObject({ id: "plain" });
});

test("what is not there is told", async () => {
  await expect(prepare({ folders, template: "nobody", profile: null })).rejects.toThrow();
  await expect(prepare({ folders, template: null, profile: "nothing" })).rejects.toThrow();
});
