import { expect, test } from "vitest";
import { joined, lengthOf, shared } from "../../../src/base/byte-parts.ts";

test("parts are one after the other, and a single one is not copied", () => {
  const [one, other] = [Buffer.from("một "), Buffer.from("hai")];
  expect(lengthOf([one, other])).toBe(9);
  expect(Buffer.from(joined([one, other])).toString()).toBe("một hai");
  expect(joined([one])).toBe(one);
});

test("what is shared crosses to another thread as the same memory", () => {
  const bytes = shared(Buffer.from("hồ sơ màu"));
  expect(Buffer.from(bytes).toString()).toBe("hồ sơ màu");
  expect(structuredClone(bytes).buffer).not.toBe(bytes.buffer);
  structuredClone(bytes)[0] = 72;
  expect(bytes[0]).toBe(72);
});
