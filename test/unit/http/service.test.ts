import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openService } from "../../../src/http/service.ts";
import { readSettings } from "../../../src/http/settings.ts";
import { packageFolders } from "../../../src/package-folders.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-state-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each([
  ["a file", "state", "a file of this name is there"],
  ["a path through a file", "state/inner", "the path leads through a file"],
  ["where no folder can be", "/proc/anpham/state", "no folder can be made there"],
])("a state folder that cannot be made, %s, is told as such", async (_, name, reason) => {
  await writeFile(join(folder, "state"), "");
  const STATE = resolve(folder, name);
  const opening = openService({
    settings: readSettings({}, { STATE, LOG: "silent" }),
    folders: packageFolders(),
    ...{ now: () => 0, elapsed: () => 0 },
  });
  await expect(opening).rejects.toThrow(`output.cannot-write: Cannot write “${STATE}”: ${reason}.`);
});
