import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const root = vi.hoisted(() => ({ package: "" }));
vi.mock("../../../src/base/package-root.ts", () => ({ packageRoot: () => root.package }));

/** Beneath a file, where nobody can write, root neither. */
const NOWHERE = join(fileURLToPath(import.meta.url), "nowhere");
const user = process.getuid?.() ?? "user";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpham-cache-"));
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** As a process finds it whose package and temporary files are there. */
async function found(packageFolder: string, temporary: string): Promise<string | null> {
  root.package = packageFolder;
  vi.stubEnv("TMPDIR", temporary);
  const { cacheFolder } = await import("../../../src/base/cache-folder.ts");
  return cacheFolder();
}

test("with the package, where it can be written to", async () => {
  expect(await found(folder, NOWHERE)).toBe(join(folder, "node_modules", ".cache", "anpham"));
});

test("else among temporary files, for this user alone", async () => {
  expect(await found(NOWHERE, folder)).toBe(join(folder, `anpham-${user}`));
});

test("nowhere on a machine that is read-only", async () => {
  expect(await found(NOWHERE, NOWHERE)).toBeNull();
});

test("nowhere when others can write to it, for what lies there is run", async () => {
  const open = join(folder, `anpham-${user}`);
  mkdirSync(open);
  chmodSync(open, 0o777);
  expect(await found(NOWHERE, folder)).toBeNull();
});
