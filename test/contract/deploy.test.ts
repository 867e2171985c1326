/** Files that operators take as they are. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const unit = readFileSync(join(import.meta.dirname, "../../docs/deploy/anpham.service"), "utf8");
const valuesOf = (name: string) =>
  unit.split("\n").flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));

test("the unit refuses system calls instead of ending Node, which asks for memory protection keys", () => {
  expect(valuesOf("SystemCallErrorNumber")).toEqual(["EPERM"]);
  expect(valuesOf("SystemCallFilter")[0]!.split(" ")).toEqual(
    expect.arrayContaining(["@system-service", "@pkey"]),
  );
});
