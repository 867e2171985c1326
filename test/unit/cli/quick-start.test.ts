import { expect, test } from "vitest";
import { rendersOnePiece } from "../../../src/cli/quick-start.ts";

test("only a single piece's process is tuned for a quick end", () => {
  expect(rendersOnePiece(["render", "poster", "--out", "x.pdf"])).toBe(true);
  expect(rendersOnePiece(["--trace", "render", "poster"])).toBe(true);
  expect(rendersOnePiece(["rows", "poster", "--out", "render"])).toBe(false);
  expect(rendersOnePiece([])).toBe(false);
});
