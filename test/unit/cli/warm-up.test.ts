import { spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { expect, test, vi } from "vitest";
import {
  preferLongRunOnceBegun,
  rendersMany,
  rendersOnePiece,
  rendersOnlyPdf,
} from "../../../src/cli/warm-up.ts";
import { jobDone } from "../../../src/run/job-done.ts";

vi.mock("node:v8", async (original) => ({
  ...(await original<typeof import("node:v8")>()),
  setFlagsFromString: vi.fn(),
}));

test("only a single piece's process is tuned for a quick end", () => {
  expect(rendersOnePiece(["render", "poster", "--out", "x.pdf"])).toBe(true);
  expect(rendersOnePiece(["--trace", "render", "poster"])).toBe(true);
  expect(rendersOnePiece(["rows", "poster", "--out", "render"])).toBe(false);
  expect(rendersOnePiece([])).toBe(false);
});

test("runs, and what renders for others, are tuned for many pieces", () => {
  expect(["batch", "kit", "gallery", "worker", "serve"].every((command) => rendersMany([command, "x"]))).toBe(
    true,
  );
  expect(rendersMany(["--lang", "render", "batch"])).toBe(false);
  expect(rendersMany(["report", "batch"])).toBe(false);
});

test("a run without pictures is told from others", () => {
  const runs = (...options: readonly string[]) => rendersOnlyPdf(["batch", "flyer", ...options]);
  expect([
    runs("--merge", "run.pdf"),
    runs("--merge=run.pdf"),
    runs("--as", "pdf"),
    runs("--as=pdf"),
  ]).not.toContain(false);
  expect([runs(), runs("--as", "pdf,png"), runs("--as=png"), runs("--out", "merge")]).not.toContain(true);
  expect(rendersOnlyPdf(["kit", "--as", "pdf"])).toBe(false);
});

test("a run's code is kept, once, when each of its threads may have done a job", () => {
  const keepCode = vi.fn();
  preferLongRunOnceBegun({ onlyPdf: true, keepCode });
  const kept = Array.from({ length: 250 }, () => {
    jobDone.publish({ workers: 2 });
    return keepCode.mock.calls.length;
  });
  expect(kept).toEqual([0, 0, 0, ...Array.from({ length: 247 }, () => 1)]);
});

test("a run that turns out long has its code optimised sooner than while it began", () => {
  const flags = vi.mocked(setFlagsFromString);
  flags.mockClear();
  preferLongRunOnceBegun({ onlyPdf: true, keepCode: vi.fn() });
  for (let job = 0; job < 39; job++) jobDone.publish({ workers: 2 });
  const begun = flags.mock.calls.flat();
  for (let job = 0; job < 300; job++) jobDone.publish({ workers: 2 });
  const later = flags.mock.calls.flat().slice(begun.length);
  const nameOf = (flag: string) => flag.slice(0, flag.indexOf("="));
  const numberOf = (flag: string) => Number(flag.slice(flag.indexOf("=") + 1));
  expect(later).toHaveLength(1);
  const [soon = ""] = later;
  const [late = ""] = begun.filter((flag) => nameOf(flag) === nameOf(soon));
  expect(numberOf(soon)).toBeLessThan(numberOf(late));
});

test("V8 knows every flag by which runs are tuned, and from some job on none is set", () => {
  const flags = vi.mocked(setFlagsFromString);
  flags.mockClear();
  preferLongRunOnceBegun({ onlyPdf: true, keepCode: vi.fn() });
  for (let job = 0; job < 1000; job++) jobDone.publish({ workers: 2 });
  const all = flags.mock.calls.flat();
  jobDone.publish({ workers: 2 });
  expect(flags.mock.calls.flat()).toEqual(all);
  const said = spawnSync(process.execPath, [...all, "-e", ""], { encoding: "utf8" });
  expect(said).toMatchObject({ status: 0, stderr: "" });
});
