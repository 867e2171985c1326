import { describe, expect, test } from "vitest";
import { applyAssignments } from "../../../src/cli/apply-assignments.ts";
import { parseAssignment } from "../../../src/cli/assignments.ts";
import { deepMerge } from "../../../src/resolve/deep-merge.ts";

describe("applyAssignments", () => {
  const apply = (data: unknown, ...texts: string[]) => applyAssignments(data, texts.map(parseAssignment));

  test("builds objects, and later ones win", () => {
    expect(apply({}, "a.b=1", "a.c=2", "a.b=3")).toEqual({ a: { b: 3, c: 2 } });
    expect(apply({ a: "x" }, "a.b=1")).toEqual({ a: { b: 1 } });
  });

  test("reaches into lists that are there, and appends at their end", () => {
    expect(apply({ a: [{ b: 1 }, 2] }, "a.0.b=5", "a.2=3")).toEqual({ a: [{ b: 5 }, 2, 3] });
  });

  test("positions in a list of the brief reach it through the merge", () => {
    const laid = apply({}, "contact.phones.1=0252 1");
    expect(deepMerge({ contact: { phones: ["a", "b"] } }, laid)).toEqual({
      contact: { phones: ["a", "0252 1"] },
    });
  });

  test("changes nothing of what it is given", () => {
    const data = { a: { b: [1] } };
    apply(data, "a.b.0=2", "a.c=3");
    expect(data).toEqual({ a: { b: [1] } });
  });
});
