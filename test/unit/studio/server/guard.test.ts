import { expect, test } from "vitest";
import { isLoopbackHost, isOwnOrigin } from "../../../../src/studio/server/guard.ts";

test.each([
  ["localhost:4100", true],
  ["127.0.0.1:4100", true],
  ["[::1]:4100", true],
  ["LOCALHOST", true],
  ["localhost.example.org", false],
  ["example.org:4100", false],
  ["127.0.0.1.nip.io", false],
  [undefined, false],
])("host %s", (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test("pages of other origins are refused, programs and the address bar are not", () => {
  expect(isOwnOrigin("localhost:1", "http://localhost:1", "same-origin")).toBe(true);
  expect(isOwnOrigin("localhost:1", undefined, undefined)).toBe(true);
  expect(isOwnOrigin("localhost:1", undefined, "none")).toBe(true);
  expect(isOwnOrigin("localhost:1", undefined, "cross-site")).toBe(false);
  expect(isOwnOrigin("localhost:1", "http://localhost:2", undefined)).toBe(false);
  expect(isOwnOrigin("localhost:1", "null", undefined)).toBe(false);
});
