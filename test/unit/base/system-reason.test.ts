import { expect, test } from "vitest";
import { systemReason } from "../../../src/base/system-reason.ts";

const failed = (code: string, syscall = "open") =>
  Object.assign(new Error(`${code}: x, ${syscall} '/x'`), { code, syscall });

test.each([
  ["ENOSPC", "write", "the disk is full"],
  ["EDQUOT", "write", "the disk quota is used up"],
  ["EROFS", "open", "the disk is read-only"],
  ["EFBIG", "write", "the file is larger than the system allows"],
  ["ENOENT", "open", "there is no such file"],
  // Though the folder above it is there.
  ["ENOENT", "mkdir", "no folder can be made there"],
])("%s of %s, in a sentence of each language", (code, syscall, english) => {
  const [vi, en] = systemReason(failed(code, syscall));
  expect(en).toBe(english);
  expect(vi).not.toMatch(/[A-Z]{3}|\/x/);
});

test("what is not known is told as the system tells it, quoted where the sentence is Vietnamese", () => {
  expect(systemReason(failed("EWHATEVER"))).toEqual([
    "hệ thống báo “EWHATEVER: x, open '/x'”",
    "EWHATEVER: x, open '/x'",
  ]);
});
