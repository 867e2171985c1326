import { expect, test } from "vitest";
import { rendersMany, rendersOnePiece } from "../../../src/cli/warm-up.ts";

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
