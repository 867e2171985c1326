/** Tools that this project did not write, which tests use as judges. */

import { execFileSync, spawnSync } from "node:child_process";
import { test } from "vitest";

export type Judge =
  | "qpdf"
  | "pdftotext"
  | "pdftoppm"
  | "pdffonts"
  | "pdfimages"
  | "mutool"
  | "gs"
  | "chromium"
  | "unzip"
  | "openssl"
  | "redis-server";

const present = new Map<Judge, boolean>();

/** Whether a tool is there, for what tests prepare. */
export function isPresent(tool: Judge): boolean {
  let found = present.get(tool);
  if (found === undefined) {
    found = spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;
    present.set(tool, found);
  }
  return found;
}

/** Where judges must be present (CI), a missing one fails its tests instead of skipping them. */
const required = process.env.ANPHAM_REQUIRE_JUDGES === "1";

/** A `test` that needs tools: skipped where they are missing, unless judges are required. */
export function testWith(...tools: Judge[]) {
  const missing = tools.filter((tool) => !isPresent(tool));
  return (name: string, run: () => unknown) => {
    if (missing.length === 0 || required) test(name, async () => void (await run()));
    else test.skip(`${name} (skipped: needs ${missing.join(", ")})`, () => undefined);
  };
}

/** What a tool prints. Throws, with its complaint, when it fails. */
export const run = (tool: Judge, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
