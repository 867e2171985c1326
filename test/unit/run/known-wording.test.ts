import { expect, test } from "vitest";
import { type Diagnostic, diagnose } from "../../../src/base/diagnostic.ts";
import { wordingKeeper } from "../../../src/run/known-wording.ts";

/** As it comes from another thread. */
const sent = (diagnostic: Diagnostic): Diagnostic => structuredClone(diagnostic);
const overflow = (frame: string, row: number) =>
  sent(diagnose("preflight.overflow", { frame, excess: 3 }, { row }));

test("what says the same says it in the same sentences, each in its place", () => {
  const known = wordingKeeper();
  const [one, two] = [known(overflow("tên", 1)), known(overflow("tên", 2))];
  expect([one, two]).toEqual([overflow("tên", 1), overflow("tên", 2)]);
  expect(two.message).toBe(one.message);
  expect(two.hint).toBe(one.hint);
});

test("any number of findings that differ are told as they are", () => {
  const known = wordingKeeper();
  for (let row = 1; row < 1200; row++)
    expect(known(overflow(`tên ${row}`, row))).toEqual(overflow(`tên ${row}`, row));
});
