import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isWatched } from "../../../../src/studio/server/is-watched.ts";

test("only files that really lie in the folders may be opened", () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "anpham-watched-"));
  writeFileSync(join(folder, "a.tsx"), "");
  symlinkSync("/etc/hostname", join(folder, "link"));
  expect(isWatched(join(folder, "a.tsx"), [folder])).toBe(true);
  expect(isWatched(join(folder, "..", "b.tsx"), [folder])).toBe(false);
  expect(isWatched(join(folder, "link"), [folder])).toBe(false);
  expect(isWatched(folder, [folder])).toBe(false);
  rmSync(folder, { recursive: true });
});
