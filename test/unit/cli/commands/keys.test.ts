import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addKeysCommand } from "../../../../src/cli/commands/keys.ts";
import { readKeys } from "../../../../src/http/access/keys-file.ts";

let folder = "";
let said = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-keys-command-"));
  said = "";
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation((text: string) => {
    said += text;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function add(...flags: readonly string[]): Promise<void> {
  const program = new Command();
  addKeysCommand(program, "en", () => undefined);
  await program.parseAsync(["keys", "add", "--owner", "cd-y-te", ...flags], { from: "user" });
}
const keysOf = async (file: string) => (await readKeys(file)).map(({ owner }) => owner);

test("a key goes where the service of the same environment looks for it, which is told", async () => {
  vi.stubEnv("ANPHAM_STATE", join(folder, "state"));
  await add();
  const file = join(folder, "state", "keys.json");
  expect(await keysOf(file)).toEqual(["cd-y-te"]);
  expect(said).toContain(file);
  vi.stubEnv("ANPHAM_KEYS", join(folder, "own.json"));
  await add();
  expect(await keysOf(join(folder, "own.json"))).toEqual(["cd-y-te"]);
  await add("--keys", join(folder, "flag.json"));
  expect(await keysOf(join(folder, "flag.json"))).toEqual(["cd-y-te"]);
  expect(await keysOf(file)).toEqual(["cd-y-te"]);
});

test("a misspelt variable ends it, and no key is made elsewhere", async () => {
  vi.stubEnv("ANPHAM_STATES", folder);
  await expect(add("--state", join(folder, "state"))).rejects.toThrow("ANPHAM_STATES");
  expect(await keysOf(join(folder, "state", "keys.json"))).toEqual([]);
});

test("a key of an institution that is not there is made, and its maker told which ids are near", async () => {
  await add("--state", folder);
  expect(said).not.toContain("warning");
  await add("--state", folder, "--owner", "cd-yte");
  expect(said).toMatch(/warning: There is no institution “cd-yte” in the brand yet. Nearest ids: cd-y-te/);
  const [, { id } = { id: "" }] = await readKeys(join(folder, "keys.json"));
  expect(said).toContain(`anpham keys revoke ${id}`);
});
