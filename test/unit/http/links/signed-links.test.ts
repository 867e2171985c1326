import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { secretOf } from "../../../../src/http/links/signed-links.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-secret-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a secret is made once and kept, readable by its owner only", async () => {
  const file = join(folder, "secret");
  const made = await secretOf(null, file);
  expect(Buffer.from(made, "base64url")).toHaveLength(32);
  expect(await secretOf(null, file)).toBe(made);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await secretOf("s".repeat(32), file)).toBe("s".repeat(32));
});

test("one that cannot be read is not replaced: every link that was signed would stop working", async () => {
  const file = join(folder, "secret");
  // A folder in its place: what root may not read either.
  await mkdir(file);
  await expect(secretOf(null, file)).rejects.toThrow("request.unreadable-file");
  expect((await stat(file)).isDirectory()).toBe(true);
});
