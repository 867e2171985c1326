import { expect, test, vi } from "vitest";
import {
  preferLongRunOnceBegun,
  rendersMany,
  rendersOnePiece,
  rendersOnlyPdf,
} from "../../../src/cli/warm-up.ts";
import { jobDone } from "../../../src/run/job-done.ts";

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
  const kept = [1, 2, 3, 4, 5, 6].map(() => {
    jobDone.publish({ workers: 2 });
    return keepCode.mock.calls.length;
  });
  expect(kept).toEqual([0, 0, 0, 1, 1, 1]);
});
