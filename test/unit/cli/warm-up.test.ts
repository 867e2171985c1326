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
    jobDone.publish({ workers: 2, pieces: 10 });
    return keepCode.mock.calls.length;
  });
  expect(kept).toEqual([0, 0, 0, ...Array.from({ length: 247 }, () => 1)]);
});

/** Flags that a run on two threads sets while it does so many jobs, and then so many more, and then … */
function flagsOfRun(pieces: number, ...jobs: readonly number[]): readonly (readonly string[])[] {
  const flags = vi.mocked(setFlagsFromString);
  preferLongRunOnceBegun({ onlyPdf: true, keepCode: vi.fn() });
  return jobs.map((count) => {
    flags.mockClear();
    for (let job = 0; job < count; job++) jobDone.publish({ workers: 2, pieces });
    return flags.mock.calls.flat();
  });
}

test("a run that turns out long has its code optimised sooner and sooner", () => {
  const [begun = [], short = [], long = []] = flagsOfRun(8, 4, 90, 300);
  expect(short).toEqual([]);
  const [name = ""] = long[0]!.split("=");
  const steps = [...begun, ...long].filter((flag) => flag.startsWith(`${name}=`));
  expect(steps).toHaveLength(1 + long.length);
  const numbers = steps.map((flag) => Number(flag.slice(name.length + 1)));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
});

test("what makes a run long are its pieces, however many a job has", () => {
  const [alone = []] = flagsOfRun(1, 2400);
  const [together = []] = flagsOfRun(8, 300);
  expect(alone).toEqual(together);
});

test("V8 knows every flag by which runs are tuned, and from some job on none is set", () => {
  const [all = [], more] = flagsOfRun(8, 1000, 1);
  expect(more).toEqual([]);
  const said = spawnSync(process.execPath, [...all, "-e", ""], { encoding: "utf8" });
  expect(said).toMatchObject({ status: 0, stderr: "" });
});
