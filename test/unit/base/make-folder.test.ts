import { mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "../../../src/base/make-folder.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "anpham-folder-"));
});
afterEach(() => rm(root, { recursive: true }));

const modeOf = async (folder: string) => (await stat(folder)).mode & 0o777;

test("makes a folder with those above it, all for their owner alone where that is asked", async () => {
  await makeFolder(join(root, "a", "b"), 0o700);
  expect([await modeOf(join(root, "a")), await modeOf(join(root, "a", "b"))]).toEqual([0o700, 0o700]);
  await makeFolder(join(root, "a", "b", "c/"));
  expect((await stat(join(root, "a", "b", "c"))).isDirectory()).toBe(true);
});

test("one that is there stays as it is, also behind a link, and for many who want it at once", async () => {
  await makeFolder(join(root, "there"), 0o700);
  await symlink(join(root, "there"), join(root, "link"));
  await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(root, "link", "x", "y", "z"))));
  await makeFolder(join(root, "there"));
  expect(await modeOf(join(root, "there"))).toBe(0o700);
});

test("a file is no folder, and none is made through one", async () => {
  await writeFile(join(root, "file"), "");
  await expect(makeFolder(join(root, "file"))).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolder(join(root, "file", "x", "y"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

test("where the system has no place for folders, it says so instead of trying for ever", async () => {
  await expect(makeFolder("/proc/anpham/state")).rejects.toMatchObject({ code: "ENOENT", syscall: "mkdir" });
});
