import { expect, test } from "vitest";
import { networkReason } from "../../../src/base/network-reason.ts";

test.each([
  ["ECONNREFUSED", "không có gì nghe ở địa chỉ đó", "nothing listens there"],
  ["CERT_HAS_EXPIRED", "chứng chỉ đã hết hạn", "its certificate has expired"],
])("%s", (code, vi, en) => {
  expect(networkReason(code)).toEqual([vi, en]);
});

test("other failures are none of connections", () => {
  expect([networkReason("ENOENT"), networkReason(undefined)]).toEqual([null, null]);
});
